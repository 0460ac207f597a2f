"""`bizcase validate`: every finding of every file."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, assert_never

import typer

from bizcase.cli.configuration import Settings, settings_for
from bizcase.cli.misuse import choice, refuse
from bizcase.cli.options import (
    ExcerptOption,
    ExitZeroOption,
    JobsOption,
    OutputOption,
    ProfileOption,
    QuietOption,
    StdinFilenameOption,
    StrictOption,
)
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.reading.finding import Finding, Tally


class FindingsFormat(StrEnum):
    """Formats that findings can be printed in."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"
    AZURE = "azure"


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STI",
            help="Filer med sager, og mapper med dem (*.yaml, *.yml); - læser standardinput.",
            show_default="paths i konfigurationen",
        ),
    ] = None,
    *,
    findings_format: Annotated[
        FindingsFormat | None,
        choice(
            "--format",
            of=FindingsFormat,
            help="Hvad der skrives.",
            show_default="text; github i GitHub Actions, azure i Azure Pipelines",
        ),
    ] = None,
    output: OutputOption = None,
    profile: ProfileOption = None,
    strict: StrictOption = False,
    exit_zero: ExitZeroOption = False,
    excerpt: ExcerptOption = True,
    stdin_filename: StdinFilenameOption = None,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
    only_cases: Annotated[
        bool,
        typer.Option(
            "--only-cases", help="Spring over, hvad der ikke er sager eller ligger uden for paths; til pre-commit."
        ),
    ] = False,
) -> None:
    """Check cases and print every finding, sorted by file and place.

    Exit code 0: fine; 1: a case has errors; 2: wrong usage, or a file that cannot be read.
    """
    from bizcase.cli.emit import emit, refuse_to_replace, remark
    from bizcase.cli.language import language
    from bizcase.cli.options import profile_from, with_stdin_called
    from bizcase.cli.run import Run
    from bizcase.examine.many import examine_all, nothing
    from bizcase.output.findings.text import render
    from bizcase.output.papers.terminal import Terminal, standard_output

    form = findings_format or _usual_format(output)
    paths = with_stdin_called(stdin_filename, paths or [])
    files, settings = _files_of(paths, only_cases=only_cases)
    refuse_to_replace([*files, *settings.files(profile)], output)
    run = Run(strict=strict, exit_zero=exit_zero, severity=settings.severity, says="none", quiet=quiet, named=paths)
    report = Report([], [], run.tally, strict)
    texts: list[str] = []
    terminal = standard_output() if form is FindingsFormat.TEXT and output is None else Terminal()
    for outcome in run.over(examine_all(files, profile_from(profile, settings), nothing, jobs)):
        if form is not FindingsFormat.TEXT:
            report.files.append(outcome.path)
            report.findings.extend(outcome.findings)
        elif outcome.findings:
            styled = terminal.styled
            text = "".join(render(each, language(), excerpt=excerpt, styled=styled) for each in outcome.findings)
            if output is None:
                emit(text, None, encoding=terminal.encoding)
            else:
                texts.append(text)
    if form is not FindingsFormat.TEXT:
        emit(_for_machines(form, report), output)
    elif output is not None:
        emit("".join(texts), output)
    remark(run.tally.in_words)
    raise typer.Exit(run.exit_code)


class Report(NamedTuple):
    """What a run has found, for a format that needs all of it: its files, its findings, and what they come to."""

    files: "list[str]"
    findings: "list[Finding]"
    tally: "Tally"
    strict: bool


def _files_of(paths: list[str] | None, *, only_cases: bool) -> tuple[list[str], Settings]:
    """The files that are checked, and what is configured for them."""
    from bizcase.cli.only_cases import within, without_other_files
    from bizcase.reading.files import case_files

    here = None if paths else settings_for(())
    if here is not None and not here.paths:
        from bizcase.cli.language import said

        refuse(Text("mangler; skriv en fil eller en mappe, eller sæt paths i bizcase.toml"), said(Text("STI")))
    files = list(case_files(paths or (here.paths if here else ())))
    if only_cases:
        files = without_other_files(files)
    settings = settings_for(files, named_by=here)
    return within(settings.paths, files) if only_cases else files, settings


def _usual_format(output: str | None) -> FindingsFormat:
    """What a file's ending asks for, or text; annotations where a service reads them in what the program prints."""
    import os

    ending = "" if output is None else os.path.splitext(output)[1].casefold()
    if ending in _OF_ENDING:
        return _OF_ENDING[ending]
    if ending:
        known = ", ".join(name.removeprefix(".") for name in _OF_ENDING)
        message = Text(
            "fund kan ikke skrives som {ending}; brug en af disse: {known}, eller sig hvordan med --format",
            ending=ending,
            known=known,
        )
        refuse(message, "-o")
    if output is None and os.environ.get("GITHUB_ACTIONS") == "true":
        return FindingsFormat.GITHUB
    if output is None and os.environ.get("TF_BUILD", "").casefold() == "true":
        return FindingsFormat.AZURE
    return FindingsFormat.TEXT


_OF_ENDING = {
    ".txt": FindingsFormat.TEXT,
    ".json": FindingsFormat.JSON,
    ".sarif": FindingsFormat.SARIF,
    ".xml": FindingsFormat.JUNIT,
}

MachineFormat = Literal[
    FindingsFormat.JSON,
    FindingsFormat.GITHUB,
    FindingsFormat.SARIF,
    FindingsFormat.JUNIT,
    FindingsFormat.GITLAB,
    FindingsFormat.AZURE,
]


def _for_machines(form: MachineFormat, report: Report) -> str:
    """All findings of a run in a format for machines."""
    from bizcase.cli.language import language

    match form:
        case FindingsFormat.JSON:
            from bizcase.output.findings import json

            return json.render(report.findings, report.tally, language())
        case FindingsFormat.GITHUB:
            from bizcase.output.findings import github

            return github.render(report.findings, language())
        case FindingsFormat.SARIF:
            from bizcase.output.findings import sarif

            return sarif.render(report.findings, language())
        case FindingsFormat.JUNIT:
            from bizcase.output.findings import junit

            return junit.render(report.findings, report.files, language(), strict=report.strict)
        case FindingsFormat.GITLAB:
            from bizcase.output.findings import gitlab

            return gitlab.render(report.findings, language())
        case FindingsFormat.AZURE:
            from bizcase.output.findings import azure

            return azure.render(report.findings, language())
        case _:
            assert_never(form)

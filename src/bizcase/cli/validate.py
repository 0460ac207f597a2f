"""`bizcase validate`: every finding of every file."""

from typing import Annotated

import typer

from bizcase.cli.configuration import Settings, settings_for
from bizcase.cli.findings_format import FindingsFormat, Report, usual_format, written
from bizcase.cli.misuse import choice, refuse
from bizcase.cli.options import (
    ExcerptOption,
    ExitZeroOption,
    ForceOption,
    JobsOption,
    OutputOption,
    ProfileOption,
    QuietOption,
    StdinFilenameOption,
    StrictOption,
)
from bizcase.texts.template import Text


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STI",
            help="Filer med sager, og mapper med dem (*.yaml, *.yml, *.xlsx); - læser standardinput.",
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
    force: ForceOption = False,
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

    form = findings_format or usual_format(output)
    if form in (FindingsFormat.XLSX, FindingsFormat.DOCX):
        from bizcase.cli.papers import refuse_without_library

        refuse_without_library(form, output)
    paths = with_stdin_called(stdin_filename, paths or [])
    files, settings = _files_of(paths, only_cases=only_cases)
    refuse_to_replace([*files, *settings.files(profile)], output, force=force)
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
        emit(written(form, report, output), output)
    elif output is not None:
        emit("".join(texts), output)
    remark(run.tally.in_words)
    raise typer.Exit(run.exit_code)


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

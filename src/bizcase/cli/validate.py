"""`bizcase validate`: every finding of every file."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, assert_never

import typer

from bizcase.cli.options import ExcerptOption, OutputOption, ProfileOption, StrictOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bizcase.examine import Examined
    from bizcase.reading.finding import Finding, Tally


class FindingsFormat(StrEnum):
    """Formats that findings can be printed in."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def validate(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Case files, and folders of them (*.yaml, *.yml); - reads standard input."),
    ],
    *,
    findings_format: Annotated[
        FindingsFormat | None,
        typer.Option("--format", help="What to print.", show_default="text; in GitHub Actions, github"),
    ] = None,
    output: OutputOption = None,
    profile: ProfileOption = None,
    strict: StrictOption = False,
    excerpt: ExcerptOption = True,
) -> None:
    """Check cases and print every finding, sorted by file and place.

    Exit code 0: fine; 1: a case has errors; 2: wrong usage, or a file that cannot be read.
    """
    from bizcase.cli.emit import emit, refuse_to_replace, say
    from bizcase.cli.exits import exit_code
    from bizcase.cli.options import profile_from
    from bizcase.examine import examine_all
    from bizcase.output.surface import standard_output
    from bizcase.reading.files import case_files
    from bizcase.reading.finding import Finding, Tally

    files = list(case_files(paths))
    refuse_to_replace([*files, profile], output)
    tally = Tally()
    findings: list[Finding] = []
    texts: list[str] = []
    form = findings_format or _usual_format(output)
    encoding = standard_output().encoding if form is FindingsFormat.TEXT and output is None else "utf-8"
    for examined in examine_all(files, profile_from(profile)):
        tally.count(examined.findings)
        findings += examined.findings
        if form is FindingsFormat.TEXT and examined.findings:
            text = "".join(_as_text(examined, excerpt=excerpt))
            if output is None:
                emit(text, None, encoding=encoding)
            else:
                texts.append(text)
    if form is not FindingsFormat.TEXT:
        emit(_for_machines(form, findings, tally), output)
    elif output is not None:
        emit("".join(texts), output)
    say(tally.in_words)
    raise typer.Exit(exit_code(findings, strict=strict))


def _usual_format(output: str | None) -> FindingsFormat:
    """Text, or annotations where GitHub Actions runs the program and reads what it prints."""
    import os

    printed = output is None and os.environ.get("GITHUB_ACTIONS") == "true"
    return FindingsFormat.GITHUB if printed else FindingsFormat.TEXT


def _as_text(examined: "Examined", *, excerpt: bool) -> "Iterator[str]":
    from bizcase.output import findings_text

    return findings_text.render(examined.findings, examined.source, excerpt=excerpt)


MachineFormat = Literal[FindingsFormat.JSON, FindingsFormat.GITHUB, FindingsFormat.SARIF]


def _for_machines(form: MachineFormat, findings: "list[Finding]", tally: "Tally") -> str:
    """All findings of a run in a format for machines."""
    match form:
        case FindingsFormat.JSON:
            from bizcase.output import findings_json

            return findings_json.render(findings, tally)
        case FindingsFormat.GITHUB:
            from bizcase.output import findings_github

            return findings_github.render(findings)
        case FindingsFormat.SARIF:
            from bizcase.output import findings_sarif

            return findings_sarif.render(findings)
        case _:
            assert_never(form)

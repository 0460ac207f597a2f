"""`bizcase validate`: every finding of every file."""

from typing import Annotated

import typer

from bizcase.cli.options import ExcerptOption, ProfileOption, StrictOption


def validate(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Case files, and folders of them (*.yaml, *.yml); - reads standard input."
        ),
    ],
    *,
    profile: ProfileOption = None,
    strict: StrictOption = False,
    excerpt: ExcerptOption = True,
) -> None:
    """Check cases and print every finding, sorted by file and place.

    Exit code 0: fine; 1: a case has errors; 2: wrong usage, or a file that cannot be read.
    """
    from bizcase.cli.emit import emit
    from bizcase.cli.exits import exit_code
    from bizcase.cli.options import profile_from
    from bizcase.examine import examine_all
    from bizcase.output import findings_text
    from bizcase.output.surface import standard_output
    from bizcase.reading.files import case_files
    from bizcase.reading.finding import Finding, Severity

    encoding = standard_output().encoding
    findings: list[Finding] = []
    files = 0
    for examined in examine_all(case_files(paths), profile_from(profile)):
        files += 1
        findings += examined.findings
        if examined.findings:
            texts = findings_text.render(examined.findings, examined.source, excerpt=excerpt)
            emit("".join(texts), None, encoding=encoding)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    typer.echo(
        f"{_counted(files, 'file')}, {_counted(errors, 'error')}, {_counted(len(findings) - errors, 'warning')}",
        err=True,
    )
    raise typer.Exit(exit_code(findings, strict=strict))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"

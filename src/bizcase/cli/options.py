"""Options that several commands share."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bizcase.case.profile import Profile


class TableFormat(StrEnum):
    """Formats that a table can be printed in."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"


ProfileOption = Annotated[
    str | None,
    typer.Option("--profile", metavar="FILE", help="Another municipality's profile.", show_default="Copenhagen's"),
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
]
ExcerptOption = Annotated[
    bool, typer.Option("--excerpt/--no-excerpt", help="Show the line that a finding is about, underlined.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")]


def profile_from(path: str | None) -> "Profile":
    """The profile in a file, or Copenhagen's; one that cannot be trusted ends the run."""
    from importlib.resources import as_file, files

    from bizcase.case.faults import to_finding
    from bizcase.case.profile import validate_profile
    from bizcase.cli.emit import say
    from bizcase.cli.exits import TROUBLE
    from bizcase.output.findings_text import render
    from bizcase.reading.source import read

    if path is None:
        with as_file(files("bizcase") / "profiles" / "copenhagen.yaml") as shipped:
            source = read(str(shipped))
    else:
        source = read(path)
    findings = list(source.findings)
    if source.root is not None and not findings:
        profile, faults = validate_profile(source.root)
        if profile is not None:
            return profile
        findings = [to_finding(fault, source.path, source.root) for fault in faults]
    for text in render(findings, source):
        say(text.removesuffix("\n"))
    raise typer.Exit(TROUBLE)

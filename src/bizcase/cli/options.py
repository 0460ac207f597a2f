"""Options that several commands share."""

import os
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bizcase.cli.choices import Form, GroupBy, LanguageName, OverviewLayout, SortBy

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from bizcase.case.profile import Profile
    from bizcase.engine.coverage import Targets
    from bizcase.reading.document import Node
    from bizcase.reading.fault import Fault

T = TypeVar("T")


ProfileOption = Annotated[
    str | None,
    typer.Option("--profile", metavar="FILE", help="Another municipality's profile.", show_default="Copenhagen's"),
]
FormOption = Annotated[
    Form | None,
    typer.Option("--format", help="What to print.", show_default="what the ending of --output says, else text"),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, whole or not at all.",
        callback=lambda path: None if path == "-" else path,
    ),
]
ExcerptOption = Annotated[
    bool, typer.Option("--excerpt/--no-excerpt", help="Show the line that a finding is about, underlined.")
]
OverviewOption = Annotated[OverviewLayout, typer.Option("--layout", help="Which overview.")]
GroupOption = Annotated[
    GroupBy | None,
    typer.Option("--group-by", help="Group the cases.", show_default="administration for innovation, else none"),
]
SortOption = Annotated[SortBy | None, typer.Option("--sort", help="Sort the cases.", show_default="as they come")]
BudgetOption = Annotated[
    str | None, typer.Option("--budget", metavar="MIO", help="The pool's size in mio. kr., such as 375.")
]
TargetOption = Annotated[
    str | None, typer.Option("--target", metavar="FILE", help="Yearly targets, for --layout profile.")
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Processes to work with.", show_default="as many as pay off")
]
MixedLevelsOption = Annotated[
    bool, typer.Option("--mixed-price-levels", help="Sum cases of different price levels all the same.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]
LanguageOption = Annotated[LanguageName, typer.Option("--lang", help="The language of tables.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")]


_SHIPPED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "profiles", "copenhagen.yaml")


def budget_from(text: str | None) -> "Decimal | None":
    """The pool's size, given in mio. kr., in 1.000 kr."""
    if text is None:
        return None
    from bizcase.case.amounts import read_amount
    from bizcase.case.refusal import Refusal
    from bizcase.case.unit import MILLIONS
    from bizcase.cli.run import LANGUAGE_OF_FINDINGS
    from bizcase.reading.document import Plain
    from bizcase.texts.template import spoken

    try:
        budget = read_amount(Plain(text), MILLIONS)
    except Refusal as refusal:
        raise typer.BadParameter(spoken(refusal.text, LANGUAGE_OF_FINDINGS), param_hint="--budget") from None
    if budget < 0:
        raise typer.BadParameter(f"{text} is below nil", param_hint="--budget")
    return budget


def targets_from(path: str | None, layout: OverviewLayout, profile: "Profile") -> "Targets | None":
    """The yearly targets in a file; one that cannot be trusted ends the run."""
    if path is None:
        return None
    if layout is not OverviewLayout.PROFILE:
        raise typer.BadParameter("targets belong to --layout profile", param_hint="--target")
    from bizcase.case.targets import validate_targets

    return read_trusted(path, lambda root: validate_targets(root, profile))


def profile_from(path: str | None) -> "Profile":
    """The profile in a file, or Copenhagen's; one that cannot be trusted ends the run."""
    from bizcase.case.profile import validate_profile

    return read_trusted(path or _SHIPPED, validate_profile)


def read_trusted(path: str, validate: "Callable[[Node], tuple[T | None, list[Fault]]]") -> "T":
    """What a file beside the cases holds; where it has faults, they are printed and the run ends."""
    from bizcase.cli.emit import say
    from bizcase.cli.exits import TROUBLE
    from bizcase.cli.run import LANGUAGE_OF_FINDINGS
    from bizcase.output.findings.text import render
    from bizcase.reading.source import read

    source = read(path)
    findings = list(source.findings)
    if source.root is not None and not findings:
        value, faults = validate(source.root)
        if value is not None:
            return value
        findings += map(source.finding, faults)
    for finding in findings:
        say(render(finding, LANGUAGE_OF_FINDINGS).removesuffix("\n"))
    raise typer.Exit(TROUBLE)

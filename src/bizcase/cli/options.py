"""Options that several commands share."""

import os
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from bizcase.cli.choices import FORMS_ELSEWHERE, CsvName, Form, GroupBy, OverviewLayout, SortBy, UnitName
from bizcase.cli.emit import be_quiet
from bizcase.cli.misuse import choice, kind_named, refuse, whole_number
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from bizcase.case.budget import Budget
    from bizcase.case.profile import Profile
    from bizcase.case.targets import TargetFile
    from bizcase.cli.configuration import Settings
    from bizcase.reading.document import Node
    from bizcase.reading.fault import Fault
    from bizcase.reading.finding import Finding
    from bizcase.tables.overview import Against

T = TypeVar("T")


ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="FIL",
        help="Kommunens profil: dens udvalg, områder og grænser. Også BIZCASE_PROFILE.",
        show_default="konfigurationens, ellers Københavns",
    ),
]
FormOption = Annotated[
    Form | None,
    choice(
        "--format",
        of=Form,
        other_names=FORMS_ELSEWHERE,
        help="Hvad der skrives.",
        show_default="som endelsen på --output, ellers text",
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overskriv et dokument, selv om nogen har rettet i det.")]
CsvOption = Annotated[
    CsvName,
    choice(
        "--csv",
        of=CsvName,
        other_names={"dansk": CsvName.DANISH, "excel": CsvName.DANISH},
        help="Skilletegn i csv: danish er til danske regneark, plain til programmer.",
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FIL",
        help="Gem i en fil; endelsen siger, hvad der skrives, fx sag.xlsx.",
        callback=lambda path: None if path == "-" else path,
    ),
]
ExcerptOption = Annotated[
    bool, typer.Option("--excerpt/--no-excerpt", help="Vis linjen, som et fund handler om, med markering.")
]
OverviewOption = Annotated[
    OverviewLayout,
    choice("--layout", of=OverviewLayout, help="Hvilken oversigt."),
]
GroupOption = Annotated[
    GroupBy | None,
    choice(
        "--group-by",
        of=GroupBy,
        help="Saml sagerne i grupper.",
        show_default="administration for innovation, ellers none",
    ),
]
SortOption = Annotated[
    SortBy | None,
    choice(
        "--sort",
        of=SortBy,
        help="Sorter sagerne.",
        show_default="som de kommer",
    ),
]
BudgetOption = Annotated[
    str | None,
    typer.Option("--budget", metavar="MIO", help="Puljens størrelse i mio. kr., fx 375, eller en fil med budgettet."),
]
TargetOption = Annotated[
    str | None, typer.Option("--target", metavar="FIL", help="Måltal pr. år, til --layout profile.")
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        parser=whole_number,
        metavar="ANTAL",
        help="Hvor mange processer der regner.",
        show_default="så mange, som det kan betale sig",
    ),
]
UnitOption = Annotated[
    UnitName | None,
    choice(
        "--unit",
        of=UnitName,
        guessed=False,
        help="Enheden for det, der vises.",
        show_default="oversigtens egen",
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        parser=kind_named,
        metavar="ART",
        help="Kun sager af denne art; kan gentages.",
        show_default="oversigtens egne",
    ),
]
YearsOption = Annotated[
    str | None,
    typer.Option(
        "--years",
        metavar="ÅR-ÅR",
        help="De år, som figures, profile og poster til programmer viser.",
        show_default="alle sagernes år",
    ),
]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Vis advarslerne en for en.")]


def _quiet_if(quiet: bool) -> bool:  # noqa: FBT001 - the library hands it over like this
    if quiet:
        be_quiet()
    return quiet


QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", callback=_quiet_if, help="Vis kun resultatet, og hvad der er galt.")
]
StdinFilenameOption = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="FIL", help="Hvad det hedder, der kommer fra standardinput."),
]
ExitZeroOption = Annotated[
    bool, typer.Option("--exit-zero", help="Slut med 0, også når sager har fejl eller advarsler.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Lad advarsler tælle som fejl.")]


_MORE_THAN_ANY_POOL = 10**9
"""A million mio. kr., in 1.000 kr.: who names so much has written kroner."""


def _budget_from(text: str | None, profile: "Profile") -> "Budget | None":
    """The budget of a pool: its size, given in mio. kr., or a file that has it by steering area and year."""
    if text is None:
        return None
    if not text.strip():
        refuse(Text("her står ingenting; skriv beløbet i mio. kr., fx 375"), "--budget")
    from bizcase.case.budget import Budget, validate_budget
    from bizcase.reading.content import is_case_file

    if is_case_file(text) or os.path.exists(text):
        return read_trusted(text, lambda root: validate_budget(root, profile), key="budget")
    return Budget(_size_from(text))


def _size_from(text: str) -> "Decimal":
    """An amount given in mio. kr., in 1.000 kr."""
    from bizcase.case.amounts import read_amount
    from bizcase.case.refusal import Refusal
    from bizcase.case.unit import MILLIONS, POWERS, THOUSANDS
    from bizcase.reading.document import Plain

    try:
        budget = read_amount(Plain(text), THOUSANDS).scaleb(
            POWERS[MILLIONS]
        )  # three decimals may be thousands here too
    except Refusal as refusal:
        refuse(refusal.text, "--budget")
    if budget < 0:
        refuse(Text("{found} er under 0; skriv beløbet uden minus", found=text), "--budget")
    if budget >= _MORE_THAN_ANY_POOL:
        refuse(Text("{found} mio. kr. rummer ingen pulje; skriv beløbet i mio. kr., fx 375", found=text), "--budget")
    return budget


def years_from(text: str | None) -> range | None:
    """The years that are asked for, from the first to the last."""
    if text is None:
        return None
    from bizcase.case.periods import read_period
    from bizcase.case.refusal import Refusal

    try:
        period = read_period(text, may_be_open=False)
    except Refusal as refusal:
        refuse(refusal.text, "--years")
    if period.last is None:
        refuse(
            Text("{found} har intet slutår, og her skal være et; skriv årene: {year}-…", found=text, year=text[:4]),
            "--years",
        )
    return period.named_years


def against_from(target: str | None, budget: str | None, layout: OverviewLayout, profile: "Profile") -> "Against":
    """What a pool is held against, as the command line has it."""
    from bizcase.tables.overview import Against

    file = _targets_from(target, layout, profile)
    frames = _budget_from(budget, profile)
    return Against(None, frames) if file is None else Against(file.targets, frames, file.price_level)


def _targets_from(path: str | None, layout: OverviewLayout, profile: "Profile") -> "TargetFile | None":
    """The yearly targets in a file; one that cannot be trusted ends the run."""
    if path is None:
        return None
    if layout is not OverviewLayout.PROFILE:
        refuse(Text("måltal hører til --layout profile; tilføj det, eller fjern --target"), "--target")
    from bizcase.case.targets import validate_targets

    return read_trusted(path, lambda root: validate_targets(root, profile), key="targets")


def with_stdin_called(name: str | None, paths: "list[str]") -> "list[str]":
    """The paths, standard input among them by its name; the file of that name is not read beside it."""
    from bizcase.reading.content import STANDARD_INPUT, StandardInput

    if name is None:
        return paths
    if not name:
        refuse(Text("her står ingenting; skriv et filnavn"), "--stdin-filename")
    if STANDARD_INPUT not in paths:
        refuse(Text("hører til standardinput; skriv - blandt filerne, eller fjern det"), "--stdin-filename")
    return [StandardInput(name) if path == STANDARD_INPUT else path for path in paths]


def profile_from(option: str | None, settings: "Settings") -> "Profile":
    """The profile that an option names, or else the settings; one that cannot be trusted ends the run."""
    from bizcase.case.profile_validation import validate_profile

    return read_trusted(settings.profile_path(option), validate_profile, key="municipality")


def read_trusted(path: str, validate: "Callable[[Node], tuple[T | None, list[Fault]]]", *, key: str) -> "T":
    """What a file beside the cases holds; where it has faults, that is said and the run ends."""
    value, findings = read_beside(path, validate, key=key)
    return end_for(findings) if value is None else value


def read_beside(
    path: str, validate: "Callable[[Node], tuple[T | None, list[Fault]]]", *, key: str
) -> "tuple[T | None, list[Finding]]":
    """What a file beside the cases holds, or what is wrong with it; where it holds something else, the run ends.

    `key` is the one that tells such a file from others.
    """
    from bizcase.case.companion import HELD, holds
    from bizcase.reading.fault import Faults
    from bizcase.reading.read import read

    source = read(path)
    if source.root is not None and not source.findings:
        if (other := holds(source.root)) is not None and other != HELD[key]:
            refuse(Text("{path} rummer {other} og ikke {held}", path=path, other=other, held=HELD[key]), path)
        value, faults = validate(source.root)
        source.report_all(Faults(faults))
        return value, list(source.told)
    return None, list(source.told)


def end_for(findings: "Iterable[Finding]") -> NoReturn:
    """End the run for what is wrong with a file that it rests on."""
    from bizcase.cli.emit import say
    from bizcase.cli.exits import TROUBLE
    from bizcase.cli.language import finding_said

    for finding in findings:
        say(finding_said(finding))
    raise typer.Exit(TROUBLE)

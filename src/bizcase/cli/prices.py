"""The options of a price level: what amounts are converted to, and the index that they are converted by."""

from typing import TYPE_CHECKING, Annotated

import typer

from bizcase.cli.misuse import Misuse, refuse
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.profile import Profile
    from bizcase.cli.configuration import Settings
    from bizcase.engine.price_level import Prices
    from bizcase.tables.overview import Pool


def _level(text: str) -> int:
    """The year of a price level."""
    from bizcase.case.periods import FIRST_YEAR, LAST_YEAR, read_year, year_within

    if (year := read_year(text)) is not None:
        return year
    if meant := year_within(text):
        raise Misuse(Text("{found} er ikke et år; skriv {instead}", found=text, instead=meant))
    message = Text(
        "{found} er ikke et år; skriv et år fra {first} til {last}",
        found=text or '""',
        first=FIRST_YEAR,
        last=LAST_YEAR,
    )
    raise Misuse(message)


PriceLevelOption = Annotated[
    int | None,
    typer.Option(
        "--price-level",
        parser=_level,
        metavar="ÅR",
        help="Omregn alle beløb til dette års p/l, med et prisindeks.",
        show_default="sagens eget",
    ),
]
PricesOption = Annotated[
    str | None,
    typer.Option(
        "--prices",
        metavar="FIL",
        help="Prisindekset, som --price-level omregner med.",
        show_default="konfigurationens",
    ),
]


def prices_from(level: int | None, option: str | None, profile: "Profile", settings: "Settings") -> "Prices | None":
    """What amounts are to be converted to, and by which index: the one that an option names, or else the settings.

    An index that cannot be trusted ends the run; where nothing is converted, none is read.
    """
    if level is None:
        if option is not None:
            refuse(Text("hører til --price-level; tilføj fx --price-level 2025"), "--prices")
        return None
    path = option or settings.prices
    if path is None:
        refuse(Text("omregner med et prisindeks; tilføj --prices FIL"), "--price-level")
    from decimal import setcontext

    from bizcase.case.price_index import validate_price_index
    from bizcase.case.rounding import EXACTLY
    from bizcase.cli.options import read_trusted
    from bizcase.engine.price_level import Prices

    index = read_trusted(path, lambda root: validate_price_index(root, profile), key="changes")
    if not index.reaches(level):
        refuse(
            Text(
                "{path} har ingen tal, der fører til {level}; tilføj dem i filen, eller vælg et andet år",
                path=path,
                level=level,
            ),
            "--price-level",
        )
    setcontext(EXACTLY.copy())  # what tables and records add up has as many digits as the factors
    return Prices(level, index)


def refuse_other_price_levels(pool: "Pool", *, converted: bool) -> None:
    """End the run where a file beside the cases stands in another price level than theirs, or may do so unsaid.

    A file that says none is taken to be in the cases' own, which is not so for certain where they were converted. An
    amount on the command line is meant as the overview stands.
    """
    levels = {case.price_level for case in pool.cases}
    against = pool.against
    if against.targets is not None:
        _refuse_another("--target", against.price_level_of_targets, levels, converted=converted)
    if against.budget is not None and against.budget.by_steering_area:
        _refuse_another("--budget", against.budget.price_level, levels, converted=converted)


def _refuse_another(option: str, stated: int | None, levels: set[int], *, converted: bool) -> None:
    for level in levels:
        if stated is None and converted:
            message = Text(
                "filen siger ikke, hvilket p/l den står i; tilføj price_level: {level}, hvis det er dét", level=level
            )
            refuse(message, option)
        if stated not in (None, level):
            message = Text(
                "filen står i {stated} p/l og sagerne i {level}; omregn sagerne: --price-level {stated} --prices FIL",
                stated=stated,
                level=level,
            )
            refuse(message, option)

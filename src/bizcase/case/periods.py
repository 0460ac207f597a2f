"""Periods as an analyst writes them: `2018`, `2019-2021`, or `2019+` for that year and every one after it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from bizcase.case.refusal import Refusal
from bizcase.reading.characters import shortened
from bizcase.reading.document import quoted
from bizcase.texts.template import Text, Words

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years that a case may name."""

YEAR_PATTERN = "(?:199[0-9]|20[0-9]{2}|2100)"
"""The same years as a regular expression, in the dialect of JSON Schema too."""


SINGLE_YEARS, CLOSED_PERIODS, ALL_PERIODS = (
    (YEAR_PATTERN, "skriv et år, fx 2026"),
    (f"{YEAR_PATTERN}(-{YEAR_PATTERN})?", "skriv et år (2026) eller flere år (2027-2029)"),
    (
        rf"{YEAR_PATTERN}(-{YEAR_PATTERN}|\+)?",
        "skriv et år (2026), flere år (2027-2029) eller et år og frem (2028+)",
    ),
)
"""Which years may stand somewhere, as a regular expression of JSON Schema, and what to write."""


def year_schema(years: tuple[str, str], *besides: str) -> dict[str, object]:
    """The JSON Schema of what is a year, begins with one, or is a word `besides`; editors take a year for a number."""
    pattern, advice = years
    return {
        "type": ["string", "integer"],
        "pattern": f"^({'|'.join((pattern, *besides))})$",
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "errorMessage": f"{advice}, eller {', '.join(besides)}" if besides else advice,
        "doNotSuggest": True,  # an editor would offer the expression
    }


_PERIOD = re.compile(f"({YEAR_PATTERN})(?:-({YEAR_PATTERN})|(\\+))?")


class Period(NamedTuple):
    """A run of years; `last` is nothing where the period is open ("2019 og frem")."""

    first: int
    last: int | None

    @property
    def is_open(self) -> bool:
        """Whether the period goes on beyond every table."""
        return self.last is None

    @property
    def named_years(self) -> range:
        """The years that the period names; an open one names its first."""
        return range(self.first, (self.last or self.first) + 1)

    def covers(self, year: int) -> bool:
        """Whether the year is one of the period's."""
        return self.first <= year and (self.last is None or year <= self.last)

    def meets(self, other: "Period") -> bool:
        """Whether the two periods share a year."""
        return (other.last is None or self.first <= other.last) and (self.last is None or other.first <= self.last)

    def __str__(self) -> str:
        """The period as the format writes it."""
        if self.last is None:
            return f"{self.first}+"
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@lru_cache(maxsize=4096)  # a pool of cases names the same few years over and over
def read_period(text: str, *, may_be_open: bool = True) -> Period:
    """The period that a key names. Raises Refusal (`bad-period`) at the key."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise Refusal("bad-period", _not_a_period(text, may_be_open=may_be_open), at_key=True)
    first = int(match[1])
    if match[3]:
        return Period(first, None)
    last = int(match[2] or first)
    if last < first:
        message = Text("{found} slutter, før den begynder; skriv {last}-{first}", found=text, last=last, first=first)
        raise Refusal("bad-period", message, at_key=True)
    return Period(first, last)


def read_year(text: str) -> int | None:
    """The year that a text names, or nothing."""
    return int(text) if re.fullmatch(YEAR_PATTERN, text) else None


def _with_century(first: int, last: int) -> str | None:
    """A run of years whose last is written with two digits: 2019-21."""
    year = first - first % 100 + last
    year += 100 * (year < first)
    return f"{first}-{year}" if year <= LAST_YEAR else None


def year_within(text: str) -> str | None:
    """The year that somebody means who writes a word beside it, or its last two digits: Budget 2026, 2026-pl, 26."""
    if re.fullmatch("[0-9]{2}", text):
        return f"19{text}" if text >= "90" else f"20{text}"
    years = re.findall(f"(?<![0-9]){YEAR_PATTERN}(?![0-9])", text)
    return years[0] if len(years) == 1 and not re.search("[0-9]", text.replace(years[0], "")) else None


def span(periods: Iterable[Period]) -> tuple[int, int]:
    """The first and the last year that any of the periods names; an open one names its first."""
    first, last = zip(*((period.first, period.last or period.first) for period in periods), strict=True)
    return min(first), max(last)


def _not_a_period(text: str, *, may_be_open: bool) -> Text:
    found = quoted(text)
    if re.fullmatch(f"{YEAR_PATTERN}:.+", text):
        spaced = shortened(text.replace(":", ": ", 1))
        return Text("der mangler et mellemrum efter kolon i {found}; skriv {instead}", found=found, instead=spaced)
    tidied = re.sub("\\s*[\u2010-\u2015/]\\s*|\\s*-\\s*", "-", text.strip()).replace(" +", "+")
    if _PERIOD.fullmatch(tidied):
        return _meant(found, tidied)
    if re.fullmatch(f"{YEAR_PATTERN}\\s*(-|og frem|ff\\.?|→|…|\\.\\.+)", text):
        if not may_be_open:
            return Text(
                "{found} har intet slutår, og her skal være et; skriv årene: {year}-…", found=found, year=text[:4]
            )
        return Text("{found} er ikke en periode; skriv {year}+ for {year} og frem", found=found, year=text[:4])
    short = re.fullmatch(f"({YEAR_PATTERN})-([0-9]{{2}})", text)
    if meant := _with_century(int(short[1]), int(short[2])) if short else year_within(text):
        return _meant(found, meant)
    bounds = {"found": found, "first": FIRST_YEAR, "last": LAST_YEAR}
    return (
        Text(
            "{found} er ikke en periode; skriv et år fra {first} til {last} (2026), flere år (2027-2029) "
            "eller et år og frem (2028+)",
            **bounds,
        )
        if may_be_open
        else Text(
            "{found} er ikke en periode; skriv et år fra {first} til {last} (2026) eller flere år (2027-2029)", **bounds
        )
    )


def _meant(found: Words, instead: str) -> Text:
    return Text("{found} er ikke en periode; skriv {instead}", found=found, instead=instead)

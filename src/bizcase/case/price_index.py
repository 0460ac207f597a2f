"""A price index: how much prices and wages change from year to year, in a file of the user's own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo
from pydantic.json_schema import JsonSchemaValue

from bizcase.case.context import Context, context_of
from bizcase.case.fields import OneLine, ReadBy, Version, Year
from bizcase.case.kinds import Unit
from bizcase.case.line_fields import VOCABULARY, read_steering_area
from bizcase.case.names import Names
from bizcase.case.nearest import nearest
from bizcase.case.period_amounts import by_period, needs_an_end
from bizcase.case.periods import CLOSED_PERIODS, year_schema
from bizcase.case.price_figures import CHANGE_SCHEMA, LEVEL_SCHEMA, read_change, read_level
from bizcase.case.profile import Profile
from bizcase.case.record import Record
from bizcase.case.refusal import Refusal, faults_of, refuse_twice
from bizcase.reading.document import Mapping as WrittenMapping
from bizcase.reading.document import Node, quoted
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text

GENERAL = "general"
"""The series of every steering area that has none of its own."""

_GENERAL = Names({GENERAL: ("generel", "generelt", "alle områder")})

ByYear = dict[int, Decimal]
"""A change in per cent from the year before, or a level, for each year."""


def _changes(node: object, info: ValidationInfo) -> ByYear:
    return _by_year(node, info, read_change, example="{2024: 4.0%, 2025: 2.8%}")


_FURTHEST = 100
"""How many times the lowest index number of a series the highest may be: more, and one has lost its point."""


def _levels(node: object, info: ValidationInfo) -> ByYear:
    levels = _by_year(node, info, read_level, example="{2016: 100, 2025: 122.2}")
    low, high = min(levels.values()), max(levels.values())
    if high >= _FURTHEST * low:
        message = Text(
            "{low} og {high} kan ikke stå i samme række; skriv tusinder uden punktum, og decimaler med",
            low=low,
            high=high,
        )
        raise Refusal("bad-value", message)
    return levels


def _by_year(
    node: object, info: ValidationInfo, read: Callable[[object, Unit | None], Decimal], *, example: str
) -> ByYear:
    periods = by_period(node, info, read, example=example, no_end=needs_an_end, money=False)
    return {year: figure for period, figure in periods.items() for year in period.named_years}


def _by_years(value: JsonSchemaValue) -> JsonSchemaValue:
    """A mapping of closed periods to values."""
    keys = year_schema(CLOSED_PERIODS)
    return {"type": "object", "propertyNames": keys, "additionalProperties": value, "minProperties": 1}


def _series_name(node: object, info: ValidationInfo) -> str:
    """`general`, or a steering area."""
    if isinstance(node, str) and _GENERAL.meant_by(node):
        return GENERAL
    names = context_of(info).profile.steering_area_names
    if isinstance(node, str) and names.meant_by(node) is None and nearest(node, (GENERAL,)):
        message = Text("er ikke et felt, der kan stå her; mente du {meant}?", meant=GENERAL)
        raise Refusal("unknown-key", message, at_key=True)
    return read_steering_area(node, info)


def _no_series_twice(node: object, info: ValidationInfo) -> object:
    """Refuse a series that stands there by two of its names."""
    refuse_twice(node, _GENERAL)
    refuse_twice(node, context_of(info).profile.steering_area_names)
    return node


_SERIES = {
    "minProperties": 1,
    "propertyNames": {"anyOf": [{"const": GENERAL}, _GENERAL.pattern(), {VOCABULARY: "steering_area"}]},
}

SeriesName = Annotated[str, ReadBy(_series_name, {"type": "string"})]
T = TypeVar("T")
BySeries = Annotated[dict[SeriesName, T], BeforeValidator(_no_series_twice)]
Changes = Annotated[ByYear, ReadBy(_changes, _by_years(CHANGE_SCHEMA))]
Levels = Annotated[ByYear, ReadBy(_levels, _by_years(LEVEL_SCHEMA))]


class PriceIndex(Record):
    """A price index (prisindeks): what its figures are called and where they are from, and one of the two forms.

    `changes` are per cent from the year before, `levels` are index numbers. A steering area that has no series of its
    own goes by the general one. Years from `estimates_from` on are estimates.
    """

    schema_version: Annotated[Version, Field(description="Formatets version")] = 1
    name: Annotated[OneLine, Field(description="Hvad indekset hedder, som det skal trykkes")]
    source: Annotated[OneLine, Field(description="Hvor tallene er fra")]
    changes: Annotated[
        BySeries[Changes],
        Field(description="Procent fra året før: general, eller styringsområde", json_schema_extra=_SERIES),
    ] = {}
    levels: Annotated[
        BySeries[Levels],
        Field(description="Indekstal i stedet for changes: general, eller styringsområde", json_schema_extra=_SERIES),
    ] = {}
    estimates_from: Annotated[Year | None, Field(description="Det første år, hvis tal er skøn")] = None

    @property
    def series(self) -> Mapping[str, ByYear]:
        """The series of either form, by steering area or general."""
        return self.changes or self.levels

    def of_area(self, area: str) -> ByYear:
        """The series that a steering area goes by: its own, or the general one; an empty one where there is neither."""
        return self.series.get(area) or self.series.get(GENERAL) or {}

    def reaches(self, level: int) -> bool:
        """Whether any of the series leads to a price level, or from it."""
        return any(
            level in by_year or (bool(self.changes) and level + 1 in by_year) for by_year in self.series.values()
        )

    def years_missing(self, area: str, start: int, end: int) -> list[int]:
        """The years whose figures it takes to get from one price level to another, and that are not there."""
        needed = [start, end] if self.levels else range(min(start, end) + 1, max(start, end) + 1)
        return sorted(set(needed).difference(self.of_area(area)))

    def first_estimate(self, start: int, end: int) -> int | None:
        """From which year on the figures are estimates, where it takes one to get from one price level to another."""
        first = self.estimates_from
        return None if first is None or start == end or max(start, end) < first else first


def runs_of(years: Iterable[int]) -> str:
    """Years as they are named: those that follow each other as one, 2014-2016, 2019."""
    runs = []
    for _, members in groupby(enumerate(years), key=lambda member: member[1] - member[0]):
        run = [year for _, year in members]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return ", ".join(runs)


def validate_price_index(root: Node, profile: Profile) -> tuple[PriceIndex | None, list[Fault]]:
    """The price index of a document, or what is wrong with it."""
    if not isinstance(root, WrittenMapping):
        message = Text("her står {found}; skriv name, source og changes eller levels", found=quoted(root))
        return None, [Fault("wrong-type", (), message)]
    if faults := list(_forms(root)):
        return None, faults
    try:
        return PriceIndex.model_validate(root, context=Context.of(root, profile, frozenset())), []
    except ValidationError as error:
        return None, faults_of(error, root, PriceIndex)


EXAMPLES = {"changes": "general: {2025: 2.8%}", "levels": "general: {2016: 100, 2025: 122.2}"}
"""The two forms, each with how it is written."""


def _forms(root: WrittenMapping) -> Iterator[Fault]:
    """What is wrong with the two forms as such: neither stands there, or both, or one without a series."""
    given = [form for form in EXAMPLES if form in root]
    if not given:
        message = Text(
            "mangler; skriv ændringer i procent, fx {example}, eller indekstal under levels",
            example=EXAMPLES["changes"],
        )
        yield Fault("missing-key", ("changes",), message)
    if len(given) > 1:
        message = Text("står sammen med changes, og et indeks har kun den ene form; fjern det ene")
        yield Fault("bad-value", ("levels",), message, at_key=True)
    for form in given:
        if not isinstance(root[form], WrittenMapping) or not root[form]:
            message = Text(
                "her står {found}; skriv fx {example}", found=quoted(root[form] or None), example=EXAMPLES[form]
            )
            yield Fault("wrong-type", (form,), message)

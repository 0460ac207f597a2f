"""Assumptions (forudsætninger) and derived figures: what a line's amounts rest on, by name, with unit and source."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import ConfigDict, Field, ValidationInfo
from pydantic.json_schema import JsonSchemaValue

from bizcase.case.amounts import ZERO, read_amount, read_per_cent
from bizcase.case.fields import PER_CENT_SCHEMA, OneLine, ReadBy
from bizcase.case.figure_meant import THREE_DECIMALS
from bizcase.case.kinds import Unit
from bizcase.case.measure import Measure, read_measure
from bizcase.case.period_amounts import by_period
from bizcase.case.periods import ALL_PERIODS, Period, year_schema
from bizcase.case.quantity import Quantity
from bizcase.case.record import Record
from bizcase.case.refusal import Refusal, refuse_all
from bizcase.reading.document import Plain, Where, is_blank, quoted
from bizcase.texts.template import Text


class Figure(NamedTuple):
    """A figure as the file writes it (`10%`, `1/3`, `4`), and exactly; never below nil."""

    written: str
    exactly: Fraction


Figures = Figure | dict[Period, Figure]
"""One figure for all years, or one for each period."""

_FRACTION = re.compile(r"([0-9]{1,6})/([1-9][0-9]{0,5})")


def _read_figure(node: object, unit: Unit | None = None) -> Figure:
    """A number, a per cent or a fraction of two whole numbers. Raises Refusal, as amounts do."""
    if isinstance(node, str) and node.endswith("%"):
        return Figure(node, Fraction(read_per_cent(node)) / 100)
    if isinstance(node, Plain) and (match := _FRACTION.fullmatch(node)):
        return Figure(node, Fraction(int(match[1]), int(match[2])))
    is_ambiguous = isinstance(node, Plain) and node[:2] != "0." and THREE_DECIMALS.fullmatch(node) is not None
    amount = read_amount(node, "kr." if is_ambiguous else None)  # no other advice may think of money
    if amount < ZERO:
        message = Text(
            "{found} er under 0; skriv tallet uden minus, saving og cost giver fortegnet", found=quoted(node)
        )
        raise Refusal("bad-value", message)
    return Figure(str(node), Fraction(amount))


def _figures(node: object, info: ValidationInfo) -> Figures:
    if isinstance(node, dict):
        return by_period(node, info, _read_figure, example="{2026: 1500000, 2027+: 1400000}")
    return _read_figure(node)


def _bound(node: object, info: ValidationInfo) -> Figure:
    """A low or a high value, on its side of the value."""
    bound = _read_figure(node)
    values = each_of(info.data["value"]) if "value" in info.data else ()
    if info.field_name == "low" and any(bound.exactly > value.exactly for value in values):
        raise Refusal("bad-value", Text("{found} er over value; skriv et lavere tal", found=quoted(node)))
    if info.field_name == "high" and any(bound.exactly < value.exactly for value in values):
        raise Refusal("bad-value", Text("{found} er under value; skriv et højere tal", found=quoted(node)))
    return bound


def each_of(figures: Figures) -> tuple[Figure, ...]:
    """Every figure: one, or one a period."""
    return tuple(figures.values()) if isinstance(figures, dict) else (figures,)


def _measure(node: object, info: ValidationInfo) -> Measure:
    if not isinstance(node, str) or is_blank(node):
        raise Refusal("wrong-type", Text("her står {found}; skriv en enhed, fx minutter/opkald", found=quoted(node)))
    measure = read_measure(node)
    values = each_of(info.data["value"]) if "value" in info.data else ()
    if measure.powers and any(value.written.endswith("%") for value in values):
        raise Refusal("bad-value", Text("en procent er en andel og har ingen enhed; fjern unit, eller skriv et tal"))
    return measure


class Factor(NamedTuple):
    """A figure of a calculation, by its name: multiplied by, or divided by."""

    name: str
    divides: bool

    def __str__(self) -> str:
        """The figure as the format writes it."""
        return f"/{self.name}" if self.divides else self.name


Chain = tuple[Factor, ...]
"""A calculation: figures that are multiplied with each other, some of them as divisors."""

NAME = "[A-Za-zÆØÅæøå][A-Za-zÆØÅæøå0-9_-]{0,39}"
"""What an assumption may be called, as a regular expression."""

_LONGEST_CHAIN = 30


def _name(node: object, info: ValidationInfo) -> str:
    if isinstance(node, str) and re.fullmatch(NAME, meant := re.sub(r"\s+", "_", node.strip())) and meant != node:
        raise Refusal("bad-value", Text("{found} kan ikke være et navn; skriv {instead}", found=node, instead=meant))
    if not isinstance(node, str) or not re.fullmatch(NAME, node):
        message = Text(
            "{found} kan ikke være et navn; skriv et bogstav og derefter bogstaver, cifre, _ og -, fx opkald_pr_år",
            found=quoted(node),
        )
        raise Refusal("bad-value", message)
    return node


def read_chain(node: object, info: ValidationInfo) -> Chain:
    """The names of a calculation. Raises Refusal, or several at once."""
    if not isinstance(node, list) or not node:
        message = Text(
            "her står {found}; skriv navne i en liste, fx [opkald, samtaletid, /timer_pr_årsværk]", found=quoted(node)
        )
        raise Refusal("wrong-type", message)
    if len(node) > _LONGEST_CHAIN:
        raise Refusal("bad-value", Text("har flere end {most} led; del regnestykket", most=_LONGEST_CHAIN))
    factors: list[Factor] = []
    refusals: list[tuple[Where, Refusal]] = []
    for index, each in enumerate(node):
        divides = isinstance(each, str) and each.startswith("/")
        name = each[1:].strip() if divides else each
        if isinstance(name, str) and re.fullmatch(NAME, name):
            factors.append(Factor(str(name), divides))
            continue
        refusals.append(((index,), Refusal("bad-value", _is_no_name(each))))
    if refusals:
        refuse_all(refusals)
    return tuple(factors)


def _is_no_name(node: object) -> Text:
    if isinstance(node, str) and re.match(r"/?\s*[0-9]", node):
        return Text("{found} er et tal; skriv det under assumptions med navn, enhed og kilde", found=quoted(node))
    return Text(
        "{found} er ikke et navn; skriv navnet på en forudsætning, og /navn, hvor der divideres", found=quoted(node)
    )


def _printed(node: object, info: ValidationInfo) -> Decimal:
    """A printed figure with the digits that it is printed with; a per cent as a share."""
    if isinstance(node, str) and node.endswith("%"):
        return read_per_cent(node).scaleb(-2)
    _read_figure(node)
    return read_amount(node, None)


_FIGURE_SCHEMA: JsonSchemaValue = {
    "type": ["number", "string"],
    "minimum": 0,
    "pattern": rf"({PER_CENT_SCHEMA['pattern']})|(^{_FRACTION.pattern}$)",
    "errorMessage": "skriv et tal (4), en procent (10%) eller en brøk (1/3)",
}
_FIGURES_SCHEMA: JsonSchemaValue = _FIGURE_SCHEMA | {
    "type": ["number", "string", "object"],
    "propertyNames": year_schema(ALL_PERIODS),
    "additionalProperties": _FIGURE_SCHEMA,
    "minProperties": 1,
}
CHAIN_SCHEMA: JsonSchemaValue = {
    "type": "array",
    "minItems": 1,
    "maxItems": _LONGEST_CHAIN,
    "items": {"type": "string", "pattern": rf"^(/\s*)?{NAME}$", "errorMessage": "skriv et navn, eller /navn"},
    "errorMessage": "skriv navne i en liste, fx [opkald, samtaletid, /timer_pr_årsværk]",
}
_PRINTED_SCHEMA: JsonSchemaValue = PER_CENT_SCHEMA | {"errorMessage": "skriv tallet, som det er trykt"}
_PRINTED_SCHEMA.pop("exclusiveMaximum")

Value = Annotated[Figures, ReadBy(_figures, _FIGURES_SCHEMA)]
Bound = Annotated[Figure, ReadBy(_bound, _FIGURE_SCHEMA)]
UnitOfMeasure = Annotated[
    Measure,
    ReadBy(_measure, {"type": "string", "pattern": r"\S", "errorMessage": "skriv en enhed, fx minutter/opkald"}),
]
FactorChain = Annotated[Chain, ReadBy(read_chain, CHAIN_SCHEMA)]
PrintedFigure = Annotated[Decimal, ReadBy(_printed, _PRINTED_SCHEMA)]
Name = Annotated[str, ReadBy(_name, {"type": "string"})]


class Assumption(Record):
    """A figure that a case rests on (forudsætning), which somebody has to vouch for."""

    value: Annotated[Value, Field(description="Tallet: 4, 10% eller 1/3; eller periode og tal")]
    unit: Annotated[UnitOfMeasure | None, Field(description="Enhed, fx minutter/opkald; udeladt: en andel")] = None
    low: Annotated[Bound | None, Field(description="Lavt skøn, i samme enhed")] = None
    high: Annotated[Bound | None, Field(description="Højt skøn, i samme enhed")] = None
    source: Annotated[OneLine | None, Field(description="Hvor tallet står, eller hvem der har skønnet det")] = None


class DerivedFigure(Record):
    """A figure that is multiplied from others (afledt tal)."""

    model_config = ConfigDict(populate_by_name=True)

    chain: Annotated[FactorChain, Field(alias="from", description="Navne, der ganges med hinanden; /navn dividerer")]
    unit: Annotated[UnitOfMeasure | None, Field(description="Enheden, som regnestykket skal give")] = None
    published: Annotated[PrintedFigure | None, Field(description="Tallet, som papiret har det, til afstemning")] = None
    source: Annotated[OneLine | None, Field(description="Hvor i papiret tallet står")] = None


def powers_of(measure: Measure | None) -> Mapping[str, int]:
    """The words of a unit; none of a share."""
    return dict(measure.powers) if measure else {}


def quantity_of(name: str, assumption: Assumption) -> Quantity:
    """An assumption as it is calculated with."""
    value = assumption.value
    if isinstance(value, dict):
        figures = {period: figure.exactly for period, figure in value.items()}
        return Quantity(figures, powers_of(assumption.unit), timed=name)
    return Quantity(value.exactly, powers_of(assumption.unit))

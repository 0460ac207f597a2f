"""Amounts by period, as a line has them: `{2026: 1025, 2027-2029: 500, 2030+: -850}`."""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import ValidationInfo
from pydantic.json_schema import JsonSchemaValue

from bizcase.case.amounts import read_amount
from bizcase.case.commas import begins_a_cut
from bizcase.case.context import context_of
from bizcase.case.fields import ReadBy
from bizcase.case.kinds import Unit
from bizcase.case.periods import YEAR_PATTERN, Period, read_period, year_keys
from bizcase.case.refusal import Refusal, refuse_all, refused_key
from bizcase.reading.document import Where, quoted
from bizcase.texts.template import Text, Words

Amounts = dict[Period, Decimal]
"""What a line costs (positive) or saves (negative) in each year of a period, in 1.000 kr."""

T = TypeVar("T")


def by_period(
    node: object,
    info: ValidationInfo,
    read: Callable[[object, Unit | None], T],
    *,
    example: str,
    may_be_open: bool = True,
) -> dict[Period, T]:
    """Every pair of a period and what is read of its value; each fault is reported, a bad period's value left alone."""
    if not isinstance(node, dict) or not node:
        found = quoted(node if node else None)
        raise Refusal("wrong-type", Text("her står {found}; skriv fx {example}", found=found, example=example))
    context = context_of(info)
    amounts: dict[Period, T] = {}
    periods: list[Period] = []
    refusals: list[tuple[Where, Refusal]] = []

    def refuse(key: str, code: str, message: Words) -> None:
        refusals.append(((key,), Refusal(code, message, at_key=True)))

    for key, value in node.items():
        try:
            period = read_period(key, may_be_open=may_be_open)
        except Refusal as refusal:
            refusals += refused_key(node, key, refusal, context.unit, money=True)
            continue
        if problem := context.outside(period):
            refuse(key, "year-outside-span", Text("{problem}; ret året, first_year eller last_year", problem=problem))
        if other := next((other for other in periods if period.meets(other)), None):
            refuse(
                key,
                "overlapping-periods",
                Text("overlapper {other}, og et år må kun stå i én periode; ret perioderne", other=other),
            )
        if period.is_open and not may_be_open:
            message = Text(
                "har intet slutår, og en implementeringsomkostning skal have et; skriv årene: {first}-…, "
                "eller flyt en varig ændring til efficiencies",
                first=period.first,
            )
            refuse(key, "bad-period", message)
        periods.append(period)
        try:
            amounts[period] = read(value, context.unit)
        except Refusal as refusal:  # half a figure is told of at the key that its other half has become
            refusals += [] if begins_a_cut(node, key, context.unit) else [((key,), refusal)]
    if refusals:
        refuse_all(refusals)
    return amounts


def _amounts(node: object, info: ValidationInfo) -> Amounts:
    return by_period(node, info, read_amount, example="{2027: -500, 2028+: -1000}")


def _closed_amounts(node: object, info: ValidationInfo) -> Amounts:
    """The amounts of an implementation cost, which ends."""
    return by_period(node, info, read_amount, example="{2026: 1025, 2027: 500}", may_be_open=False)


def amounts_schema(*, open_periods: bool) -> JsonSchemaValue:
    """A mapping of periods to amounts."""
    ending = rf"(-{YEAR_PATTERN}|\+)?" if open_periods else f"(-{YEAR_PATTERN})?"
    return {
        "type": "object",
        "propertyNames": year_keys(f"{YEAR_PATTERN}{ending}"),
        "additionalProperties": {"type": "number"},
        "minProperties": 1,
    }


ClosedAmounts = Annotated[Amounts, ReadBy(_closed_amounts, amounts_schema(open_periods=False))]
OpenAmounts = Annotated[Amounts, ReadBy(_amounts, amounts_schema(open_periods=True))]

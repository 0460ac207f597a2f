"""Amounts by period, as a line has them: `{2026: 1025, 2027-2029: 500, 2030+: -850}`."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import ValidationInfo
from pydantic.json_schema import JsonSchemaValue

from bizcase.case.amounts import AMOUNT_SCHEMA, read_amount
from bizcase.case.commas import begins_a_cut
from bizcase.case.context import context_of
from bizcase.case.fields import ReadBy
from bizcase.case.kinds import Unit
from bizcase.case.periods import ALL_PERIODS, CLOSED_PERIODS, YEAR_PATTERN, Period, read_period, year_schema
from bizcase.case.refusal import Refusal, refuse_all, refused_key
from bizcase.case.rounding import DECIMALS_OF_A_KRONE, equal_parts, half_up
from bizcase.case.unit import THOUSANDS
from bizcase.reading.document import Plain, Where, quoted
from bizcase.texts.template import Text, Words

DECIMALS_OF_FTE = 2
"""Årsværk have two decimals at most."""

TOTAL = "total"
"""The key of a sum over all years of a period."""

Amounts = dict[Period, Decimal]
"""What a line costs (positive) or saves (negative) in each year of a period, in 1.000 kr."""

T = TypeVar("T")


class SpreadAmounts(dict[Period, Decimal]):
    """Amounts of which some are sums over `spread` periods whose division into years nobody printed."""

    spread: tuple[Period, ...] = ()
    written: Amounts
    """The amounts as they are written, sums as sums."""


def by_period(
    node: object,
    info: ValidationInfo,
    read: Callable[[object, Unit | None], T],
    *,
    example: str,
    no_end: Callable[[int], Text] | None = None,
    money: bool = True,
) -> dict[Period, T]:
    """Every pair of a period and what is read of its value; each fault is reported, a bad period's value left alone.

    Periods may be open, or else `no_end` says why not of one that begins in a year. Where a comma has cut a value, what
    to write for it depends on whether it is `money`.
    """
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
            period = read_period(key, may_be_open=no_end is None)
        except Refusal as refusal:
            refusals += refused_key(node, key, refusal, context.unit, money=money)
            continue
        if problem := context.outside(period):
            refuse(key, "year-outside-span", Text("{problem}; ret året, first_year eller last_year", problem=problem))
        if other := next((other for other in periods if period.meets(other)), None):
            refuse(
                key,
                "overlapping-periods",
                Text("overlapper {other}, og et år må kun stå i én periode; ret perioderne", other=other),
            )
        if period.is_open and no_end is not None:
            refuse(key, "bad-period", no_end(period.first))
        periods.append(period)
        try:
            amounts[period] = read(value, context.unit)
        except Refusal as refusal:  # half a figure is told of at the key that its other half has become
            refusals += [] if begins_a_cut(node, key, context.unit, money=money) else [((key,), refusal)]
    if refusals:
        refuse_all(refusals)
    return amounts


def needs_an_end(first: int) -> Text:
    """What to do about an open period where every period ends."""
    return Text("har intet slutår, og her skal være et; skriv årene: {first}-…", first=first)


def a_cost_ends(first: int) -> Text:
    """Why a period of an implementation cost has an end."""
    return Text(
        "har intet slutår, og en implementeringsomkostning skal have et; skriv årene: {first}-…, "
        "eller flyt en varig ændring til efficiencies",
        first=first,
    )


def _total_or_yearly(node: object, unit: Unit | None) -> Decimal | tuple[Decimal]:
    """An amount for each year of a period, or `{total: 7300}`: one for all of them together."""
    if not isinstance(node, dict):
        return read_amount(node, unit)
    if TOTAL in node and len(node) == 2 and (rest := list(node)[-1]).isdecimal():
        message = Text("{found} har decimalkomma; skriv punktum i stedet for komma", found=f"{node[TOTAL]},{rest}")
        raise Refusal("not-a-number", message)
    if list(node) != [TOTAL]:
        message = Text("her står {found}; skriv ét beløb, eller {{total: 7300}} for årene i alt", found=quoted(node))
        raise Refusal("wrong-type", message)
    return (read_amount(node[TOTAL], unit),)


def _spread_out(read: dict[Period, Decimal | tuple[Decimal]]) -> Amounts:
    """Sums over several years as a year's amounts, equal to the krone by what has come together."""
    yearly = {period: amount for period, amount in read.items() if isinstance(amount, Decimal)}
    if len(yearly) == len(read):
        return yearly
    amounts, spread = SpreadAmounts(), []
    refusals: list[tuple[Where, Refusal]] = []
    for period, amount in read.items():
        if isinstance(amount, Decimal):
            amounts[period] = amount
            continue
        if period.last is None or period.last == period.first:
            message = Text(
                "{{total: …}} hører til en periode med begge år, fx 2025-2026; skriv ét beløb, eller ret perioden"
            )
            refusals.append(((str(period),), Refusal("bad-value", message)))
            continue
        spread.append(period)
        parts = equal_parts(amount[0], len(period.named_years), DECIMALS_OF_A_KRONE)
        amounts |= {Period(year, year): part for year, part in zip(period.named_years, parts, strict=True)}
    if refusals:
        refuse_all(refusals)
    amounts.spread = tuple(spread)
    amounts.written = {period: each if isinstance(each, Decimal) else each[0] for period, each in read.items()}
    return amounts


def read_amounts(node: object, info: ValidationInfo) -> Amounts:
    """The amounts of a line, which may last. Raises Refusal, or several at once."""
    return _spread_out(by_period(node, info, _total_or_yearly, example="{2027: -500, 2028+: -1000}"))


def read_closed_amounts(node: object, info: ValidationInfo) -> Amounts:
    """The amounts of an implementation cost, which ends."""
    example = "{2026: 1025, 2027: 500}"
    return _spread_out(by_period(node, info, _total_or_yearly, example=example, no_end=a_cost_ends))


def _persons(node: object, unit: Unit | None) -> Decimal:
    """Årsværk with two decimals at most."""
    if isinstance(node, dict):
        raise Refusal("wrong-type", Text("årsværk kan ikke fordeles på år; skriv tallet for hvert år"))
    if isinstance(node, Plain) and re.fullmatch(r"[-+]?[0-9]{1,9}\.[0-9]{3,}", node):
        rounded = half_up(Decimal(node), DECIMALS_OF_FTE)
        message = Text("{found} har flere end to decimaler; skriv {instead}", found=quoted(node), instead=rounded)
        raise Refusal("bad-value", message)
    return read_amount(node, THOUSANDS)


def _fte(node: object, info: ValidationInfo) -> Amounts:
    return by_period(node, info, _persons, example="{2026: 2, 2027+: -1.5}")


def amounts_schema(*, open_periods: bool, sums: bool = True, figure: str = "beløb") -> JsonSchemaValue:
    """A mapping of periods to amounts, or to what else their `figure` is."""
    return {
        "type": "object",
        "propertyNames": year_schema(ALL_PERIODS if open_periods else CLOSED_PERIODS),
        **({"patternProperties": {f"^{YEAR_PATTERN}-": _SUM_OR_AMOUNT}} if sums else {}),
        "additionalProperties": AMOUNT_SCHEMA,
        "minProperties": 1,
        "defaultSnippets": [
            {"label": label, "description": f"Fx {example}", "body": {period: value.replace("beløb", figure)}}
            for label, example, period, value in _SNIPPETS
            if (open_periods or not period.endswith("+")) and (sums or TOTAL not in value)
        ],
    }


_SUM_OR_AMOUNT = {
    "type": ["number", "object"],
    "properties": {TOTAL: AMOUNT_SCHEMA},
    "required": [TOTAL],
    "additionalProperties": False,
    "errorMessage": "skriv ét beløb, eller {total: 7300} for årene i alt",
}
_SNIPPETS = (  # a gap that is forgotten is no year and no amount, so that it is refused and never counted
    ("et år", "2026", "${1:år}", "${2:beløb}"),
    ("flere år, det samme i hvert", "2026-2028", "${1:år}-${2:år}", "${3:beløb}"),
    ("et år og alle år derefter", "2028+", "${1:år}+", "${2:beløb}"),
    ("flere år, et beløb for dem alle", "2026-2028", "${1:år}-${2:år}", f"{{{TOTAL}: ${{3:beløb}}}}"),
)
"""What an editor fills in for a period and its amount: label, example, key and value."""


ClosedAmounts = Annotated[Amounts, ReadBy(read_closed_amounts, amounts_schema(open_periods=False))]
OpenAmounts = Annotated[Amounts, ReadBy(read_amounts, amounts_schema(open_periods=True))]
Fte = Annotated[Amounts, ReadBy(_fte, amounts_schema(open_periods=True, sums=False, figure="antal"))]
"""Årsværk by period, in the line's sign."""

"""How an internal loan is paid back: equal instalments over a run of years, or an amount for each year."""

from decimal import Decimal
from typing import Annotated

from pydantic import ValidationInfo

from bizcase.case.amounts import AMOUNT_SCHEMA, read_amount
from bizcase.case.commas import begins_a_cut
from bizcase.case.context import Context, context_of
from bizcase.case.fields import ReadBy
from bizcase.case.periods import CLOSED_PERIODS, SINGLE_YEARS, Period, read_period, year_schema
from bizcase.case.refusal import Refusal, refuse_all, refused_key
from bizcase.reading.document import Where, quoted
from bizcase.texts.template import Text


def read_years(
    node: dict[str, object], context: Context, *, besides: tuple[str, ...] = ()
) -> tuple[dict[str, Decimal], list[tuple[Where, Refusal]]]:
    """Single years (and the words in `besides`) to amounts in 1.000 kr., and the refusals of what is none."""
    amounts: dict[str, Decimal] = {}
    refusals: list[tuple[Where, Refusal]] = []
    for key, value in node.items():
        try:
            if key not in besides:
                _one_year(key, context)
        except Refusal as refusal:
            refusals += refused_key(node, key, refusal, context.unit, money=True)
            continue
        try:
            amounts[key] = read_amount(value, context.unit)
        except Refusal as refusal:  # half a figure is told of at the key that its other half has become
            refusals += [] if begins_a_cut(node, key, context.unit) else [((key,), refusal)]
    return amounts, refusals


def _one_year(key: str, context: Context) -> None:
    period = read_period(key)
    if period.first != period.last:
        raise Refusal("bad-period", Text("{found} er flere år; skriv hvert år for sig", found=key), at_key=True)
    if problem := context.outside(period):
        raise Refusal(
            "year-outside-span", Text("{problem}; ret året, first_year eller last_year", problem=problem), at_key=True
        )


def _repayment(node: object, info: ValidationInfo) -> Period | dict[int, Decimal]:
    context = context_of(info)
    if isinstance(node, str):
        period = _closed(node)
        if problem := context.outside(period):
            raise Refusal(
                "year-outside-span", Text("{problem}; ret årene, first_year eller last_year", problem=problem)
            )
        return period
    if not isinstance(node, dict) or not node:
        raise Refusal(
            "wrong-type",
            Text("her står {found}; skriv fx 2027-2030 eller {{2027: 400, 2028: 600}}", found=quoted(node)),
        )
    amounts, refusals = read_years(node, context)
    for key, amount in amounts.items():
        if amount < 0:
            refusals.append(
                (
                    (key,),
                    Refusal("bad-value", Text("{found} er under 0; skriv afdrag uden minus", found=quoted(node[key]))),
                )
            )
    if refusals:
        refuse_all(refusals)
    return {int(year): amount for year, amount in amounts.items()}


def _closed(text: str) -> Period:
    try:
        period = read_period(text, may_be_open=False)
    except Refusal as refusal:
        raise Refusal(refusal.type, refusal.text) from None
    if period.is_open:
        raise Refusal(
            "bad-period",
            Text(
                "{found} har intet slutår, og afdrag skal have et; skriv årene: {year}-…",
                found=text,
                year=text[:4],
            ),
        )
    return period


_SCHEMA = year_schema(CLOSED_PERIODS) | {
    "type": ["string", "integer", "object"],
    "errorMessage": "skriv årene, fx 2027-2030, eller år og beløb: {2027: 400, 2028: 600}",
    "propertyNames": year_schema(SINGLE_YEARS),
    "additionalProperties": AMOUNT_SCHEMA | {"minimum": 0},
    "minProperties": 1,
}
Repayment = Annotated[Period | dict[int, Decimal], ReadBy(_repayment, _SCHEMA)]

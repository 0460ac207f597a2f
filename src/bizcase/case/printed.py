"""Printed figures: what a paper states, with the digits that it prints, to be held against what a case comes to."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import ValidationInfo

from bizcase.case.amounts import AMOUNT_SCHEMA, read_amount
from bizcase.case.context import context_of
from bizcase.case.fields import ReadBy
from bizcase.case.period_amounts import TOTAL
from bizcase.case.periods import SINGLE_YEARS, year_schema
from bizcase.case.refusal import Refusal, refuse_all
from bizcase.case.repayment import read_years
from bizcase.case.unit import MILLIONS, THOUSANDS
from bizcase.reading.document import Plain, quoted
from bizcase.texts.template import Text

LASTING = "lasting"
"""The key of a printed lasting effect: each year after the last one."""

FTE = "fte"
"""The key of a line's printed årsværk."""


class PrintedLine(NamedTuple):
    """What a paper prints of one line: amounts by year, in all and lasting, in 1.000 kr.; årsværk by year."""

    amounts: dict[str, Decimal]
    fte: dict[str, Decimal]


def _printed_years(node: object, info: ValidationInfo) -> dict[str, Decimal]:
    if not isinstance(node, dict) or not node:
        raise Refusal(
            "wrong-type", Text("her står {found}; skriv fx {{2018: 1725, 2019: 1075, total: 2800}}", found=quoted(node))
        )
    figures, refusals = read_years(node, context_of(info), besides=(TOTAL,))
    if refusals:
        refuse_all(refusals)
    return figures


def _printed_line(node: object, info: ValidationInfo) -> PrintedLine:
    if not isinstance(node, dict) or not node:
        raise Refusal(
            "wrong-type", Text("her står {found}; skriv fx {{2018: 1725, 2019: 1075, total: 2800}}", found=quoted(node))
        )
    context = context_of(info)
    money = {key: value for key, value in node.items() if key != FTE}
    figures, refusals = read_years(money, context, besides=(TOTAL, LASTING))
    persons: dict[str, Decimal] = {}
    if FTE in node:
        if not isinstance(node[FTE], dict):
            found = quoted(node[FTE])
            raise Refusal("wrong-type", Text("fte er {found}; skriv årsværk pr. år, fx {{2025: 2}}", found=found))
        persons, refused = read_years(node[FTE], context.counting_in(THOUSANDS), besides=(TOTAL,))
        refusals += [((FTE, *where), refusal) for where, refusal in refused]
    if refusals:
        refuse_all(refusals)
    return PrintedLine(figures, persons)


class Within(NamedTuple):
    """A payback as a paper prints it, in years: from and to, and how many of the digits count."""

    least: Decimal
    most: Decimal
    decimals: int | None = None
    in_months: bool = False


def _exactly(years: Decimal, decimals: int) -> Within:
    return Within(years, years, decimals)


_PAYBACKS: tuple[tuple[str, Callable[[re.Match[str]], Within]], ...] = (
    ("([1-9][0-9]{0,3})", lambda m: _exactly(Decimal(m[1]), 0)),
    (r"([0-9]{1,4})[.,]([0-9]{1,2})", lambda m: _exactly(Decimal(f"{m[1]}.{m[2]}"), len(m[2]))),
    ("([1-9][0-9]{0,3}) ?[-–] ?([1-9][0-9]{0,3})", lambda m: Within(Decimal(m[1]), Decimal(m[2]))),
    ("ca[.]? ?([1-9][0-9]{0,3})", lambda m: Within(Decimal(m[1]) - 1, Decimal(m[1]) + 1)),
    (
        "([0-9]{1,4}) år(?: og)? ([0-9]{1,2}) måned(?:er)?",
        lambda m: _exactly(Decimal(int(m[1]) * 12 + int(m[2])), 0)._replace(in_months=True),
    ),
)
"""The forms that a printed payback has: `4`, `22.95`, `10-11`, `ca. 12`, `3 år og 8 måneder`."""


class PrintedPayback(NamedTuple):
    """A payback as it is printed, and what that says: a range of years, or that there is none."""

    text: str
    within: Within | None


def _printed_payback(node: object, info: ValidationInfo) -> PrintedPayback:
    """Whole years, decimals, a range, or in words; `-`, or empty where the paper leaves it blank."""
    if isinstance(node, str):
        if node.strip() in ("-", "\u2013"):  # with the dash of a printer, too
            return PrintedPayback("-", None)
        written = node.strip().removesuffix(" år").strip()
        for form, meaning in _PAYBACKS:
            if match := re.fullmatch(form, written):
                within = meaning(match)
                if within.most >= within.least:
                    return PrintedPayback(node.strip(), within)
        if node == "" and not isinstance(node, Plain):
            return PrintedPayback("", None)
    raise Refusal(
        "bad-value",
        Text(
            'her står {found}; skriv år (4), decimaler (22.95), "10-11", "ca. 12", "3 år og 8 måneder", '
            '"-" eller "", hvis papiret ingen har',
            found=quoted(node),
        ),
    )


def _millions(node: object, info: ValidationInfo) -> Decimal:
    return read_amount(node, MILLIONS)


def _amount(node: object, info: ValidationInfo) -> Decimal:
    return read_amount(node, context_of(info).unit)


_YEARS_SCHEMA = {
    "type": "object",
    "propertyNames": year_schema(SINGLE_YEARS, TOTAL),
    "additionalProperties": AMOUNT_SCHEMA,
    "minProperties": 1,
}
_LINE_SCHEMA = {
    "type": "object",
    "propertyNames": year_schema(SINGLE_YEARS, TOTAL, LASTING, FTE),
    "properties": {FTE: _YEARS_SCHEMA},
    "additionalProperties": AMOUNT_SCHEMA,
    "minProperties": 1,
}
_PAYBACK_SCHEMA = {
    "type": ["string", "number"],
    "pattern": rf"^\s*([-–]?|({'|'.join(form for form, _ in _PAYBACKS)})\s*( år)?)\s*$",
    "minimum": 0,
    "exclusiveMaximum": 10000,
    "errorMessage": 'skriv år (4), decimaler (22.95), "10-11", "ca. 12", "3 år og 8 måneder", "-" eller ""',
}

PrintedYears = Annotated[dict[str, Decimal], ReadBy(_printed_years, _YEARS_SCHEMA)]
"""Printed figures by year (and `total`) in 1.000 kr., with the digits that they were printed with."""

PrintedOfLine = Annotated[PrintedLine, ReadBy(_printed_line, _LINE_SCHEMA)]
Payback = Annotated[PrintedPayback, ReadBy(_printed_payback, _PAYBACK_SCHEMA)]
Millions = Annotated[Decimal, ReadBy(_millions, AMOUNT_SCHEMA)]
Amount = Annotated[Decimal, ReadBy(_amount, AMOUNT_SCHEMA)]

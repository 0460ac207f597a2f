"""The shape of what a case or a pool is worth: amounts in 1.000 kr., costs positive, rates as shares of one."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, get_args

from bizcase.case.profile import DiscountRate, PaybackRule, Timing
from bizcase.engine.discount import EXACT
from bizcase.engine.internal_rate import InternalRateStatus
from bizcase.engine.payback import CountingRule
from bizcase.engine.present_value import Valuation
from bizcase.examine.one import Outcome
from bizcase.output.data.conversion_shape import CONVERTED, converted
from bizcase.output.data.result_shape import (
    A_LINE,
    INTEGER,
    LEFT_OUT,
    LEFT_OUT_ON_A_LINE,
    PAYBACK_KEYS,
    SCHEMA_VERSION,
    TEXT,
    VERSION,
)
from bizcase.output.data.shape import JsonSchema, ListOf, Maybe, Named, Object, Shape, as_it_is, document_schema, writer
from bizcase.output.data.shape import Value as Single

Finder = Callable[[Any], Any]
Keys = dict[str, tuple[Finder, Shape]]


def _with_decimals(count: int) -> Callable[[Decimal], Decimal]:
    last = Decimal(1).scaleb(-count)
    return lambda number: EXACT.quantize(number, last)


PRESENT_VALUE = Single({"type": "number", "description": "1.000 kr., twelve decimals"}, _with_decimals(12))
NUMBER = Single({"type": "number", "description": "Fifteen decimals"}, _with_decimals(15))


def as_number(number: Decimal | None, shape: Shape) -> Decimal | None:
    """A number with the decimals that its shape is written with; nothing stays nothing."""
    written: Decimal | None = (
        None if number is None else writer(shape.item if isinstance(shape, Maybe) else shape)(number)
    )
    return written


def share_of(rate: DiscountRate) -> Decimal:
    """A rate as a share of one."""
    return rate.rate.scaleb(-2)


INTERNAL_RATE = Object(
    {
        "status": (attrgetter("status"), Single({"enum": list(get_args(InternalRateStatus))})),
        "rate": (attrgetter("rate"), Maybe(NUMBER)),
    }
)
DISCOUNT = Object(
    {
        "name": (attrgetter("name"), TEXT),
        "rates": (
            attrgetter("rates"),
            ListOf(Object({"from_year": (attrgetter("from_year"), INTEGER), "rate": (share_of, NUMBER)}), at_least=1),
        ),
    }
)
CONVENTIONS: Keys = {
    "base_year": (attrgetter("discounting.base_year"), INTEGER),
    "timing": (attrgetter("discounting.timing"), Single({"enum": list(get_args(Timing))})),
    "price_level": (attrgetter("price_level"), INTEGER),
    "discount": (attrgetter("discounting"), DISCOUNT),
}
"""What no present value is told without."""

WORTH: Keys = {
    "last_year": (attrgetter("last_year"), INTEGER),
    "costs": (attrgetter("costs"), PRESENT_VALUE),
    "efficiencies": (attrgetter("efficiencies"), PRESENT_VALUE),
    "income": (attrgetter("income"), PRESENT_VALUE),
    "npv": (attrgetter("npv"), PRESENT_VALUE),
    "gain": (attrgetter("gain"), PRESENT_VALUE),
    "annuity": (attrgetter("annuity"), PRESENT_VALUE),
    "bcr": (attrgetter("benefit_cost_ratio"), Maybe(NUMBER)),
}


def _horizons(keys: Keys) -> ListOf:
    return ListOf(Object(keys), "The table's years first", at_least=1)


def _paybacks(by_basis: str, rule: Finder, rules: Any) -> Object:
    """The payback on each basis by a rule, as a calculated case has it, and with the fraction of a year."""
    with_fraction = Object({**PAYBACK_KEYS, "fraction": (attrgetter("exactly"), Maybe(NUMBER))})
    paybacks = attrgetter(by_basis)
    return Object(
        {
            "rule": (rule, Single({"enum": list(get_args(rules))})),
            "service": (lambda valued: paybacks(valued)["service"], with_fraction),
            "total": (lambda valued: paybacks(valued)["total"], with_fraction),
        }
    )


def _of_value(find: Finder) -> Finder:
    return lambda valued: find(valued.value)


VALUE = Named(
    "value",
    Object(
        {
            **{key: (_of_value(find), item) for key, (find, item) in CONVENTIONS.items()},
            "horizons": (
                attrgetter("value.horizons"),
                _horizons(WORTH | {"irr": (attrgetter("internal_rate"), INTERNAL_RATE)}),
            ),
            "payback": (as_it_is, _paybacks("value.paybacks", attrgetter("case.rule"), PaybackRule)),
            "payback_discounted": (
                as_it_is,
                _paybacks("value.discounted", attrgetter("case.counted_by"), CountingRule),
            ),
        }
    ),
)
CASE = Object(
    {
        "id": (attrgetter("case.id"), TEXT),
        "title": (attrgetter("case.title"), TEXT),
        "path": (attrgetter("case.path"), TEXT),
        "approval": (attrgetter("case.approval"), Maybe(TEXT)),
        "has_own_figures": (attrgetter("case.has_own_figures"), Single({"type": "boolean"})),
        "converted": (lambda valued: converted(valued.case), CONVERTED),
        "value": (as_it_is, VALUE),
    }
)
POOL = Named("pool", Object({**CONVENTIONS, "horizons": (attrgetter("horizons"), _horizons(WORTH))}))


CASE_ON_A_LINE = Object(A_LINE | CASE.keys)


class Document(NamedTuple):
    """What a run found, and the files that it had to leave out."""

    valuation: Valuation
    left_out: Sequence[Outcome[Any]]


DOCUMENT = Object(
    {
        "schema_version": (lambda _: SCHEMA_VERSION, VERSION),
        "cases": (attrgetter("valuation.cases"), ListOf(CASE)),
        "pool": (attrgetter("valuation.pool"), Maybe(POOL)),
        "in_pool": (
            lambda document: [each.case.id for each in document.valuation.summed],
            ListOf(TEXT, "The ids of the cases that the pool adds up"),
        ),
        "left_out": (
            attrgetter("left_out"),
            ListOf(LEFT_OUT, "Files that have errors and are not calculated"),
        ),
    }
)


def value_schema() -> JsonSchema:
    """The schema of what `bizcase value --format json` prints; every key is always there, and no other key is."""
    return document_schema("What business cases are worth", DOCUMENT)


def value_line_schema() -> JsonSchema:
    """A line of what `bizcase value --format jsonl` prints: a case, the pool, or a file left out."""
    pool = Object(A_LINE | {key: DOCUMENT.keys[key] for key in ("pool", "in_pool")})
    title = "What a business case or a pool is worth, or a file left out"
    return document_schema(title, CASE_ON_A_LINE, pool, LEFT_OUT_ON_A_LINE)

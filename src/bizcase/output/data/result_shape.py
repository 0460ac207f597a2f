"""The shape of a calculated case: amounts in 1.000 kr., costs positive, savings negative."""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any, get_args

from bizcase.case.amounts import ZERO
from bizcase.case.kinds import Kind
from bizcase.case.rounding import half_up
from bizcase.engine.flow import Flow, total
from bizcase.engine.result import PaybackStatus, PaybackTime, Result, ResultLine
from bizcase.output.data.conversion_shape import CONVERTED, converted
from bizcase.output.data.drivers import stated_assumptions, stated_derived
from bizcase.output.data.shape import ByName, ListOf, Maybe, Named, Object, Shape, Value, as_it_is

SCHEMA_VERSION = 1


def _by_year(flow: Flow) -> dict[str, Decimal]:
    """Every year of the table with its amount; a year that no period names is 0."""
    return {str(year): amount for year, amount in flow.by_year.items()}


def _parts(line: ResultLine) -> dict[str, Flow]:
    return {part.committee: part.flow for part in line.parts}


def _committees(result: Result) -> dict[str, tuple[Flow, ...]]:
    """The costs, the income and the efficiencies of each committee that bears a line."""
    nothing = total((), result.years)
    return {
        name: tuple(section.by_committee.get(name, nothing) for section in result.sections)
        for name in result.committees
    }


def _own_years(line: ResultLine) -> list[int]:
    """The years of the table in which a line's amount is an own figure."""
    return [year for year in line.flow.years if line.line.is_own_in(year) and line.flow.at(year) is not None]


def _lasting(result: Result) -> dict[str, Decimal]:
    return {area: flow.lasting for area, flow in result.efficiencies.by_steering_area.items()}


def summed(by_area: dict[str, Decimal]) -> Decimal:
    """The amounts of every steering area as one, in 1.000 kr."""
    return sum(by_area.values(), ZERO)


def _cumulative(result: Result) -> Flow:
    return Flow(result.years, result.net_effect.cumulative)


def years_of(payback: PaybackTime) -> int | Decimal | None:
    """Whole years, or a simple ratio with the decimals that anybody needs of it."""
    return payback.whole if payback.ratio is None else half_up(payback.ratio, 4)


def _rule(result: Result) -> str:
    return result.rules[0]


TEXT = Value({"type": "string"})
INTEGER = Value({"type": "integer"})
AMOUNT = Value({"type": "number"})
VERSION = Value({"const": SCHEMA_VERSION})
KIND = Value({"enum": list(get_args(Kind))})
YEARS = Named(
    "years",
    Value(
        {
            "type": "object",
            "description": "An amount in 1.000 kr. for every year of the table",
            "propertyNames": {"pattern": "^[0-9]{4}$"},
            "additionalProperties": {"type": "number"},
        },
        _by_year,
    ),
)
PAYBACK_KEYS: dict[str, tuple[Callable[[Any], Any], Shape]] = {
    "status": (attrgetter("status"), Value({"enum": list(get_args(PaybackStatus))})),
    "years": (years_of, Value({"type": ["number", "null"], "minimum": 0})),
    "reached_in": (attrgetter("reached_in"), Value({"type": ["integer", "null"]})),
}
PAYBACK = Named("payback", Object(PAYBACK_KEYS))
PERSONS = Value(
    {
        "type": "object",
        "description": "Full-time equivalents for every year of the table",
        "propertyNames": {"pattern": "^[0-9]{4}$"},
        "additionalProperties": {"type": "number"},
    },
    _by_year,
)
FIGURES = Value(
    {
        "type": "object",
        "description": "A number for every period: 2026, 2026-2028, or 2028+ for that year and all after it",
        "propertyNames": {"pattern": "^[0-9]{4}(-[0-9]{4}|[+])?$"},
        "additionalProperties": {"type": "number"},
    }
)
NUMBER = Value({"type": "number"})
ASSUMPTION = Object(
    {
        "name": (attrgetter("name"), TEXT),
        "value": (attrgetter("value"), Maybe(NUMBER)),
        "by_period": (attrgetter("by_period"), FIGURES),
        "unit": (attrgetter("unit"), Maybe(TEXT)),
        "low": (attrgetter("low"), Maybe(NUMBER)),
        "high": (attrgetter("high"), Maybe(NUMBER)),
        "source": (attrgetter("source"), Maybe(TEXT)),
    }
)
DERIVED = Object(
    {
        "name": (attrgetter("name"), TEXT),
        "value": (attrgetter("value"), Maybe(NUMBER)),
        "by_period": (attrgetter("by_period"), FIGURES),
        "unit": (attrgetter("unit"), Maybe(TEXT)),
        "from": (attrgetter("chain"), ListOf(TEXT)),
        "published": (attrgetter("published"), Maybe(NUMBER)),
        "source": (attrgetter("source"), Maybe(TEXT)),
    }
)
LINE = Object(
    {
        "name": (attrgetter("name"), TEXT),
        "steering_area": (attrgetter("steering_area"), TEXT),
        "amounts": (attrgetter("flow"), YEARS),
        "total": (attrgetter("flow.total"), AMOUNT),
        "by_committee": (_parts, ByName(YEARS)),
        "own_figures": (_own_years, ListOf(INTEGER)),
        "fte": (attrgetter("persons"), PERSONS),
        "from": (lambda line: list(map(str, line.line.calculation)), ListOf(TEXT)),
    }
)
SECTION = Named(
    "section",
    Object(
        {
            "lines": (attrgetter("lines"), ListOf(LINE)),
            "by_steering_area": (attrgetter("by_steering_area"), ByName(YEARS)),
            "total": (attrgetter("total"), YEARS),
        }
    ),
)
LOAN = Object(
    {
        "drawn": (lambda loan: -loan.drawn, YEARS),
        "repayment": (attrgetter("repayment"), YEARS),
        "interest": (attrgetter("interest"), YEARS),
    }
)
A_YEAR = Object({"total": (summed, AMOUNT), "by_steering_area": (as_it_is, ByName(AMOUNT))})
PAYBACKS: dict[str, Callable[[Any], Any]] = {
    "service": lambda case: case.payback("service"),
    "total": lambda case: case.payback("total"),
}
_CASE = Object(
    {
        "id": (attrgetter("case.id"), TEXT),
        "title": (attrgetter("case.title"), TEXT),
        "kind": (attrgetter("case.kind"), KIND),
        "administration": (attrgetter("case.administration"), TEXT),
        "approval": (attrgetter("case.approval"), Maybe(TEXT)),
        "dated": (lambda result: result.case.day and result.case.day.isoformat(), Maybe(TEXT)),
        "price_level": (attrgetter("price_level"), INTEGER),
        "converted": (converted, CONVERTED),
        "unit": (lambda _: "1.000 kr.", Value({"const": "1.000 kr."})),
        "years": (attrgetter("years"), ListOf(INTEGER, at_least=1)),
        "assumptions": (stated_assumptions, ListOf(ASSUMPTION)),
        "derived": (stated_derived, ListOf(DERIVED)),
        "implementation_costs": (attrgetter("implementation_costs"), SECTION),
        "income": (attrgetter("income"), SECTION),
        "efficiencies": (attrgetter("efficiencies"), SECTION),
        "lasting_effect": (_lasting, A_YEAR),
        "internal_loan": (attrgetter("loan"), Maybe(LOAN)),
        "net_effect": (attrgetter("net_effect"), YEARS),
        "cumulative": (_cumulative, YEARS),
        "total": (attrgetter("net_effect.total"), AMOUNT),
        "payback": (
            as_it_is,
            Object({"rule": (_rule, TEXT), **{basis: (find, PAYBACK) for basis, find in PAYBACKS.items()}}),
        ),
        "by_committee": (
            _committees,
            ByName(
                Object(
                    {
                        "implementation_costs": (lambda borne: borne[0], YEARS),
                        "income": (lambda borne: borne[1], YEARS),
                        "efficiencies": (lambda borne: borne[2], YEARS),
                    }
                )
            ),
        ),
    }
)
CASE = Named("case", _CASE)
LEFT_OUT = Object(
    {
        "path": (attrgetter("path"), TEXT),
        "errors": (attrgetter("errors"), Value({"type": "integer", "minimum": 0})),
    }
)
A_LINE: dict[str, tuple[Callable[[Any], Any], Shape]] = {"schema_version": (lambda _: SCHEMA_VERSION, VERSION)}
"""What an object on a line of its own begins with."""

CASE_ON_A_LINE = Object(A_LINE | _CASE.keys)
LEFT_OUT_ON_A_LINE = Object(A_LINE | LEFT_OUT.keys)

"""Assumptions and derived figures as scripts get them: numbers in their own units, a per cent as a share."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from bizcase.case.assumptions import Figure
from bizcase.case.derivation import figures_of
from bizcase.case.quantity import ByPeriod
from bizcase.case.rounding import as_decimal
from bizcase.engine.result import Result


class StatedAssumption(NamedTuple):
    """An assumption: one `value` for all years, or a number for each period. `low` and `high` are in its unit."""

    name: str
    value: Decimal | None
    by_period: dict[str, Decimal]
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    source: str | None


class StatedFigure(NamedTuple):
    """A derived figure, unrounded, with the names that it is worked out of (`/name` divides) and what is printed."""

    name: str
    value: Decimal | None
    by_period: dict[str, Decimal]
    unit: str | None
    chain: list[str]
    published: Decimal | None
    source: str | None


def stated_assumptions(result: Result) -> list[StatedAssumption]:
    """Every assumption of a case, in its order."""
    stated = []
    for name, each in result.case.assumptions.items():
        written = each.value
        figure = (
            {period: figure.exactly for period, figure in written.items()}
            if isinstance(written, dict)
            else written.exactly
        )
        unit = each.unit.written if each.unit else None
        bounds = _bound(each.low), _bound(each.high)
        stated.append(StatedAssumption(name, *_numbers(figure), unit, *bounds, each.source))
    return stated


def stated_derived(result: Result) -> list[StatedFigure]:
    """Every derived figure of a case, in its order."""
    if not result.case.derived:
        return []
    figures = figures_of(result.case)
    return [
        StatedFigure(
            name,
            *_numbers(figures[name].quantity.figure),
            each.unit.written if each.unit else None,
            list(map(str, each.chain)),
            each.published,
            each.source,
        )
        for name, each in result.case.derived.items()
    ]


def _bound(figure: Figure | None) -> Decimal | None:
    return None if figure is None else as_decimal(figure.exactly)


def _numbers(figure: Fraction | ByPeriod) -> tuple[Decimal | None, dict[str, Decimal]]:
    """One number for all years, or one for each period."""
    if isinstance(figure, dict):
        return None, {str(period): as_decimal(exactly) for period, exactly in figure.items()}
    return as_decimal(figure), {}

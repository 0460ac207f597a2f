"""Conversion to another price level (p/l) by a price index: amount · Π(1 + change), per cents never added up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from math import prod

from bizcase.case.price_index import GENERAL, PriceIndex, runs_of
from bizcase.case.profile import Profile
from bizcase.case.rounding import EXACTLY, half_up
from bizcase.engine.calculate import calculate
from bizcase.engine.result import Conversion, Part, Paybacks, PaybackTime, Result
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text

CODE = "missing-index-year"
"""The finding about a case that an index does not reach."""

_DIGITS = Context(prec=50)
"""Of a factor. Amounts times it are exact, so that what cancels out, or is just covered, still does and is."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What amounts are converted to, and by which index."""

    level: int
    index: PriceIndex


def factor(index: PriceIndex, area: str, start: int, end: int) -> Fraction:
    """What an amount on a steering area is multiplied by to get from one price level to another, exactly.

    The index must have the years that it takes: raises KeyError where it lacks one.
    """
    series = index.of_area(area)
    if start == end:
        return Fraction(1)
    if index.levels:
        return Fraction(series[end]) / Fraction(series[start])
    first, last = sorted((start, end))
    grown = prod((1 + Fraction(series[year]) / 100 for year in range(first + 1, last + 1)), start=Fraction(1))
    return grown if start < end else 1 / grown


def factors(prices: Prices, areas: Iterable[str], start: int) -> dict[str, Decimal]:
    """The same for each of some areas, with fifty digits."""
    exact = {area: factor(prices.index, area, start, prices.level) for area in areas}
    return {area: _DIGITS.divide(Decimal(each.numerator), Decimal(each.denominator)) for area, each in exact.items()}


def in_price_level(result: Result, profile: Profile, prices: Prices) -> tuple[Result | None, list[Fault]]:
    """A calculated case in another price level; or nothing, and the years that the index lacks.

    Every part is converted before anything is added up, and an internal loan follows the parts that draw it. Committees
    and administrations stay those of the file's own price level.
    """
    start, end = result.case.price_level, prices.level
    if start == end:
        return result, []
    areas = tuple(dict.fromkeys(line.steering_area for line in result.lines))
    if faults := list(missing(prices, areas, start)):
        return None, [Fault(CODE, ("price_level",), text) for text in faults]
    by_area = factors(prices, areas, start)

    def indexed(part: Part) -> Part:
        return part._replace(flow=part.flow.times(by_area[part.line.steering_area]))

    with localcontext(EXACTLY):
        converted = calculate(result.case, profile, vary=indexed)
    index = prices.index
    estimates, before = index.first_estimate(start, end), _others(result, converted)
    conversion = Conversion(start, end, index.name, index.source, by_area, estimates, before)
    return replace(converted, converted=conversion), []


def _others(result: Result, converted: Result) -> Paybacks:
    """The paybacks of a case that are printed otherwise once it is converted."""
    return {
        basis: changed
        for basis, by_rule in result.paybacks.items()
        if (
            changed := {
                rule: by_rule[rule]
                for rule in result.rules
                if _printed(by_rule[rule]) != _printed(converted.payback(basis, rule))
            }
        )
    }


def _printed(payback: PaybackTime) -> tuple[str, int | None, Decimal | None]:
    """What is printed of a payback: whole years, or a ratio with one decimal."""
    return payback.status, payback.whole, None if payback.ratio is None else half_up(payback.ratio, 1)


def missing(prices: Prices, areas: Iterable[str], start: int) -> Iterator[Text]:
    """What an index lacks to bring amounts on some areas from one price level to its own."""
    index, levels = prices.index, {"start": start, "end": prices.level, "index": prices.index.name}
    lacking: dict[str, list[int]] = {}
    for area in areas:
        if not index.of_area(area):
            yield Text(
                "kan ikke omregnes fra {start} til {end} p/l: indekset {index} har hverken {area} eller general",
                area=area,
                **levels,
            )
        elif years := index.years_missing(area, start, prices.level):
            lacking[area if area in index.series else GENERAL] = years
    for series, years in lacking.items():
        yield Text(
            "kan ikke omregnes fra {start} til {end} p/l: indekset {index} mangler {years} under {series}",
            years=runs_of(years),
            series=series,
            **levels,
        )

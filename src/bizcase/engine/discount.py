"""Discounting: what money of other years is worth in a base year, at yearly rates that may step down."""

from collections.abc import Iterable
from decimal import Context, Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Discount, Timing
from bizcase.engine.flow import Flow

EXACT = Context(prec=50)
"""Fifty digits: what is worked out here is rounded where it is printed, and nowhere before."""

_ONE = Decimal(1)
_NOISE = Decimal("1e-25")
"""Where the digits of a present value end: below, there is only what divisions leave, and nil would not be nil."""


class Discounting:
    """The factors that amounts of each year are multiplied by: 1 in the base year, and each year's rate compounded.

    Years are counted from the base year, and a rate holds from its own year on, so that no year's krone is worth more
    than the year's before. Counted at the `end` of their year, all amounts are worth the base year's rate less: no
    ratio of two of them moves.
    """

    def __init__(self, discount: Discount, base_year: int, timing: Timing | None = None) -> None:
        self.name = discount.name
        self.rates = discount.rates
        self.base_year = base_year
        self.timing = timing or discount.timing
        base = _ONE if self.timing == "start" else EXACT.divide(_ONE, self.growth(base_year))
        self._factors = {base_year: base}
        self._sums: dict[range, Decimal] = {}

    def growth(self, year: int) -> Decimal:
        """What a krone grows to in a year, at the rate that is in force then; before the base year at that year's."""
        counted = max(year - self.base_year, 0)
        rate = next(each.rate for each in reversed(self.rates) if each.from_year <= counted)
        return _ONE + rate / 100

    def factor(self, year: int) -> Decimal:
        """What a krone of a year is worth in the base year."""
        if year not in self._factors:
            if year > self.base_year:
                self._factors[year] = EXACT.divide(self.factor(year - 1), self.growth(year))
            else:
                self._factors[year] = EXACT.multiply(self.factor(year + 1), self.growth(year))
        return self._factors[year]

    def factor_sum(self, years: range) -> Decimal:
        """What a krone in each of some years is worth: the factors added up."""
        if years not in self._sums:
            self._sums[years] = _added(map(self.factor, years))
        return self._sums[years]

    def present_value(self, flow: Flow, last_year: int) -> Decimal:
        """What a flow is worth from its first year to `last_year`, beyond its own last one with what lasts."""
        within = flow.over(range(flow.years.start, min(flow.years.stop, last_year + 1)))
        named = zip(within.years, within.amounts, strict=True)
        value = _added(EXACT.multiply(amount, self.factor(year)) for year, amount in named if amount)
        if flow.lasting:
            beyond = self.factor_sum(range(flow.years.stop, last_year + 1))
            value = EXACT.fma(flow.lasting, beyond, value)
        return EXACT.quantize(value, _NOISE)


def _added(amounts: Iterable[Decimal]) -> Decimal:
    total = ZERO
    for amount in amounts:
        total = EXACT.add(total, amount)
    return total

"""The cash flow: money by year in 1.000 kr., costs positive and savings negative, and what goes on after the last year.

What a line costs, what a committee bears, what a pool saves, what a case comes to: each is a flow, and what is worked
out of them (payback, loan, present value, a comparison) is an expression of flows.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.period_amounts import Amounts

_SHOWN = 6
"""Years that a flow shows of itself to who works on it."""


class Flow(NamedTuple):  # a pool makes a million of them, and a tuple is the cheapest value to make
    """An amount for each of some years, and what each year after the last of them has (`lasting`).

    An amount is nothing in a year that no period of a line names; a named nil is 0. Costs end, so theirs last with 0.
    """

    years: range
    amounts: tuple[Decimal | None, ...]
    lasting: Decimal = ZERO

    @classmethod
    def of(cls, periods: Amounts, years: range) -> "Flow":
        """Amounts by period as a flow over `years`, which reach over every year that a period names.

        An open period fills the years that are left, and is what lasts.
        """
        by_year: list[Decimal | None] = [None] * len(years)
        start, lasting = years.start, ZERO
        for (first, last), amount in periods.items():
            if last is None:
                lasting = amount
                by_year[first - start :] = [amount] * (len(by_year) - (first - start))
            elif last == first:
                by_year[first - start] = amount
            else:
                by_year[first - start : last - start + 1] = [amount] * (last - first + 1)
        return cls(years, tuple(by_year), lasting)

    @classmethod
    def seen_over(cls, periods: Amounts, years: range) -> "Flow":
        """Amounts by period over `years`, whatever years the periods name themselves."""
        return cls.of(periods, spanned(years, *(period.named_years for period in periods))).over(years)

    def at(self, year: int) -> Decimal | None:
        """What a year has: nothing before the first, what lasts (or nothing) after the last."""
        position = year - self.years.start
        if position < 0:
            return None
        return self.amounts[position] if position < len(self.amounts) else self.lasting or None

    def over(self, years: range) -> "Flow":
        """The same money seen over other years: blank before its first, carried on with what lasts after its last.

        What it has in years that are left out at either end is not in it.
        """
        if years == self.years:
            return self
        return Flow(years, tuple(map(self.at, years)), self.lasting)

    @property
    def first_year(self) -> int | None:
        """The first year with an amount that is not nil."""
        for year, amount in zip(self.years, self.amounts, strict=True):
            if amount:
                return year
        return None

    @property
    def total(self) -> Decimal:
        """The sum over its years ("I alt"); what lasts beyond them is not in it."""
        return sum(filter(None, self.amounts), ZERO)

    @property
    def figures(self) -> tuple[Decimal, ...]:
        """An amount for every year, nil where there is nothing."""
        return tuple([amount or ZERO for amount in self.amounts])

    @property
    def by_year(self) -> dict[int, Decimal]:
        """The same figures, each by its year."""
        return dict(zip(self.years, self.figures, strict=True))

    @property
    def years_with_money(self) -> list[int]:
        """The years whose figure is not nil."""
        return [year for year, amount in zip(self.years, self.figures, strict=True) if amount]

    @property
    def cumulative(self) -> tuple[Decimal, ...]:
        """What has come together by the end of each year."""
        return tuple(accumulate(self.figures))

    def times(self, factor: Decimal) -> "Flow":
        """Every amount as many times as large."""
        return self._each(lambda amount: amount * factor)

    def delayed(self, years: int) -> "Flow":
        """The same money, all of it so many years later."""
        return Flow(range(self.years.start + years, self.years.stop + years), self.amounts, self.lasting)

    def __neg__(self) -> "Flow":
        return self._each(lambda amount: -amount)

    def __add__(self, other: "Flow") -> "Flow":  # type: ignore[override]  # money is added up, not put side by side
        return total((self, other), spanned(self.years, other.years))

    def __sub__(self, other: "Flow") -> "Flow":
        return self + -other

    def __repr__(self) -> str:
        """The first amounts by their years, and what lasts."""
        pairs = [f"{year}: {plain(amount)}" for year, amount in zip(self.years[:_SHOWN], self.amounts, strict=False)]
        more = [f"… {self.years[-1]}"] if len(self.years) > _SHOWN else []
        return f"Flow({', '.join([*pairs, *more, f'lasting: {plain(self.lasting)}'])})"

    def _each(self, change: Callable[[Decimal], Decimal]) -> "Flow":
        amounts = tuple([None if amount is None else change(amount) for amount in self.amounts])
        return Flow(self.years, amounts, change(self.lasting))


def plain(amount: Decimal | None) -> str:
    """An amount as a programmer is shown it, all digits and no exponent."""
    return "None" if amount is None else f"{amount.normalize():f}"


def total(flows: Iterable[Flow], years: range) -> Flow:
    """Flows added up over `years`: a figure for each of them, nil where no flow has anything."""
    sums: list[Decimal] = []
    lasting = ZERO
    for flow in flows:
        amounts = flow.amounts if flow.years is years else flow.over(years).amounts
        if flow.lasting:
            lasting += flow.lasting
        if not sums:
            sums = [amount or ZERO for amount in amounts]
            continue
        for position, amount in enumerate(amounts):
            if amount:
                sums[position] += amount
    return Flow(years, tuple(sums) or (ZERO,) * len(years), lasting)


def merged(flows: Iterable[Flow], years: range) -> Flow:
    """Flows as the one line that they are together: a year in which none of them names anything stays blank."""
    named: list[Decimal | None] = [None] * len(years)
    lasting = ZERO
    for flow in flows:
        for position, amount in enumerate(flow.over(years).amounts):
            if amount is not None:
                named[position] = amount + (named[position] or ZERO)
        lasting += flow.lasting
    return Flow(years, tuple(named), lasting)


def spanned(*spans: range) -> range:
    """The years from the first to the last of all spans that have any; none where no span has."""
    some = [years for years in spans if years]
    return range(min(years.start for years in some), max(years.stop for years in some)) if some else range(0)

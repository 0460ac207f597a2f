"""What a case is worth: the present values of its costs, income and efficiencies over several horizons."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from bizcase.case.profile import Basis, Discount, Timing
from bizcase.engine.discount import EXACT, Discounting
from bizcase.engine.discounted_payback import discounted_payback
from bizcase.engine.flow import Flow, spanned, total
from bizcase.engine.internal_rate import InternalRate, internal_rate
from bizcase.engine.result import PaybackTime
from bizcase.engine.value_case import Money, ValueCase


class Worth(NamedTuple):
    """Present values over the years to `last_year`, in 1.000 kr. and in the table's sign: costs positive.

    `factors` is the sum of the factors of its years; a pool has no internal rate.
    """

    last_year: int
    costs: Decimal
    efficiencies: Decimal
    income: Decimal
    factors: Decimal
    internal_rate: InternalRate | None

    @property
    def npv(self) -> Decimal:
        """The total financial effect in present value (samlet økonomisk påvirkning i nutidsværdi)."""
        return EXACT.add(EXACT.add(self.costs, self.efficiencies), self.income)

    @property
    def gain(self) -> Decimal:
        """The net gain (nettogevinst): the same with the sign that economists give it."""
        return EXACT.minus(self.npv)

    @property
    def annuity(self) -> Decimal:
        """The same amount in each year that is worth as much, in the table's sign."""
        return EXACT.divide(self.npv, self.factors)

    @property
    def benefit_cost_ratio(self) -> Decimal | None:
        """What is gained of each krone that is invested (B/C); nothing where nothing is invested.

        Gained are the efficiencies, new running costs netted, and the income.
        """
        if self.costs <= 0:
            return None
        return EXACT.divide(EXACT.minus(EXACT.add(self.efficiencies, self.income)), self.costs)


class Value(NamedTuple):
    """What a case or a pool is worth, over its table's years first; a pool has no paybacks."""

    discounting: Discounting
    price_level: int
    horizons: tuple[Worth, ...]
    paybacks: dict[Basis, PaybackTime]
    discounted: dict[Basis, PaybackTime]

    @property
    def depends_on_the_horizon(self) -> bool:
        """Whether it is a gain over some horizon and a loss over another."""
        return len({worth.npv > 0 for worth in self.horizons if worth.npv}) > 1


class Horizons(NamedTuple):
    """The last years of the horizons, the table's first; and the spans, in years, that end within the table."""

    last_years: tuple[int, ...]
    within: tuple[int, ...]


def horizons(table: range, spans: Iterable[int]) -> Horizons:
    """The table's years, and so many years from its first one on as each of `spans` says."""
    ends = {table.start + span - 1: span for span in spans}
    beyond = sorted(end for end in ends if end > table[-1])
    return Horizons((table[-1], *beyond), tuple(sorted(span for end, span in ends.items() if end < table[-1])))


class Valued(NamedTuple):
    """A case with what it is worth."""

    case: ValueCase
    value: Value


class Valuation(NamedTuple):
    """What cases are worth, each by itself and, where there are several, together; all of it in one base year.

    `within` are the horizons, in years, that end within the table's years and are left out.
    """

    cases: tuple[Valued, ...] = ()
    pool: Value | None = None
    within: tuple[int, ...] = ()

    @property
    def summed(self) -> list[Valued]:
        """The cases that the pool adds up."""
        return [each for each in self.cases if self.pool is not None and each.case.counts_in_a_pool]


class Asked(NamedTuple):
    """How values are asked for: rates, horizons in years, and a base year and a timing other than the usual ones."""

    discount: Discount
    spans: tuple[int, ...]
    base_year: int | None = None
    timing: Timing | None = None

    def discounting(self, table: range) -> Discounting:
        """The factors for a table, whose first year is the base year unless another is asked for."""
        base_year = table.start if self.base_year is None else self.base_year
        return Discounting(self.discount, base_year, self.timing)


def valuation(cases: Sequence[ValueCase], asked: Asked) -> Valuation:
    """What cases are worth over their tables' years and over each span that is asked for, from the first of them on.

    Several cases are added up, and each of them is valued in the base year of their pool, the earliest of theirs. One
    case alone, and cases that no pool adds up, are valued each by itself.
    """
    summed = [case for case in cases if case.counts_in_a_pool] if len(cases) > 1 else []
    if not summed:
        alone = [(case, horizons(case.years, asked.spans)) for case in cases]
        values = (value_of(case, asked.discounting(case.years), ends.last_years) for case, ends in alone)
        within = sorted({span for _, ends in alone for span in ends.within})
        return Valuation(tuple(map(Valued, cases, values)), None, tuple(within))
    table = spanned(*(case.years for case in summed))
    discounting, (last_years, outside) = asked.discounting(table), horizons(table, asked.spans)
    valued = tuple(Valued(case, value_of(case, discounting, last_years)) for case in cases)
    return Valuation(valued, value_of_pool(summed, discounting, last_years), outside)


def value_of(case: ValueCase, discounting: Discounting, last_years: Sequence[int]) -> Value:
    """What a case is worth over its own table's years, and to each of `last_years` that lies beyond them."""
    own = (case.years[-1], *(year for year in last_years if year > case.years[-1]))
    net = total(case.money, case.years)
    worths = tuple(_worth(case.money, discounting, year, net) for year in own)
    discounted = {
        basis: discounted_payback(case.covering[basis], case.first_cost, discounting, case.counted_by)
        if basis in case.covering and case.first_cost is not None
        else payback
        for basis, payback in case.counted.items()
    }
    return Value(discounting, case.price_level, worths, case.paybacks, discounted)


def value_of_pool(cases: Sequence[ValueCase], discounting: Discounting, last_years: Sequence[int]) -> Value:
    """What cases of one price level are worth together: each is carried on with what lasts."""
    years = spanned(*(case.years for case in cases))
    money = Money(*(total(flows, years) for flows in zip(*(case.money for case in cases), strict=True)))
    worths = tuple(_worth(money, discounting, year) for year in last_years)
    return Value(discounting, cases[0].price_level, worths, {}, {})


def _worth(money: Money, discounting: Discounting, last_year: int, net: Flow | None = None) -> Worth:
    """What money is worth to a year; the internal rate is that of `net`, all of it together."""
    years = range(money.costs.years.start, last_year + 1)
    costs, efficiencies, income = (discounting.present_value(flow, last_year) for flow in money)
    rate = None if net is None else internal_rate(net.over(years).figures)
    return Worth(last_year, costs, efficiencies, income, discounting.factor_sum(years), rate)

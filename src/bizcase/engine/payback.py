"""Payback (tilbagebetalingstid): the year from which savings have covered the investment for good, by three rules."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.profile import PaybackRule
from bizcase.engine.flow import Flow, total
from bizcase.engine.result import PaybackTime, Section

CountingRule = Literal["inclusive", "exclusive"]
"""The rules that count years."""


class Invested(NamedTuple):
    """What is to be covered: implementation costs and income of every area, from the first year with a cost.

    Income is negative. The first year has an implementation cost that is not nil; income never starts the count.
    """

    flow: Flow
    first_year: int | None

    @classmethod
    def of(cls, costs: Section, income: Section) -> "Invested":
        """What the costs and the income of a case come to."""
        first = (line.flow.first_year for line in costs.lines)
        together = total((costs.total, income.total), costs.total.years)
        return cls(together, min((year for year in first if year is not None), default=None))


def paybacks(invested: Invested, efficiencies: Section, areas: frozenset[str]) -> dict[PaybackRule, PaybackTime]:
    """The payback of what is invested through the efficiencies on `areas`, the basis, by each rule.

    No paper prints the rule; the printed cases agree with the first. Years are counted from the first with an
    implementation cost that is not nil. The investment is paid back in the first year, never before that one, in which
    the cumulated sum of all implementation costs and income (every area) and the efficiencies of the basis (new running
    costs among them) is nil or below and stays so; open periods go on past the table's last column. An internal loan
    only moves money between years and is left out. Counted inclusively that first year of cost is year 1, exclusively
    it is not counted. The simple payback divides what is invested by the lasting yearly saving.
    """
    first_cost = invested.first_year
    if first_cost is None:
        return _each(PaybackTime("no_investment"))
    if not any(
        amount < 0 for line in efficiencies.lines if line.steering_area in areas for amount in line.flow.figures
    ):
        return _each(PaybackTime("no_savings"))
    saved = saved_on(efficiencies, areas)
    counted = _counted(total((invested.flow, saved), saved.years), first_cost)
    simple = PaybackTime("never")
    if saved.lasting < 0:
        simple = PaybackTime("reached", ratio=max(invested.flow.total / -saved.lasting, ZERO))
    if counted is None:
        return {**_each(PaybackTime("never")), "simple": simple}
    reached_in, exactly = counted
    return {
        "inclusive": in_years("inclusive", reached_in, first_cost, exactly),
        "exclusive": in_years("exclusive", reached_in, first_cost, exactly),
        "simple": simple,
    }


def in_years(rule: CountingRule, reached_in: int, first_cost: int, exactly: Decimal | None) -> PaybackTime:
    """What is reached in a year, counted from the first year of cost, which is year 1 or is not counted."""
    if rule == "inclusive":
        return PaybackTime("reached", reached_in - first_cost + 1, reached_in, exactly)
    fraction = None if exactly is None else max(exactly - 1, ZERO)
    return PaybackTime("reached", reached_in - first_cost, reached_in, fraction)


def saved_on(efficiencies: Section, areas: frozenset[str]) -> Flow:
    """The efficiencies on some steering areas, new running costs among them."""
    basis = [line.flow for line in efficiencies.lines if line.steering_area in areas]
    if len(basis) == len(efficiencies.lines):
        return efficiencies.total
    return total(basis, efficiencies.total.years)


def _each(payback: PaybackTime) -> dict[PaybackRule, PaybackTime]:
    return {"inclusive": payback, "exclusive": payback, "simple": payback}


def _counted(flow: Flow, first_cost: int) -> tuple[int, Decimal | None] | None:
    """The year in which a flow has covered for good what is invested, and how many years that takes exactly.

    Exactly is from the beginning of the first year of cost, a year's money being even over it; what is covered in that
    very year has no such figure.
    """
    reached_in = _covered_for_good(flow)
    if reached_in is None:
        return None
    if reached_in <= first_cost:
        return first_cost, None
    cumulative = flow.cumulative
    before, after = (_cumulated(flow, cumulative, year) for year in (reached_in - 1, reached_in))
    within = before / (before - after) if before > ZERO else ZERO
    return reached_in, reached_in - first_cost + within


def _cumulated(flow: Flow, cumulative: Sequence[Decimal], year: int) -> Decimal:
    """What has come together by the end of a year, beyond the flow's last one too."""
    if year < flow.years.start:
        return ZERO
    beyond = max(year - flow.years[-1], 0)
    return cumulative[min(year, flow.years[-1]) - flow.years.start] + beyond * flow.lasting


def _covered_for_good(flow: Flow) -> int | None:
    """The first year from which the cumulated flow is nil or below and stays so, or nothing.

    Beyond the flow's last year every year has what lasts, so there the year is found by division.
    """
    cumulative, lasting = flow.cumulative, flow.lasting
    left, last_year = cumulative[-1], flow.years[-1]
    if lasting > 0 or (left > 0 and lasting == 0):
        return None
    if left > 0:
        whole, rest = divmod(left, -lasting)
        return last_year + int(whole) + (1 if rest else 0)
    above = [year for year, amount in zip(flow.years, cumulative, strict=True) if amount > 0]
    return above[-1] + 1 if above else flow.years[0]

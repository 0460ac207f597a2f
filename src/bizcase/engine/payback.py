"""Payback (tilbagebetalingstid): the year from which savings have covered the investment for good."""

from collections.abc import Sequence
from decimal import Decimal

from bizcase.engine.result import Payback, Section


def payback(costs: Section, efficiencies: Section, areas: frozenset[str], years: range, *, inclusive: bool) -> Payback:
    """The payback of all implementation costs through the efficiencies on `areas`, the basis.

    No paper prints the rule; the printed cases agree with it. Years are counted from the first with an implementation
    cost that is not nil. The investment is paid back in the first year, never before that one, in
    which the cumulated sum of all implementation costs (every area) and the efficiencies of the basis (new running
    costs among them) is nil or below and stays so; open periods go on past the table's last column. An internal loan
    only moves money between years and is left out.
    """
    first_cost = _first_year_with_a_cost(costs, years)
    if first_cost is None:
        return Payback("no_investment")
    basis = [line for line in efficiencies.lines if line.steering_area in areas]
    if not any(amount < 0 for line in basis for amount in line.amounts if amount is not None):
        return Payback("no_savings")
    rows = [efficiencies.by_steering_area[area] for area in efficiencies.by_steering_area if area in areas]
    flow = [sum(amounts, Decimal(0)) for amounts in zip(costs.total, *rows, strict=True)]
    lasting = sum((line.lasting for line in basis), Decimal(0))
    covered = _covered_for_good(flow, lasting)
    if covered is None:
        return Payback("never")
    reached_in = max(first_cost, years[0] + covered)
    return Payback("reached", reached_in - first_cost + (1 if inclusive else 0), reached_in)


def _first_year_with_a_cost(costs: Section, years: range) -> int | None:
    for index, year in enumerate(years):
        if any(line.amounts[index] for line in costs.lines):
            return year
    return None


def _covered_for_good(flow: Sequence[Decimal], lasting: Decimal) -> int | None:
    """The first position from which the cumulated flow is nil or below and stays so, or nothing.

    `lasting` is the flow of every year after the last. Beyond the table the year is found by division.
    """
    cumulated, last_above = Decimal(0), -1
    for position, amount in enumerate(flow):
        cumulated += amount
        if cumulated > 0:
            last_above = position
    if lasting > 0 or (cumulated > 0 and lasting == 0):
        return None
    if cumulated > 0:
        whole, rest = divmod(cumulated, -lasting)
        return len(flow) - 1 + int(whole) + (1 if rest else 0)
    return last_above + 1

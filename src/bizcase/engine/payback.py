"""Payback (tilbagebetalingstid): the year from which savings have covered the investment for good."""

from bizcase.engine.flow import Flow, total
from bizcase.engine.result import PaybackTime, Section


def payback(costs: Section, efficiencies: Section, areas: frozenset[str], *, inclusive: bool) -> PaybackTime:
    """The payback of all implementation costs through the efficiencies on `areas`, the basis.

    No paper prints the rule; the printed cases agree with it. Years are counted from the first with an implementation
    cost that is not nil. The investment is paid back in the first year, never before that one, in
    which the cumulated sum of all implementation costs (every area) and the efficiencies of the basis (new running
    costs among them) is nil or below and stays so; open periods go on past the table's last column. An internal loan
    only moves money between years and is left out.
    """
    first_cost = _first_year_with_a_cost(costs)
    if first_cost is None:
        return PaybackTime("no_investment")
    basis = [line.flow for line in efficiencies.lines if line.steering_area in areas]
    if not any(amount < 0 for flow in basis for amount in flow.amounts if amount is not None):
        return PaybackTime("no_savings")
    years = costs.total.years
    saved = efficiencies.total if len(basis) == len(efficiencies.lines) else total(basis, years)
    covered = _covered_for_good(total((costs.total, saved), years))
    if covered is None:
        return PaybackTime("never")
    reached_in = max(first_cost, covered)
    return PaybackTime("reached", reached_in - first_cost + (1 if inclusive else 0), reached_in)


def _first_year_with_a_cost(costs: Section) -> int | None:
    first = (line.flow.first_year for line in costs.lines)
    return min((year for year in first if year is not None), default=None)


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

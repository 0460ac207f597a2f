"""The discounted payback: the year from which savings have covered the investment for good, with interest on it."""

from decimal import Context, localcontext

from bizcase.case.amounts import ZERO
from bizcase.engine.discount import EXACT, Discounting
from bizcase.engine.flow import Flow
from bizcase.engine.payback import CountingRule, in_years
from bizcase.engine.result import PaybackTime

LOOKED_AT = 75
"""Years from the first year of cost that are looked at, and those of the table if they are more."""

_WITHOUT_ROUNDING = Context(prec=2_000)
"""Each year of interest adds the decimals of its rate, six at most."""


def discounted_payback(flow: Flow, first_cost: int, discounting: Discounting, rule: CountingRule) -> PaybackTime:
    """The payback of a flow of costs, income and efficiencies, all of them in present value.

    What is missing by the end of a year is carried on with the next year's interest. That is its present value in the
    money of its own year, so it is nil and above nil in the same years; and without a division it is exact.
    """
    last_year = max(flow.years[-1], first_cost + LOOKED_AT - 1)
    before = missing = ZERO
    reached_in, exactly = flow.years.start, None
    with localcontext(_WITHOUT_ROUNDING):
        for year in range(flow.years.start, last_year + 1):
            owed = missing * discounting.growth(year)
            missing = owed + (flow.at(year) or ZERO)
            if missing > 0:
                reached_in, exactly = year + 1, None
            elif before > 0:
                exactly = year - first_cost + EXACT.divide(owed, owed - missing)
            if missing <= 0 and year >= flow.years[-1]:
                break  # what lasts only adds to it
            before = missing
    if reached_in > last_year:
        return PaybackTime("never")
    if reached_in <= first_cost:
        return in_years(rule, first_cost, first_cost, None)
    return in_years(rule, reached_in, first_cost, exactly)

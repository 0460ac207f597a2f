"""The calculation of one case, from its lines to its paybacks."""

from itertools import accumulate

from bizcase.case.model import Case
from bizcase.case.profile import Profile
from bizcase.case.validate import table_years
from bizcase.engine.cashflow import section, sum_of_years
from bizcase.engine.loan import loan
from bizcase.engine.payback import payback
from bizcase.engine.result import Result, Years


def calculate(case: Case, profile: Profile) -> Result:
    """Everything that the tables print of a case, in 1.000 kr. and unrounded."""
    years = table_years(case)
    costs = section(case.implementation_costs, case, profile, years)
    efficiencies = section(case.efficiencies, case, profile, years)
    borrowed = loan(case, years)
    rows: list[Years] = [costs.total, efficiencies.total]
    if borrowed is not None:
        rows += [tuple(-amount for amount in borrowed.drawn), borrowed.repayment, borrowed.interest]
    net_effect = sum_of_years(rows, len(years))
    inclusive = profile.payback.count == "inclusive"
    return Result(
        case=case,
        years=years,
        implementation_costs=costs,
        efficiencies=efficiencies,
        loan=borrowed,
        net_effect=net_effect,
        cumulative=tuple(accumulate(net_effect)),
        payback_service=payback(costs, efficiencies, profile.areas_of_nature("service"), years, inclusive=inclusive),
        payback_total=payback(costs, efficiencies, frozenset(profile.steering_areas), years, inclusive=inclusive),
        committees=tuple(
            committee
            for committee in profile.committees
            if committee in costs.by_committee or committee in efficiencies.by_committee
        ),
    )

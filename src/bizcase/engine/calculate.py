"""The calculation of one case, from its lines to its paybacks."""

from collections.abc import Callable, Sequence

from bizcase.case.model import Case
from bizcase.case.profile import Profile
from bizcase.case.validation import table_years
from bizcase.engine.flow import spanned, total
from bizcase.engine.loan import loan
from bizcase.engine.payback import payback
from bizcase.engine.result import Loan, Part, Result, Section
from bizcase.engine.section import Parts, parts_of, section


def calculate(
    case: Case,
    profile: Profile,
    *,
    derive: Callable[[Case], Case] | None = None,
    vary: Callable[[Part], Part] | None = None,
) -> Result:
    """Everything that the tables print of a case, in 1.000 kr. and unrounded.

    There are two places to change what is calculated, and each changes every figure that comes of it. `derive` makes
    the case whose lines are divided and borrowed for out of the one that is written. `vary` changes each part before
    anything is added up (an index, a scale, a delay): the loan follows the parts that draw it, and the table is widened
    where money is moved out of it.
    """
    if derive is not None:
        case = derive(case)
    years = table_years(case)
    committee = case.committee or profile.committee_of(case.administration, case.price_level)
    costs = [parts_of(line, committee, years) for line in case.implementation_costs]
    efficiencies = [parts_of(line, committee, years) for line in case.efficiencies]
    if vary is not None:
        costs, efficiencies = _each(costs, vary), _each(efficiencies, vary)
        years = spanned(years, *(part.flow.years for parts in (*costs, *efficiencies) for part in parts))
    borrowed = loan(case, (part.flow for parts in costs for part in parts if part.is_borrowed), years)
    if borrowed is not None:
        years = borrowed.drawn.years
    if vary is not None:  # otherwise every part is over the years of the table already
        costs, efficiencies = (
            _each(lines, lambda part: part._replace(flow=part.flow.over(years))) for lines in (costs, efficiencies)
        )
    sections = section(costs, profile, years), section(efficiencies, profile, years)
    return _added_up(case, committee, profile, *sections, borrowed)


def _each(lines: Sequence[Parts], change: Callable[[Part], Part]) -> list[Parts]:
    return [tuple(map(change, parts)) for parts in lines]


def _added_up(
    case: Case, committee: str, profile: Profile, costs: Section, efficiencies: Section, borrowed: Loan | None
) -> Result:
    flows = [costs.total, efficiencies.total, *([] if borrowed is None else [borrowed.net])]
    service, every = profile.areas_of_nature("service"), frozenset(profile.steering_areas)
    inclusive = profile.payback.count == "inclusive"
    bearers = costs.by_committee.keys() | efficiencies.by_committee.keys()
    return Result(
        case=case,
        committee=committee,
        implementation_costs=costs,
        efficiencies=efficiencies,
        loan=borrowed,
        net_effect=total(flows, costs.total.years),
        payback_service=payback(costs, efficiencies, service, inclusive=inclusive),
        payback_total=payback(costs, efficiencies, every, inclusive=inclusive),
        committees=tuple(name for name in profile.committees if name in bearers),
    )

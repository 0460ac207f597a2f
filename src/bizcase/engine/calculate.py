"""The calculation of one case, from its lines to its paybacks."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bizcase.case.model import Case
from bizcase.case.profile import Basis, Profile
from bizcase.case.validation import table_years
from bizcase.engine.flow import spanned, total
from bizcase.engine.loan import loan
from bizcase.engine.payback import Invested, paybacks
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
    income = [parts_of(line, committee, years) for line in case.income]
    efficiencies = [parts_of(line, committee, years) for line in case.efficiencies]
    if vary is not None:
        costs, income, efficiencies = (_each(lines, vary) for lines in (costs, income, efficiencies))
        years = spanned(years, *(part.flow.years for parts in (*costs, *income, *efficiencies) for part in parts.borne))
    borrowed = loan(case, (part.flow for parts in costs for part in parts.borne if part.is_borrowed), years)
    if borrowed is not None:
        years = borrowed.drawn.years
    if vary is not None:  # otherwise every part is over the years of the table already
        costs, income, efficiencies = (
            _each(lines, lambda part: part._replace(flow=part.flow.over(years)))
            for lines in (costs, income, efficiencies)
        )
    sections = Sections(*(section(lines, profile, years) for lines in (costs, income, efficiencies)))
    return _added_up(case, committee, profile, sections, borrowed)


def _each(lines: Sequence[Parts], change: Callable[[Part], Part]) -> list[Parts]:
    return [parts.each(change) for parts in lines]


class Sections(NamedTuple):
    """The lines of a case, added up by what they are."""

    costs: Section
    income: Section
    efficiencies: Section


def _added_up(case: Case, committee: str, profile: Profile, sections: Sections, borrowed: Loan | None) -> Result:
    flows = [section.total for section in sections]
    if borrowed is not None:
        flows.append(borrowed.net)
    areas: dict[Basis, frozenset[str]] = {
        "service": profile.areas_of_nature("service"),
        "total": frozenset(profile.steering_areas),
    }
    invested = Invested.of(sections.costs, sections.income)
    bearers = {name for section in sections for name in section.by_committee}
    return Result(
        case=case,
        committee=committee,
        implementation_costs=sections.costs,
        income=sections.income,
        efficiencies=sections.efficiencies,
        loan=borrowed,
        net_effect=total(flows, sections.costs.total.years),
        paybacks={basis: paybacks(invested, sections.efficiencies, areas[basis]) for basis in areas},
        rules=profile.payback_rules,
        committees=tuple(name for name in profile.committee_order if name in bearers),
    )

"""A case whose worth is asked for: its flows, and what is told of it, small enough for a hundred thousand."""

from datetime import date
from typing import NamedTuple

from bizcase.case.profile import Basis, PaybackRule, Profile
from bizcase.engine.flow import Flow, total
from bizcase.engine.payback import CountingRule, Invested, saved_on
from bizcase.engine.result import Conversion, PaybackTime, Result


class Money(NamedTuple):
    """What a case, or a pool, costs and brings: costs positive, savings and income negative, in 1.000 kr.

    An internal loan is not in it: financing makes no case cheaper.
    """

    costs: Flow
    efficiencies: Flow
    income: Flow


class ValueCase(NamedTuple):
    """One case over the years of its tables, in its price level.

    `paybacks` are by the first of the municipality's rules, `rule`; `counted` are by the first that counts years,
    `counted_by`, and `covering` is the money that those are counted of, on each basis on which one is reached.
    """

    path: str
    id: str
    title: str
    kind: str
    administration: str
    approval: str | None
    day: date | None
    price_level: int
    money: Money
    first_cost: int | None
    rule: PaybackRule
    paybacks: dict[Basis, PaybackTime]
    counted: dict[Basis, PaybackTime]
    covering: dict[Basis, Flow]
    counted_by: CountingRule
    has_income: bool
    has_loan: bool
    has_own_figures: bool
    converted: Conversion | None = None

    @property
    def years(self) -> range:
        """The years of the case's tables."""
        return self.money.costs.years

    @property
    def counts_in_a_pool(self) -> bool:
        """Whether a sum of cases has it: none that is rejected, and no idea, which saves nothing yet."""
        return self.approval != "rejected" and self.kind != "idea"


def value_case_of(result: Result, path: str, profile: Profile) -> ValueCase:
    """What the worth of a calculated case is worked out of."""
    case = result.case
    costs, income, efficiencies = result.sections
    invested = Invested.of(costs, income)
    areas = {"service": profile.areas_of_nature("service"), "total": frozenset(profile.steering_areas)}
    counted_by: CountingRule = next((rule for rule in result.rules if rule != "simple"), "inclusive")
    counted = {basis: result.payback(basis, counted_by) for basis in result.paybacks}
    return ValueCase(
        path=path,
        id=case.id,
        title=case.title,
        kind=case.kind,
        administration=case.administration,
        approval=case.approval,
        day=case.day,
        price_level=result.price_level,
        money=Money(costs.total, efficiencies.total, income.total),
        first_cost=invested.first_year,
        rule=result.rules[0],
        paybacks={basis: result.payback(basis) for basis in result.paybacks},
        counted=counted,
        covering={
            basis: total((invested.flow, saved_on(efficiencies, areas[basis])), result.years)
            for basis, payback in counted.items()
            if payback.status == "reached"
        },
        counted_by=counted_by,
        has_income=bool(income.lines),
        has_loan=result.loan is not None,
        has_own_figures=case.has_own_figures,
        converted=result.converted,
    )

"""A case in a pool: the few figures of it that overviews and scripts use, small enough for a hundred thousand."""

from decimal import Decimal
from typing import NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Basis
from bizcase.engine.flow import Flow, plain, total
from bizcase.engine.result import Accepted, Conversion, PaybackTime, Result, Section

ByName = dict[str, Decimal]
Flows = dict[str, Flow]
"""Money by steering area."""


class PoolCase(NamedTuple):
    """One case. Amounts are in 1.000 kr., costs positive and savings negative, over the years of the case's tables.

    `lasting` figures are the yearly effect once fully phased in; `asked` is what the pool is to pay, by area.
    `committee` is the one that bears what names none. The flows, of costs, income and efficiencies by area, go on
    beyond the case's own tables; `loan` is what an internal loan adds to the net effect. `shares` is what each
    committee bears, as a case of its own, where several do; `accepted` is what is accepted of its findings. Amounts may
    be `converted` from another price level to this one.
    """

    path: str
    id: str
    title: str
    kind: str
    administration: str
    committee: str
    approval: str | None
    price_level: int
    costs: ByName
    efficiencies: ByName
    lasting: ByName
    asked: Flows
    net_effect: Decimal
    payback_service: PaybackTime
    payback_total: PaybackTime
    costs_by_committee: dict[str, Flow]
    efficiencies_by_committee: dict[str, Flow]
    years: range
    cost_flows: Flows
    income_flows: Flows
    flows: Flows
    net_flow: Flow
    must_pay_back: bool = False
    accepted: tuple[Accepted, ...] = ()
    shares: tuple["PoolCase", ...] = ()
    is_a_share: bool = False
    has_own_figures: bool = False
    converted: Conversion | None = None
    loan: Flow | None = None

    def __repr__(self) -> str:
        """The case, its years, and what it comes to."""
        years = f"{self.years.start}-{self.years.stop - 1}"
        return f"<PoolCase {self.id} {years}: net effect {plain(self.net_effect)} (1.000 kr., p/l {self.price_level})>"

    def payback(self, basis: Basis) -> PaybackTime:
        """The payback on a basis."""
        return self.payback_service if basis == "service" else self.payback_total

    @property
    def asked_of_the_pool(self) -> Decimal:
        """What the pool is to pay of it, over all years."""
        return sum((flow.total for flow in self.asked.values()), ZERO)

    @property
    def rests_on_estimates(self) -> bool:
        """Whether its amounts were converted to another price level by figures that are estimates."""
        return self.converted is not None and self.converted.rests_on_estimates

    @property
    def has_money(self) -> bool:
        """Whether any year has an amount that is not nil."""
        return any(any(flow.figures) for flow in (*self.cost_flows.values(), *self.flows.values(), self.net_flow))

    @property
    def outlives_its_table(self) -> bool:
        """Whether something goes on after the last year of the case's own tables."""
        return any(flow.lasting for flow in self.flows.values())


def pool_case_of(result: Result, path: str) -> PoolCase:
    """What a pool keeps of a calculated case; the shares of its committees are for those who ask for them."""
    money = _Money(*(section.by_steering_area for section in result.sections))
    return _case(result, path, money, result.net_effect)._replace(
        committee=result.committee,
        loan=None if result.loan is None else result.loan.net,
        asked=result.asked_by_area(),
        costs_by_committee=result.implementation_costs.by_committee,
        efficiencies_by_committee=result.efficiencies.by_committee,
    )


def shared_case_of(result: Result, path: str) -> PoolCase:
    """The same, with what each committee bears, where that is not all of it the case's own committee's."""
    whole = pool_case_of(result, path)
    bearers = dict.fromkeys(result.committees)
    if result.loan is not None:
        bearers[result.committee] = None
    if list(bearers) == [result.committee]:
        return whole
    shares = [share for committee in bearers if (share := _share(whole, result, committee)).has_money]
    return whole._replace(shares=tuple(share._replace(is_a_share=len(shares) > 1) for share in shares))


class _Money(NamedTuple):
    """What a case or a share of it is made of."""

    costs: Flows
    income: Flows
    efficiencies: Flows


def _case(result: Result, path: str, money: _Money, net: Flow) -> PoolCase:
    case = result.case
    costs, income, efficiencies = money
    return PoolCase(
        path=path,
        id=case.id,
        title=case.title,
        kind=case.kind,
        administration=case.administration,
        committee=result.committee,
        approval=case.approval,
        price_level=result.price_level,
        costs={area: flow.total for area, flow in costs.items()},
        efficiencies={area: flow.total for area, flow in efficiencies.items()},
        lasting={area: flow.lasting for area, flow in efficiencies.items()},
        asked={},
        net_effect=net.total,
        payback_service=result.payback("service"),
        payback_total=result.payback("total"),
        costs_by_committee={},
        efficiencies_by_committee={},
        years=result.years,
        cost_flows=costs,
        income_flows=income,
        flows=efficiencies,
        net_flow=net,
        must_pay_back=case.must_pay_back,
        accepted=result.accepted,
        has_own_figures=case.has_own_figures,
        converted=result.converted,
    )


def _share(whole: PoolCase, result: Result, committee: str) -> PoolCase:
    """What one committee bears of a case, with the paybacks of the whole; a loan is the case's own committee's."""
    money = _Money(*(_borne_by_area(section, committee) for section in result.sections))
    flows = [flow for by_area in money for flow in by_area.values()]
    loan = whole.loan if committee == result.committee else None
    if loan is not None:
        flows.append(loan)
    share = _case(result, whole.path, money, total(flows, result.years))
    return share._replace(committee=committee, asked=result.asked_by_area(committee), loan=loan)


def _borne_by_area(section: Section, committee: str) -> Flows:
    """What a committee bears of a section, by steering area."""
    areas: dict[str, list[Flow]] = {}
    for line in section.lines:
        for part in line.parts:
            if part.committee == committee:
                areas.setdefault(line.steering_area, []).append(part.flow)
    return {area: total(flows, section.total.years) for area, flows in areas.items()}

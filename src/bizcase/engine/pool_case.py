"""A case in a pool: the few figures of it that overviews and scripts use, small enough for a hundred thousand."""

from decimal import Decimal
from typing import NamedTuple

from bizcase.engine.flow import Flow
from bizcase.engine.result import PaybackTime, Result

ByName = dict[str, Decimal]


class PoolCase(NamedTuple):
    """One case. Amounts are in 1.000 kr., costs positive and savings negative, over the years of the case's tables.

    `lasting` figures are the yearly effect once fully phased in. `committee` is the one that bears what names none.
    """

    path: str
    id: str
    title: str
    kind: str
    administration: str
    committee: str
    approval: str
    price_level: int
    costs: ByName
    efficiencies: ByName
    lasting: ByName
    asked_of_the_pool: Decimal
    net_effect: Decimal
    payback_service: PaybackTime
    payback_total: PaybackTime
    efficiencies_by_committee: dict[str, Flow]


def pool_case_of(result: Result, path: str) -> PoolCase:
    """What a pool keeps of a calculated case."""
    case, costs, efficiencies = result.case, result.implementation_costs, result.efficiencies
    return PoolCase(
        path=path,
        id=case.id,
        title=case.title,
        kind=case.kind,
        administration=case.administration,
        committee=result.committee,
        approval=case.approval,
        price_level=case.price_level,
        costs={area: flow.total for area, flow in costs.by_steering_area.items()},
        efficiencies={area: flow.total for area, flow in efficiencies.by_steering_area.items()},
        lasting={area: flow.lasting for area, flow in efficiencies.by_steering_area.items()},
        asked_of_the_pool=result.asked_of_the_pool,
        net_effect=result.net_effect.total,
        payback_service=result.payback_service,
        payback_total=result.payback_total,
        efficiencies_by_committee=efficiencies.by_committee,
    )

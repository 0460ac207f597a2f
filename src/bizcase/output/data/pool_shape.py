"""The shape of a case in a pool, as a record for scripts: amounts in 1.000 kr., costs positive, savings negative."""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any

from bizcase.case.amounts import ZERO
from bizcase.engine.flow import Flow, total
from bizcase.engine.pool_case import PoolCase
from bizcase.output.data.conversion_shape import CONVERTED, converted
from bizcase.output.data.result_shape import (
    A_LINE,
    A_YEAR,
    AMOUNT,
    INTEGER,
    PAYBACK,
    PAYBACKS,
    TEXT,
    YEARS,
    summed,
)
from bizcase.output.data.shape import ByName, Maybe, Object, Value, as_it_is

OVER_OWN_YEARS = "over_own_years"
"""What a sum over the years of a case's own tables is called, which are not those of the next record."""

_NO_PART = None, None


def _committees(case: PoolCase) -> dict[str, tuple[Flow | None, Flow | None]]:
    """The costs and the efficiencies of each committee that bears any."""
    costs, efficiencies = case.costs_by_committee, case.efficiencies_by_committee
    return {name: (costs.get(name), efficiencies.get(name)) for name in dict.fromkeys((*costs, *efficiencies))}


def _total(flow: Flow | None) -> Decimal:
    return ZERO if flow is None else flow.total


_PART = Object(
    {
        "implementation_costs": (lambda borne: borne[0], Object({OVER_OWN_YEARS: (_total, AMOUNT)})),
        "efficiencies": (lambda borne: borne[1], Object({OVER_OWN_YEARS: (_total, AMOUNT)})),
        "lasting_effect": (lambda borne: ZERO if borne[1] is None else borne[1].lasting, AMOUNT),
    }
)


def pool_case(years: range | None = None) -> Object:
    """A case of a pool; what it has by year runs over its own tables, or over `years` for every case."""

    def by_year(find: Callable[[PoolCase], dict[str, Flow]]) -> Callable[[PoolCase], Flow]:
        def added_up(case: PoolCase) -> Flow:
            span = case.years if years is None else years
            return total((flow.over(span) for flow in find(case).values()), span)

        return added_up

    def sums(costs: str, flows: str) -> Object:
        """A sum over the case's own years, the same by steering area, and by year."""
        find: Callable[[Any], Any] = attrgetter(costs)
        return Object(
            {
                OVER_OWN_YEARS: (lambda case: summed(find(case)), AMOUNT),
                "by_steering_area": (find, ByName(AMOUNT)),
                "by_year": (by_year(attrgetter(flows)), YEARS),
            }
        )

    net = by_year(lambda case: {"": case.net_flow})
    net_effect = Object({OVER_OWN_YEARS: (attrgetter("net_effect"), AMOUNT), "by_year": (net, YEARS)})
    return Object(
        {
            **A_LINE,
            **{key: (attrgetter(key), TEXT) for key in ("path", "id", "title", "kind", "administration", "committee")},
            "approval": (attrgetter("approval"), Maybe(TEXT)),
            "price_level": (attrgetter("price_level"), INTEGER),
            "converted": (converted, CONVERTED),
            "years": (
                attrgetter("years"),
                Object({"first": (attrgetter("start"), INTEGER), "last": (lambda years: years.stop - 1, INTEGER)}),
            ),
            "implementation_costs": (as_it_is, sums("costs", "cost_flows")),
            "asked_of_the_pool": (attrgetter("asked_of_the_pool"), AMOUNT),
            "efficiencies": (as_it_is, sums("efficiencies", "flows")),
            "lasting_effect": (attrgetter("lasting"), A_YEAR),
            "net_effect": (as_it_is, net_effect),
            "payback": (as_it_is, Object({basis: (find, PAYBACK.item) for basis, find in PAYBACKS.items()})),
            "has_own_figures": (attrgetter("has_own_figures"), Value({"type": "boolean"})),
            "by_committee": (_committees, ByName(_PART, of="committee", nothing=_NO_PART)),
        }
    )

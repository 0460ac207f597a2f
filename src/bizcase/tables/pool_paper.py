"""The overviews of a pool, each by the name that it is asked for."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, assert_never

from bizcase.case.kinds import Unit
from bizcase.case.unit import MILLIONS, THOUSANDS
from bizcase.engine.coverage import Targets
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import Arrangement
from bizcase.tables.overview_figures import figures_overview
from bizcase.tables.overview_innovation import innovation_overview
from bizcase.tables.overview_investment import investment_overview
from bizcase.tables.overview_profile import profile_overview
from bizcase.tables.table import Table

OverviewName = Literal["investment", "innovation", "profile", "figures"]

USUAL_UNIT: dict[OverviewName, Unit] = {
    "investment": MILLIONS,
    "innovation": MILLIONS,
    "profile": THOUSANDS,
    "figures": THOUSANDS,
}
"""What the amounts of an overview are shown in."""


def overview(
    name: OverviewName,
    cases: Sequence[PoolCase],
    arrangement: Arrangement,
    budget: Decimal | None,
    targets: Targets | None,
) -> Table:
    """The overview of some cases; `budget`, the pool's size, and `targets` are in 1.000 kr."""
    match name:
        case "investment":
            return investment_overview(cases, arrangement, budget)
        case "innovation":
            return innovation_overview(cases, arrangement, budget)
        case "figures":
            return figures_overview(cases, arrangement, budget)
        case "profile":
            return profile_overview(cases, arrangement.profile, targets)
        case _:
            assert_never(name)

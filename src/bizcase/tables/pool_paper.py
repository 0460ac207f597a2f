"""The overviews of a pool, each by the name that it is asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, assert_never, get_args

from bizcase.case.kinds import Kind, Unit
from bizcase.case.profile import Profile
from bizcase.case.unit import MILLIONS, THOUSANDS
from bizcase.engine.flow import spanned
from bizcase.engine.pool_case import PoolCase
from bizcase.engine.pool_span import span_of
from bizcase.tables.budget import budget_table
from bizcase.tables.overview import NOTHING, Against, Arrangement, Pool
from bizcase.tables.overview_figures import figures_overview
from bizcase.tables.overview_innovation import innovation_overview
from bizcase.tables.overview_investment import investment_overview
from bizcase.tables.overview_profile import profile_overview
from bizcase.tables.price_level import carried_into_sums, pool_notes
from bizcase.tables.table import Table

OverviewName = Literal["investment", "innovation", "profile", "figures"]

USUAL_UNIT: dict[OverviewName, Unit] = {
    "investment": MILLIONS,
    "innovation": MILLIONS,
    "profile": THOUSANDS,
    "figures": THOUSANDS,
}
"""What the amounts of an overview are shown in."""


def kinds_of(name: OverviewName, profile: Profile) -> tuple[Kind, ...]:
    """The kinds of cases that an overview is of, unless others are asked for."""
    match name:
        case "investment":
            return profile.overviews.investment.kinds
        case "innovation":
            return profile.overviews.innovation.kinds
        case "figures" | "profile":
            return tuple(
                kind for kind in get_args(Kind) if kind != "idea"
            )  # which asks for nothing and saves nothing yet
        case _:
            assert_never(name)


def pool_of(
    name: OverviewName,
    cases: Iterable[PoolCase],
    arrangement: Arrangement,
    *,
    kinds: Sequence[Kind] = (),
    years: range | None = None,
    against: Against = NOTHING,
) -> Pool:
    """The cases that an overview is of, over the years of all of them and of the targets, or over `years`."""
    own = kinds_of(name, arrangement.profile)
    wanted = tuple(dict.fromkeys(kinds)) or own
    taken: list[PoolCase] = []
    other: dict[str, int] = {}
    rejected: list[str] = []
    for case in cases:
        if case.approval == "rejected":
            rejected.append(case.id)
        elif case.kind in wanted:
            taken.append(case)
        else:
            other[case.kind] = other.get(case.kind, 0) + 1
    asked = (period.named_years for period in against.targets.periods) if against.targets else ()
    span = spanned(span_of(taken), *asked) if years is None else years
    asked_kinds = wanted if set(wanted) != set(own) else ()
    return Pool(taken, arrangement, against, span, other, tuple(rejected), asked_kinds)


def pool_tables(name: OverviewName, pool: Pool) -> list[Table]:
    """The overview of a pool, and its budget by area and year, if it has one."""
    notes = tuple(pool_notes(case.converted for case in pool.cases))
    tables = [_overview(name, pool), *budget_table(pool)]
    return [replace(carried_into_sums(table), notes=(*table.notes, *notes)) for table in tables] if notes else tables


def _overview(name: OverviewName, pool: Pool) -> Table:
    match name:
        case "investment":
            return investment_overview(pool)
        case "innovation":
            return innovation_overview(pool)
        case "figures":
            return figures_overview(pool)
        case "profile":
            return profile_overview(pool)
        case _:
            assert_never(name)

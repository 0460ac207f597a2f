"""The innovation pool's overview of 2018 (Bilag 3): cases by administration and what they ask the pool for."""

from collections.abc import Sequence

from bizcase.case.amounts import ZERO
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import Pool, head, mark_of, name_and_title, title_of
from bizcase.tables.overview_notes import budget_notes, not_asked_for, notes
from bizcase.tables.overview_reading import kinds_beside
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text


def innovation_overview(pool: Pool) -> Table:
    """The overview; its total is rounded from the unrounded sum."""
    name, title = name_and_title(pool, pool.profile.overviews.innovation, Text("Innovationsforslag"))

    def line(case: PoolCase) -> tuple[Cell, ...]:
        return case.id, title_of(case, mark_of(case)), case.asked_of_the_pool

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, sum((case.asked_of_the_pool for case in summed), ZERO)

    by_committee = pool.arrangement.group_by == "committee"
    return Table(
        name=name,
        title=title,
        columns=(
            Column(head(pool.cases)),
            Column(Text("Forslag")),
            Column(_asked_of(pool), figures=True),
        ),
        rows=pool.arrangement.rows(pool.cases, line, sums, subtotals=by_committee),
        notes=(*kinds_beside(pool, "innovation"), *notes(pool), *not_asked_for(pool), *budget_notes(pool)),
        is_rounded=True,
    )


def _asked_of(pool: Pool) -> Text:
    """How what is asked for is headed: by the pool of the overview's kinds, where the municipality names one."""
    profile = pool.profile
    kinds = pool.asked_kinds or profile.overviews.innovation.kinds
    names = {profile.pools[kind] for kind in kinds if kind in profile.pools}
    if len(names) != 1:
        return Text("Ansøgt i alt")
    return Text("{pool} i alt", pool=Text.of_profile(names.pop()))

"""The innovation pool's overview of 2018 (Bilag 3): cases by administration and what they ask the pool for."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.unit import MILLIONS
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import MARKS, Arrangement, budget_in_words, explained_marks, head
from bizcase.tables.table import Cell, Column, Table


def innovation_overview(records: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """The overview, of amounts in mio. kr. with one decimal; its total is rounded from the unrounded sum."""
    shown = replace(arrangement.shown, unit=MILLIONS)
    words = shown.words

    def line(case: PoolCase) -> tuple[Cell, ...]:
        return case.id, f"{case.title}{MARKS[case.approval]}", case.asked_of_the_pool

    def sums(cases: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, sum((case.asked_of_the_pool for case in cases), ZERO)

    return Table(
        name=words.innovation_name,
        title=words.innovation_overview,
        columns=(Column(head(records, shown)), Column(words.proposal), Column(words.pool_in_all, figures=True)),
        rows=arrangement.rows(records, line, sums, subtotals=False),
        words=words,
        unit=shown.unit,
        notes=(*explained_marks(records, words), *budget_in_words(budget, records, words)),
    )

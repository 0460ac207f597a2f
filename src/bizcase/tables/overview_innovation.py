"""The innovation pool's overview of 2018 (Bilag 3): cases by administration and what they ask the pool for."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import MARKS, NIL, Arrangement, budget_in_words, explained_marks, head
from bizcase.tables.table import Cell, Column, Table


def innovation_overview(records: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """The overview, of amounts in mio. kr. with one decimal; its total is rounded from the unrounded sum."""
    shown = replace(arrangement.shown, unit="mio")
    words = shown.words

    def line(case: PoolCase) -> tuple[Cell, ...]:
        return case.id, f"{case.title}{MARKS[case.approval]}", shown.amount(case.asked_of_the_pool)

    def sums(cases: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, shown.amount(sum((case.asked_of_the_pool for case in cases), NIL))

    return Table(
        name=words.innovation_name,
        title=words.innovation_overview,
        columns=(Column(head(records, shown)), Column(words.proposal), shown.figures(words.pool_in_all)),
        rows=arrangement.rows(records, line, sums, subtotals=False),
        words=words,
        notes=(*explained_marks(records, words), *budget_in_words(budget, records, words)),
    )

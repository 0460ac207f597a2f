"""The innovation pool's overview of 2018 (Bilag 3): cases by administration and what they ask the pool for."""

from collections.abc import Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import MARKS, Arrangement, budget_in_words, explained_marks, head
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text


def innovation_overview(cases: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """The overview; its total is rounded from the unrounded sum."""

    def line(case: PoolCase) -> tuple[Cell, ...]:
        return case.id, f"{case.title}{MARKS[case.approval]}", case.asked_of_the_pool

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, sum((case.asked_of_the_pool for case in summed), ZERO)

    return Table(
        name=Text("Bilag 3"),
        title=Text("Bilag 3. Investeringsforslag til innovationspuljen"),
        columns=(
            Column(head(cases)),
            Column(Text("Forslag")),
            Column(Text("Innovationspulje i alt"), figures=True),
        ),
        rows=arrangement.rows(cases, line, sums, subtotals=False),
        notes=(*explained_marks(cases), *budget_in_words(budget, cases)),
    )

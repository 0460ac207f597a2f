"""The innovation pool's overview of 2018 (Bilag 3): cases by administration and what they ask the pool for."""

from collections.abc import Sequence
from decimal import Decimal

from bizcase.engine.record import Record
from bizcase.tables.overview import MARKS, NIL, Arrangement, budget_in_words, explained_marks, millions, price_levels
from bizcase.tables.table import Cell, Column, Table


def innovation_overview(records: Sequence[Record], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """The overview in mio. kr. with one decimal; its total is rounded from the unrounded sum."""

    def line(case: Record) -> tuple[Cell, ...]:
        return case.id, f"{case.title}{MARKS[case.approval]}", millions(case.asked_of_the_pool)

    def sums(cases: Sequence[Record]) -> tuple[Cell, ...]:
        return None, millions(sum((case.asked_of_the_pool for case in cases), NIL))

    return Table(
        subject=arrangement.profile.municipality,
        title="Bilag 3. Investeringsforslag til innovationspuljen",
        columns=(
            Column(f"mio. kr. {price_levels(records)} p/l"),
            Column("Forslag"),
            Column("Innovationspulje i alt", figures=True),
        ),
        rows=arrangement.rows(records, line, sums, subtotals=False),
        notes=(*explained_marks(records), *budget_in_words(budget, records)),
        decimals=1,
    )

"""Tabel 1 as the committee paper of 2016 has it: several cases in one table, a block a case."""

from collections.abc import Sequence

from bizcase.engine.flow import Flow, spanned
from bizcase.engine.result import Result
from bizcase.tables.head import SUM_OF_YEARS, amounts_in, carried_on_in_words, year_columns
from bizcase.tables.rows import Rows, loan_rows
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text, Words


def memo(results: Sequence[Result], years: range | None = None) -> Table:
    """Investment, potential and both together of each case, which stand in one price level.

    They run over the years of all cases, or over `years`. A case whose own table ends earlier is carried on with what
    lasts, so that what stands side by side covers the same.
    """
    years = spanned(*(result.years for result in results)) if years is None else years
    rows = Rows()

    def cells(label: Words, flow: Flow) -> list[Cell]:
        carried_on = flow.over(years)
        return [label, *carried_on.amounts, carried_on.total]

    for result in results:
        rows.section(result.case.title)
        added = [
            rows.line(*cells(Text("Investering"), result.implementation_costs.merged)),
            rows.line(*cells(Text("Potentiale"), result.efficiencies.merged)),
        ]
        if result.loan is not None:
            added += [rows.line(*cells(label, flow)) for label, flow in loan_rows(result.loan)]
        rows.sum(added, *cells(Text("Samlet"), result.net_effect))
    head = amounts_in(*(result.case.price_level for result in results))
    carried_on = sum(result.years.stop < years.stop and bool(result.net_effect.lasting) for result in results)
    return Table(
        name=Text("Tabel 1"),
        title=Text("Tabel 1. Forslagenes samlede økonomiske konsekvenser"),
        columns=(Column(head), *year_columns(years), SUM_OF_YEARS),
        rows=rows.all(),
        notes=tuple(carried_on_in_words(carried_on)),
    )

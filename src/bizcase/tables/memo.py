"""Tabel 1 as the committee paper of 2016 has it: several cases in one table, a block a case."""

from collections.abc import Sequence

from bizcase.engine.flow import Flow, spanned
from bizcase.engine.result import Result
from bizcase.tables.rows import Rows, loan_rows
from bizcase.tables.shown import Shown
from bizcase.tables.table import Cell, Column, Table


def memo(results: Sequence[Result], shown: Shown) -> Table:
    """Investment, potential and both together of each case, which stand in one price level, over the years of all."""
    words = shown.words
    years = spanned(*(result.years for result in results))
    rows = Rows(2 + len(years))

    def cells(label: str, flow: Flow) -> list[Cell]:
        ended = Flow(flow.years, flow.amounts)  # a case is blank in years that its own table does not show
        return [label, *ended.over(years).amounts, flow.total]

    for result in results:
        rows.section(result.case.title)
        added = [
            rows.line(*cells(words.investment, result.implementation_costs.merged)),
            rows.line(*cells(words.potential, result.efficiencies.merged)),
        ]
        if result.loan is not None:
            added += [rows.line(*cells(label, flow)) for label, flow in loan_rows(result.loan, words)]
        rows.sum(added, *cells(words.together, result.net_effect))
    head = shown.amounts_in(*(result.case.price_level for result in results))
    whole = all(result.years == years for result in results)
    return Table(
        name=words.memo.partition(".")[0],
        title=words.memo,
        columns=(Column(head), *shown.years(years), shown.in_all),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
        notes=() if whole else (words.outside,),
    )

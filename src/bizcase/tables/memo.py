"""Tabel 1 as the committee paper of 2016 has it: several cases in one table, a block a case."""

from collections.abc import Sequence

from bizcase.engine.flow import Flow, spanned
from bizcase.engine.result import Result, ResultLine
from bizcase.tables.head import SUM_OF_YEARS, amounts_in, carried_on_in_words, span_in_words, year_columns
from bizcase.tables.own import CHANGES, COSTS, INCOME, cells_of, own_notes
from bizcase.tables.price_level import carried_into_sums, marked, pool_notes
from bizcase.tables.rows import Rows, instalments, loan_flows
from bizcase.tables.tabel1 import kinds_of_lines
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text, Words


def memo(results: Sequence[Result], years: range | None = None) -> Table:
    """Investment, potential and both together of each case, which stand in one price level.

    They run over the years of all cases, or over `years`. A case whose own table ends earlier is carried on with what
    lasts, so that what stands side by side covers the same.
    """
    years = spanned(*(result.years for result in results)) if years is None else years
    rows = Rows()

    def cells(label: Words, flow: Flow, lines: Sequence[ResultLine] = ()) -> list[Cell]:
        carried_on = flow.over(years)
        return [label, *cells_of(carried_on, lines), carried_on.total]

    def line(result: Result, *cells: Cell) -> int:
        return rows.line(*marked(cells, result.converted))

    for result in results:
        rows.section(result.case.title)
        shown = [
            (Text("Investering"), result.implementation_costs),
            (Text("Potentiale"), result.efficiencies),
            *([(Text("Indtægter"), result.income)] if result.income.lines else []),
        ]
        added = [line(result, *cells(label, section.merged, section.lines)) for label, section in shown]
        if result.loan is not None:
            for label, flow in loan_flows(result.loan):
                shown_flow = flow.over(years)
                added.append(line(result, label, *instalments(result, label, shown_flow), shown_flow.total))
        rows.sum(added, *cells(Text("Samlet"), result.net_effect))
    head = amounts_in(*(result.price_level for result in results))
    carried_on = sum(result.years.stop < years.stop and bool(result.net_effect.lasting) for result in results)
    table = Table(
        name=Text("Tabel {number}", number=1),
        title=Text("Tabel {number}. Forslagenes samlede økonomiske konsekvenser", number=1),
        columns=(Column(head), *year_columns(years), SUM_OF_YEARS),
        rows=rows.all(),
        is_rounded=True,
        notes=(
            *_cut(results, years),
            *carried_on_in_words(carried_on),
            *own_notes(_kinds_over(results, years), results),
            *pool_notes(result.converted for result in results),
        ),
    )
    return carried_into_sums(table)


def _cut(results: Sequence[Result], years: range) -> list[Words]:
    """That money falls in years that the table does not show, if any does."""
    if not any(result.over(years).is_cut for result in results):
        return []
    return [Text("Tabellen viser kun {years}, og beløb i andre år er ikke med.", years=span_in_words(years))]


def _kinds_over(results: Sequence[Result], years: range) -> list[tuple[Text, list[ResultLine]]]:
    """The lines of all cases by what they are, over the years of the table."""
    every = [kinds_of_lines(result) for result in results]
    return [
        (kind, [line._replace(flow=line.flow.over(years)) for kinds in every for line in kinds[index][1]])
        for index, kind in enumerate((COSTS, INCOME, CHANGES))
    ]

"""Tabel 1 as the committee paper of 2016 has it: several cases in one table, a block a case."""

from collections.abc import Sequence
from functools import reduce

from bizcase.engine.result import NamedYears, Result, Section
from bizcase.tables.rows import Rows, loan_rows, together, total
from bizcase.tables.shown import Shown
from bizcase.tables.table import Cell, Column, Table


def memo(results: Sequence[Result], shown: Shown) -> Table:
    """Investment, potential and both together of each case, which stand in one price level, over the years of all."""
    words = shown.words
    first = min((result.years[0] for result in results), default=0)
    years = range(first, max((result.years[-1] + 1 for result in results), default=0))
    rows = Rows(2 + len(years))
    for result in results:
        before, after = result.years[0] - years[0], years[-1] - result.years[-1]

        def cells(label: str, amounts: NamedYears, before: int = before, after: int = after) -> list[Cell]:
            return [label, *[None] * before, *amounts, *[None] * after, total(amounts)]

        rows.section(result.case.title)
        added = [
            rows.line(*cells(words.investment, shown.amounts(_named(result.implementation_costs, result.years)))),
            rows.line(*cells(words.potential, shown.amounts(_named(result.efficiencies, result.years)))),
        ]
        if result.loan is not None:
            added += [rows.line(*cells(label, amounts)) for label, amounts in loan_rows(result.loan, shown)]
        rows.sum(added, *cells(words.together, shown.amounts(result.net_effect)))
    head = shown.amounts_in(*(result.case.price_level for result in results))
    whole = all(result.years == years for result in results)
    return Table(
        name=words.memo.partition(".")[0],
        title=words.memo,
        columns=(Column(head), *shown.years(years), shown.in_all),
        rows=rows.all(),
        words=words,
        notes=() if whole else (words.outside,),
    )


def _named(section: Section, years: range) -> NamedYears:
    """A section's lines added up; a year that none of them names stays unnamed."""
    blank: NamedYears = (None,) * len(years)
    return reduce(together, (line.amounts for line in section.lines), blank)

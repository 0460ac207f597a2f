"""Tabel 3 of the 2018 template: what each committee saves and pays, adding up to Tabel 1."""

from functools import reduce

from bizcase.engine.result import NamedYears, Result, Section
from bizcase.tables.rows import Rows, together
from bizcase.tables.shown import Shown
from bizcase.tables.table import Column, Table


def tabel_3(result: Result, shown: Shown) -> Table:
    """A block a committee with its savings and its costs; the last block is the sum, Tabel 1's two totals."""
    words = shown.words
    rows = Rows(1 + len(result.years))
    savings: list[int] = []
    costs: list[int] = []
    for committee in result.committees:
        rows.section(shown.profile.committees[committee].name)
        savings.append(rows.line(words.saving, *shown.amounts(_borne(result.efficiencies, committee, result.years))))
        costs.append(
            rows.line(words.cost, *shown.amounts(_borne(result.implementation_costs, committee, result.years)))
        )
    rows.section(words.total)
    rows.sum(savings, words.saving, *shown.amounts(result.efficiencies.total))
    rows.sum(costs, words.cost, *shown.amounts(result.implementation_costs.total))
    return Table(
        name=words.table_3.partition(".")[0],
        title=words.table_3,
        columns=(Column(shown.head(result.case.price_level)), *shown.years(result.years)),
        rows=rows.all(),
        words=words,
    )


def _borne(section: Section, committee: str, years: range) -> NamedYears:
    """What a committee bears of a section; a year that none of its lines names stays unnamed."""
    blank: NamedYears = (None,) * len(years)
    shares = (line.by_committee[committee] for line in section.lines if committee in line.by_committee)
    return reduce(together, shares, blank)

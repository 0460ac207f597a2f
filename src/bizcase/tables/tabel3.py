"""Tabel 3 of the 2018 template: what each committee saves and pays, adding up to Tabel 1."""

from bizcase.engine.flow import Flow, merged
from bizcase.engine.result import Result, Section
from bizcase.tables.rows import Rows
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
        savings.append(rows.line(words.saving, *_borne(result.efficiencies, committee, result.years).amounts))
        costs.append(rows.line(words.cost, *_borne(result.implementation_costs, committee, result.years).amounts))
    rows.section(words.total)
    rows.sum(savings, words.saving, *result.efficiencies.total.amounts)
    rows.sum(costs, words.cost, *result.implementation_costs.total.amounts)
    return Table(
        name=words.table_3.partition(".")[0],
        title=words.table_3,
        columns=(Column(shown.head(result.case.price_level)), *shown.years(result.years)),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
    )


def _borne(section: Section, committee: str, years: range) -> Flow:
    """What a committee bears of a section; a year that none of its lines names stays unnamed."""
    parts = (part for line in section.lines for part in line.parts)
    return merged((part.flow for part in parts if part.committee == committee), years)

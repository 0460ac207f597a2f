"""Tabel 3 of the 2018 template: what each committee saves and pays, adding up to Tabel 1."""

from bizcase.case.profile import Profile
from bizcase.engine.flow import merged
from bizcase.engine.result import Part, Result, Section
from bizcase.tables.head import unit_and_level, year_columns
from bizcase.tables.own import CHANGES, COSTS, INCOME, cells_of, own_notes
from bizcase.tables.rows import Rows
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text


def tabel_3(result: Result, profile: Profile) -> Table:
    """A block a committee with its savings, its costs and its income; the last block is the sum, Tabel 1's totals."""
    kinds = [(Text("Besparelse"), result.efficiencies), (Text("Omkostninger"), result.implementation_costs)]
    if result.income.lines:
        kinds.append((Text("Indtægter"), result.income))
    rows = Rows()
    added: list[list[int]] = [[] for _ in kinds]
    for committee in result.committees:
        rows.section(profile.committee_in_full(committee))
        for positions, (label, section) in zip(added, kinds, strict=True):
            positions.append(rows.line(label, *_share(section, committee, result.years)))
    rows.section(Text("Total"))
    for positions, (label, section) in zip(added, kinds, strict=True):
        rows.sum(positions, label, *section.total.amounts)
    names = (COSTS, INCOME, CHANGES)
    return Table(
        name=Text("Tabel {number}", number=3),
        title=result.case.titles.tabel_3 or Text("Tabel {number}. Fordeling mellem udvalg", number=3),
        columns=(Column(unit_and_level(result.price_level)), *year_columns(result.years)),
        rows=rows.all(),
        is_rounded=True,
        notes=tuple(own_notes((kind, _parts(section)) for kind, section in zip(names, result.sections, strict=True))),
    )


def _parts(section: Section) -> list[Part]:
    return [part for line in section.lines for part in line.parts]


def _share(section: Section, committee: str, years: range) -> tuple[Cell, ...]:
    """What a committee bears of a section; a year that none of its lines names stays unnamed."""
    parts = [part for part in _parts(section) if part.committee == committee]
    return cells_of(merged((part.flow for part in parts), years), parts)

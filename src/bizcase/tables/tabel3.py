"""Tabel 3 of the 2018 template: what each committee saves and pays, adding up to Tabel 1."""

from bizcase.case.profile import Profile
from bizcase.engine.flow import Flow, merged
from bizcase.engine.result import Result, Section
from bizcase.tables.head import unit_and_level, year_columns
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Table
from bizcase.texts.template import Text

SAVING, COST = Text("Besparelse"), Text("Omkostninger")


def tabel_3(result: Result, profile: Profile) -> Table:
    """A block a committee with its savings and its costs; the last block is the sum, Tabel 1's two totals."""
    rows = Rows()
    savings: list[int] = []
    costs: list[int] = []
    for committee in result.committees:
        rows.section(profile.committees[committee].name)
        savings.append(rows.line(SAVING, *_share(result.efficiencies, committee, result.years).amounts))
        costs.append(rows.line(COST, *_share(result.implementation_costs, committee, result.years).amounts))
    rows.section(Text("Total"))
    rows.sum(savings, SAVING, *result.efficiencies.total.amounts)
    rows.sum(costs, COST, *result.implementation_costs.total.amounts)
    return Table(
        name=Text("Tabel 3"),
        title=Text("Tabel 3. Fordeling mellem udvalg"),
        columns=(Column(unit_and_level(result.case.price_level)), *year_columns(result.years)),
        rows=rows.all(),
    )


def _share(section: Section, committee: str, years: range) -> Flow:
    """What a committee bears of a section; a year that none of its lines names stays unnamed."""
    parts = (part for line in section.lines for part in line.parts)
    return merged((part.flow for part in parts if part.committee == committee), years)

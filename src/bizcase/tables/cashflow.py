"""The cash flow of a case: yearly and cumulative, by steering area and in all. No paper prints it."""

from operator import attrgetter

from bizcase.case.profile import Profile
from bizcase.engine.flow import Flow, total
from bizcase.engine.result import Result, ResultLine, Section
from bizcase.tables.head import SUM_OF_YEARS, unit_and_level, year_columns
from bizcase.tables.own import cells_of, own_notes
from bizcase.tables.rows import LOAN, Rows, loan_rows
from bizcase.tables.tabel1 import kinds_of_lines
from bizcase.tables.table import Cell, Column, Role, Running, Table
from bizcase.texts.template import Text

FULLY_PHASED_IN = Column(Text("Ved fuld indfasning"), figures=True)
"""The column of what each year after the last one has."""


def cash_flow(result: Result, profile: Profile) -> Table:
    """Costs, efficiencies and both together for each steering area, the loan, and the net effect of the case."""
    rows = Rows()
    added: list[int] = []
    for area in profile.steering_areas:
        present = [
            (label, section.by_steering_area[area], _lines_on(area, section))
            for label, section in zip(LABELS, result.sections, strict=True)
            if area in section.by_steering_area
        ]
        if not present:
            continue
        rows.section(area)
        lines = [rows.line(label, *_cells(flow, cells_of(flow, lines))) for label, flow, lines in present]
        both = total((flow for _, flow, _ in present), result.years)
        added.append(rows.sum(lines, Text("Samlet"), *_cells(both, both.amounts), role=Role.SUBTOTAL))
        rows.add(Role.LINE, Text("Akkumuleret"), *both.cumulative, recipe=Running(added[-1]))
    if result.loan is not None:
        rows.section(LOAN)
        added += [rows.line(label, *cells) for label, cells in loan_rows(result, *BEHIND_THE_YEARS)]
    net = result.net_effect
    last = rows.sum(added, Text("Samlet økonomisk påvirkning"), *_cells(net, net.amounts))
    rows.add(Role.TOTAL, Text("Akkumuleret økonomisk påvirkning"), *net.cumulative, recipe=Running(last))
    return Table(
        name=Text("Pengestrøm"),
        title=Text("Pengestrøm. Årlig og akkumuleret økonomisk påvirkning"),
        columns=(
            Column(unit_and_level(result.price_level)),
            *year_columns(result.years),
            SUM_OF_YEARS,
            FULLY_PHASED_IN,
        ),
        rows=rows.all(),
        is_rounded=True,
        notes=tuple(own_notes(kinds_of_lines(result), [result])),
    )


LABELS = Text("Implementeringsomkostninger"), Text("Engangsindtægter"), Text("Varige ændringer")
BEHIND_THE_YEARS = attrgetter("total"), attrgetter("lasting")
"""What stands behind the years of a flow: their sum, and what lasts after them."""


def _cells(flow: Flow, amounts: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (*amounts, *(each(flow) for each in BEHIND_THE_YEARS))


def _lines_on(area: str, section: Section) -> list[ResultLine]:
    return [line for line in section.lines if line.steering_area == area]

"""The cash flow of a case: yearly and cumulative, by steering area and in all. No paper prints it."""

from bizcase.case.profile import Profile
from bizcase.engine.flow import total
from bizcase.engine.result import Result
from bizcase.tables.head import SUM_OF_YEARS, unit_and_level, year_columns
from bizcase.tables.rows import LOAN, Rows, loan_rows
from bizcase.tables.table import Column, Role, Running, Table
from bizcase.texts.template import Text


def cash_flow(result: Result, profile: Profile) -> Table:
    """Costs, efficiencies and both together for each steering area, the loan, and the net effect of the case."""
    rows = Rows()
    costs, efficiencies = result.implementation_costs.by_steering_area, result.efficiencies.by_steering_area
    added: list[int] = []
    for area in profile.steering_areas:
        parts = [
            (Text("Implementeringsomkostninger"), costs.get(area)),
            (Text("Varige ændringer"), efficiencies.get(area)),
        ]
        present = [(label, flow) for label, flow in parts if flow is not None]
        if not present:
            continue
        rows.section(area)
        lines = [rows.line(label, *flow.amounts, flow.total) for label, flow in present]
        both = total((flow for _, flow in present), result.years)
        added.append(rows.sum(lines, Text("Samlet"), *both.amounts, both.total, role=Role.SUBTOTAL))
        rows.add(Role.LINE, Text("Akkumuleret"), *both.cumulative, recipe=Running(added[-1]))
    if result.loan is not None:
        rows.section(LOAN)
        added += [rows.line(label, *flow.amounts, flow.total) for label, flow in loan_rows(result.loan)]
    net = rows.sum(added, Text("Samlet økonomisk påvirkning"), *result.net_effect.amounts, result.net_effect.total)
    rows.add(Role.TOTAL, Text("Akkumuleret økonomisk påvirkning"), *result.net_effect.cumulative, recipe=Running(net))
    return Table(
        name=Text("Pengestrøm"),
        title=Text("Pengestrøm. Årlig og akkumuleret økonomisk påvirkning"),
        columns=(Column(unit_and_level(result.case.price_level)), *year_columns(result.years), SUM_OF_YEARS),
        rows=rows.all(),
    )

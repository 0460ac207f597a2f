"""The cash flow of a case: yearly and cumulative, by steering area and in all. No paper prints it."""

from bizcase.engine.flow import total
from bizcase.engine.result import Result
from bizcase.tables.rows import Rows, loan_rows
from bizcase.tables.shown import Shown
from bizcase.tables.table import Column, Role, Running, Table


def cash_flow(result: Result, shown: Shown) -> Table:
    """Costs, efficiencies and both together for each steering area, the loan, and the net effect of the case."""
    words = shown.words
    rows = Rows(2 + len(result.years))
    costs, efficiencies = result.implementation_costs.by_steering_area, result.efficiencies.by_steering_area
    added: list[int] = []
    for area in shown.profile.steering_areas:
        parts = [(words.costs, costs.get(area)), (words.efficiencies, efficiencies.get(area))]
        present = [(label, flow) for label, flow in parts if flow is not None]
        if not present:
            continue
        rows.section(area)
        lines = [rows.line(label, *flow.amounts, flow.total) for label, flow in present]
        both = total((flow for _, flow in present), result.years)
        added.append(rows.sum(lines, words.together, *both.amounts, both.total, role=Role.SUBTOTAL))
        rows.add(Role.LINE, words.accumulated, *both.cumulative, recipe=Running(added[-1]))
    if result.loan is not None:
        rows.section(words.loan)
        added += [rows.line(label, *flow.amounts, flow.total) for label, flow in loan_rows(result.loan, words)]
    net = rows.sum(added, words.net_effect, *result.net_effect.amounts, result.net_effect.total)
    rows.add(Role.TOTAL, words.accumulated_total, *result.net_effect.cumulative, recipe=Running(net))
    return Table(
        name=words.cashflow_name,
        title=words.cashflow,
        columns=(Column(shown.head(result.case.price_level)), *shown.years(result.years), shown.in_all),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
    )

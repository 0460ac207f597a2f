"""The cash flow of a case: yearly and cumulative, by steering area and in all. No paper prints it."""

from itertools import accumulate

from bizcase.engine.result import Result, Years
from bizcase.tables.rows import Rows, loan_rows, total
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
        present = [(label, shown.amounts(years)) for label, years in parts if years is not None]
        if not present:
            continue
        rows.section(area)
        lines = [rows.line(label, *years, total(years)) for label, years in present]
        flow = [total(amounts) for amounts in zip(*(years for _, years in present), strict=True)]
        added.append(rows.sum(lines, words.together, *flow, total(tuple(flow)), role=Role.SUBTOTAL))
        rows.add(Role.LINE, words.accumulated, *accumulate(flow), recipe=Running(added[-1]))
    if result.loan is not None:
        rows.section(words.loan)
        for label, amounts in loan_rows(result.loan, shown):
            added.append(rows.line(label, *amounts, total(amounts)))
    net_effect: Years = tuple(map(shown.amount, result.net_effect))
    net = rows.sum(added, words.net_effect, *net_effect, total(net_effect))
    cumulative = map(shown.amount, result.cumulative)
    rows.add(Role.TOTAL, words.accumulated_total, *cumulative, recipe=Running(net))
    return Table(
        name=words.cashflow_name,
        title=words.cashflow,
        columns=(Column(shown.head(result.case.price_level)), *shown.years(result.years), shown.in_all),
        rows=rows.all(),
        words=words,
    )

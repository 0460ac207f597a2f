"""Tabel 1 of the 2018 template: the case's whole economy, section by section, a column a year."""

from bizcase.engine.result import Payback, Result, Section
from bizcase.tables.rows import Rows, by_name, loan_rows
from bizcase.tables.shown import Shown
from bizcase.tables.table import Column, Role, Table
from bizcase.tables.words import Words


def tabel_1(result: Result, shown: Shown) -> Table:
    """Tabel 1 of a case."""
    case, words = result.case, shown.words
    rows = Rows(2 + len(result.years))
    added: list[int] = []
    for heading, label, section in (
        (words.efficiencies, words.efficiencies_total, result.efficiencies),
        (words.costs, words.costs_total, result.implementation_costs),
    ):
        if section.lines:
            rows.section(heading)
            added.append(_section(rows, label, section))
    if result.loan is not None:
        rows.section(words.loan)
        added += [rows.line(label, None, *flow.amounts) for label, flow in loan_rows(result.loan, words)]
    rows.sum(added, words.net_effect, None, *result.net_effect.amounts)
    for label, payback in (
        (words.payback_service, result.payback_service),
        (words.payback_total, result.payback_total),
    ):
        rows.add(Role.REMARK, label, None, payback_in_words(payback, words))
    return Table(
        name=words.table_1.partition(".")[0],
        title=words.table_1,
        columns=(Column(shown.head(case.price_level)), Column(words.steering_area), *shown.years(result.years)),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
        notes=(words.signs,),
    )


def _section(rows: Rows, label: str, section: Section) -> int:
    """The lines of a section and its sum, below one for each steering area where there are several."""
    of_area: dict[str, list[int]] = {}
    for line, flow in by_name(section.lines, lambda line: (line.name, line.steering_area)):
        position = rows.line(line.name, line.steering_area, *flow.amounts)
        of_area.setdefault(line.steering_area, []).append(position)
    if len(of_area) > 1:
        for area, flow in section.by_steering_area.items():
            rows.sum(of_area[area], label, area, *flow.amounts, role=Role.SUBTOTAL)
    every = sorted(position for positions in of_area.values() for position in positions)
    return rows.sum(every, label, None, *section.total.amounts)


def payback_in_words(payback: Payback, words: Words) -> str:
    """A payback as it is printed: whole years, `-` where savings never cover the costs, blank without any cost."""
    if payback.years is None:
        return payback.in_figures
    return (words.year if payback.years == 1 else words.years).format(count=payback.years)

"""Tabel 1 of the 2018 template: the case's whole economy, section by section, a column a year."""

from bizcase.case.profile import Profile
from bizcase.engine.result import PaybackTime, Result, Section
from bizcase.tables.head import unit_and_level, year_columns
from bizcase.tables.rows import LOAN, Rows, by_name, loan_rows
from bizcase.tables.table import Column, Role, Table
from bizcase.texts.template import Text, Words


def tabel_1(result: Result, profile: Profile) -> Table:
    """Tabel 1 of a case, in the words of a municipality."""
    rows = Rows()
    added: list[int] = []
    if result.efficiencies.lines:
        rows.section(Text("Varige ændringer"))
        added.append(_section(rows, Text("Samlet varig ændring"), result.efficiencies))
    if result.implementation_costs.lines:
        rows.section(Text("Implementeringsomkostninger"))
        added.append(_section(rows, Text("Samlede implementeringsomkostninger"), result.implementation_costs))
    if result.loan is not None:
        rows.section(LOAN)
        added += [rows.line(label, None, *flow.amounts) for label, flow in loan_rows(result.loan)]
    rows.sum(added, Text("Samlet økonomisk påvirkning"), None, *result.net_effect.amounts)
    if service := profile.areas_of_nature("service"):
        rows.add(Role.REMARK, _payback_on(service), None, payback_in_words(result.payback_service))
    label = Text("Tilbagebetalingstid baseret på totaløkonomi")
    rows.add(Role.REMARK, label, None, payback_in_words(result.payback_total))
    return Table(
        name=Text("Tabel 1"),
        title=Text("Tabel 1. Forslagets samlede økonomiske konsekvenser"),
        columns=(
            Column(unit_and_level(result.case.price_level)),
            Column(Text("Styringsområde")),
            *year_columns(result.years),
        ),
        rows=rows.all(),
        notes=(Text("Note til alle tabeller: Alle besparelser er angivet med negativt (-) fortegn."),),
    )


def _payback_on(areas: frozenset[str]) -> Text:
    """How the payback on efficiencies of some areas is called: as the papers do where the area is their Service."""
    if areas == {"Service"}:
        return Text("Tilbagebetalingstid baseret på serviceeffektivisering")
    return Text("Tilbagebetalingstid baseret på {areas}", areas=", ".join(sorted(areas)))


def _section(rows: Rows, label: Words, section: Section) -> int:
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


def payback_in_words(payback: PaybackTime) -> Words:
    """A payback as it is printed: whole years, `-` where savings never cover the costs, blank without any cost."""
    return payback.in_figures if payback.years is None else Text("{count} år", count=payback.years)

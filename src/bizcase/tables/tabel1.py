"""Tabel 1 of the 2018 template: the case's whole economy, section by section, a column a year."""

from collections.abc import Iterator

from bizcase.case.profile import Basis, PaybackRule, Profile
from bizcase.engine.result import Result, ResultLine, Section
from bizcase.tables.head import unit_and_level, year_columns
from bizcase.tables.own import CHANGES, COSTS, INCOME, cells_of, own_notes
from bizcase.tables.payback_words import BY_RULE, in_words, labels
from bizcase.tables.price_level import paybacks_before
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
    if result.income.lines:
        rows.section(Text("Engangsindtægter"))
        added.append(_section(rows, Text("Samlede engangsindtægter"), result.income))
    if result.loan is not None:
        rows.section(LOAN)
        added += [rows.line(label, None, *cells) for label, cells in loan_rows(result)]
    rows.sum(added, Text("Samlet økonomisk påvirkning"), None, *result.net_effect.amounts)
    paybacks = list(_paybacks(result, profile))
    for basis, rule, label in paybacks:
        rows.add(Role.REMARK, label, None, in_words(result.payback(basis, rule)))
    return Table(
        name=Text("Tabel {number}", number=1),
        title=result.case.titles.tabel_1
        or Text("Tabel {number}. Forslagets samlede økonomiske konsekvenser", number=1),
        columns=(
            Column(unit_and_level(result.price_level)),
            Column(Text("Styringsområde")),
            *year_columns(result.years),
        ),
        rows=rows.all(),
        is_rounded=True,
        notes=(
            Text("Note til alle tabeller: Alle besparelser er angivet med negativt (-) fortegn."),
            *own_notes(kinds_of_lines(result), [result]),
            *paybacks_before(result.converted, paybacks),
        ),
    )


def kinds_of_lines(result: Result) -> list[tuple[Text, tuple[ResultLine, ...]]]:
    """The lines of a case by what they are."""
    return [(kind, section.lines) for kind, section in zip((COSTS, INCOME, CHANGES), result.sections, strict=True)]


def _paybacks(result: Result, profile: Profile) -> Iterator[tuple[Basis, PaybackRule, Words]]:
    """How the rows of the paybacks are headed, on each basis, by every rule that the municipality prints for a kind."""
    if result.case.kind not in profile.payback.printed_for:
        return
    for rule in result.rules:
        for basis, label in labels(profile).items():
            by_rule = Text("{label}, {rule}", label=label, rule=BY_RULE[rule])
            yield basis, rule, label if len(result.rules) == 1 else by_rule


def _section(rows: Rows, label: Text, section: Section) -> int:
    """The lines of a section and its sum, below one for each steering area where there are several."""
    of_area: dict[str, list[int]] = {}
    for lines, flow in by_name(section.lines, lambda line: (line.name, line.steering_area)):
        area = lines[0].steering_area
        position = rows.line(lines[0].name, area, *cells_of(flow, lines))
        of_area.setdefault(area, []).append(position)
        for line in lines:
            for named, part in zip(line.line.of_which, line.of_which, strict=True):
                rows.line(Text("heraf {name}", name=named.name), None, *part.amounts)
    if len(of_area) > 1:
        for area, flow in section.by_steering_area.items():
            own = Text("{label}, {area}", label=label, area=area)
            rows.sum(of_area[area], own, area, *flow.amounts, role=Role.SUBTOTAL)
    every = sorted(position for positions in of_area.values() for position in positions)
    return rows.sum(every, label, None, *section.total.amounts)

"""Tabel 1 of the 2018 template: the case's whole economy, section by section, a column a year."""

from bizcase.engine.result import Loan, Payback, Result
from bizcase.tables.rows import line_rows, sum_rows
from bizcase.tables.table import Cell, Column, Role, Row, Table

TITLE = "Tabel 1. Forslagets samlede økonomiske konsekvenser"
NOTE = "Note til alle tabeller: Alle besparelser er angivet med negativt (-) fortegn."


def tabel_1(result: Result) -> Table:
    """Tabel 1 of a case, in whole 1.000 kr."""
    case = result.case
    blank: tuple[Cell, ...] = (None,) * (len(result.years) + 1)
    rows: list[Row] = []
    for heading, label, section in (
        ("Varige ændringer", "Samlet varig ændring", result.efficiencies),
        ("Implementeringsomkostninger", "Samlede implementeringsomkostninger", result.implementation_costs),
    ):
        if section.lines:
            rows += [Row(Role.SECTION, (heading, *blank)), *line_rows(section.lines), *sum_rows(label, section)]
    if result.loan is not None:
        rows += [Row(Role.SECTION, ("Tilbagebetaling af internt lån", *blank)), *_loan_rows(result.loan)]
    rows.append(Row(Role.TOTAL, ("Samlet økonomisk påvirkning", None, *result.net_effect)))
    for basis, payback in (("serviceeffektivisering", result.payback_service), ("totaløkonomi", result.payback_total)):
        label = f"Tilbagebetalingstid baseret på {basis}"
        rows.append(Row(Role.REMARK, (label, None, payback_in_words(payback), *blank[2:])))
    return Table(
        subject=f"{case.id} {case.title}",
        title=TITLE,
        columns=(
            Column(f"1.000 kr. {case.price_level} p/l"),
            Column("Styringsområde"),
            *(Column(str(year), figures=True) for year in result.years),
        ),
        rows=tuple(rows),
        notes=(NOTE,),
    )


def payback_in_words(payback: Payback) -> str:
    """A payback as it is printed: whole years, `-` where savings never cover the costs, blank without any cost."""
    return payback.in_figures if payback.years is None else f"{payback.in_figures} år"


def _loan_rows(loan: Loan) -> list[Row]:
    """What is drawn, negative, in the years of the draw; instalments and interest, positive, in theirs."""
    rows = [
        Row(Role.LINE, ("Internt lån", None, *(-amount if amount else None for amount in loan.drawn))),
        Row(Role.LINE, ("Afdrag på internt lån", None, *(amount or None for amount in loan.repayment))),
    ]
    if any(loan.interest):
        rows.append(Row(Role.LINE, ("Renter af internt lån", None, *(amount or None for amount in loan.interest))))
    return rows

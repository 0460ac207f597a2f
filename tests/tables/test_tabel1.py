"""Tabel 1: the rows of the template, in its order."""

from support import HEAD, copenhagen, printed, result_of

from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.table import Role

LINES = """\
implementation_costs:
  - {name: "Sikkerhed [fælles]", steering_area: Service, amounts: {2018: 100.4}, committee: ØU}
  - {name: "Sikkerhed [fælles]", steering_area: Service, amounts: {2018: 100.4, 2019: 0}, committee: KFU}
  - {name: Ombygning, steering_area: Anlæg, amounts: {2019: 300}}
efficiencies:
  - {name: Færre vikarer, steering_area: Service, amounts: {2020+: -1500}}
last_year: 2020
"""


def rows_of(lines: str) -> list[list[str]]:
    """The table's rows as they are printed."""
    return printed(tabel_1(result_of(lines, HEAD), copenhagen())).cells


def test_the_rows_stand_in_the_order_of_the_template() -> None:
    """Lasting changes first; an area has a sum of its own where there are several; 100,4 twice is 201."""
    service, total = (
        "Tilbagebetalingstid baseret på serviceeffektivisering",
        "Tilbagebetalingstid baseret på totaløkonomi",
    )
    assert rows_of(LINES) == [
        ["Varige ændringer", "", "", "", ""],
        ["Færre vikarer", "Service", "", "", "-1.500"],
        ["Samlet varig ændring", "", "0", "0", "-1.500"],
        ["Implementeringsomkostninger", "", "", "", ""],
        ["Sikkerhed [fælles]", "Service", "201", "0", ""],
        ["Ombygning", "Anlæg", "", "300", ""],
        ["Samlede implementeringsomkostninger, Service", "Service", "201", "0", "0"],
        ["Samlede implementeringsomkostninger, Anlæg", "Anlæg", "0", "300", "0"],
        ["Samlede implementeringsomkostninger", "", "201", "300", "0"],
        ["Samlet økonomisk påvirkning", "", "201", "300", "-1.500"],
        [service, "", "3 år", "", ""],
        [total, "", "3 år", "", ""],
    ]


def test_a_section_without_lines_is_left_out() -> None:
    """A case without costs has no heading for them, and a blank payback."""
    rows = rows_of("efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n")
    assert [row[0] for row in rows[:4]] == [
        "Varige ændringer",
        "A",
        "Samlet varig ændring",
        "Samlet økonomisk påvirkning",
    ]
    assert rows[-1][2] == ""


def test_a_loan_has_rows_of_its_own() -> None:
    """What is drawn is negative, instalments are positive, and interest shows where there is any."""
    lines = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2025: 1000}, funding: internal_loan}]\n"
        "internal_loan: {repayment: 2026-2027, rate: 2%}\n"
    )
    assert rows_of(lines)[3:8] == [
        ["Tilbagebetaling af internt lån", "", "", "", ""],
        ["Internt lån", "", "-1.000", "", ""],
        ["Afdrag på internt lån", "", "", "500", "500"],
        ["Renter af internt lån", "", "", "20", "10"],
        ["Samlet økonomisk påvirkning", "", "0", "520", "510"],
    ]


def test_roles_set_rows_off() -> None:
    """A format can tell headings, lines and sums apart without reading their labels."""
    roles = [row.role for row in tabel_1(result_of(LINES), copenhagen()).rows]
    assert roles[:5] == [Role.SECTION, Role.LINE, Role.TOTAL, Role.SECTION, Role.LINE]
    assert roles[-6:] == [Role.SUBTOTAL, Role.SUBTOTAL, Role.TOTAL, Role.TOTAL, Role.REMARK, Role.REMARK]

"""Own figures, spread totals, parts of lines, årsværk, income and other committees: read, or refused with a reason."""

from decimal import Decimal

import pytest
from support import HEAD, amounts_of, copenhagen, faults_in, message_of, printed, result_of, told

from bizcase.case.periods import Period
from bizcase.tables.cashflow import cash_flow
from bizcase.tables.persons import persons
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel3 import tabel_3

D = Decimal
SAVING = "efficiencies: [{name: B, steering_area: Service, amounts: {2019+: -400}}]\n"


def cost(amounts: str, more: str = "", section: str = "implementation_costs") -> str:
    """A case of one line beside the usual saving."""
    own = f"{section}: [{{name: A, steering_area: Service, amounts: {amounts}{more}}}]\n"
    return own if section == "efficiencies" else own + SAVING


def line_of(text: str, section: str = "implementation_costs"):  # type: ignore[no-untyped-def]
    """The first line of a section."""
    return getattr(result_of(text), section).lines[0]


def test_a_sum_over_years_is_spread_to_the_krone_and_an_own_figure() -> None:
    """100 over three years: 33,333, then 66,667 together, then 100; divided in halves to the krone."""
    line = line_of(cost("{2018-2020: {total: 100}}", ", split: {ØU: 50%, KFU: 50%}"))
    assert amounts_of(line.flow)[:3] == [D("33.333"), D("33.334"), D("33.333")]
    assert line.flow.total == 100
    # 16,6665 rounds to 16,667 twice, and the first of equals gives 0,001 back
    assert [part.flow.at(2018) for part in line.parts] == [D("16.666"), D("16.667")]
    assert line.line.own_figure == {Period(2018, 2020)}


@pytest.mark.parametrize("periods", ["{2018: {total: 100}}", "{2018-2019: {sum: 100}}", "{2018-2019: {total: }}"])
def test_a_sum_needs_years_to_be_spread_over(periods: str) -> None:
    """One year has an amount, and what stands there is `total` with a figure."""
    (fault,) = faults_in(HEAD + cost(periods))
    assert fault.where[:3] == ("implementation_costs", 0, "amounts")


def test_a_saving_that_goes_on_is_no_sum() -> None:
    """An open period has no end to be spread to."""
    (fault,) = faults_in(HEAD + cost("{2019+: {total: -100}}", section="efficiencies"))
    assert (fault.code, fault.where) == ("bad-value", ("efficiencies", 0, "amounts", "2019+"))


def test_a_part_of_a_line_in_millions_is_never_rounded_to_more_than_a_thousand() -> None:
    """1 mio. in halves is 500 and 500; 1025 in halves stays 512 and 513."""
    millions = line_of("unit: mio. kr.\n" + cost("{2018: 1}", ", split: {ØU: 50%, KFU: 50%}").replace("-400", "-1"))
    assert [part.flow.at(2018) for part in millions.parts] == [500, 500]
    thousands = line_of(cost("{2018: 1025}", ", split: {ØU: 50%, KFU: 50%}"))
    assert [part.flow.at(2018) for part in thousands.parts] == [512, 513]


def test_own_figures_are_marked_and_counted() -> None:
    """1000 of the costs is printed; 300 of them and the savings from 2020 on are ours: -400 twice of -1200."""
    text = (
        "implementation_costs:\n"
        "  - {name: A, steering_area: Service, amounts: {2018: 1000}}\n"
        "  - {name: C, steering_area: Service, amounts: {2018: 300}, own_figure: ja}\n"
        "efficiencies:\n"
        "  - {name: B, steering_area: Service, amounts: {2019: -400, 2020+: -400}, own_figure: [2020+]}\n"
    )
    table = printed(tabel_1(result_of(text), copenhagen()))
    rows = {row[0]: row[2:] for row in table.cells}
    assert rows["A"] == ["1.000", "", "", ""]
    assert rows["C"] == ["*300", "", "", ""]
    assert rows["B"] == ["", "-400", "*-400", "*-400"]
    assert rows["Samlet varig ændring"] == ["0", "-400", "-400", "-400"]  # a sum is nobody's estimate
    assert table.notes[-1] == (
        "* Vores skøn eller vores fordeling på år og udvalg: 300 af 1.300 i implementeringsomkostninger; "
        "-800 af -1.200 i varige ændringer."
    )


def test_an_own_split_is_marked_where_committees_stand() -> None:
    """The line is printed, its division is ours: Tabel 1 has no mark, Tabel 3 has."""
    result = result_of(cost("{2018: 1000}", ", split: {ØU: 50%, KFU: 50%}, own_split: true"))
    assert not any("*" in cell for row in printed(tabel_1(result, copenhagen())).cells for cell in row)
    rows = printed(tabel_3(result, copenhagen())).cells
    assert [row[1] for row in rows if row[0] == "Omkostninger"] == ["*500", "*500", "1.000"]


@pytest.mark.parametrize(
    ("own", "code", "said"),
    [
        ("[2021]", "bad-value", "2021 is no period with an amount on the line; write one of these: 2018"),
        ("måske", "wrong-type", "write true, or the periods in a list"),
        ("[20]", "bad-period", "write 2020"),
    ],
)
def test_an_own_figure_is_a_period_of_its_line(own: str, code: str, said: str) -> None:
    """Nothing is marked that is not there."""
    (fault,) = faults_in(HEAD + cost("{2018: 1000}", f", own_figure: {own}"))
    assert fault.code == code
    assert said in message_of(fault)


def test_a_part_whose_committee_nobody_names_stands_last() -> None:
    """Øvrige udvalg, behind every committee of the municipality, whatever the order of the file."""
    result = result_of(cost("{2018: 1000}", ", split: {Øvrige udvalg: 60%, BIEU: 40%}"))
    headings = [row[0] for row in printed(tabel_3(result, copenhagen())).cells if not any(row[1:])]
    full_names = ["Økonomiudvalget", "Beskæftigelses-, Integrations- og Erhvervsudvalget"]
    assert [heading for heading in headings if heading not in ("Besparelse", "Omkostninger")] == [
        *full_names, "Øvrige udvalg", "Total",
    ]  # fmt: skip


def test_a_part_of_a_line_is_shown_and_not_summed() -> None:
    """Heraf 400 stands below its line, and the total is the line's 1000."""
    result = result_of(cost("{2018: 1000}", ", of_which: [{name: Indkøb, amounts: {2018: 400}}]"))
    rows = [row[:1] + row[2:3] for row in printed(tabel_1(result, copenhagen())).cells]
    assert rows[rows.index(["A", "1.000"]) + 1] == ["heraf Indkøb", "400"]
    assert ["Samlede implementeringsomkostninger", "1.000"] in rows


@pytest.mark.parametrize("part", ["{2018: 1001}", "{2018: -1}", "{2019: 5}", "{2018+: 5}"])
def test_a_part_lies_within_its_line(part: str) -> None:
    """Larger, of another sign, or in a year that the line has not."""
    (fault,) = faults_in(HEAD + cost("{2018: 1000}", f", of_which: [{{name: I, amounts: {part}}}]"))
    assert (fault.code, fault.where[:4]) == ("bad-value", ("implementation_costs", 0, "of_which", 0))


def test_persons_have_a_table_of_their_own() -> None:
    """Two decimals, in the sign of the line, and added up; no table where no line has any."""
    text = cost("{2018: 1000}", ", fte: {2018: 2, 2019: 0.25}") + ""
    text = text.replace("amounts: {2019+: -400}", "amounts: {2019+: -400}, fte: {2019+: -1.5}")
    (table,) = persons(result_of(text))
    assert printed(table).cells == [
        ["A", "Service", "2,00", "0,25", "", ""],
        ["B", "Service", "", "-1,50", "-1,50", "-1,50"],
        ["I alt", "", "2,00", "-1,25", "-1,50", "-1,50"],
    ]
    assert persons(result_of(cost("{2018: 1000}"))) == []


SALE = "income: [{name: Salg, steering_area: Anlæg, amounts: {2019: -600}}]\n"


def test_income_is_in_the_net_effect_and_in_both_paybacks() -> None:
    """1000 - 600 leaves 400 at the end of 2019, less 400 of savings that year: the second year, not the fourth."""
    result = result_of(cost("{2018: 1000}") + SALE)
    assert amounts_of(result.net_effect) == [1000, -1000, -400, -400]
    assert told(result.payback("service")) == told(result.payback("total")) == ("reached", 2, 2019)
    assert told(result_of(cost("{2018: 1000}")).payback("total")) == ("reached", 4, 2021)
    assert result.asked_of_the_pool == 1000
    rows = printed(tabel_3(result, copenhagen())).cells
    assert [row[2] for row in rows if row[0] == "Indtægter"] == ["-600", "-600"]
    assert ["Engangsindtægter", "0", "-600", "0", "0", "-600", "0"] in printed(cash_flow(result, copenhagen())).cells


def test_income_alone_pays_nothing_back_and_starts_no_count() -> None:
    """A case that only income covers has no payback; and the years count from the cost, not from the sale before it."""
    only = "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 500}}]\n" + SALE
    assert result_of("kind: innovation\n" + only).payback("total").status == "no_savings"
    early = result_of(cost("{2018: 1000}") + SALE.replace("2019", "2017"))
    # -600, 400, 0: covered in 2019, the second year of cost
    assert told(early.payback("total")) == ("reached", 2, 2019)


def test_income_is_negative() -> None:
    """Money that comes in has a minus, as everything that is saved."""
    (fault,) = faults_in(HEAD + cost("{2018: 1000}") + SALE.replace("-600", "600"))
    assert (fault.code, fault.where) == ("bad-value", ("income", 0, "amounts", "2019"))


OPEN = "efficiencies: [{name: B, steering_area: Service, amounts: {2026+: -1}}]\n"


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        (OPEN, range(2026, 2030)),
        ("efficiencies: [{name: B, steering_area: Service, amounts: {2026: -1, 2031+: -1}}]\n", range(2026, 2032)),
        ("efficiencies: [{name: B, steering_area: Service, amounts: {2026-2027: -1}}]\n", range(2026, 2028)),
        ("last_year: 2027\n" + OPEN, range(2026, 2028)),
        ("efficiencies: [{name: B, steering_area: Service, amounts: {2099+: -1}}]\n", range(2099, 2101)),
    ],
)  # fmt: skip
def test_what_goes_on_is_shown_for_four_years_at_least(lines: str, years: range) -> None:
    """The budget year and three more, unless the case says when its tables end, or nothing goes on."""
    assert result_of(lines).years == years


def test_parts_together_lie_within_their_line() -> None:
    """700 and 400 are more than 1000, though each is less."""
    parts = ", of_which: [{name: I, amounts: {2018: 700}}, {name: J, amounts: {2018: %s}}]"
    (fault,) = faults_in(HEAD + cost("{2018: 1000}", parts % 400))
    assert "come to 1100 together in 2018, and the line is 1000" in message_of(fault)
    assert faults_in(HEAD + cost("{2018: 1000}", parts % 300)) == []


def test_a_year_with_nothing_in_it_is_nobodys_estimate() -> None:
    """In the cash flow 2018 has a nil that no line names, and no mark."""
    result = result_of(
        cost("{2018: 1000}", ", own_figure: true").replace("{2019+: -400}", "{2019+: -400}, own_figure: ja")
    )
    rows = {row[0]: row[1:5] for row in printed(cash_flow(result, copenhagen())).cells if row[1]}
    assert rows["Implementeringsomkostninger"] == ["*1.000", "0", "0", "0"]
    assert rows["Varige ændringer"] == ["0", "*-400", "*-400", "*-400"]


def test_persons_of_any_year_are_shown() -> None:
    """Årsværk beyond the last amount widen the table, as an instalment does."""
    text = cost("{2018: 1000}").replace("{2019+: -400}", "{2019-2020: -400}, fte: {2023: -2}")
    result = result_of("kind: pre_analysis\n" + text)
    assert result.years == range(2018, 2024)
    assert printed(persons(result)[0]).cells[-1] == ["I alt", "", "0,00", "0,00", "0,00", "0,00", "0,00", "-2,00"]


def test_income_may_be_a_sum_over_years() -> None:
    """As any amount whose division nobody printed."""
    result = result_of(cost("{2018: 1000}") + SALE.replace("{2019: -600}", "{2019-2020: {total: -600}}"))
    assert amounts_of(result.income.total)[:3] == [0, -300, -300]


@pytest.mark.parametrize(
    ("fte", "said"),
    [("{2018: 2.255}", "write 2.26"), ("{2018-2019: {total: 4}}", "cannot be spread"), ("{2018: 2,5}", "2.5")],
)
def test_persons_are_numbers_of_a_year(fte: str, said: str) -> None:
    """Two decimals at most, nothing to be spread, and a point before decimals."""
    faults = faults_in(HEAD + cost("{2018: 1000}", f", fte: {fte}"))
    assert said in message_of(faults[0])

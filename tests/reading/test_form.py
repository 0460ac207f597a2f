"""A form that somebody has filled in: what is read, what is refused, and in which cell it is told."""

import datetime
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from made_forms import (
    SMALL,
    cells_told,
    document_in,
    form_with,
    handed_in,
    move_rows,
    property_of,
    read_back,
    typed,
    worked_in,
)
from support import copenhagen

from bizcase.examine.many import examine_all, nothing
from bizcase.output.form.book import form_of
from bizcase.reading.files import case_files
from bizcase.reading.form.figures import Refused, figure_of, figure_typed, figure_worked_out
from bizcase.reading.form.form import read_form
from bizcase.reading.form.values import decimals_of_a_krone
from bizcase.reading.loader import load
from bizcase.reading.workbook.sheet import Cell, Sheet, Workbook


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4400", "4400"),
        (" 4 400 ", "4400"),
        ("4\u00a0400", "4400"),
        ("-1500", "-1500"),
        ("\u22121.500,00", "-1500.00"),
        ("(3200)", "-3200"),
        ("4400-", "-4400"),
        ("1025,5", "1025.5"),
        ("1025.5", "1025.5"),
        ("1.025,000", "1025.000"),
        ("1.025.000", "1025000"),
        ("+80", "80"),
        ("0850", "850"),
        ("-0", "0"),
    ],
)
def test_a_figure_is_taken_as_people_type_it(written: str, meant: str) -> None:
    """Spaces and points between thousands, a comma before decimals, a minus before, behind or as brackets."""
    assert figure_typed(written, in_millions=False) == meant


@pytest.mark.parametrize("written", ["1.025", "1,025", "-4.400", "(3.200)", "4.400-", "0,125"])
def test_a_lone_group_of_three_is_refused(written: str) -> None:
    """It may be thousands or decimals, with a minus or brackets too; among millions nobody writes thousands so."""
    refused = figure_typed(written, in_millions=False)
    assert isinstance(refused, Refused)
    assert refused.code == "ambiguous-thousands"
    assert isinstance(figure_typed(written, in_millions=True), str)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("1.200", "skriv 1200, eller 1,2, hvis"),
        ("-3,000", "skriv -3000, eller -3, hvis"),
        ("1.025", "skriv 1025, eller 1,0250 som tekst, hvis"),  # three decimals would be asked about again
    ],
)
def test_both_readings_of_a_lone_group_can_be_written(written: str, advice: str) -> None:
    """What the advice says to write is taken for what it says."""
    refused = figure_typed(written, in_millions=False)
    assert isinstance(refused, Refused)
    assert advice in str(refused.text)


@pytest.mark.parametrize(
    "written", ["ca. 4.400", "4400 kr.", "4400,-", "fire", "1,2,3", "1 02 5", "--5", "1e3", "½", ""]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    """Words, units and half numbers are never guessed at."""
    refused = figure_typed(written, in_millions=False)
    assert isinstance(refused, Refused)
    assert refused.code == "not-a-number"


@pytest.mark.parametrize(
    ("number", "shown", "meant"),
    [
        ("1025", None, "1025"),
        ("1025", 1, "1025.0"),
        ("1025.5", 0, "1025.5"),
        ("1025", 3, "1025.0000"),
        ("0.1", 2, "0.10"),
    ],
)
def test_the_format_of_a_cell_carries_written_decimals(number: str, shown: int | None, meant: str) -> None:
    """Written decimals are money: 1025.0 is divided to the tenth; three would be thousands, so there are four."""
    assert figure_of(Decimal(number), shown, in_millions=False) == meant


def test_a_formula_is_rounded_half_away_from_nil_to_the_krone() -> None:
    """1.234,5675 thousand is 1.234,568; -0,0005 is -0,001; in kroner 2,5 is 3; of millions four decimals are kept."""
    assert figure_worked_out(Decimal("1234.5675"), per_krone=3) == "1234.5680"
    assert figure_worked_out(Decimal("-0.0005"), per_krone=3) == "-0.0010"
    assert figure_worked_out(Decimal("2.5"), per_krone=0) == "3"
    assert figure_worked_out(Decimal("1.23455"), per_krone=6) == "1.2346"


def test_the_form_of_a_case_is_the_case() -> None:
    """The small case by hand: 2028 and 2029 have -350, and so has every year after."""
    read = read_back(form_with())
    assert read == document_in(load(SMALL).root)
    assert read["efficiencies"][0]["amounts"] == {"2027": "-200", "2028": "-350", "2029+": "-350"}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("ca. 4.400", "not-a-number"),
        ("4.400-", "ambiguous-thousands"),
        (1.025, "ambiguous-thousands"),
        (True, "not-a-number"),
        ("=1/0", "formula-without-value"),
        (0.33333333, "bad-value"),
    ],
)
def test_a_cell_that_is_no_amount_is_told_of_where_it_stands(value: Any, code: str, tmp_path: Path) -> None:
    """One finding, in the cell; the case is not calculated, whatever else it holds."""
    outcome = handed_in(typed({"I7": value}), tmp_path)
    assert cells_told(outcome) == [("Økonomi!I7", code)]
    assert outcome.kept is None


def test_an_error_value_is_no_blank(tmp_path: Path) -> None:
    """#REF! in a year of a cost."""

    def work(book: openpyxl.Workbook) -> None:
        book["Økonomi"]["I7"].value = "#REF!"  # which the other program writes as an error and no text

    assert cells_told(handed_in(worked_in(work), tmp_path)) == [("Økonomi!I7", "cell-error")]


def test_lines_may_be_inserted_and_sorted(tmp_path: Path) -> None:
    """A row inserted in the middle, and the three lines turned round: the same lines in another order."""

    def insert(book: openpyxl.Workbook) -> None:
        sheet = book["Økonomi"]
        sheet.insert_rows(8)
        row: dict[int, Any] = {1: "Implementeringsomkostning", 2: "Licens", 3: "Service", 8: 40}
        for column, value in row.items():
            sheet.cell(8, column).value = value

    names = [line["name"] for line in read_back(worked_in(insert))["implementation_costs"]]
    assert names == ["Opsætning", "Licens", "Oplæring"]

    def turn(book: openpyxl.Workbook) -> None:
        sheet = book["Økonomi"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=8)]
        move_rows(sheet, reversed(rows), 6)

    turned = read_back(worked_in(turn))
    assert [line["name"] for line in turned["implementation_costs"]] == ["Oplæring", "Opsætning"]
    assert turned["efficiencies"] == read_back(form_with())["efficiencies"]


def test_sheets_may_be_renamed_and_reordered_and_columns_inserted() -> None:
    """What a sheet is stands in its headings, and what a column is above it."""

    def work(book: openpyxl.Workbook) -> None:
        book["Økonomi"].title = "Tal 2026"
        book.move_sheet("Sag", offset=3)
        book["Tal 2026"].insert_cols(5)
        book["Sag"].insert_rows(1, amount=2)

    assert read_back(worked_in(work)) == document_in(load(SMALL).root)


def test_an_empty_year_means_nothing() -> None:
    """A year column without an amount is as if it were not there: the saving goes on from 2028."""
    read = read_back(typed({"J6": None, "K6": None, "I6": -350}))
    assert (
        read["efficiencies"][0]["amounts"] == read_back(typed({"H6": None, "I6": -350}))["efficiencies"][0]["amounts"]
    )


def test_what_goes_on_goes_on_from_its_last_amount() -> None:
    """-350 in 2028 with a ja, and nothing in 2029: 2028 and every year after."""
    amounts = read_back(typed({"K6": None}))["efficiencies"][0]["amounts"]
    assert amounts == {"2027": "-200", "2028": "-350", "2029+": "-350"}


def test_a_cost_does_not_go_on(tmp_path: Path) -> None:
    """Ja beside an implementation cost is told of in its cell."""
    assert cells_told(handed_in(typed({"L7": "ja"}), tmp_path)) == [("Økonomi!L7", "bad-period")]


@pytest.mark.parametrize(
    ("where", "value", "number_format", "code"),
    [
        ("H7", 600000, "#,##0,", "not-a-number"),  # 600 is seen
        ("H7", -600, "0;0", "not-a-number"),  # 600 is seen
        ("H7", 600, ";;;", "not-a-number"),  # nothing is seen
        ("H7", -600, "[<0]0;-0", "not-a-number"),  # 600 is seen
        ("I6", -200, "yyyy", "not-a-number"),  # a year is seen, or a row of #
        ("B7", "Skjult", ";;;", "bad-value"),
    ],
)
def test_what_is_not_shown_as_it_is_is_refused(
    where: str, value: object, number_format: str, code: str, tmp_path: Path
) -> None:
    """Whoever looks at the cell must see what is calculated with: all digits of it, its sign, anything at all."""

    def work(book: openpyxl.Workbook) -> None:
        cell = book["Økonomi"][where]
        cell.value, cell.number_format = value, number_format

    assert cells_told(handed_in(worked_in(work), tmp_path)) == [(f"Økonomi!{where}", code)]


@pytest.mark.parametrize(
    ("written", "advice"),
    [("-", "lad cellen stå tom"), ("150 t.kr.", "enheden står i arket Sag"), ("1,5 mio.", "enheden står i arket Sag")],
)
def test_what_is_typed_for_nothing_or_with_a_unit_has_its_own_advice(written: str, advice: str, tmp_path: Path) -> None:
    """A stroke is an empty cell, and a unit is said once for all amounts."""
    (finding,) = handed_in(typed({"I7": written}), tmp_path).findings
    assert advice in str(finding.text)


def test_messages_about_a_form_write_figures_as_its_cells_show_them(tmp_path: Path) -> None:
    """A cost of -1,2: with a comma, and not as the text file would have it."""
    (finding,) = handed_in(typed({"H8": -1.2}), tmp_path).findings
    assert finding.code == "cost-with-negative-sign"
    assert "-1,2" in str(finding.text)
    assert "1.2" not in str(finding.text)


def test_a_figure_over_the_headings_is_told_of_as_such(tmp_path: Path) -> None:
    """Typed over the sum: no heading is wrong, the figure stands where no line is."""
    (finding,) = handed_in(typed({"I4": 123}), tmp_path).findings
    assert (finding.code, finding.place.cell) == ("lost-cells", "I4")
    assert "står over overskrifterne" in str(finding.text)


def test_a_line_that_is_misspelt_elsewhere_is_guessed(tmp_path: Path) -> None:
    """Årsværk of a line whose name lacks a letter: the line that was meant is named."""
    fte = {"A9": "Årsværk", "B9": None, "I9": -1, "T9": "Færre portoudgifte"}
    (finding,) = handed_in(typed(fte), tmp_path).findings
    assert (finding.place.cell, finding.code) == ("T9", "bad-value")
    assert '"Færre portoudgifte" er ingen linje i Økonomi; mente du Færre portoudgifter?' in str(finding.text)


def test_what_is_asked_of_all_years_stands_in_the_first_that_has_a_figure(tmp_path: Path) -> None:
    """Årsværk with a plus beside a saving, from the second year on: the first cell with a number, not an empty one."""
    fte = {"A9": "Årsværk", "I9": 1, "J9": 1, "T9": "Færre portoudgifter"}
    assert cells_told(handed_in(typed(fte), tmp_path))[:1] == [("Økonomi!I9", "one-sign-among-others")]


def test_a_reason_for_nothing_is_named_as_the_form_names_places(tmp_path: Path) -> None:
    """By the list that stands there; what is to be done is done to a row."""
    reason = {"A29": "saving-with-positive-sign", "B29": "Varig ændring › 2", "C29": "Driftsudgift"}
    (finding,) = handed_in(typed(reason, "Kontrol"), tmp_path).findings
    assert str(finding.text) == (
        "saving-with-positive-sign, Varig ændring › 2: er accepteret, men findes ikke i sagen; slet rækken"
    )


@pytest.mark.parametrize("year", [2030, 2092])
def test_years_that_jump_are_refused(year: int, tmp_path: Path) -> None:
    """A slip in the heading behind 2028 would move every amount below it to another year, without a word."""
    outcome = handed_in(typed({"K5": year}), tmp_path)
    assert cells_told(outcome) == [("Økonomi!K5", "bad-period")]
    assert outcome.kept is None


@pytest.mark.parametrize("title", ["Beslutninger", "1.9 Opfølgning"])
def test_a_title_that_was_moved_into_a_table_is_no_row(title: str) -> None:
    """Below the headings that it stood above: nobody has decided or followed up on anything."""

    def move(book: openpyxl.Workbook) -> None:
        (cell,) = (row[0] for row in book["Forløb"].iter_rows() if row[0].value == title)
        book["Forløb"].cell(cell.row + 4, 1).value, cell.value = title, None

    assert read_back(worked_in(move)) == read_back(form_with())


def test_a_label_that_stands_twice_is_told_of(tmp_path: Path) -> None:
    """A second Enhed far below the empty one would make every amount another."""
    assert cells_told(handed_in(typed({"A40": "Enhed", "B40": "kr."}, "Sag"), tmp_path)) == [
        ("Sag!B40", "duplicate-key")
    ]


def test_a_row_without_its_section_is_never_dropped(tmp_path: Path) -> None:
    """Amounts below the lines with no word in the first column, such as a sum, are an error."""
    outcome = handed_in(typed({"H9": 680, "I9": -50}), tmp_path)
    assert cells_told(outcome) == [("Økonomi!A9", "missing-key")]


def test_cells_beside_the_form_are_told_of(tmp_path: Path) -> None:
    """A note in a column without a heading is not read, and that is said."""
    outcome = handed_in(typed({"Z7": "spørg Lone"}), tmp_path)
    assert cells_told(outcome) == [("Økonomi!Z7", "unread-cells")]
    assert outcome.kept is not None


def test_an_amount_that_no_year_stands_above_is_never_lost(tmp_path: Path) -> None:
    """The year is deleted, or reworded; and a committee stands in a column whose heading is gone."""
    for cells, lost in (({"H5": None}, "H7"), ({"H5": "Budget 2026"}, "H7"), ({"D5": None, "D8": "ØU"}, "D8")):
        outcome = handed_in(typed(cells), tmp_path)
        assert (f"Økonomi!{lost}", "lost-cells") in cells_told(outcome)
        assert outcome.kept is None


def test_hidden_cells_count_and_are_told_of(tmp_path: Path) -> None:
    """A hidden row of costs is part of the case; so are hidden years."""

    def hide_row(book: openpyxl.Workbook) -> None:
        book["Økonomi"].row_dimensions[7].hidden = True

    def hide_years(book: openpyxl.Workbook) -> None:
        book["Økonomi"].column_dimensions["H"].hidden = True

    for work, first in ((hide_row, "Økonomi!A7"), (hide_years, "Økonomi!I6")):
        outcome = handed_in(worked_in(work), tmp_path)
        assert cells_told(outcome) == [(first, "hidden-cells")]
        assert outcome.kept is not None
        assert outcome.kept.implementation_costs.total.total == 830  # 600 + 150 + 80


def test_merged_cells_of_a_table_are_refused(tmp_path: Path) -> None:
    """Two years merged have one amount, and nobody knows of which year."""
    outcome = handed_in(worked_in(lambda book: book["Økonomi"].merge_cells("H7:I7")), tmp_path)
    assert cells_told(outcome) == [("Økonomi!H7", "merged-cells")]
    assert outcome.kept is None


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"B4": None}, [("Sag!B4", "missing-key")]),
        ({"B7": "i år"}, [("Sag!B7", "wrong-type")]),
        ({"B6": "Investeringssagsforslag"}, [("Sag!B6", "bad-value")]),
        ({"B9": 2027}, [("Økonomi!H7", "year-outside-span"), ("Økonomi!H8", "year-outside-span")]),
        ({"A5": "Overskrift"}, [("Sag!B5", "unknown-key")]),
        ({"A4": None, "B4": None}, [("Sag!A4", "lost-cells")]),
        ({"B11": "XYZ"}, [("Sag!B11", "unknown-administration")]),
    ],
)
def test_a_field_is_told_of_in_its_cell(cells: dict[str, Any], told: list[tuple[str, str]], tmp_path: Path) -> None:
    """A needed field that is empty, a wrong one, one by another name, and a year that the lines go out of."""
    assert sorted(cells_told(handed_in(typed(cells, "Sag"), tmp_path))) == sorted(told)


def test_messages_speak_of_the_form(tmp_path: Path) -> None:
    """No key of the text format stands in what is said of a form: `first_year` is Første år there."""
    outcome = handed_in(typed({"B9": 2027}, "Sag"), tmp_path)
    said = str(outcome.findings[0].text)
    assert "Første år" in said
    assert "first_year" not in said
    choices = handed_in(typed({"B6": "Investeringssagsforslag"}, "Sag"), tmp_path).findings[0]
    assert "Investeringsforslag; Innovationsforslag" in str(choices.text)


def test_messages_say_what_can_be_written_in_a_form(tmp_path: Path) -> None:
    """A cell takes no 2028+, but ja; names that are joined by a word are parted by commas; a share is typed as 50."""
    outcome = handed_in(typed({"L6": None, "K6": None}), tmp_path)
    (ends,) = (str(each.text) for each in outcome.findings if each.code == "not-permanent")
    assert "skriv ja under Fortsætter herefter, hvis ændringen er varig" in ends
    assert "+" not in ends
    (names,) = handed_in(typed({"B12": "SUF og SOF"}, "Sag"), tmp_path).findings
    assert str(names.text).endswith("; flere navne skilles med komma")
    shares = handed_in(typed({"N6": "0,5"}), tmp_path).findings
    assert "skriv 50, hvis det er 50 %, eller vælg talformatet Procent" in str(shares[0].text)


def test_what_is_missing_is_told_of_in_its_own_empty_cell(tmp_path: Path) -> None:
    """An interest without instalments points to where the instalments belong, and not to the interest."""
    outcome = handed_in(typed({"B18": "2 %"}, "Sag"), tmp_path)
    assert ("Sag!B17", "missing-key") in cells_told(outcome)


def test_a_row_of_a_form_says_itself_what_it_lacks(tmp_path: Path) -> None:
    """A part names the column, and what to write there; figures alone are no division between committees."""
    part = handed_in(typed({"A9": "Heraf", "B9": "Breve", "I9": -150}), tmp_path)
    assert any("Hører til linjen: mangler; skriv navnet på den linje" in str(each.text) for each in part.findings)
    shares = handed_in(typed({"E6": "60/40"}), tmp_path)
    assert any("er ikke en fordeling; skriv fx ØU 50 %, KFU 50 %" in str(each.text) for each in shares.findings)


def test_a_date_is_taken_as_danes_write_it() -> None:
    """With the day first, as text too: what a column of texts makes of a date that is typed."""
    for written in ("16-02-2026", "16.02.2026", "16/2-2026", "2026-02-16", datetime.date(2026, 2, 16)):
        assert read_back(typed({"B15": written}, "Sag"))["dated"] == "2026-02-16"


def test_what_belongs_to_a_line_names_it() -> None:
    """A part and årsværk below the lines, in any row, by the name of the line."""
    read = read_back(
        typed(
            {
                "A9": "Årsværk",
                "T9": "Færre portoudgifter",
                "I9": -0.5,
                "L9": "ja",
                "A10": "Heraf",
                "B10": "Breve",
                "T10": "Færre portoudgifter",
                "I10": -150,
            }
        )
    )
    saving = read["efficiencies"][0]
    assert saving["fte"] == {"2027": "-0.5", "2028": "-0.5", "2029+": "-0.5"}
    assert saving["of_which"] == [{"name": "Breve", "amounts": {"2027": "-150"}}]


def test_a_name_that_two_lines_have_needs_their_number(tmp_path: Path) -> None:
    """Two costs of one name: a reference by it is refused, one by section and number is taken."""
    doubled = {"B8": "Opsætning", "A9": "Heraf", "B9": "Licens", "H9": 20}
    outcome = handed_in(typed(doubled | {"T9": "Opsætning"}), tmp_path)
    assert cells_told(outcome) == [("Økonomi!T9", "bad-value")]
    read = read_back(typed(doubled | {"T9": "Implementeringsomkostning 2"}))
    assert read["implementation_costs"][1]["of_which"][0]["name"] == "Licens"


def test_a_form_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """Version 2, and nothing of it is read."""

    def work(book: openpyxl.Workbook) -> None:
        property_of(book, "bizcase-form").value = "2"

    assert cells_told(handed_in(worked_in(work), tmp_path)) == [("Sag!A1", "unsupported-version")]


def test_a_form_of_another_municipality_is_told_of(tmp_path: Path) -> None:
    """Its committees may be called alike and be others."""

    def work(book: openpyxl.Workbook) -> None:
        property_of(book, "bizcase-kommune").value = "Mariagerfjord"

    outcome = handed_in(worked_in(work), tmp_path)
    assert [finding.code for finding in outcome.findings] == ["other-municipality"]
    assert outcome.kept is None


def test_two_sheets_of_lines_are_never_chosen_between(tmp_path: Path) -> None:
    """A copy of Økonomi in the same workbook: nobody knows which one holds."""
    outcome = handed_in(worked_in(lambda book: book.copy_worksheet(book["Økonomi"])), tmp_path)
    assert [finding.code for finding in outcome.findings] == ["not-a-form"]
    assert outcome.kept is None


def test_a_folder_is_searched_for_forms_and_other_workbooks_are_counted(tmp_path: Path) -> None:
    """A form, a list of addresses, the mark of an open file: one case, and two that are passed over."""
    (tmp_path / "BC42.xlsx").write_bytes(form_with())
    (tmp_path / "~$BC42.xlsx").write_bytes(b"\x04Lone")
    openpyxl.Workbook().save(tmp_path / "adresser.xlsx")
    outcomes = list(examine_all(case_files([str(tmp_path)]), copenhagen(), nothing))
    assert [(Path(outcome.path).name, outcome.companion is None) for outcome in outcomes] == [
        ("BC42.xlsx", True),
        ("adresser.xlsx", False),
        ("~$BC42.xlsx", False),
    ]


def test_a_workbook_that_is_no_form_is_told_of_where_it_is_named(tmp_path: Path) -> None:
    """By its own name it was meant to be one."""
    openpyxl.Workbook().save(tmp_path / "adresser.xlsx")
    outcome = handed_in((tmp_path / "adresser.xlsx").read_bytes(), tmp_path, "adresser.xlsx")
    assert [finding.code for finding in outcome.findings] == ["not-a-form"]


def test_a_case_and_its_form_in_one_folder_are_told_apart(tmp_path: Path) -> None:
    """The later of the two says that one is the form of the other, and which was changed last."""
    (tmp_path / "a.yaml").write_text(SMALL, "utf-8")
    (tmp_path / "b.xlsx").write_bytes(form_with())
    outcomes = list(examine_all(case_files([str(tmp_path)]), copenhagen(), nothing))
    said = str(outcomes[1].findings[0].text)
    assert outcomes[1].findings[0].code == "duplicate-id"
    assert "formularen" in said
    assert "b.xlsx er ændret sidst" in said


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"A4": "Implementeringsomkostning", "B4": "Glemt", "H4": 700}, "Økonomi!A4"),
        ({"H4": 680}, "Økonomi!H4"),
        ({"Z5": "2030 (skøn)", "Z7": "-999"}, "Økonomi!Z7"),
        ({"Z30": "5"}, "Økonomi!Z30"),
    ],
)
def test_no_figure_is_lost_above_or_beside_the_lines(cells: dict[str, Any], told: str, tmp_path: Path) -> None:
    """A line above the headings, a sum typed over, text that is a figure below a heading of somebody's own."""
    outcome = handed_in(typed(cells), tmp_path)
    assert (told, "lost-cells") in cells_told(outcome)
    assert outcome.kept is None


FULL = f"""\
{SMALL}
sections: {{background: Brevene koster for meget}}
follow_up: [{{criterion: Færre breve}}]
assumptions: {{porto: {{value: 18, unit: kr./brev, source: Takst 2026}}}}
published: {{source: Bilag 1, net_effect: {{2026: 680}}}}
"""
"""The small case with something in every sheet."""


@pytest.mark.parametrize("sheet", ["Forudsætninger", "Tekst", "Forløb", "Kontrol"])
def test_a_sheet_that_is_deleted_is_missed(sheet: str, tmp_path: Path) -> None:
    """An error where something stood in it when the form was written, else it may have: a warning."""
    for text, code in ((FULL, "lost-cells"), (SMALL, "missing-sheets")):
        outcome = handed_in(worked_in(lambda book: book.remove(book[sheet]), form_with(text)), tmp_path)
        assert cells_told(outcome) == [("Sag!A1", code)]
        assert sheet in str(outcome.findings[0].text)
        assert (outcome.kept is None) == (code == "lost-cells")


def test_an_empty_sheet_says_that_its_content_is_to_go(tmp_path: Path) -> None:
    """Kontrol made anew: that is told as a warning, and the case has no published figures."""

    def empty(book: openpyxl.Workbook) -> None:
        book.remove(book["Kontrol"])
        book.create_sheet("Kontrol")

    outcome = handed_in(worked_in(empty, form_with(FULL)), tmp_path)
    assert outcome.kept is not None
    assert outcome.kept.case.published is None
    assert ("Sag!A1", "missing-sheets") in cells_told(outcome)


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (lambda book: book["Kontrol"].delete_rows(15, 12), "Kontrol!A1"),  # Trykte tal
        (lambda book: book["Økonomi"].delete_cols(12), "Økonomi!A5"),  # Fortsætter herefter
        (lambda book: book["Kontrol"].delete_rows(4), "Kontrol!A4"),  # Papiret, som tallene er trykt i
        (lambda book: book["Tekst"].delete_rows(4), "Tekst!A4"),  # 1.2 Baggrund og formål
    ],
)
def test_what_is_deleted_with_its_heading_is_missed(work: Any, told: str, tmp_path: Path) -> None:
    """A table, a column, a field: something stood there when the form was written, and a saving would end."""
    outcome = handed_in(worked_in(work, form_with(FULL)), tmp_path)
    assert cells_told(outcome) == [(told, "lost-cells")]
    assert outcome.kept is None


def test_sheets_copied_to_another_workbook_are_a_form(tmp_path: Path) -> None:
    """Without the properties of the first one; the sheets that were not copied are named."""

    def copy(book: openpyxl.Workbook) -> None:
        for name in book.sheetnames:
            if name not in ("Sag", "Økonomi"):
                book.remove(book[name])
        for name in book.custom_doc_props.names:  # type: ignore[attr-defined]
            del book.custom_doc_props[name]  # type: ignore[attr-defined]

    outcome = handed_in(worked_in(copy), tmp_path)
    assert cells_told(outcome) == [("Sag!A1", "missing-sheets")]
    assert "Forudsætninger, Tekst, Forløb, Kontrol" in str(outcome.findings[0].text)
    assert outcome.kept is not None


def test_every_sheet_may_be_renamed(tmp_path: Path) -> None:
    """The guide and the live table too: what a sheet is stands in it, and not in its name."""

    def rename(book: openpyxl.Workbook) -> None:
        for number, sheet in enumerate(book.worksheets):
            if sheet.sheet_state == "visible":
                sheet.title = f"Ark {number}"

    assert read_back(worked_in(rename, form_with(FULL))) == document_in(load(FULL).root)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_and_told_of(state: Any, tmp_path: Path) -> None:
    """All of it is part of the case: the three lines, with section, name, area, amounts and one ja."""

    def hide(book: openpyxl.Workbook) -> None:
        book["Økonomi"].sheet_state = state

    outcome = handed_in(worked_in(hide), tmp_path)
    assert cells_told(outcome) == [("Økonomi!A6", "hidden-cells")]
    assert "16 celler" in str(outcome.findings[0].text)  # 3 x 3 words, 3 + 2 + 1 amounts, one ja
    assert outcome.kept is not None


@pytest.mark.parametrize(
    ("sheet", "cells", "told"),
    [
        ("Sag", {"D5": "spørg Lone"}, ("Sag!D5", "unread-cells")),
        ("Sag", {"C5": "spørg Lone"}, ("Sag!C5", "unread-cells")),
        ("Sag", {"C8": "kr."}, ("Sag!C8", "lost-cells")),
        ("Sag", {"A30": "Udfyldt af Lone"}, ("Sag!A30", "unread-cells")),
        ("Sag", {"F40": "9"}, ("Sag!F40", "unread-cells")),
        ("Sag", {"A1": "Vores sag"}, ("Sag!A1", "unread-cells")),
        ("Økonomi", {"B2": "Kladde"}, ("Økonomi!B2", "unread-cells")),
        ("Økonomi", {"AB50": "ikke færdig"}, ("Økonomi!AB50", "unread-cells")),
        ("Økonomi", {"Z5": "Note"}, ("Økonomi!Z5", "unread-cells")),
        ("Kontrol", {"F12": "se bilag"}, ("Kontrol!F12", "unread-cells")),
        ("Forløb", {"K9": "se bilag"}, ("Forløb!K9", "unread-cells")),
    ],
)
def test_a_note_is_told_of_wherever_it_stands(
    sheet: str, cells: dict[str, Any], told: tuple[str, str], tmp_path: Path
) -> None:
    """Beside a field, over its help, above and below the tables; beside an empty field it is its value astray."""
    assert cells_told(handed_in(typed(cells, sheet), tmp_path)) == [told]


def test_rows_may_say_what_headings_say() -> None:
    """Follow-up by the words of its own headings, of another table's, and of a title, comes back as it is."""
    rows = [
        "{criterion: Succeskriterium, measure: Hvordan måles det, responsible: KFF}",
        "{criterion: Hvem, measure: Hørt}",
        "{criterion: 1.11 Hvem er hørt}",
    ]
    hearing = "hearings: [{who: Hvem, heard: Ja, remark: Hørt}]"
    text = f"{SMALL}follow_up: [{', '.join(rows)}]\n{hearing}\n"
    assert read_back(form_with(text)) == document_in(load(text).root)


def test_a_title_without_a_blank_row_above_it_drops_no_row(tmp_path: Path) -> None:
    """The rows between two tables and the title are deleted: the last decision stands above the next headings."""

    def work(book: openpyxl.Workbook) -> None:
        sheet = book["Forløb"]
        sheet.delete_rows(6, 11)  # from the row below the only decision to the title of the next table
        sheet["B5"] = None

    form = form_with(f"{SMALL}decisions: [{{date: 2026-02-01, body: KFU, decision: noted}}]\n")
    assert cells_told(handed_in(worked_in(work, form), tmp_path))[0] == ("Forløb!B5", "missing-key")


@pytest.mark.parametrize(
    ("sheet", "cell", "told"),
    [("Sag", "A4", "A4"), ("Sag", "A7", "A7"), ("Sag", "A11", "A11")],
)
def test_a_label_that_is_gone_is_missed_where_it_should_stand(sheet: str, cell: str, told: str, tmp_path: Path) -> None:
    """Of an empty form, with the row deleted: number, price level, administration."""

    def work(book: openpyxl.Workbook) -> None:
        book[sheet].delete_rows(int(cell[1:]))

    form = worked_in(work, form_of({}, copenhagen(), range(2026, 2028), None))
    assert (f"{sheet}!{told}", "missing-key") in cells_told(handed_in(form, tmp_path))


@pytest.mark.parametrize(
    ("sheet", "cell", "told"),
    [("Tekst", "A3", "A3"), ("Kontrol", "B3", "A3"), ("Forløb", "A4", "A3"), ("Kontrol", "A16", "A15")],
)
def test_headings_that_are_edited_lose_nothing_in_silence(sheet: str, cell: str, told: str, tmp_path: Path) -> None:
    """The headings above the fields, told there, and those of a table, told at its title."""
    outcome = handed_in(typed({cell: "Overskrift"}, sheet), tmp_path)
    assert (f"{sheet}!{told}", "not-a-form") in cells_told(outcome)


def test_cells_that_a_row_has_no_use_for_are_refused(tmp_path: Path) -> None:
    """A part with a steering area, and a cost that names a line: whoever filled them in meant something else."""
    part = {"A9": "Heraf", "B9": "Licens", "T9": "Opsætning", "H9": 20, "C9": "Service"}
    assert cells_told(handed_in(typed(part), tmp_path)) == [("Økonomi!C9", "bad-value")]
    assert cells_told(handed_in(typed({"T8": "Opsætning"}), tmp_path)) == [("Økonomi!T8", "bad-value")]


DRIVEN = f"""\
{SMALL}
assumptions:
  opkald: {{value: 100000, unit: opkald/år, source: Talt}}
  pris: {{value: 2, unit: kr./opkald, source: Budget}}
derived: {{udgift: {{from: [opkald, pris], unit: kr./år}}}}
published: {{source: Bilag 1, net_effect: {{2026: 680}}}}
"""
"""The small case with two assumptions in rows 5 and 6 of Forudsætninger, and what is derived of them in row 7."""


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        ("Økonomi", "W7", 5),  # Afrundes til, of a line with amounts of its own
        ("Forudsætninger", "J7", 900),  # Høj værdi of a derived figure
        ("Forudsætninger", "C7", 900),  # a year of it
        ("Forudsætninger", "G5", "ja"),  # one value for all years goes on anyway
        ("Forudsætninger", "M6", 3),  # Trykt, of an assumption
        ("Kontrol", "D17", "Opsætning"),  # a line, of what is printed of all of them
    ],
)
def test_a_cell_that_has_no_use_is_never_passed_over(sheet: str, cell: str, value: Any, tmp_path: Path) -> None:
    """It stands below a heading of the form, and rows of its kind have no such thing."""
    outcome = handed_in(worked_in(lambda book: book[sheet].__setitem__(cell, value), form_with(DRIVEN)), tmp_path)
    assert (f"{sheet}!{cell}", "bad-value") in cells_told(outcome)


def test_a_row_between_a_title_and_its_headings_makes_no_row_of_the_title() -> None:
    """A blank row is inserted above the headings of the hearings: there is still one row of follow-up."""
    text = f"{SMALL}follow_up: [{{criterion: Færre breve}}]\nhearings: [{{who: MED-udvalg}}]\n"

    def insert(book: openpyxl.Workbook) -> None:
        heading = next(row[0].row for row in book["Forløb"].iter_rows(max_col=1) if row[0].value == "Hvem")
        book["Forløb"].insert_rows(heading)

    assert read_back(worked_in(insert, form_with(text))) == document_in(load(text).root)


def test_per_cents_are_no_amounts_and_shares_no_per_cents(tmp_path: Path) -> None:
    """0.5 shown as 50 % in a year, and 0,8 typed as text under Lav, may each be two things."""

    def work(book: openpyxl.Workbook) -> None:
        cell = book["Økonomi"]["I7"]
        cell.value, cell.number_format = 0.5, "0%"
        book["Økonomi"]["N8"] = "0,8"

    found = cells_told(handed_in(worked_in(work), tmp_path))
    assert found == [("Økonomi!I7", "not-a-number"), ("Økonomi!N8", "not-a-number")]


@pytest.mark.parametrize(("unit", "meant"), [("kr", "1235"), ("DKK", "1235"), ("millioner", "1234.5679")])
def test_a_formula_is_rounded_in_the_unit_however_it_is_written(unit: str, meant: str) -> None:
    """1234.56785 of kroner is 1235, of millions four decimals are kept."""
    assert figure_worked_out(Decimal("1234.56785"), per_krone=decimals_of_a_krone(unit)) == meant


def test_a_line_that_is_called_like_a_number_is_referred_to_by_its_own(tmp_path: Path) -> None:
    """An income called Implementeringsomkostning 2 does not take what belongs to the second cost."""
    text = """\
id: X1
title: Prøve
price_level: 2026
administration: KFF
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2026: 1}}
  - {name: A, steering_area: Service, amounts: {2026: 2}, fte: {2026: 2}}
income:
  - {name: Implementeringsomkostning 2, steering_area: Service, amounts: {2026: -1}}
"""
    read = read_back(form_with(text))
    assert read == document_in(load(text).root)
    assert read["implementation_costs"][1]["fte"] == {"2026": "2"}


WRONG = """\
id: BC42
title: Prøve
price_level: 2026
administration: KFF
implementation_costs:
  - {name: Licens, steering_area: Service, amounts: {2026: 600}, split: {KFU: 50%, ØU: 50%}, published: {2026: 601}}
  - {name: Opsætning, steering_area: Service, amounts: {2026: 10}, published: {2026: 11}}
  - {name: Opsætning, steering_area: Service, amounts: {2026: 20}, fte: {2026: 2}, published: {fte: {2026: 1}}}
assumptions:
  opkald: {value: 1000, unit: opkald/år, source: Talt}
  pris: {value: 2, unit: kr./opkald}
derived:
  udgift: {from: [opkald, pris], unit: kr./år, published: 3000}
efficiencies:
  - {name: Færre svar, steering_area: Service, amounts: {2027+: -400}}
hearings: [{who: MED-udvalg, heard: Nej}]
published:
  source: Bilag 1
  total_efficiencies: {2027: -401}
  by_steering_area: {Service: {total_implementation_costs: {2026: 631}}}
  by_committee: {ØU: {implementation_costs: {2026: 301}}}
  payback: {service: 9}
"""
"""A case whose paper prints eight other figures, and which has a warning or two."""


def test_a_finding_says_by_which_place_it_is_accepted(tmp_path: Path) -> None:
    """Code and place as each finding names them, typed under Accepterede fund: all are accepted, none is left."""
    found = handed_in(form_with(WRONG), tmp_path).findings
    said = [(finding.code, re.search(r"Fundets sted: (.*)\)", str(finding.text))) for finding in found]
    assert [code for code, _ in said].count("published-mismatch") == 8
    rows = [(code, place[1] if place else None) for code, place in said]
    assert ("published-mismatch", "Implementeringsomkostning › 2 › 2026") in rows
    assert ("published-mismatch", "Linje › Licens › 2026") in rows
    assert ("published-mismatch", "Afledt tal › udgift") in rows

    def accept(book: openpyxl.Workbook) -> None:
        sheet = book["Kontrol"]
        heading = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == "Fundets kode")
        sheet.insert_rows(heading + 1, len(rows))
        for number, (code, place) in enumerate(rows, start=heading + 1):
            sheet.cell(number, 1, code)
            sheet.cell(number, 2, place)
            sheet.cell(number, 3, "set og ment")

    after = handed_in(worked_in(accept, form_with(WRONG)), tmp_path).findings
    assert [(finding.code, str(finding.text)) for finding in after if finding.accepted_reason is None] == []


def test_headings_without_end_are_refused_in_one_look() -> None:
    """20,000 rows that each look like the headings of the lines: 19,999 doubles, of which 1,000 faults are kept."""
    case = {(1, 1): Cell("Felt"), (1, 2): Cell("Udfyldes her"), (2, 1): Cell("Nummer"), (2, 2): Cell("X1")}
    lines = {(row, column): Cell(words) for row in range(1, 20_001) for column, words in ((1, "Afsnit"), (2, "Navn"))}
    read = read_form(Workbook((Sheet("Sag", case), Sheet("Økonomi", lines)), {}))
    assert read is not None
    assert read.root is None
    assert (len(read.faults), read.faults.codes) == (1000, {"duplicate-key", "not-a-form"})

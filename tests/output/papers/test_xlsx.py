"""Workbooks, opened, calculated and read back by a spreadsheet program that is not ours."""

import csv
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from spreadsheet import convert, needs_a_spreadsheet
from support import ROOT, case_paper, copenhagen, left_out_file, printed, result_of, tables_of

from bizcase.case.kinds import Unit
from bizcase.output.papers.view import View
from bizcase.output.papers.xlsx import render
from bizcase.output.papers.xlsx_looks import number_format
from bizcase.tables.paper import Heading, Paper, Paragraph, paper
from bizcase.tables.persons import persons
from bizcase.tables.tabel1 import tabel_1

SAMPLE = ROOT / "tests/samples/tables/many-areas.yaml"
CASE_1 = ROOT / "cases/investeringspuljen-2016/case-1.yaml"


def edited(workbook: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with a text of one of its parts replaced; it must be there."""
    edited_book = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(edited_book, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            assert name != part or old in text
            target.writestr(name, text.replace(old, new, 1) if name == part else text)
    return edited_book.getvalue()


def read_back(workbook: bytes, folder: Path) -> list[list[list[str]]]:
    """The sheets of a workbook, recalculated, as a spreadsheet program shows them."""
    convert(workbook, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", folder)
    with ZipFile(BytesIO(workbook)) as book:
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    sheets = []
    for name in names:
        with open(folder / f"book-{name}.csv", encoding="utf-8", newline="") as file:
            sheets.append(list(csv.reader(file)))
    return sheets


def assert_same_figures(whole: Paper, sheets: list[list[list[str]]], unit: Unit = "1.000 kr.") -> None:
    """Every cell of every table stands on its sheet as the other formats print it."""
    tables = tables_of(whole)
    assert len(sheets) == len(tables)
    for table, sheet in zip(tables, sheets, strict=True):
        headings = printed(table, unit).headings
        head = next(number for number, row in enumerate(sheet) if row[: len(headings)] == headings)
        assert [row[: len(headings)] for row in sheet[head + 1 : head + 1 + len(table.rows)]] == printed(
            table, unit
        ).cells


@needs_a_spreadsheet
@pytest.mark.parametrize(
    ("path", "unit"), [(SAMPLE, "1.000 kr."), (SAMPLE, "mio. kr."), (SAMPLE, "kr."), (CASE_1, "1.000 kr.")], ids=str
)
def test_a_recalculated_workbook_shows_the_printed_figures(path: Path, unit: Unit, tmp_path: Path) -> None:
    """All tables of a case; no value that we wrote beside a formula is left to be shown."""
    whole = case_paper(path)
    assert_same_figures(whole, read_back(render(whole, View(unit=unit)), tmp_path), unit)


@needs_a_spreadsheet
def test_a_figure_that_is_tried_moves_every_sum(tmp_path: Path) -> None:
    """1.250 in 2016 made 2.250: service costs, all costs and the net effect rise by 1.000."""
    book = render(case_paper(CASE_1, "1"))
    sheet = read_back(edited(book, "xl/worksheets/sheet1.xml", "<v>1250</v>", "<v>2250</v>"), tmp_path)[0]
    figures = {(row[0], row[1]): row[2] for row in sheet if len(row) > 2}
    assert figures["Samlede implementeringsomkostninger, Service", "Service"] == "2.250"
    assert figures["Samlede implementeringsomkostninger", ""] == "2.750"
    assert figures["Samlet økonomisk påvirkning", ""] == "2.750"


def test_formulas_have_their_values_with_them() -> None:
    """A viewer that does not calculate shows the same figures: 1.750 costs in 2016, as a sum."""
    with ZipFile(BytesIO(render(case_paper(CASE_1, "1")))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    values = re.findall(r"<f>([^<]*)</f><v>([^<]*)</v>", sheet)
    assert ("ROUND(SUM(C10:C11),6)", "1750.0") in values
    assert len(values) == len(re.findall("<f>", sheet))


def test_every_sum_is_a_formula_and_every_line_a_number() -> None:
    """Six years of: the sum of the changes, costs by two areas and together, and the net effect."""
    with ZipFile(BytesIO(render(case_paper(CASE_1, "1")))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert len(re.findall("<f>", sheet)) == 6 * 5


def test_text_of_a_file_is_never_a_formula(tmp_path: Path) -> None:
    """A line named =SUM(A1:A9) is a text."""
    with ZipFile(BytesIO(render(case_paper(SAMPLE, "1")))) as book:
        assert "=SUM(A1:A9)" in book.read("xl/sharedStrings.xml").decode()
        assert "<f>SUM(A1:A9)</f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_a_page_is_set_up_for_printing() -> None:
    """On its side, one page wide, the head repeated and frozen."""
    with ZipFile(BytesIO(render(case_paper(CASE_1, "1")))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert 'state="frozen"' in sheet
    assert "_xlnm.Print_Titles" in names


def test_what_is_left_out_stands_on_the_first_sheet() -> None:
    """Whoever opens the workbook sees it first."""
    whole = case_paper(CASE_1, "1")
    book = render(paper(whole.pieces, [left_out_file("x.yaml", 2)]))
    with ZipFile(BytesIO(book)) as opened:
        assert re.findall(r'<sheet name="([^"]*)"', opened.read("xl/workbook.xml").decode()) == ["Udeladt", "Tabel 1"]
        assert "x.yaml (2 fejl)" in opened.read("xl/sharedStrings.xml").decode()


def test_names_of_sheets_are_short_and_never_the_same() -> None:
    """Tables of one name are numbered, and none is longer than a spreadsheet allows."""
    whole = case_paper(CASE_1, "1")
    table = replace(tables_of(whole)[0], name="En meget lang betegnelse: [anlæg] og mere")
    with ZipFile(BytesIO(render(Paper((table, table))))) as book:
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    assert names == ["En meget lang betegnelse- -anlæ", "En meget lang betegnelse- - (2)"]


@pytest.mark.parametrize("path", [SAMPLE, CASE_1], ids=lambda path: path.stem)
def test_the_same_case_makes_the_same_bytes(path: Path) -> None:
    """No clock and no chance is in the file."""
    assert render(case_paper(path)) == render(case_paper(path))


def test_a_figure_that_rounds_to_nil_has_no_minus() -> None:
    """The format of whole thousands has a minus from half a thousand on."""
    assert number_format(0) == "[>=0.5][$-406]#,##0;[<=-0.5][$-406]-#,##0;[$-406]0"
    assert number_format(1) == "[>=0.05][$-406]#,##0.0;[<=-0.05][$-406]-#,##0.0;[$-406]0.0"


@needs_a_spreadsheet
def test_a_half_is_rounded_as_everywhere_else(tmp_path: Path) -> None:
    """30.280.945,1 and twice 0,7 end on a half, which binary fractions may miss by a hair."""
    lines = "implementation_costs:\n" + "".join(
        f"  - {{name: Linje {number}, steering_area: Service, amounts: {{2018: {amount}}}}}\n"
        for number, amount in enumerate(["30280945.1", "0.7", "0.7"])
    )
    whole = Paper((tabel_1(result_of(lines), copenhagen()),))
    assert printed(tables_of(whole)[0]).cells[-3][2] == "30.280.947"
    assert_same_figures(whole, read_back(render(whole), tmp_path))


def test_what_a_workbook_cannot_hold_is_said() -> None:
    """A note of 40.000 letters ends with dots; a sum of 3.000 scattered lines is a figure, and a note tells so."""
    lines = "implementation_costs:\n" + "".join(
        f"  - {{name: {number}y, steering_area: {area}, amounts: {{2018: 1}}}}\n"
        for number, area in enumerate(["Service", "Anlæg"] * 1500)
    )
    table = tabel_1(result_of(lines), copenhagen())
    book = render(Paper((table, Heading("Bemærkninger"), Paragraph("x" * 40_000))))
    with ZipFile(BytesIO(book)) as opened:
        strings, sheet = (opened.read(f"xl/{part}.xml").decode() for part in ("sharedStrings", "worksheets/sheet1"))
    assert "x…<" in strings
    assert "Nogle summer har for mange led til en formel" in strings
    assert max(map(len, re.findall("<f>([^<]*)</f>", sheet))) < 8192
    assert "<v>1500</v>" in sheet


def test_persons_are_numbers_and_their_sum_a_formula() -> None:
    """Two and a quarter, with two decimals, whatever unit the money is shown in."""
    lines = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 5}, fte: {2018: 2.25}}]\n"
        "efficiencies: [{name: B, steering_area: Service, amounts: {2018+: -1}, fte: {2018: -1}}]\n"
    )
    (table,) = persons(result_of(lines))
    with ZipFile(BytesIO(render(Paper((table,)), View("da", "mio. kr.")))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<v>2.25</v>" in sheet
    assert re.search(r"<f>ROUND\(SUM\(C\d:C\d\),9\)</f><v>1.25</v>", sheet)

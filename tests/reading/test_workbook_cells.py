"""The cells of a workbook: what several programs write, and what the file format allows, comes out as it was meant."""

import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from made_workbooks import (
    BOOK,
    HEAD,
    MAIN,
    SHEET,
    STRICT_KINDS,
    STRICT_MAIN,
    book,
    cells,
    packed,
    parts,
    related,
    sheet,
    strings,
    styles,
    workbook,
)
from python_calamine import CalamineWorkbook
from spreadsheet import needs_a_spreadsheet, recalculated

from bizcase.reading.cell import reference
from bizcase.reading.characters import compose
from bizcase.reading.workbook.formats import Format, Seen, read_format
from bizcase.reading.workbook.numbers import day, number
from bizcase.reading.workbook.opening import open_workbook
from bizcase.reading.workbook.sheet import Area, Cell, CellError, Sheet, Shown, Workbook, column_number

BUILT_IN_DATE = "14"


def opened(content: bytes) -> Workbook:
    """A workbook that can be read."""
    found = open_workbook(content)
    assert isinstance(found, Workbook), found
    return found


def only_sheet(**changed: str) -> Sheet:
    """The sheet of a workbook with one."""
    (found,) = opened(workbook(**changed)).sheets
    return found


def first_cell(written: str, **changed: str) -> Cell | None:
    """What the first cell of a sheet comes out as."""
    return only_sheet(SHEET=cells(written), **changed).cells.get((1, 1))


@pytest.mark.parametrize(("row", "column", "called"), [(5, 9, "I5"), (1, 26, "Z1"), (2, 27, "AA2"), (7, 702, "ZZ7")])
def test_a_cell_is_called_as_a_spreadsheet_calls_it(row: int, column: int, called: str) -> None:
    """After Z comes AA, and after ZZ (26 * 26 + 26 = 702) AAA."""
    assert reference(row, column) == called


@given(st.integers(1, 16_384))
def test_a_column_has_one_name(column: int) -> None:
    """A column's letters lead back to its number."""
    assert column_number(reference(1, column).rstrip("1")) == column


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("1025", "1025"),
        ("-4400", "-4400"),
        ("0.1", "0.1"),
        ("1.1000000000000001", "1.1"),  # what Excel stores of a typed 1,1
        ("-1234.5599999999999", "-1234.56"),
        ("0.30000000000000004", "0.30000000000000004"),  # 0,1 + 0,2 worked out: another double than 0,3
        ("1E-3", "0.001"),
        ("2.5E+2", "250"),
        ("-0", "0"),
        (" 7 ", "7"),
    ],
)
def test_a_number_has_the_digits_that_were_typed(stored: str, meant: str) -> None:
    """Of all decimals that are the same double, the shortest is what a person wrote."""
    read = number(stored)
    assert read == Decimal(meant)
    assert str(read) == meant or "E" in stored


@pytest.mark.parametrize("stored", ["", "abc", "nan", "inf", "1e999", "1_000", "0x10", "1,5", "٣", "9" * 401])
def test_what_is_no_double_is_no_number(stored: str) -> None:
    """Python's own words for numbers, other digits than ours, and what no double can hold."""
    assert number(stored) is None


DATE = Format(date=True, seen=Seen(Shown.NOT_AT_ALL, Shown.NOT_AT_ALL))
SCALED = Format(seen=Seen(Shown.WITHOUT_THOUSANDS, Shown.WITHOUT_THOUSANDS))


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("General", Format()),
        ("0", Format(0)),
        ("0.0", Format(1)),
        ("#,##0.00", Format(2)),
        ("#,##0;[Red]-#,##0", Format(0)),
        ("[Magenta]0.00", Format(2)),
        ("[Blue]#,##0.0;[Red]-#,##0.000", Format(1)),
        ("0%", Format(0, percent=True)),
        ("0.0 %", Format(1, percent=True)),
        ('0" %"', Format(0)),  # printed, not counted: 50 is shown as 50 %
        ("0\\%", Format(0)),
        ('#,##0.00" kr."', Format(2)),
        ('"d. "0.0', Format(1)),
        ("#,##0.00\\ [$kr.-406]", Format(2)),
        ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', Format(2)),
        (".00", Format(2)),
        ("0.###", Format()),  # as many as there are, up to three
        ("#,##0,", SCALED),  # thousands are left out: 1025000 is shown as 1.025
        ("0.0,,", SCALED),
        ("0.00E+00", Format()),
        ("# ?/?", Format()),
        ("@", Format()),
        ("dd-mm-yyyy", DATE),
        ("yyyy\\-mm\\-dd\\ hh:mm", DATE),
        ("[$-406]d. mmmm yyyy;@", DATE),
        ("mmm", DATE),
        ("hh:mm", Format()),
        ("[h]:mm:ss", Format()),
        ("mm:ss.0", Format()),
        ("h:mm AM/PM", Format()),
        ('"', Format()),
        ("[", Format()),
        ("0" * 256, Format()),
    ],
)
def test_a_number_format_tells_decimals_per_cent_and_dates(code: str, meant: Format) -> None:
    """The first section counts; words in quotation marks, colours, currencies and room are no signs."""
    assert read_format(code) == meant


@pytest.mark.parametrize(
    ("code", "above", "below", "text"),
    [
        ("0;0", "1025", "without its sign", "word"),
        ("#,##0;#,##0;0", "1025", "without its sign", "word"),
        ("#,##0;(#,##0)", "1025", "-1025", "word"),
        ('#,##0;"minus "#,##0', "1025", "-1025", "word"),
        ('#,##0;"-"#,##0', "1025", "-1025", "word"),
        ("#,##0;\\-#,##0", "1025", "-1025", "word"),
        ("#,##0_-;#,##0_-", "1025", "without its sign", "word"),  # room for a minus is none
        ("#,##0;[Red]#,##0", "1025", "-1025", "word"),
        ("0;-0,", "1025", "a thousandth", "word"),
        ("#,##0;;", "1025", "", "word"),
        (";-0", "", "-1025", "word"),
        (";;;", "", "", ""),
        (";;;@", "", "", "word"),
        ("0;-0;0;", "1025", "-1025", ""),
        ('"ja"', "", "", "word"),
        ("[>=1000]0;0", "by its size", "by its size", "word"),
        ("[<0]0;-0", "by its size", "by its size", "word"),
        ("yyyy", "", "", "word"),  # a number that is no day
        ("General;General", "1025", "without its sign", "word"),
        ("dd-mm-yyyy;@", "", "", "word"),
        ("0;@", "1025", "-1025", "word"),  # the last section is of texts
    ],
)
def test_a_number_format_tells_what_is_seen(code: str, above: str, below: str, text: str) -> None:
    """Of 1025, of -1025 and of a word; a nil that is left blank is no other number."""
    seen = {
        "": Shown.NOT_AT_ALL,
        "without its sign": Shown.WITHOUT_SIGN,
        "a thousandth": Shown.WITHOUT_THOUSANDS,
        "by its size": Shown.BY_ITS_SIZE,
    }
    format_seen = read_format(code).seen
    assert [format_seen.of(value) for value in (Decimal(1025), Decimal(-1025), "word", Decimal(0))] == [
        *(seen.get(each, Shown.AS_IT_IS) for each in (above, below, text)),
        Shown.AS_IT_IS,
    ]


@pytest.mark.parametrize(
    ("serial", "since_1904", "meant"),
    [
        ("1", False, datetime.date(1900, 1, 1)),
        ("59", False, datetime.date(1900, 2, 28)),
        ("60", False, None),  # 29 February 1900, which never was
        ("61", False, datetime.date(1900, 3, 1)),
        ("46082", False, datetime.date(2026, 3, 1)),  # 45658 is 1 January 2025; + 365 + 31 + 28 = 46082
        ("46082.75", False, datetime.date(2026, 3, 1)),
        ("2958465", False, datetime.date(9999, 12, 31)),
        ("2958466", False, None),
        ("0", False, None),
        ("-1", False, None),
        ("0", True, datetime.date(1904, 1, 1)),
        ("44620", True, datetime.date(2026, 3, 1)),  # four years and a day less: 46082 - 1462
    ],
)
def test_days_are_counted_as_excel_counts_them(serial: str, since_1904: bool, meant: datetime.date | None) -> None:  # noqa: FBT001 - a parameter of the test
    """From 1900 with the leap day that never was, or from 1904; a time of day is left out."""
    assert day(Decimal(serial), since_1904=since_1904) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<c/>", None),
        ('<c s="0"><v/></c>', None),
        ("<c><v>1.5</v></c>", Cell(Decimal("1.5"), decimals=0)),
        ('<c t="n"><v>7</v></c>', Cell(Decimal(7), decimals=0)),
        ("<c><v>ca. 7</v></c>", Cell("ca. 7", decimals=0)),
        ('<c t="b"><v>1</v></c>', Cell(value=True, decimals=0)),
        ('<c t="b"><v>\n 1\n</v></c>', Cell(value=True, decimals=0)),  # laid out by a program for people
        ('<c t="b"><v>0</v></c>', Cell(value=False, decimals=0)),
        ('<c t="e"><v>#REF!</v></c>', Cell(CellError("#REF!"), decimals=0)),
        ('<c t="str"><f>A2</f><v>ja</v></c>', Cell("ja", formula=True, decimals=0)),
        ('<c t="str"><f>""</f><v></v></c>', Cell("", formula=True, decimals=0)),
        ("<c><f>1/3</f></c>", Cell(None, formula=True, decimals=0)),
        ("<c><f>1/3</f><v></v></c>", Cell(None, formula=True, decimals=0)),
        ("<c><f>1/3</f><v/></c>", Cell(None, formula=True, decimals=0)),
        ('<c><f t="shared" si="0"/><v>3</v></c>', Cell(Decimal(3), formula=True, decimals=0)),
        ('<c t="d"><v>2026-03-01T00:00:00</v></c>', Cell(datetime.date(2026, 3, 1), decimals=0)),
        ('<c t="d"><v>i morgen</v></c>', Cell("i morgen", decimals=0)),
        ('<c t="inlineStr"><is><t>æ &amp; ø</t></is></c>', Cell("æ & ø", decimals=0)),
        ('<c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>', Cell("a b", decimals=0)),
        ('<c t="inlineStr"><is><t></t></is></c>', None),
        ('<c t="str"><v>a<![CDATA[<b>]]></v></c>', Cell("a<b>", decimals=0)),
    ],
)
def test_a_cell_says_what_it_holds(written: str, meant: Cell | None) -> None:
    """Numbers, truth values, errors, texts in the cell, formulas with and without a value, and nothing at all."""
    found = first_cell(written)
    assert found == meant
    assert meant is None or found is None or type(found.value) is type(meant.value)


@pytest.mark.parametrize(
    ("item", "meant"),
    [
        ("<si><t>ØU</t></si>", "ØU"),
        ('<si><t xml:space="preserve">  a b </t></si>', "  a b "),
        ("<si><r><rPr><b/></rPr><t>fed</t></r><r><t> og ikke</t></r></si>", "fed og ikke"),
        ('<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>', "東京"),
        ("<si><t>a_x000D_\nb</t></si>", "a\nb"),
        ("<si><t>_x0041__x00e6_</t></si>", "Aæ"),
        ("<si><t>_x005F_x000D_</t></si>", "_x000D_"),
        ("<si><t>_xD83D__xDE00_ _xD83D_</t></si>", "\U0001f600 \ufffd"),
        ("<si><t>A\u030arhus</t></si>", "Århus"),
    ],
)
def test_a_shared_text_comes_out_as_it_was_written(item: str, meant: str) -> None:
    """Runs are one text, how it is read aloud is none; escapes are undone and Danish letters composed."""
    assert first_cell('<c t="s"><v>1</v></c>', STRINGS=strings("<si><t/></si>", item)) == Cell(meant, decimals=0)


def test_an_empty_shared_text_is_no_content() -> None:
    """A cell whose text was deleted by writing nothing into it is empty."""
    assert first_cell('<c t="s"><v>0</v></c>', STRINGS=strings("<si><t/></si>")) is None


def test_a_format_is_that_of_the_cell() -> None:
    """Style 0 holds where none is named; the formats of named styles (9 is per cent) are not those of cells."""
    found = only_sheet(
        STYLES=styles("0.0", "9", BUILT_IN_DATE, "d. mmm yyyy"),
        SHEET=cells(
            "<c><v>1</v></c>",
            '<c s="1"><v>0.5</v></c>',
            '<c s="2"><v>46082</v></c>',
            '<c s="3"><v>46082</v></c>',
            '<c s="3"><v>0.5</v></c>',
            '<c s="99"><v>2</v></c>',
        ),
    ).cells
    assert list(found.values()) == [
        Cell(Decimal(1), decimals=1),
        Cell(Decimal("0.5"), decimals=0, percent=True),
        Cell(datetime.date(2026, 3, 1)),
        Cell(datetime.date(2026, 3, 1)),
        Cell(Decimal("0.5"), shown=Shown.NOT_AT_ALL),
        Cell(Decimal(2)),
    ]


def test_cells_and_rows_without_a_reference_are_counted_on() -> None:
    """Some programs leave out where a cell stands: it is the next one."""
    rows = (
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>'
        '<row r="5"><c/><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    )
    found = only_sheet(SHEET=sheet(rows)).cells
    assert {reference(*key): int(str(cell.value)) for key, cell in found.items()} == {
        "A1": 1,
        "D1": 2,
        "E1": 3,
        "B5": 4,
        "A6": 5,
    }


def test_what_an_array_formula_fills_is_a_formula() -> None:
    """Only its first cell carries the formula; the others show what it gives all the same."""
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="B1"><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>'
    )
    found = only_sheet(SHEET=sheet(rows)).cells
    assert {reference(*key): cell.formula for key, cell in found.items()} == {
        "A1": True,
        "B1": False,
        "A2": True,
        "A3": False,
    }


def test_hidden_rows_and_columns_and_merged_cells_are_known() -> None:
    """Whole rows and columns, and areas as far as sheets are read."""
    found = only_sheet(
        SHEET=sheet(
            '<row r="2" hidden="1"/><row r="4" hidden="0"/><row r="1000000" hidden="1"/>',
            before='<cols><col min="1" max="1"/><col min="3" max="4" hidden="1"/>'
            '<col min="512" max="16384" hidden="true"/></cols>',
            after='<mergeCells><mergeCell ref="B2:C9"/><mergeCell ref="A11:XFD1048576"/></mergeCells>',
        )
    )
    assert found.hidden_rows == {2}
    assert found.hidden_columns == {3, 4, 512}
    assert found.merged == (Area(2, 2, 9, 3), Area(11, 1, 20_000, 512))


def test_sheets_come_by_relationship_in_the_order_of_their_tabs() -> None:
    """The name of a part says nothing; a sheet that is a chart has no cells; hidden ones are told apart."""
    kind = "worksheet"
    listed = (
        '<sheet name="To" sheetId="7" r:id="b"/><sheet name="Graf" sheetId="9" r:id="c"/>'
        '<sheet name="Ét &amp; alt" sheetId="1" state="veryHidden" r:id="a"/>'
    )
    content = packed(
        parts(
            {
                BOOK: book().replace("<sheets></sheets>", f"<sheets>{listed}</sheets>"),
                "xl/_rels/workbook.xml.rels": related(
                    ("a", kind, "/xl/worksheets/sheet1.xml"), ("b", kind, "../andet/Ark.xml"), ("c", "chartsheet", "x")
                ),
                SHEET: cells("<c><v>1</v></c>"),
                "andet/ark.xml": cells("<c><v>2</v></c>"),
            }
        ).items()
    )
    found = [(each.name, each.hidden, each.cells[1, 1].value) for each in opened(content).sheets]
    assert found == [("To", False, 2), ("Ét & alt", True, 1)]


def test_strict_open_xml_is_read_too() -> None:
    """Excel can save with other names for everything; dates are written out there."""
    content = packed(
        parts(
            {
                "_rels/.rels": related(("rId1", "officeDocument", BOOK), kinds=STRICT_KINDS),
                BOOK: book("Ark1", main=STRICT_MAIN, kinds=STRICT_KINDS),
                "xl/_rels/workbook.xml.rels": related(
                    ("rId1", "worksheet", "worksheets/sheet1.xml"), kinds=STRICT_KINDS
                ),
                SHEET: sheet('<row><c t="d"><v>2026-03-01</v></c></row>', main=STRICT_MAIN),
            }
        ).items()
    )
    assert opened(content).sheets[0].cells == {(1, 1): Cell(datetime.date(2026, 3, 1))}


def test_prefixed_names_and_utf_16_are_the_same_document() -> None:
    """A namespace may have a prefix, and a part the other encoding of the two that are allowed."""
    prefixed = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    for part in (prefixed, (HEAD.replace("UTF-8", "UTF-16") + prefixed).encode("utf-16")):
        assert opened(workbook(SHEET=part)).sheets[0].cells == {(1, 1): Cell(Decimal(1), decimals=0)}


def test_elements_of_other_namespaces_are_none_of_ours() -> None:
    """What an extension calls v or c is not a cell."""
    after = '<extLst><ext xmlns:y="urn:y"><y:row r="1"><y:c r="A1"><y:v>9</y:v></y:c></y:row></ext></extLst>'
    assert only_sheet(SHEET=sheet("<row><c><v>1</v></c></row>", after=after)).cells.keys() == {(1, 1)}


def test_a_workbook_needs_neither_styles_nor_shared_texts() -> None:
    """A small program's workbook has numbers and texts in its cells and nothing else."""
    content = packed(
        parts(
            {
                "xl/_rels/workbook.xml.rels": related(("rId1", "worksheet", "worksheets/sheet1.xml")),
                "xl/styles.xml": None,
                "xl/sharedStrings.xml": None,
                SHEET: cells('<c s="3"><v>1</v></c>'),
            }
        ).items()
    )
    assert opened(content).sheets[0].cells == {(1, 1): Cell(Decimal(1))}


def test_the_year_from_which_days_count_is_the_workbooks() -> None:
    """A workbook from an old Mac counts from 1904: 44620 is 1 March 2026 there."""
    found = first_cell(
        "<c><v>44620</v></c>", BOOK=book("Ark1", before='<workbookPr date1904="1"/>'), STYLES=styles(BUILT_IN_DATE)
    )
    assert found == Cell(datetime.date(2026, 3, 1))


def test_macros_and_links_are_told_and_neither_run_nor_followed() -> None:
    """The values that the workbook was saved with are values; what it points to is known by name."""
    content = packed(
        parts(
            {
                "xl/_rels/workbook.xml.rels": related(
                    ("rId1", "worksheet", "worksheets/sheet1.xml"),
                    ("rId2", "externalLink", "externalLinks/externalLink1.xml"),
                    ("rId3", "vbaProject", "vbaProject.bin"),
                ),
                "xl/externalLinks/_rels/externalLink1.xml.rels": related(("rId1", "externalLinkPath!", "Budget.xlsx")),
                "xl/vbaProject.bin": b"\0",
                SHEET: cells("<c><f>[1]Ark1!A1</f><v>5</v></c>"),
            }
        ).items()
    )
    found = opened(content)
    assert (found.has_macros, found.external_links) == (True, ("Budget.xlsx",))
    assert found.sheets[0].cells == {(1, 1): Cell(Decimal(5), formula=True)}
    assert (opened(workbook()).has_macros, opened(workbook()).external_links) == (False, ())


def written_by_xlsxwriter() -> bytes:
    """A workbook of every kind of cell, as the program's own library writes it."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        made.set_custom_property("bizcase", "sag")
        made.set_custom_property("version", 1)
        sheet_of_it = made.add_worksheet("Økonomi & mere")
        look = {
            code: made.add_format({"num_format": code}) for code in ("0.0", "0 %", "dd-mm-yyyy", "#,##0;[Red]-#,##0")
        }
        sheet_of_it.write("A1", 'Rengøring <af> "alt" & mere')
        sheet_of_it.write("B1", -1025, look["0.0"])
        sheet_of_it.write("C1", 0.5, look["0 %"])
        sheet_of_it.write("D1", datetime.date(2026, 3, 1), look["dd-mm-yyyy"])
        sheet_of_it.write("E1", 1234.56, look["#,##0;[Red]-#,##0"])
        sheet_of_it.write_boolean("F1", True)  # noqa: FBT003 - the library takes no names
        sheet_of_it.write_formula("G1", "=1+1", None, 2)
        sheet_of_it.write_formula("H1", "=1/0", None, "#DIV/0!")
        sheet_of_it.write("A2", " to\nlinjer ")
        sheet_of_it.write("B2", "1.025,5")
        sheet_of_it.write("C2", 0.1 + 0.2)
        sheet_of_it.write_blank("D2", None, look["0.0"])
        sheet_of_it.write_rich_string("A3", "en", made.add_format({"bold": True}), "to", "tre")
        sheet_of_it.merge_range("A5:B6", "flettet")
        sheet_of_it.set_row(6, None, None, {"hidden": True})
        sheet_of_it.set_column("J:K", None, None, {"hidden": True})
        made.add_worksheet("Skjult").hide()
    return file.getvalue()


EXPECTED = {
    "A1": Cell('Rengøring <af> "alt" & mere'),
    "B1": Cell(Decimal(-1025), decimals=1),
    "C1": Cell(Decimal("0.5"), decimals=0, percent=True),
    "D1": Cell(datetime.date(2026, 3, 1)),
    "E1": Cell(Decimal("1234.56"), decimals=0),
    "F1": Cell(value=True),
    "G1": Cell(Decimal(2), formula=True),
    "H1": Cell(CellError("#DIV/0!"), formula=True),
    "A2": Cell(" to\nlinjer "),
    "B2": Cell("1.025,5"),
    "C2": Cell(Decimal("0.3")),  # the library writes sixteen digits
    "A3": Cell("entotre"),
    "A5": Cell("flettet"),
}


def by_openpyxl(content: bytes) -> bytes:
    """The same workbook, read and written again by openpyxl, which keeps no values of formulas."""
    file = BytesIO()
    openpyxl.load_workbook(BytesIO(content), rich_text=True).save(file)
    return file.getvalue()


def named(cells_of_it: dict[tuple[int, int], Cell]) -> dict[str, Cell]:
    """Cells by their names."""
    return {reference(*key): cell for key, cell in cells_of_it.items()}


def test_what_xlsxwriter_writes_is_read() -> None:
    """Every kind of cell, hidden rows and columns, merged cells, and the mark in the document's properties."""
    found = opened(written_by_xlsxwriter())
    first, second = found.sheets
    assert named(first.cells) == EXPECTED
    assert (first.name, first.hidden, second.name, second.hidden) == ("Økonomi & mere", False, "Skjult", True)
    assert (set(first.hidden_rows), set(first.hidden_columns)) == ({7}, {10, 11})
    assert first.merged == (Area(5, 1, 6, 2),)
    assert found.properties == {"bizcase": "sag", "version": "1"}


def test_what_openpyxl_writes_is_read() -> None:
    """The same cells, but that it leaves formulas without a value."""
    found = opened(by_openpyxl(written_by_xlsxwriter()))
    first, second = found.sheets
    without_values = {name: Cell(None, formula=True) for name, cell in EXPECTED.items() if cell.formula}
    assert named(first.cells) == EXPECTED | without_values
    assert second.hidden
    assert (set(first.hidden_rows), set(first.hidden_columns)) == ({7}, {10, 11})
    assert first.merged == (Area(5, 1, 6, 2),)
    assert found.properties == {"bizcase": "sag", "version": "1"}


@needs_a_spreadsheet
def test_what_libreoffice_writes_is_read(tmp_path: Path) -> None:
    """The same cells, values of formulas too; it may show a number's thousands or a date's parts in its own way."""
    found = opened(recalculated(written_by_xlsxwriter(), tmp_path))
    first, second = found.sheets
    expected = {name: (cell.value, cell.formula, cell.percent) for name, cell in EXPECTED.items()}
    expected["F1"] = (True, True, False)  # it keeps a truth value as =TRUE()
    assert {name: (cell.value, cell.formula, cell.percent) for name, cell in named(first.cells).items()} == expected
    assert {name: cell.decimals for name, cell in named(first.cells).items() if name in ("B1", "C1", "E1")} == {
        "B1": 1,
        "C1": 0,
        "E1": 0,
    }
    assert second.hidden
    assert (set(first.hidden_rows), set(first.hidden_columns)) == ({7}, {10, 11})
    assert first.merged == (Area(5, 1, 6, 2),)
    assert found.properties == {"bizcase": "sag", "version": "1"}


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="_\r\ufffe\uffff"), max_size=40),
    st.integers(-(10**15), 10**15),
    st.floats(-1e300, 1e300),
    st.booleans(),
    st.dates(datetime.date(1900, 3, 1)),
    st.none(),
)
"""What a cell may hold; control characters and what looks like an escape have tests of their own."""


def as_judged(value: object) -> object:
    """A value as two readers can be held up against each other: numbers as the doubles that they are."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, Decimal | int | float):
        return float(value)
    if isinstance(value, datetime.datetime):
        return value.date()
    return value


@given(st.lists(st.lists(VALUES, max_size=5), max_size=5))
def test_two_other_readers_see_the_same_values(rows: list[list[Any]]) -> None:
    """Two other libraries judge what comes out of workbooks of chance, texts composed as ours are."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet_of_it, as_date = made.add_worksheet(), made.add_format({"num_format": "yyyy-mm-dd"})
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, str):
                    sheet_of_it.write_string(row, column, value)
                elif value is not None:
                    sheet_of_it.write(row, column, value, *([as_date] if isinstance(value, datetime.date) else []))
    (ours,) = opened(file.getvalue()).sheets

    def composed(value: object) -> object:
        return compose(value) if isinstance(value, str) else as_judged(value)

    found = {key: as_judged(cell.value) for key, cell in ours.cells.items()}
    page = openpyxl.load_workbook(BytesIO(file.getvalue()), data_only=True).worksheets[0]
    assert found == {
        (cell.row, cell.column): composed(cell.value) for line in page for cell in line if cell.value not in (None, "")
    }
    lines = (
        CalamineWorkbook.from_filelike(BytesIO(file.getvalue())).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )
    assert found == {
        (row, column): composed(value)
        for row, line in enumerate(lines, start=1)
        for column, value in enumerate(line, start=1)
        if value != ""
    }

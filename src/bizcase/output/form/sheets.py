"""A sheet of the form: its fields one below the other, then its tables."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any, NamedTuple

from xlsxwriter.worksheet import Worksheet

from bizcase.case.written import Document
from bizcase.output.form.cells import CellWriter, pieces_of
from bizcase.output.form.lists import Lists
from bizcase.output.form.records import Record, records_of, value_at
from bizcase.output.papers.xlsx_looks import Looks
from bizcase.reading.form.closed_lists import GOES_ON, HELP, LABEL, VALUE
from bizcase.reading.form.layout import CASE, TEXTS
from bizcase.reading.form.shapes import Field, Kind, SheetForm, TableForm

FILL = {"bg_color": "#FFFBE6", "border": 1, "border_color": "#BFBFBF", "valign": "top"}
"""How a cell looks that is to be filled in."""

HEAD = {"bold": True, "bg_color": "#E7EDF3", "border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
"""How a heading looks."""

QUIET = {"font_color": "#595959", "font_size": 10, "valign": "top"}
"""How help looks beside what is to be filled in."""

_EMPTY_ROWS = 8
_WIDTH, _WIDE, _HELP_WIDTH, _LABEL_WIDTH, _YEAR_WIDTH = 24, 70, 62, 36, 11
_LINE, _HIGHEST = 15, 400
_FIGURES = (Kind.AMOUNT, Kind.FIGURE, Kind.TRUTH)
_A4 = 9


class TableColumn(NamedTuple):
    """A column as it is written: a year among them has its number for a key."""

    heading: str
    key: str
    kind: Kind
    help: str

    @property
    def year(self) -> int | None:
        """The year that the column is of, if it is one."""
        return int(self.key) if self.key.isdigit() else None

    def value_in(self, record: Record) -> Any:
        """What a row has in the column."""
        return record.values.get(self.key) if self.year is None else record.years.get(self.year)

    def kind_in(self, record: Record) -> Kind:
        """The kind of a row's value: its figures by year may be persons, shares or an assumption's."""
        return self.kind if self.year is None else record.counts


def columns_of(table: TableForm, years: range) -> Iterator[TableColumn]:
    """The columns of a table, one for each of the years where the table has any."""
    for column in table.columns:
        yield TableColumn(*column)
        if column.key == table.years_after:
            yield from (TableColumn(str(year), str(year), Kind.AMOUNT, "") for year in years)


class SheetWriter:
    """Writes one sheet of a form, row by row; `cells` are where its fields have their values, from 0."""

    def __init__(self, sheet: Worksheet, looks: Looks, lists: Lists, years: range) -> None:
        self._sheet, self._looks, self._lists, self._years = sheet, looks, lists, years
        self._cells = CellWriter(sheet, looks)
        self.cells: dict[tuple[str, ...], tuple[int, int]] = {}

    def write(self, form: SheetForm, document: Document) -> None:
        """Fill the sheet with what a document says, and leave room for more."""
        self._sheet.write_string(0, 0, form.title, self._looks.of(bold=True, font_size=14))
        self._sheet.set_column(0, 8, _WIDTH)
        row = self._write_fields(form, document, 2) if form.fields else 2
        for table in form.tables:
            if table.years_after:
                years_from = [column.key for column in table.columns].index(table.years_after) + 1
                for at, column in enumerate(columns_of(table, self._years)):
                    if form.fields and at < years_from:
                        continue  # fields stand in the same columns, and need their width
                    self._sheet.set_column(at, at, _YEAR_WIDTH if column.kind in _FIGURES else _WIDTH)
            row = self._write_table(table, records_of(table, document), row) + 2
        set_up(self._sheet, pages=1)

    def _write_fields(self, form: SheetForm, document: Document, row: int) -> int:
        """The fields of a sheet, below their headings. Tells the row of the first table."""
        width = _WIDE if form in (CASE, TEXTS) else _WIDTH * 2
        self._sheet.set_column(0, 0, _LABEL_WIDTH)
        self._sheet.set_column(1, 1, width)
        self._sheet.set_column(2, 2, _HELP_WIDTH if form in (CASE, TEXTS) else _WIDTH)
        for column, heading in enumerate((LABEL, VALUE, HELP)):
            self._sheet.write_string(row, column, heading, self._looks.of(**HEAD))
        for field in form.fields:
            row = self._write_field(field, value_at(document, field.where), row + 1, width)
        return row + 2

    def _write_field(self, field: Field, value: Any, row: int, width: int) -> int:
        """A label, its value and its help; a long text goes on in rows of its own. Tells the last row."""
        look = FILL | {"text_wrap": True, "align": "left"}
        pieces = pieces_of(value) if isinstance(value, str) and field.kind is Kind.TEXT else [value]
        key = field.where[-1]
        self.cells[field.where] = (row, 1)
        for number, piece in enumerate(pieces):
            label = field.label if number == 0 else f"{field.label}{GOES_ON}"
            self._sheet.write_string(row + number, 0, label, self._looks.of(bold=True, valign="top"))
            self._sheet.write_string(row + number, 2, field.help if number == 0 else "", self._looks.of(**QUIET))
            if piece is None:
                self._cells.blank(row, 1, field.kind, **look)
            else:
                self._cells.value(row + number, 1, key, field.kind, piece, **look)
                _fit(self._sheet, row + number, str(piece), width)
        self._lists.offer(self._sheet, key, row, 1, row)
        return row + len(pieces) - 1

    def _write_table(self, table: TableForm, records: list[Record], row: int) -> int:
        """A table with its title, its headings and some empty rows. Tells the row below it."""
        self._sheet.write_string(row, 0, table.title, self._looks.of(bold=True, font_size=12))
        columns = list(columns_of(table, self._years))
        first, last = row + 2, row + 1 + len(records) + _EMPTY_ROWS
        self._sheet.set_row(row + 1, 2 * _LINE)  # what stands above a narrow column takes two lines
        for at, column in enumerate(columns):
            self._sheet.write_string(row + 1, at, column.heading, self._looks.of(**HEAD))
            explain(self._sheet, row + 1, at, column.help)
            self._lists.offer(self._sheet, column.key, first, at, last)
        for number in range(first, last + 1):
            self.write_row(number, columns, records[number - first] if number - first < len(records) else None)
        return last + 1

    def write_row(self, row: int, columns: list[TableColumn], record: Record | None) -> None:
        """A row of a table, or an empty one."""
        for at, column in enumerate(columns):
            value = None if record is None else column.value_in(record)
            if record is None or value is None:
                self._cells.blank(row, at, column.kind, **FILL)
                continue
            kind = column.kind_in(record)
            wraps = {} if kind in (Kind.AMOUNT, Kind.PERSONS, Kind.PER_CENT) else {"text_wrap": True}
            self._cells.value(row, at, column.key, kind, value, **FILL, **wraps)


def explain(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A note at a heading that helps to fill in the cells below it."""
    if text:
        sheet.write_comment(row, column, text, {"x_scale": 1.4, "y_scale": 0.6})


def set_up(sheet: Worksheet, *, pages: int) -> None:
    """How a sheet is printed: in landscape, so many pages wide."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(pages, 0)
    sheet.set_footer("&L&A&R&P / &N")


def _fit(sheet: Worksheet, row: int, text: str, width: int) -> None:
    """Make a row as high as its text needs; a viewer need not do it by itself."""
    lines = sum(max(1, len(wrap(line, width))) for line in text.split("\n"))
    if lines > 1:
        sheet.set_row(row, min(_LINE * lines, _HIGHEST))

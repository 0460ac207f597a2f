"""The sheet Økonomi: one table, a row a line, a column a year, and a live sum above the headings."""

from decimal import Decimal
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bizcase.case.written import Document
from bizcase.output.form.cells import PLAIN_AMOUNT, UNEVEN_AMOUNT
from bizcase.output.form.lists import Lists
from bizcase.output.form.records import Record, lines_of
from bizcase.output.form.sheets import HEAD, SheetWriter, TableColumn, columns_of, explain, set_up
from bizcase.output.papers.xlsx_looks import Looks
from bizcase.reading.form.closed_lists import COST, EFFICIENCY, INCOME, OF_WHICH
from bizcase.reading.form.layout import ECONOMY, LINES, SIGNS, SUMS, SUMS_WITHOUT
from bizcase.reading.form.shapes import Kind

_ROOM = 30
"""Empty rows that are ready for lines."""

_SUMS, _HEADINGS = 3, 4
"""The rows of the sums and of the headings, from 0."""

_WIDTHS = {
    "section": 26,
    "name": 40,
    "steering_area": 18,
    "split": 24,
    "line": 26,
    "appropriation": 26,
    "capital_category": 16,
}
_WIDTH, _YEAR_WIDTH, _HEADING_HEIGHT = 12, 10, 46


class Rows(NamedTuple):
    """Where the live table finds the lines: the rows that they may fill, and the columns by key or year."""

    first: int
    last: int
    columns: dict[str, int]

    def column(self, key: str) -> str:
        """A whole column as a formula names it."""
        name = xl_col_to_name(self.columns[key])
        return f"Økonomi!${name}:${name}"

    def filled(self, key: str) -> str:
        """The rows of a column that lines may fill."""
        first, last = (xl_rowcol_to_cell(row, self.columns[key], row_abs=True) for row in (self.first, self.last))
        return f"{first}:{last}"


def write_economy(sheet: Worksheet, document: Document, years: range, looks: Looks, lists: Lists) -> Rows:
    """Fill the sheet with the lines of a document, and leave room for more."""
    columns = list(columns_of(LINES, years))
    records = list(lines_of(document))
    first, last = _HEADINGS + 1, _HEADINGS + len(records) + _ROOM
    rows = Rows(first, last, {column.key: at for at, column in enumerate(columns)})
    sheet.write_string(0, 0, ECONOMY.title, looks.of(bold=True, font_size=14))
    sheet.write_string(1, 0, SIGNS, looks.of(font_color="#595959"))
    for at, column in enumerate(columns):
        _write_heading(sheet, at, column, looks)
        lists.offer(sheet, column.key, first, at, last)
    sheet.set_row(_HEADINGS, _HEADING_HEIGHT)
    _write_sums(sheet, records, years, rows, looks)
    writer = SheetWriter(sheet, looks, lists, years)
    for row in range(first, last + 1):
        writer.write_row(row, columns, records[row - first] if row - first < len(records) else None)
    _mark_faults(sheet, rows, years, looks)
    sheet.freeze_panes(first, 2)
    set_up(sheet, pages=2)
    sheet.repeat_rows(_HEADINGS)
    sheet.repeat_columns(0, 1)
    return rows


def _write_heading(sheet: Worksheet, at: int, column: TableColumn, looks: Looks) -> None:
    if column.year is None:
        sheet.write_string(_HEADINGS, at, column.heading, looks.of(**HEAD))
        sheet.set_column(at, at, _WIDTHS.get(column.key, _WIDTH))
    else:
        sheet.write_number(_HEADINGS, at, column.year, looks.of(**HEAD, num_format="0", align="right"))
        sheet.set_column(at, at, _YEAR_WIDTH)
    explain(sheet, _HEADINGS, at, column.help)


def _write_sums(sheet: Worksheet, records: list[Record], years: range, rows: Rows, looks: Looks) -> None:
    """What the lines come to in each year, above the headings so that rows may be added below."""
    drives = any(record.counts is Kind.PER_CENT for record in records)
    sheet.write_string(_SUMS, 1, SUMS_WITHOUT if drives else SUMS, looks.of(bold=True, align="right"))
    sections = rows.filled("section")
    for year in years:
        figures = rows.filled(str(year))
        not_driven = ",".join(f'{rows.filled(key)},"="' for key in ("saving", "cost"))
        formula = "+".join(
            f'SUMIFS({figures},{sections},"{section}",{not_driven})' for section in (EFFICIENCY, COST, INCOME)
        )
        amount = sum(
            (
                Decimal(record.years[year])
                for record in records
                if year in record.years and record.counts is Kind.AMOUNT and record.values["section"] != OF_WHICH
            ),
            Decimal(0),
        )
        look = looks.of(bold=True, num_format=PLAIN_AMOUNT, bottom=1)
        sheet.write_formula(_SUMS, rows.columns[str(year)], f"={formula}", look, float(amount))


def _mark_faults(sheet: Worksheet, rows: Rows, years: range, looks: Looks) -> None:
    """Colours for what would be refused or asked about, and for amounts with decimals a format that shows them."""
    first, last, columns = rows
    red, amber = looks.of(bg_color="#F8D7DA"), looks.of(bg_color="#FDE9C9")
    at = {key: xl_rowcol_to_cell(first, column, col_abs=True) for key, column in columns.items()}
    start, end = columns[str(years[0])], columns[str(years[-1])]
    cell = xl_rowcol_to_cell(first, start)
    used = f"COUNTA(${xl_col_to_name(0)}{first + 1}:${xl_col_to_name(max(columns.values()))}{first + 1})>0"
    is_line = f'OR({at["section"]}="{EFFICIENCY}",{at["section"]}="{COST}",{at["section"]}="{INCOME}")'
    is_amount = f'{at["saving"]}="",{at["cost"]}=""'  # of a line of assumptions the years are per cents
    rules = [
        (start, end, f"ISTEXT({cell})", amber),
        (start, end, f'AND({at["section"]}="{COST}",ISNUMBER({cell}),{cell}<0)', amber),
        (start, end, f"AND(ISNUMBER({cell}),{cell}<>INT({cell}),{is_amount})", looks.of(num_format=UNEVEN_AMOUNT)),
        (columns["section"], columns["section"], f'AND({used},{at["section"]}="")', red),
        (columns["name"], columns["name"], f'AND({is_line},{at["name"]}="")', red),
        (columns["steering_area"], columns["steering_area"], f'AND({is_line},{at["steering_area"]}="")', red),
    ]
    for left, right, formula, look in rules:
        rule = {"type": "formula", "criteria": f"={formula}", "format": look}
        sheet.conditional_format(first, left, last, right, rule)

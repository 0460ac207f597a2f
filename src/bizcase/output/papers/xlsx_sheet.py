"""A table on a sheet of a workbook: amounts as numbers, and every sum a formula that follows its figures."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from textwrap import wrap
from typing import assert_never

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bizcase.case.kinds import Unit
from bizcase.case.unit import MILLIONS, counted_in
from bizcase.output.papers.view import Printed, View
from bizcase.output.papers.xlsx_looks import Looks, cut, number_format
from bizcase.tables.figures import Number, Share, decimals_in
from bizcase.tables.table import Cell, Column, Covered, Recipe, Role, Row, Running, Sum, Table, mark_of
from bizcase.texts.template import Text, Words

_BARE_SUMS = Text("Nogle summer har for mange led til en formel og følger ikke med, når tal i arket ændres.")
_NOT_LIVE = Text("Tilbagebetalingstiden er beregnet af programmet og følger ikke med, når tal i arket ændres.")
_WORKED_OUT = Text("Nutidsværdierne er beregnet af programmet; kun deres summer følger med, når tal i arket ændres.")

_WIDEST = 58
_LINE = 15
_HIGHEST = 400
_LONGEST_FORMULA = 8_000
_MOST_ARGUMENTS = 200
_A4 = 9


def _digits(unit: Unit) -> int:
    """Decimals that sums are rounded to: a thousandth of a krone, well above a spreadsheet's own errors."""
    return 9 if unit == MILLIONS else 6


class Sheet:
    """One table on its sheet: heading and title, the head of the table, its rows, its notes."""

    def __init__(self, sheet: Worksheet, table: Table, looks: Looks, view: View) -> None:
        self._sheet = sheet
        self._table = table
        self._looks = looks
        self._view = view
        self._printed = view.printed(table)
        self._has_sections = table.has_sections
        self._has_bare_sums = False
        self._widths = list(_widths(table, self._printed))
        self._labels = next((index for index, column in enumerate(table.columns) if column.figures), 1)
        self._first = 0  # the sheet's row of the table's first row

    def write(self, headings: list[str], notes: list[Words]) -> None:
        """Fill the sheet and set it up for reading and printing."""
        sheet = self._sheet
        for number, heading in enumerate(headings):
            sheet.write_string(number, 0, cut(heading), self._looks.of(bold=True, font_size=14 if number == 0 else 12))
        sheet.write_string(len(headings), 0, cut(self._printed.title), self._looks.of(bold=True))
        top = len(headings) + 2
        self._first = self._write_head(top)
        for number in range(len(self._table.rows)):
            self._write_row(number)
        self._write_notes(self._first + len(self._table.rows) + 1, notes)
        for index, width in enumerate(self._widths):
            sheet.set_column(index, index, width)
        sheet.freeze_panes(self._first, self._labels)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top, self._first - 1)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.hide_gridlines(2)

    def _write_head(self, top: int) -> int:
        """The headings, below those that several columns share; tells the row that follows."""
        printed, line = self._printed, top
        heights: list[tuple[str, int]] = []
        if any(printed.groups):
            for group, members in groupby(enumerate(printed.groups), key=lambda member: member[1]):
                positions = [index for index, _ in members]
                look = self._looks.of(bold=True, align="center", valign="bottom", text_wrap=True, bottom=bool(group))
                heights.append((group, sum(self._widths[index] for index in positions)))
                if group and len(positions) > 1:
                    self._sheet.merge_range(top, positions[0], top, positions[-1], cut(group), look)
                elif group:
                    self._sheet.write_string(top, positions[0], cut(group), look)
            self._fit(line, heights)
            line += 1
        for index, column in enumerate(self._table.columns):
            align = "right" if column.figures else "center" if index > self._labels else "left"
            look = self._looks.of(bold=True, align=align, valign="bottom", text_wrap=True, bottom=1)
            self._sheet.write_string(line, index, cut(printed.headings[index]), look)
        self._fit(line, list(zip(printed.headings, self._widths, strict=True)))
        return line + 1

    def _write_row(self, number: int) -> None:
        row = self._table.rows[number]
        below_a_section = row.role is Role.LINE and self._has_sections
        for index, column in enumerate(self._table.columns):
            look = self._looks.cell(
                row.role,
                column,
                self._number_format(row.cells[index], column),
                indented=index == 0 and below_a_section,
                behind_figures=index > self._labels,
            )
            self._write_cell(self._first + number, index, row, look)
        texts = zip(self._printed.cells[number], self._widths, self._table.columns, strict=True)
        self._fit(self._first + number, [(text, width) for text, width, column in texts if not column.figures])

    def _fit(self, line: int, texts: Iterable[tuple[str, int]]) -> None:
        """Make a row as high as its texts need, each wrapped to a width; a viewer need not do it by itself."""
        lines = max(len(wrap(text, width - 2)) for text, width in texts)
        if lines > 1:
            self._sheet.set_row(line, min(_LINE * lines, _HIGHEST))

    def _write_cell(self, line: int, index: int, row: Row, look: Format) -> None:
        cell, text = row.cells[index], self._printed.cells[line - self._first][index]
        if isinstance(cell, Decimal):
            is_count = self._table.columns[index].is_count
            amount = float(cell if is_count else counted_in(self._view.unit, cell))
            formula = self._formula(line, index, row)
            if formula is None:
                self._sheet.write_number(line, index, amount, look)
            else:
                # a spreadsheet adds up binary fractions, and would round a half the wrong way now and then
                exact = f"ROUND({formula},{_digits(self._view.unit)})"
                self._sheet.write_formula(line, index, f"={exact}", look, amount)
        elif isinstance(cell, Number | Share):
            self._sheet.write_number(line, index, float(cell[0]), look)
        elif text.isdigit() and self._table.columns[index].figures:
            self._sheet.write_number(line, index, int(text), look)
        elif text:
            self._sheet.write_string(line, index, cut(text), look)
        else:
            self._sheet.write_blank(line, index, None, look)

    def _number_format(self, cell: Cell, column: Column) -> str:
        if isinstance(cell, Number | Share):
            return number_format(cell.decimals, is_share=isinstance(cell, Share))
        decimals = column.decimals if column.is_count else decimals_in(self._view.unit)
        return number_format(decimals, mark_of(cell))

    def _formula(self, line: int, index: int, row: Row) -> str | None:
        """How a figure comes about, if it is not the case's own."""
        if self._table.columns[index].adds_up:
            years = [at for at, column in enumerate(self._table.columns[:index]) if column.figures]
            return f"SUM({xl_rowcol_to_cell(line, years[0])}:{xl_rowcol_to_cell(line, years[-1])})"
        formula = None if row.recipe is None else self._of_rows(row.recipe, line, index)
        if formula is not None and len(formula) > _LONGEST_FORMULA:
            self._has_bare_sums = True
            return None
        return formula

    def _of_rows(self, recipe: Recipe, line: int, index: int) -> str:
        match recipe:
            case Sum(rows, less):
                return self._sum(rows, index) + (f"-({self._sum(less, index)})" if less else "")
            case Running(row):
                own = self._at(row, index)
                before = index > 0 and self._table.columns[index - 1].figures
                return f"{xl_rowcol_to_cell(line, index - 1)}+{own}" if before else own
            case Covered(row, asked):
                return f"MAX(0,MIN({self._at(row, index)},{self._at(asked, index)}))"
            case _:
                assert_never(recipe)

    def _at(self, row: int, index: int) -> str:
        return str(xl_rowcol_to_cell(self._first + row, index))

    def _sum(self, rows: Iterable[int], index: int) -> str:
        """The sum of rows of a column, those that follow each other as one range."""
        column = xl_col_to_name(index)
        runs = []
        for _, members in groupby(enumerate(sorted(rows)), key=lambda member: member[1] - member[0]):
            run = [row for _, row in members]
            first, last = (self._first + row + 1 for row in (run[0], run[-1]))
            runs.append(f"{column}{first}" if first == last else f"{column}{first}:{column}{last}")
        sums = (runs[at : at + _MOST_ARGUMENTS] for at in range(0, len(runs), _MOST_ARGUMENTS))
        return "+".join(f"SUM({','.join(each)})" for each in sums) or "0"

    def _write_notes(self, line: int, more: list[Words]) -> None:
        if self._has_bare_sums:
            more = [*more, _BARE_SUMS]
        if any(row.role is Role.REMARK for row in self._table.rows):
            more = [*more, _NOT_LIVE]
        if self._table.is_worked_out:
            more = [*more, _WORKED_OUT]
        notes = [*self._printed.notes, *map(self._view.words, more)]
        look = self._looks.of(text_wrap=True, valign="top", font_size=10)
        last = len(self._table.columns) - 1
        room = sum(self._widths)
        for number, note in enumerate(notes):
            if last > 0:
                self._sheet.merge_range(line + number, 0, line + number, last, cut(note), look)
            else:
                self._sheet.write_string(line + number, 0, cut(note), look)
            self._fit(line + number, [(note, room)])


def _widths(table: Table, printed: Printed) -> Iterator[int]:
    """Room for every figure, and for texts up to a limit, beyond which they wrap."""
    for index, column in enumerate(table.columns):
        words = f"{printed.headings[index]} {printed.groups[index]}".split()
        heading = max(map(len, words), default=0) if column.figures else len(printed.headings[index])
        longest = max([heading, *(len(row[index]) for row in printed.cells)])
        yield max(9, longest + 3) if column.figures else min(longest + 4, _WIDEST)

"""A sheet looked at by its words: where its labels, its headings and the rows of its tables stand."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from bizcase.reading.document import Plain
from bizcase.reading.finding import Place
from bizcase.reading.form.closed_lists import GOES_ON, LABEL, VALUE
from bizcase.reading.form.shapes import SheetForm, TableForm
from bizcase.reading.form.values import is_filled, text_of
from bizcase.reading.workbook.sheet import Cell, Sheet

Position = tuple[int, int]
"""Row and column, from 1."""


@lru_cache(maxsize=4096)  # the same few words are asked for over and over
def folded(text: str) -> str:
    """A label as it is compared: upper and lower case, spaces and marks behind it do not count."""
    return " ".join(text.casefold().split()).strip(" :*.")


class Written(NamedTuple):
    """A filled cell and where it stands."""

    cell: Cell
    at: Position


class Row(NamedTuple):
    """A row of a table: its number, its filled cells by the key of their column, and those of its years."""

    number: int
    cells: dict[str, Written]
    years: dict[int, Written]


class FoundTable(NamedTuple):
    """A table as it stands in a sheet: the row of its headings, the column of each key and of each year.

    It goes down to the row before `end`, where the next table or field stands; where that is a table (`titled_below`),
    the row above may be its title.
    """

    form: TableForm
    heading: int
    end: int
    titled_below: bool
    columns: dict[str, int]
    years: dict[int, int]
    doubles: tuple[Position, ...]
    """Headings that stand there a second time."""


class Grid:
    """A sheet with its filled cells by row."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows: dict[int, dict[int, Cell]] = {}
        self._words: dict[int, dict[str, int]] = {}
        self._tables: dict[SheetForm, list[FoundTable]] = {}
        for (row, column), cell in sorted(sheet.cells.items()):
            if is_filled(cell):
                self.rows.setdefault(row, {})[column] = cell
        self._numbers = list(self.rows)

    def place(self, row: int, column: int) -> Place:
        """The place of a cell."""
        return Place(row, column, row, column + 1, self.sheet.name)

    def words(self, row: int) -> dict[str, int]:
        """The words of a row and the column of each, the first one where they stand there twice."""
        found = self._words.get(row)
        if found is None:
            found = self._words[row] = {}
            for column, cell in self.rows.get(row, {}).items():
                if not cell.formula:  # no label and no heading is worked out
                    found.setdefault(folded(text_of(cell)), column)
        return found

    def tables(self, form: SheetForm) -> list[FoundTable]:
        """The tables of a sheet, wherever they stand in it."""
        if form not in self._tables:
            needed = [(table, {folded(column.heading) for column in table.needed}) for table in form.tables]
            headings = [(table, row) for row in self.rows for table, words in needed if words <= self.words(row).keys()]
            of_tables = {row for _, row in headings}
            starts = sorted(of_tables | self.labels(form).keys())
            starts.append(self._numbers[-1] + 1 if self._numbers else 1)
            for table, row in headings:
                end = starts[bisect_right(starts, row)]
                self._tables.setdefault(form, []).append(self._table(table, row, end, titled_below=end in of_tables))
        return self._tables.setdefault(form, [])

    def _table(self, form: TableForm, heading: int, end: int, *, titled_below: bool) -> FoundTable:
        keys = {folded(column.heading): column.key for column in form.columns}
        columns: dict[str, int] = {}
        years: dict[int, int] = {}
        doubles: list[Position] = []
        for column, cell in self.rows[heading].items():
            words = folded(text_of(cell))
            year = _year(words) if form.years_after else None
            if words in keys:
                if columns.setdefault(keys[words], column) != column:
                    doubles.append((heading, column))
            elif year is not None and years.setdefault(year, column) != column:
                doubles.append((heading, column))
        return FoundTable(form, heading, end, titled_below, columns, years, tuple(doubles))

    def below(self, table: FoundTable) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The rows of a table with all of their filled cells, without the title of the table that follows."""
        first, last = (bisect_right(self._numbers, row) for row in (table.heading, table.end - 1))
        for number in self._numbers[first:last]:
            is_title = table.titled_below and number + 1 == table.end and len(self.rows[number]) == 1
            if not is_title:
                yield number, self.rows[number]

    def rows_of(self, table: FoundTable) -> Iterator[Row]:
        """The filled rows of a table, by its columns."""
        for number, cells in self.below(table):
            row = Row(
                number,
                {key: Written(cells[at], (number, at)) for key, at in table.columns.items() if at in cells},
                {year: Written(cells[at], (number, at)) for year, at in table.years.items() if at in cells},
            )
            if row.cells or row.years:
                yield row

    @cached_property
    def fields(self) -> tuple[int, int, int] | None:
        """The row of the headings above the fields, the column of their labels and that of their values."""
        for row in self.rows:
            words = self.words(row)
            if folded(LABEL) in words and folded(VALUE) in words:
                return row, words[folded(LABEL)], words[folded(VALUE)]
        return None

    def labels_anywhere(self, form: SheetForm) -> bool:
        """Whether any label of a sheet's fields stands in it."""
        known = {folded(field.label) for field in form.fields}
        return any(not known.isdisjoint(self.words(row)) for row in self.rows)

    def labels(self, form: SheetForm) -> dict[int, tuple[str, bool]]:
        """The rows of a sheet's fields: each with its label, and whether it goes on with the text above it."""
        found = self.fields
        known = {folded(field.label): field.label for field in form.fields}
        labels: dict[int, tuple[str, bool]] = {}
        for row, cells in self.rows.items() if found else ():
            if found and row > found[0] and found[1] in cells:
                words = folded(text_of(cells[found[1]]))
                goes_on = words.endswith(folded(GOES_ON))
                if label := known.get(words.removesuffix(folded(GOES_ON)).strip()):
                    labels[row] = label, goes_on
        return labels


def _year(words: str) -> int | None:
    """The year that a heading is, if it is one."""
    return int(words) if Plain(words).isdecimal() and len(words) == 4 else None

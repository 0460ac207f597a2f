"""A sheet looked at by its words: where its labels, its headings and the rows of its tables stand."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from bizcase.reading.document import Plain
from bizcase.reading.finding import Place
from bizcase.reading.form.closed_lists import GOES_ON, LABEL, VALUE
from bizcase.reading.form.contents import is_filled, text_of
from bizcase.reading.form.layout import GUIDE_TITLE, SHEETS
from bizcase.reading.form.shapes import SheetForm, TableForm
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
        self._labels: dict[SheetForm, dict[int, tuple[str, bool]]] = {}
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
        """The tables of a sheet of the form, wherever they stand in this one."""
        return [table for table in self.all_tables if table.form in form.tables]

    @cached_property
    def all_tables(self) -> list[FoundTable]:
        """Every table that stands here, of whatever sheet of the form it is, from the top down."""
        headings = [(row, table) for table in _TABLES for row in self._headings[table]]
        headings.sort(key=itemgetter(0))
        of_tables = {row for row, _ in headings}
        labels = {row for form in SHEETS if self.is_of(form) for row in self.labels(form)}
        starts = sorted(of_tables | labels)
        starts.append(self._numbers[-1] + 1 if self._numbers else 1)
        found = []
        for row, table in headings:
            end = starts[bisect_right(starts, row)]
            found.append(self._table(table, row, end, titled_below=end in of_tables))
        return found

    @cached_property
    def _headings(self) -> dict[TableForm, list[int]]:
        """The rows that look like a table's headings.

        Where one of several stands below the table's title, another one is a row that happens to say the same, unless
        it repeats it as a whole.
        """
        found: dict[TableForm, list[int]] = {}
        for table in _TABLES:
            needed = {folded(column.heading) for column in table.needed}
            rows = [row for row in self.rows if needed <= self.words(row).keys()]
            titled = [row for row in rows if folded(table.title) in self.words(row - 1)] if len(rows) > 1 else []
            if len(titled) == 1:
                rows = [row for row in rows if self.words(row) == self.words(titled[0])]
            found[table] = rows
        return found

    def is_of(self, form: SheetForm) -> bool:
        """Whether this is a sheet of the form, by its name, its headings or its labels."""
        if folded(self.sheet.name) == folded(form.name) or any(self._headings[table] for table in form.tables):
            return True
        return len(self.labels(form)) * 2 >= len(form.fields) > 0

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
        """The rows of a table with all of their filled cells, without titles."""
        first, last = (bisect_right(self._numbers, row) for row in (table.heading, table.end - 1))
        for number in self._numbers[first:last]:
            if not self._is_title(table, number):
                yield number, self.rows[number]

    def _is_title(self, table: FoundTable, row: int) -> bool:
        """Whether a row is a title: the last one above the next table, in the form's words or set apart, or astray."""
        if len(self.rows[row]) != 1:
            return False
        words = self.words(row)
        if not self._titles_astray.isdisjoint(words):
            return True
        if not table.titled_below or self._numbers[bisect_right(self._numbers, row)] != table.end:
            return False
        return not _TITLES.isdisjoint(words) or (row + 1 == table.end and row - 1 not in self.rows)

    @cached_property
    def _titles_astray(self) -> set[str]:
        """The titles that do not stand above their tables: what says the same elsewhere has been moved there."""
        titles = {folded(table.title): rows for table, rows in self._headings.items() if rows}
        return {title for title, rows in titles.items() if all(title not in self.words(row - 1) for row in rows)}

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

    @cached_property
    def is_the_guide(self) -> bool:
        """Whether this is the sheet that tells how to fill in the form, which has an example in it."""
        first = next(iter(self.rows), 0)
        return folded(GUIDE_TITLE) in self.words(first)

    def is_field(self, row: int) -> bool:
        """Whether a row stands among fields: below their headings, and not in a table."""
        return self.table_at(row) is None and self.fields is not None and row > self.fields[0]

    def table_at(self, row: int) -> FoundTable | None:
        """The table that a row stands in, its headings among it and the title of the next one not."""
        at = bisect_right(self.all_tables, row, key=attrgetter("heading")) - 1
        if at < 0 or row >= (table := self.all_tables[at]).end:
            return None
        return None if row != table.heading and self._is_title(table, row) else table

    @cached_property
    def label_rows(self) -> set[int]:
        """The rows with a label, of whatever sheet of the form it is."""
        return {row for form in SHEETS for row in self.labels(form)}

    def labels(self, form: SheetForm) -> dict[int, tuple[str, bool]]:
        """The rows of a sheet's fields: each with its label, and whether it goes on with the text above it."""
        if form not in self._labels:
            self._labels[form] = dict(self._labels_of(form))
        return self._labels[form]

    def _labels_of(self, form: SheetForm) -> Iterator[tuple[int, tuple[str, bool]]]:
        found = self.fields
        known = {folded(field.label): field.label for field in form.fields}
        for row, cells in self.rows.items() if found and known else ():
            if found and row > found[0] and found[1] in cells:
                words = folded(text_of(cells[found[1]]))
                goes_on = words.endswith(folded(GOES_ON))
                if label := known.get(words.removesuffix(folded(GOES_ON)).strip()):
                    yield row, (label, goes_on)


_TABLES = tuple(table for form in SHEETS for table in form.tables)
_TITLES = {folded(table.title) for table in _TABLES}


def _year(words: str) -> int | None:
    """The year that a heading is, if it is one."""
    return int(words) if Plain(words).isdecimal() and len(words) == 4 else None

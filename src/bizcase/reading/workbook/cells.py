"""The cells of one sheet, as its XML lists them row by row."""

import re
from collections.abc import Callable
from typing import NamedTuple

from bizcase.reading.workbook.bounds import COLUMNS, ROWS, Unreadable, damaged
from bizcase.reading.workbook.formats import GENERAL, Format
from bizcase.reading.workbook.markup import Attributes, walk
from bizcase.reading.workbook.numbers import day, number, written_day
from bizcase.reading.workbook.package import Package
from bizcase.reading.workbook.sheet import Area, Cell, CellError, Sheet, Value, column_number, place
from bizcase.reading.workbook.strings import Runs, plain
from bizcase.texts.template import Text

_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_AREA = re.compile(rf"{_REFERENCE.pattern}(?::{_REFERENCE.pattern})?")
_TRUE = ("1", "true")
_COLUMNS_OF_A_SHEET = 16_384


class Common(NamedTuple):
    """What the sheets of a workbook have in common."""

    strings: dict[str, str]
    formats: dict[str, Format]
    since_1904: bool


class SheetReader:
    """One sheet while its elements come by, one after the other."""

    def __init__(self, package: Package, name: str, part: str, common: Common) -> None:
        self._package, self._name, self._part = package, name, part
        self._budget = package.budget
        self._strings, self._formats, self._since_1904 = common
        self._cells: dict[tuple[int, int], Cell] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns = bytearray(COLUMNS + 1)
        self._columns_said = 0
        self._merged: list[Area] = []
        self._filled_by_arrays: set[tuple[int, int]] = set()
        self._row = self._column = 0
        self._row_digits = ""
        self._cell: Attributes = {}
        self._text: str | None = None
        self._is_formula = False
        self._runs = Runs()

    def read(self, *, hidden: bool) -> Sheet:
        """The sheet, from its part."""
        starts: dict[str, Callable[[Attributes], None]] = {
            **self._runs.starts,
            "row": self._begin_row,
            "c": self._begin_cell,
            "f": self._take_formula,
            "col": self._take_columns,
            "mergeCell": self._take_merged,
        }
        ends: dict[str, Callable[[str], None]] = {
            **self._runs.ends,
            "v": self._take_value,
            "is": self._take_inline,
            "c": self._end_cell,
        }
        walk(self._package, self._part, starts, ends)
        columns = frozenset(column for column, is_hidden in enumerate(self._hidden_columns) if is_hidden)
        return Sheet(self._name, self._cells, hidden, frozenset(self._hidden_rows), columns, tuple(self._merged))

    def _begin_row(self, attributes: Attributes) -> None:
        said = attributes.get("r")
        self._row = self._row + 1 if said is None else self._count(said)
        if not self._row:
            raise damaged(self._part)
        self._row_digits = str(self._row)
        self._column = 0
        if attributes.get("hidden") in _TRUE and self._row <= ROWS:
            self._hidden_rows.add(self._row)

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._text = None
        self._is_formula = False

    def _end_cell(self, _: str) -> None:
        said = self._cell.get("r")
        if said is None:
            self._column += 1
        else:
            self._column = column_number(said.removesuffix(self._row_digits)) or self._move_to(said)
        if self._text or self._is_formula:
            self._keep(self._cell.get("t", "n"), self._formats.get(self._cell.get("s", "0"), GENERAL))

    def _move_to(self, said: str) -> int:
        """The column of a cell in another row than the one that it is listed in, which holds from there on."""
        stands = _REFERENCE.fullmatch(said)
        if stands is None or int(stands[2]) == 0:
            raise damaged(self._part)
        self._row, self._row_digits = int(stands[2]), stands[2]
        return column_number(stands[1])

    def _keep(self, kind: str, layout: Format) -> None:
        """Take up a cell with content where it stands now."""
        key = (self._row, self._column)
        self._budget.fill(self._name, *key)
        if self._row > ROWS or self._column > COLUMNS:
            raise _beyond(place(self._name, *key))
        if key in self._cells:
            raise _twice(place(self._name, *key))
        value = self._value(kind, self._text, layout)
        if value != "" or self._is_formula:
            is_formula = self._is_formula or key in self._filled_by_arrays
            self._cells[key] = Cell(value, is_formula, layout.decimals, layout.percent, layout.seen.of(value))

    def _take_value(self, text: str) -> None:
        self._text = text

    def _take_inline(self, _: str) -> None:
        self._text = self._runs.whole()

    def _take_formula(self, attributes: Attributes) -> None:
        self._is_formula = True
        if attributes.get("t") in ("array", "dataTable") and "ref" in attributes:
            area = self._area(attributes["ref"])
            for row in range(area.row, area.last_row + 1):
                for column in range(area.column, area.last_column + 1):
                    self._budget.fill(self._name, row, column)
                    self._filled_by_arrays.add((row, column))

    def _value(self, kind: str, text: str | None, layout: Format) -> Value:
        """What a cell's text means by the kind of the cell."""
        if text is None or (text == "" and kind != "str"):
            return None
        if kind == "s":
            shared = self._strings.get(text.strip())
            if shared is None:
                raise damaged(self._part)
            return shared
        if kind == "b":
            return text.strip() in _TRUE
        value: Value = None
        if kind == "n":
            value = number(text)
            if value is not None and layout.date:
                value = day(value, since_1904=self._since_1904) or value
        elif kind == "d":
            value = written_day(text)
        if value is None:  # a text, or what stands there in spite of the kind
            value = plain(text, self._budget)
        return CellError(value) if kind == "e" else value

    def _take_columns(self, attributes: Attributes) -> None:
        self._columns_said += 1
        if self._columns_said > _COLUMNS_OF_A_SHEET:
            raise damaged(self._part)
        if attributes.get("hidden") in _TRUE:
            first, last = (min(self._count(attributes.get(end, "")), COLUMNS + 1) for end in ("min", "max"))
            if 0 < first <= last:
                self._hidden_columns[first : last + 1] = b"\1" * (min(last, COLUMNS) - first + 1)

    def _take_merged(self, attributes: Attributes) -> None:
        area = self._area(attributes.get("ref", ""))
        self._budget.fill(self._name, area.row, area.column)
        self._merged.append(area)

    def _area(self, text: str) -> Area:
        corners = _AREA.fullmatch(text)
        if corners is None:
            raise damaged(self._part)
        first, row, last, last_row = corners.groups()
        return Area(
            int(row),
            column_number(first),
            min(int(last_row or row), ROWS),
            min(column_number(last or first), COLUMNS),
        )

    def _count(self, text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) <= 9):
            raise damaged(self._part)
        return int(text)


def _beyond(here: str) -> Unreadable:
    return Unreadable(
        Text(
            "{place} er udfyldt, og kun de første {rows} rækker og {columns} kolonner læses; flyt eller slet det, der "
            "står dér",
            place=here,
            rows=ROWS,
            columns=COLUMNS,
        )
    )


def _twice(here: str) -> Unreadable:
    return Unreadable(
        Text(
            "{place} står to gange i filen, og det er uvist, hvad der gælder; åbn den i Excel, se efter, og gem den "
            "igen",
            place=here,
        )
    )

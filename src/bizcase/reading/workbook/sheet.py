"""What a workbook says, cell by cell: values as they stand in the file, before anybody has asked what they mean."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from bizcase.reading.cell import reference
from bizcase.reading.characters import shortened


class CellError(str):
    """What a formula gives that cannot be worked out, as Excel writes it: `#REF!`, `#DIV/0!`."""

    __slots__ = ()


Value = str | Decimal | bool | datetime.date | CellError | None
"""A text, a number, a truth value, a date, an error; nothing for a formula that has never been worked out."""


class Shown(Enum):
    """What whoever looks at a cell sees of its value, by the cell's number format."""

    AS_IT_IS = auto()
    WITHOUT_THOUSANDS = auto()
    WITHOUT_SIGN = auto()
    BY_ITS_SIZE = auto()
    NOT_AT_ALL = auto()


class Cell(NamedTuple):
    """A cell with content.

    `value` is a date where the number format is a date's (a time of day is left out), else the number itself with the
    fewest digits that give the file's double back: 0.1, and never 0.1000000000000000056. `formula` is true of every
    cell that a formula fills, those that an array spills into too. `decimals` are what the number format shows after
    the point (in per cent of the per cents), and None where it shows as many as there are, or scales the number.
    `percent` says that the format is per cent; the value stays the fraction, 0.5 for 50 %. What is `shown` may be
    another number than the value, or nothing.
    """

    value: Value
    formula: bool = False
    decimals: int | None = None
    percent: bool = False
    shown: Shown = Shown.AS_IT_IS


class Area(NamedTuple):
    """A rectangle of cells, rows and columns from 1, both ends included."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; `cells` holds those with content by row and column, both counted from 1.

    `hidden_rows` and `hidden_columns` name those within the bounds of what is read, with content or without.
    """

    name: str
    cells: dict[tuple[int, int], Cell]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook: its sheets of cells in the order of their tabs, and its custom document properties.

    Macros are never run and links never followed: `external_links` names what formulas of the workbook point to, and
    the values of such formulas are those that the workbook was saved with.
    """

    sheets: tuple[Sheet, ...]
    properties: dict[str, str]
    has_macros: bool = False
    external_links: tuple[str, ...] = ()


def place(sheet: str, row: int, column: int) -> str:
    """A cell of a sheet as a message names it: Økonomi!I5."""
    return f"{shortened(sheet)}!{reference(row, column)}"


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """The number of a column, 9 for I; 0 where the letters name none."""
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

"""A table as a neutral value: what every output format renders, so that no two of them can disagree on a figure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

Cell = Decimal | str | None
"""A figure, a text, or nothing."""


class Role(StrEnum):
    """What a row is to its table, for a format to set it off by."""

    SECTION = "section"
    LINE = "line"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; figures stand to the right, and only columns of figures may be moved to a block of their own.

    Columns next to each other that share a `group` stand under one heading.
    """

    heading: str
    figures: bool = False
    group: str = ""

    @property
    def in_full(self) -> str:
        """The heading of a column that stands by itself."""
        return f"{self.group}: {self.heading}" if self.group else self.heading


@dataclass(frozen=True, slots=True)
class Row:
    """A row, with a cell for each column."""

    role: Role
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one case or pool. Figures are unrounded; `decimals` says with how many they are shown."""

    subject: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that could not be calculated, and how many errors keep it from it."""

    path: str
    errors: int

"""A table as a neutral value: what every output format renders, so that no two of them can disagree on a figure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bizcase.case.kinds import Unit
from bizcase.case.unit import THOUSANDS
from bizcase.tables.words import Words

Cell = Decimal | str | None
"""An amount in 1.000 kr., a text, or nothing."""


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

    Figures are amounts in 1.000 kr., unrounded, or whole numbers that are no money where `is_count` (a payback).
    Columns next to each other that share a `group` stand under one heading. `adds_up` marks the column that sums the
    figures to its left ("I alt").
    """

    heading: str
    figures: bool = False
    group: str = ""
    is_count: bool = False
    adds_up: bool = False

    @property
    def in_full(self) -> str:
        """The heading of a column that stands by itself."""
        return f"{self.group}: {self.heading}" if self.group else self.heading


@dataclass(frozen=True, slots=True)
class Sum:
    """A row that adds up other rows of its table, by their positions, less some others."""

    rows: tuple[int, ...]
    less: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Running:
    """A row that carries on another one: each figure is the one to its left and the other row's."""

    row: int


@dataclass(frozen=True, slots=True)
class Covered:
    """A row with what one row covers of another: never below nil, never more than was asked."""

    row: int
    asked: int


Recipe = Sum | Running | Covered
"""How the figures of a row come from other rows, for formats that calculate."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, with a cell for each column; figures without a recipe are the case's own."""

    role: Role
    cells: tuple[Cell, ...]
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table in one language, shown in one unit; `name` is short and tells the tables of a case apart."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    words: Words
    unit: Unit = THOUSANDS
    notes: tuple[str, ...] = ()

    @property
    def has_sections(self) -> bool:
        """Whether lines stand below headings."""
        return any(row.role is Role.SECTION for row in self.rows)

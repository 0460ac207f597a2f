"""A table as a neutral value, in no language and no unit: what every form prints, so that no two can disagree."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bizcase.tables.figures import Number, Share
from bizcase.texts.template import Words


class OwnFigure(Decimal):
    """An amount that no paper prints (eget skøn): forms mark it."""

    __slots__ = ()


class Estimated(Decimal):
    """An amount that was converted to another price level by an index that is estimated: forms mark it."""

    __slots__ = ()


class OwnEstimated(OwnFigure, Estimated):
    """Both at once."""

    __slots__ = ()


def mark_of(cell: "Cell") -> str:
    """What stands before an amount, so that its digits keep their places."""
    return "*" * isinstance(cell, OwnFigure) + "~" * isinstance(cell, Estimated)


Cell = Decimal | Number | Share | Words | None
"""An amount in 1.000 kr., unrounded; a number that is no money; a text, or a case's own words; or nothing."""


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

    Figures are amounts in 1.000 kr., unrounded, or numbers that are no money where `is_count` (a payback, årsværk),
    with so many `decimals`. Columns next to each other that share a `group` stand under one heading. `adds_up` marks
    the column that sums the figures to its left ("I alt").
    """

    heading: Words
    figures: bool = False
    group: Words = ""
    is_count: bool = False
    decimals: int = 0
    adds_up: bool = False


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
    """A table; `name` is short and tells the tables of a case apart. A row that ends early is blank behind its end."""

    name: Words
    title: Words
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Words, ...] = ()
    is_rounded: bool = False
    """Whether it is said where its sums, rounded from what is not rounded, are not those of the figures above them."""
    is_worked_out: bool = False
    """Whether the program works its figures out, so that a workbook has formulas for no more than their sums."""

    def __post_init__(self) -> None:
        """Give every row a cell for each column."""
        wide = len(self.columns)
        if any(len(row.cells) < wide for row in self.rows):
            padded = tuple(
                row
                if len(row.cells) == wide
                else Row(row.role, (*row.cells, *[None] * (wide - len(row.cells))), row.recipe)
                for row in self.rows
            )
            object.__setattr__(self, "rows", padded)

    @property
    def has_sections(self) -> bool:
        """Whether lines stand below headings."""
        return any(row.role is Role.SECTION for row in self.rows)

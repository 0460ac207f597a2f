"""Figures as they are printed: amounts rounded half up, with the separators of the language."""

from decimal import Decimal

from bizcase.case.rounding import half_up
from bizcase.tables.table import Cell, Column, Table
from bizcase.tables.words import DANISH, Words


def figure(amount: Decimal, decimals: int = 0, words: Words = DANISH) -> str:
    """An amount as it is printed, in Danish `1.725`, `-1.500`, `0,9`."""
    english = f"{half_up(amount, decimals):,.{decimals}f}"
    return english.translate(str.maketrans(",.", words.separators))


def written(cell: Cell, column: Column, words: Words) -> str:
    """A cell as it is printed."""
    if isinstance(cell, Decimal):
        return figure(cell, column.decimals, words)
    return cell or ""


def printed(table: Table) -> list[list[str]]:
    """Every cell of a table as it is printed, row by row."""
    return [
        [written(cell, column, table.words) for cell, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]

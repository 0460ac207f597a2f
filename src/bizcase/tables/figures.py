"""Figures as they are printed: amounts rounded half up, with the separators of the language."""

from decimal import Decimal

from bizcase.case.kinds import Unit
from bizcase.case.rounding import half_up
from bizcase.case.unit import MILLIONS, counted_in
from bizcase.tables.table import Cell, Table
from bizcase.tables.words import DANISH, Words


def figure(amount: Decimal, decimals: int = 0, words: Words = DANISH) -> str:
    """An amount as it is printed, in Danish `1.725`, `-1.500`, `0,9`."""
    english = f"{half_up(amount, decimals):,.{decimals}f}"
    return english.translate(str.maketrans(",.", words.separators))


def decimals_in(unit: Unit) -> int:
    """The decimals that papers print in a unit: one of a million, none of what is smaller."""
    return 1 if unit == MILLIONS else 0


def written(cell: Cell, unit: Unit, words: Words) -> str:
    """A cell as it is printed."""
    if isinstance(cell, Decimal):
        return figure(counted_in(unit, cell), decimals_in(unit), words)
    return cell or ""


def printed(table: Table) -> list[list[str]]:
    """Every cell of a table as it is printed, row by row."""
    return [[written(cell, table.unit, table.words) for cell in row.cells] for row in table.rows]

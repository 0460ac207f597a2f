"""Danish figures: amounts rounded half up and written as the papers write them."""

from decimal import Decimal

from bizcase.case.rounding import half_up
from bizcase.tables.table import Cell, Table

_DANISH = str.maketrans(",.", ".,")


def danish(amount: Decimal, decimals: int = 0) -> str:
    """An amount as a Danish figure: `1.725`, `-1.500`, `0,9`."""
    return f"{half_up(amount, decimals):,.{decimals}f}".translate(_DANISH)


def written(cell: Cell, table: Table) -> str:
    """A cell as it is printed."""
    if isinstance(cell, Decimal):
        return danish(cell, table.decimals)
    return cell or ""

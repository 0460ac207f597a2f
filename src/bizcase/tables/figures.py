"""Danish figures: the one place where an amount is rounded, half up, and written as the papers write it."""

from decimal import ROUND_HALF_UP, Decimal

from bizcase.tables.table import Cell, Table

_DANISH = str.maketrans(",.", ".,")


def rounded(amount: Decimal, decimals: int) -> Decimal:
    """An amount rounded half up, away from nil, to so many decimals; nil has no sign."""
    figure = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return figure if figure else abs(figure)


def danish(amount: Decimal, decimals: int = 0) -> str:
    """An amount as a Danish figure: `1.725`, `-1.500`, `0,9`."""
    return f"{rounded(amount, decimals):,.{decimals}f}".translate(_DANISH)


def written(cell: Cell, table: Table) -> str:
    """A cell as it is printed."""
    if isinstance(cell, Decimal):
        return danish(cell, table.decimals)
    return cell or ""

"""Rounding half up, the one way in which the papers round."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(amount: Decimal, decimals: int) -> Decimal:
    """An amount rounded to so many decimals, a half away from nil; nil has no sign."""
    figure = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return figure if figure else abs(figure)

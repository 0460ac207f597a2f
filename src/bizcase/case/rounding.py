"""Rounding half up, the one way in which the papers round, and division into parts that are equal to the last digit."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import pairwise

EXACTLY = Context(prec=200)
"""How amounts are added up and multiplied that have many digits, such as converted ones, so that none is lost."""


def half_up(amount: Decimal, decimals: int) -> Decimal:
    """An amount rounded to so many decimals, a half away from nil; nil has no sign."""
    figure = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACTLY)
    return figure if figure else abs(figure)


def to_step(exactly: Fraction, step: Decimal) -> Decimal:
    """An exact figure rounded to a multiple of `step`, a half away from nil: 12500/3 to 1 is 4167; nil has no sign."""
    steps = int(abs(exactly) / Fraction(step) + Fraction(1, 2))
    figure = steps * step
    return -figure if exactly < 0 and figure else figure


def as_decimal(exactly: Fraction) -> Decimal:
    """An exact figure with 28 digits, for what is printed or written with few of them."""
    return Decimal(exactly.numerator) / Decimal(exactly.denominator)


DECIMALS_OF_A_KRONE = 3
"""A krone is 0,001 of the 1.000 kr. that amounts are counted in."""


def equal_parts(amount: Decimal, count: int, decimals: int) -> list[Decimal]:
    """Divide an amount into parts that are as equal as `decimals` allow: what has come together is rounded."""
    together = [half_up(amount * part / count, decimals) for part in range(1, count)]
    return [after - before for before, after in pairwise([Decimal(0), *together, amount])]

"""How a line that several committees share is divided: parts are amounts of money, and add up to the line."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from bizcase.case.rounding import half_up


def parts(amount: Decimal, shares: Mapping[str, Decimal], decimals: int) -> dict[str, Decimal]:
    """Divide an amount by shares in per cent that add up to 100.

    Each part is rounded half up to `decimals`, those that the line is written with; what rounding leaves goes to the
    largest share, the first of equals.
    """
    divided = {name: half_up(amount * share / 100, decimals) for name, share in shares.items()}
    largest = max(shares, key=lambda name: shares[name])
    divided[largest] += amount - sum(divided.values())
    return divided


def decimals_of(*amounts: Decimal) -> int:
    """The most decimals that any of the amounts is written with."""
    return max((-int(amount.as_tuple().exponent) for amount in amounts), default=0)


def equal_parts(amount: Decimal, count: int, decimals: int) -> list[Decimal]:
    """Divide an amount into parts that are as equal as `decimals` allow: what has come together is rounded."""
    together = [half_up(amount * part / count, decimals) for part in range(1, count)]
    return [after - before for before, after in pairwise([Decimal(0), *together, amount])]

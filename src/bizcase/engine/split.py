"""How a line that several committees share is divided: parts are amounts of money, and add up to the line."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise

from bizcase.case.amounts import ZERO
from bizcase.case.period_amounts import Amounts
from bizcase.case.rounding import half_up


def shared(amounts: Amounts, shares: Mapping[str, Decimal]) -> dict[str, Amounts]:
    """What each committee bears of a line's amounts, which are divided with the decimals that they are written with."""
    decimals = decimals_of(amounts.values())
    by_period = {period: divided(amount, shares, decimals) for period, amount in amounts.items()}
    return {committee: {period: parts[committee] for period, parts in by_period.items()} for committee in shares}


def divided(amount: Decimal, shares: Mapping[str, Decimal], decimals: int) -> dict[str, Decimal]:
    """An amount divided by shares in per cent that add up to 100.

    Each part is rounded half up to `decimals`, those that the line is written with; what rounding leaves goes to the
    largest share, the first of equals.
    """
    parts = {name: half_up(amount * share / 100, decimals) for name, share in shares.items()}
    largest = max(shares, key=lambda name: shares[name])
    parts[largest] += amount - sum(parts.values())
    return parts


def decimals_of(amounts: Iterable[Decimal]) -> int:
    """The most decimals that any of the amounts is written with; below nil where all are written in tens and more."""
    return max(-int(amount.as_tuple().exponent) for amount in amounts)


def equal_parts(amount: Decimal, count: int, decimals: int) -> list[Decimal]:
    """Divide an amount into parts that are as equal as `decimals` allow: what has come together is rounded."""
    together = [half_up(amount * part / count, decimals) for part in range(1, count)]
    return [after - before for before, after in pairwise([ZERO, *together, amount])]

"""How a line that several committees share is divided: parts are amounts of money, and add up to the line."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from bizcase.case.period_amounts import Amounts
from bizcase.case.rounding import half_up


def shared(amounts: Amounts, shares: Mapping[str, Decimal]) -> dict[str, Amounts]:
    """What each committee bears of a line's amounts, divided with the decimals that they are written with.

    No part is rounded to more than 1.000 kr., whatever the file counts in.
    """
    decimals = max(decimals_of(amounts.values()), 0)
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

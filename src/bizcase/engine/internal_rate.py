"""The internal rate (intern rente): the yearly rate at which a case is worth nothing, where there is exactly one."""

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from itertools import pairwise
from typing import Literal, NamedTuple

from bizcase.case.amounts import ZERO

InternalRateStatus = Literal["found", "no_sign_change", "several_sign_changes", "gain_first"]


class InternalRate(NamedTuple):
    """A rate as a share a year (0.25 is 25 %), or why there is none."""

    status: InternalRateStatus
    rate: Decimal | None = None


def internal_rate(amounts: Sequence[Decimal]) -> InternalRate:
    """The internal rate of yearly amounts, costs positive, to more than twelve decimals.

    It is only told where the amounts change sign exactly once and begin with the outlay: then there is exactly one rate
    above -100 % (Descartes). With several changes there may be none or many, and none of them says what a case yields.
    """
    some = [amount for amount in amounts if amount]
    changes = sum((before > 0) != (after > 0) for before, after in pairwise(some))
    if changes != 1:
        return InternalRate("several_sign_changes" if changes else "no_sign_change")
    if some[0] < 0:
        return InternalRate("gain_first")
    return InternalRate("found", _root(amounts))


_WORKING = Context(prec=38)
_CLOSE, _ENOUGH = Decimal("1e-3"), Decimal("1e-15")
_ONE = Decimal(1)


def _root(amounts: Sequence[Decimal]) -> Decimal:
    """The rate at which outlays and returns, which follow them, are worth the same.

    Looked for is the yearly factor 1 / (1 + rate). In the logarithm of the factor that of returns over outlays rises
    everywhere, by one at least: so the distance to the root is known to be no more than what is missing, and Newton's
    steps, kept between what is known to be too low and too high, cannot miss it.
    """
    outlays = [(year, amount) for year, amount in enumerate(amounts) if amount > 0]
    returns = [(year, -amount) for year, amount in enumerate(amounts) if amount < 0]
    start = outlays[0][0]
    with localcontext(_WORKING):
        factor, too_low, too_high = _ONE, ZERO, Decimal("Infinity")
        while True:
            out, out_years = _worth(outlays, factor, start)
            back, back_years = _worth(returns, factor, start)
            missing = out / back
            if missing > 1:
                too_low, too_high = max(too_low, factor), min(too_high, factor * missing)
            else:
                too_low, too_high = max(too_low, factor * missing), min(too_high, factor)
            slope = back_years / back - out_years / out
            if abs(missing - 1) < _CLOSE:
                step = 1 + (missing - 1) / slope
                if abs(step - 1) < _ENOUGH:
                    return _ONE / (factor * step) - 1
            else:  # a rough step will do
                step = Decimal(float(missing) ** (1 / float(slope)))
            factor *= step
            if not too_low < factor < too_high:
                factor = (too_low * too_high).sqrt()


def _worth(amounts: Sequence[tuple[int, Decimal]], factor: Decimal, start: int) -> tuple[Decimal, Decimal]:
    """What amounts are worth in the year `start` at a yearly factor, and the same with each weighed by its years."""
    worth, weighed, year, power = ZERO, ZERO, start, _ONE
    for each, amount in amounts:
        power *= factor if each == year + 1 else factor ** (each - year)
        year = each
        value = amount * power
        worth += value
        weighed += value * (each - start)
    return worth, weighed

"""The internal rate: rates worked out by hand, why there is none, and two libraries as judges."""

import math
from decimal import Decimal

import numpy_financial
import pytest
import pyxirr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bizcase.engine.internal_rate import internal_rate


def rate_of(*amounts: int | str) -> object:
    """The rate of amounts in the table's sign, or why there is none."""
    found = internal_rate([Decimal(amount) for amount in amounts])
    return found.status if found.rate is None else found.rate


@pytest.mark.parametrize(
    ("amounts", "rate"),
    [
        ((100, -110), "0.1"),  # 110 / 1,1 = 100
        ((100, 0, -121), "0.1"),  # the square root of 1,21 is 1,1
        ((0, 100, 0, -110), "0.048808848170152"),  # of 1,1 it is this; a nil before the outlay changes nothing
        ((100, -50, -72), "0.134590300647707"),  # 100 x² = 50 x + 72: x = (50 + sqrt(31300)) / 200
        ((1, -1000000), "999999"),
        ((1000, -1), "-0.999"),  # nearly all is lost
        ((100, -50, -50), "0"),
    ],
)
def test_rates_by_hand(amounts: tuple[int, ...], rate: str) -> None:
    """Each is the solution of an equation of first or second degree."""
    found = rate_of(*amounts)
    assert isinstance(found, Decimal)
    assert abs(found - Decimal(rate)) < Decimal("1e-12") * max(Decimal(1), abs(Decimal(rate)))


@pytest.mark.parametrize(
    ("amounts", "why"),
    [
        ((), "no_sign_change"),
        ((0, 0), "no_sign_change"),
        ((100, 0, 0, 7), "no_sign_change"),
        ((-100, -7), "no_sign_change"),
        ((1600, -10000, 10000), "several_sign_changes"),  # 25 % and 400 %: Lorie and Savage, 1955
        ((-100, 200, -150), "several_sign_changes"),  # no rate at all
        ((-1000, 0, 1000), "gain_first"),  # 0 %, which is no yield of an investment
    ],
)
def test_without_one_change_from_outlay_to_gain_there_is_none(amounts: tuple[int, ...], why: str) -> None:
    """No rate says what such a case yields, and the reason is told."""
    assert rate_of(*amounts) == why


AMOUNT = st.integers(0, 10**6)


@st.composite
def investments(draw: st.DrawFn) -> list[Decimal]:
    """Outlays, then returns: up to thirty years, with nil years among them."""
    outlays = [draw(st.integers(1, 10**6)), *draw(st.lists(AMOUNT, max_size=10))]
    returns = [*draw(st.lists(AMOUNT, max_size=20)), draw(st.integers(1, 10**6))]
    return [*map(Decimal, outlays), *(Decimal(-amount) for amount in returns)]


@given(investments())
@example([Decimal(1), Decimal(-(10**12))])
@example([Decimal(10**12), *[Decimal(0)] * 40, Decimal(-1)])
@settings(max_examples=300)
def test_at_its_internal_rate_a_case_is_worth_nothing(amounts: list[Decimal]) -> None:
    """The rate is exact enough for the worth to change sign within a part in 10^12 of what it stands at."""
    rate = internal_rate(amounts).rate
    assert rate is not None
    assert rate > -1
    within = Decimal("1e-12") * (1 + rate)
    below, above = (
        sum(each / (1 + rate + by) ** year for year, each in enumerate(amounts)) for by in (-within, within)
    )
    assert below <= 0 <= above  # in the table's sign: at a higher rate savings are worth less


@given(investments())
@settings(max_examples=300)
def test_numpy_financial_and_pyxirr_find_the_same(amounts: list[Decimal]) -> None:
    """Where they answer at all; their own answers are exact to some nine digits."""
    rate = internal_rate(amounts).rate
    assert rate is not None
    gains = [-float(amount) for amount in amounts]
    judged = [pyxirr.irr(gains)]
    if len(gains) <= 20 and -0.5 < rate < 10:  # beyond, its roots of a high degree are no longer exact
        judged.append(float(numpy_financial.irr(gains)))
    for other in judged:
        if other is not None and not math.isnan(other):
            assert math.isclose(float(rate), other, rel_tol=1e-6, abs_tol=1e-6)

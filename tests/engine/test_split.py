"""Splits: parts are amounts of money, and add up to the line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizcase.case.rounding import equal_parts
from bizcase.engine.split import decimals_of, divided

D = Decimal


def shares_of(*per_cents: str) -> dict[str, Decimal]:
    """Shares of committees called A, B, C and so on."""
    return {chr(65 + index): D(per_cent) for index, per_cent in enumerate(per_cents)}


@pytest.mark.parametrize(
    ("amount", "per_cents", "parts"),
    [
        ("200", ["50", "50"], ["100", "100"]),
        # 1025 / 2 = 512,5, both parts up to 513: one too many, so the first of the equal shares gives it back
        ("1025", ["50", "50"], ["512", "513"]),
        ("-1025", ["50", "50"], ["-512", "-513"]),
        # 100 · 33,33 % = 33,33 -> 33 and 100 · 33,34 % = 33,34 -> 33: the largest share takes what is left
        ("100", ["33.33", "33.33", "33.34"], ["33", "33", "34"]),
        # 10 · 25 % = 2,5 -> 3 and 10 · 75 % = 7,5 -> 8, one too many: the largest gives it back
        ("10", ["25", "75"], ["3", "7"]),
        ("7", ["100", "0"], ["7", "0"]),
        # written with one decimal, parts have one: 0,5 · 30 % = 0,15 -> 0,2 and 0,35 -> 0,4, less 0,1
        ("0.5", ["30", "70"], ["0.2", "0.3"]),
    ],
)
def test_what_rounding_leaves_goes_to_the_largest_share(amount: str, per_cents: list[str], parts: list[str]) -> None:
    """Parts are rounded half up to the line's decimals, and the largest share takes the difference."""
    result = divided(D(amount), shares_of(*per_cents), decimals_of([D(amount)]))
    assert list(result.values()) == [D(part) for part in parts]


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    st.lists(st.integers(1, 10_000), min_size=1, max_size=7),
)
def test_parts_add_up_to_the_line(amount: Decimal, weights: list[int]) -> None:
    """Whatever the shares, nothing is lost and nothing added."""
    per_cents = [(D(100) * weight / sum(weights)).quantize(D("0.0001")) for weight in weights]
    per_cents[0] += 100 - sum(per_cents)
    parts = divided(amount, shares_of(*map(str, per_cents)), 2)
    assert sum(parts.values()) == amount
    assert all(part == part.quantize(D("0.01")) for part in parts.values())


@pytest.mark.parametrize(
    ("amount", "count", "equal"),
    [
        ("1000", 4, ["250"] * 4),
        # 333,3 and 666,7 and 1000 have come together: 333, then 334, then 333
        ("1000", 3, ["333", "334", "333"]),
        # 0,6 1,2 1,8 2,4 3: as even as whole parts can be, and none below nil
        ("3", 5, ["1", "0", "1", "0", "1"]),
        ("7", 1, ["7"]),
    ],
)
def test_equal_parts_are_as_even_as_can_be(amount: str, count: int, equal: list[str]) -> None:
    """What has come together is rounded each time, so that nothing piles up."""
    assert equal_parts(D(amount), count, 0) == [D(part) for part in equal]


@given(st.decimals(min_value=0, max_value=10**9, places=3), st.integers(1, 60))
def test_equal_parts_add_up_and_differ_by_a_step_at_most(amount: Decimal, count: int) -> None:
    """Nothing is lost, nothing is below nil, and no part is far from another."""
    equal = equal_parts(amount, count, 3)
    assert sum(equal) == amount
    assert all(part >= 0 for part in equal)
    assert max(equal) - min(equal) <= D("0.001")


def test_decimals_are_those_that_a_line_is_written_with() -> None:
    """The longest tail counts, and hundreds have none."""
    assert decimals_of([D("1025"), D("500.50")]) == 2
    assert decimals_of([D("100")]) == 0

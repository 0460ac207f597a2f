"""Danish figures: rounded half up, with points between thousands, and no sign on nil."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizcase.tables.figures import figure


@pytest.mark.parametrize(
    ("amount", "decimals", "printed"),
    [
        ("1725", 0, "1.725"),
        ("-1500", 0, "-1.500"),
        ("0.85", 1, "0,9"),
        ("0.95", 1, "1,0"),
        ("9.57", 1, "9,6"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("2.5", 0, "3"),
        ("-0.04", 1, "0,0"),
        ("-0.4", 0, "0"),
        ("0", 0, "0"),
        ("999999.5", 0, "1.000.000"),
        ("1234567.891", 2, "1.234.567,89"),
    ],
)
def test_a_figure_is_written_as_the_papers_write_it(amount: str, decimals: int, printed: str) -> None:
    """Half goes up, away from nil; a small negative is nil."""
    assert figure(Decimal(amount), decimals) == printed


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4), st.integers(0, 4))
def test_a_figure_is_within_half_a_unit_of_its_amount(amount: Decimal, decimals: int) -> None:
    """Reading a figure back gives the amount to the precision that it is printed with."""
    read_back = Decimal(figure(amount, decimals).replace(".", "").replace(",", "."))
    assert abs(read_back - amount) * 2 <= Decimal(1).scaleb(-decimals)

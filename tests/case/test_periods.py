"""Periods: a year, years from-to, or a year and every one after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizcase.case.periods import Period, read_period, span
from bizcase.case.refusal import Refusal
from bizcase.texts.template import spoken

periods = st.tuples(st.integers(1990, 2100), st.integers(0, 20) | st.none()).map(
    lambda pair: Period(pair[0], None if pair[1] is None else min(pair[0] + pair[1], 2100))
)


@given(periods)
def test_a_period_written_and_read_is_itself(period: Period) -> None:
    """Reading undoes writing."""
    assert read_period(str(period)) == period


@given(periods, periods, st.integers(1990, 2130))
def test_periods_meet_where_both_cover_a_year(one: Period, other: Period, year: int) -> None:
    """Two periods that cover the same year meet, in whichever order they are asked."""
    if one.covers(year) and other.covers(year):
        assert one.meets(other)
    assert one.meets(other) == other.meets(one)


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("2021-2019", "skriv 2019-2021", "write 2019-2021"),
        ("2019 - 2020", "skriv 2019-2020", "write 2019-2020"),
        ("2019–2020", "skriv 2019-2020", "write 2019-2020"),
        ("2019-", "skriv 2019+", "write 2019+"),
        ("2019 og frem", "skriv 2019+", "write 2019+"),
        ("2018:1025", "skriv 2018: 1025", "write 2018: 1025"),
        ("2026-27", "skriv 2026-2027", "write 2026-2027"),
        ("1989", "skriv et år fra 1990 til 2100", "write a year from 1990 to 2100"),
    ],
)
def test_what_is_no_period_is_told_how_to_be_written(text: str, danish: str, english: str) -> None:
    """The message says what to write instead, in either language."""
    with pytest.raises(Refusal) as caught:
        read_period(text)
    assert caught.value.type == "bad-period"
    assert danish in spoken(caught.value.text, "da")
    assert english in spoken(caught.value.text, "en")


def test_the_span_runs_from_the_first_to_the_last_named_year() -> None:
    """An open period names its first year only."""
    assert span([Period(2019, None), Period(2016, 2018)]) == (2016, 2019)

"""Flows: money by year with what lasts, added up, taken from each other, carried on and moved."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizcase.case.periods import Period
from bizcase.engine.flow import Flow, merged, spanned, total

D = Decimal


def flow(first: int, *amounts: int | None, lasting: int = 0) -> Flow:
    """A flow of whole amounts from a year on."""
    decimals = tuple(None if amount is None else D(amount) for amount in amounts)
    return Flow(range(first, first + len(amounts)), decimals, D(lasting))


SAVING = flow(2026, None, -500, -1000, lasting=-1000)
COST = flow(2025, 300, 200)


def test_periods_become_years() -> None:
    """2019-2020 fills both, a year that nobody names is blank, and the open period fills the rest and lasts."""
    periods = {Period(2019, 2020): D(5), Period(2022, None): D(-7)}
    assert Flow.of(periods, range(2018, 2025)) == flow(2018, None, 5, 5, None, -7, -7, -7, lasting=-7)


@pytest.mark.parametrize(
    ("year", "amount"), [(2025, None), (2026, None), (2027, -500), (2028, -1000), (2029, -1000), (2050, -1000)]
)
def test_a_year_of_a_flow(year: int, amount: int | None) -> None:
    """Nothing before the first year, and what lasts in every year after the last."""
    assert SAVING.at(year) == amount


def test_what_does_not_last_is_blank_after_its_last_year() -> None:
    """A cost ends."""
    assert COST.at(2027) is None
    assert COST.over(range(2024, 2029)) == flow(2024, None, 300, 200, None, None)


def test_a_flow_over_other_years() -> None:
    """Carried on, and cut at its beginning."""
    assert SAVING.over(range(2027, 2031)) == flow(2027, -500, -1000, -1000, -1000, lasting=-1000)


def test_totals_are_figures_and_merged_lines_keep_their_blanks() -> None:
    """2025 to 2028: 300, 200, -500, -1000 and 1000 less in each year after; 2029 shows what lasts."""
    years = range(2024, 2029)
    assert total((COST, SAVING), years) == flow(2024, 0, 300, 200, -500, -1000, lasting=-1000)
    assert merged((COST, SAVING), years) == flow(2024, None, 300, 200, -500, -1000, lasting=-1000)
    assert merged((COST, flow(2025, 0, None)), range(2025, 2028)) == flow(2025, 300, 200, None)
    assert total((), years) == flow(2024, 0, 0, 0, 0, 0)


def test_sums_and_differences_span_both() -> None:
    """2025 to 2028; what one saves a year more than the other lasts too."""
    assert flow(2025, 300, 200, -500, -1000, lasting=-1000) == COST + SAVING
    assert flow(2025, -300, -200, -500, -1000, lasting=-1000) == SAVING - COST
    assert SAVING - flow(2026, 0, -500, -600, lasting=-600) == flow(2026, 0, 0, -400, lasting=-400)


def test_totals_and_running_sums() -> None:
    """-500 - 1000 over its own years; a blank adds nothing."""
    assert SAVING.total == -1500
    assert SAVING.cumulative == (D(0), D(-500), D(-1500))
    assert SAVING.figures == (D(0), D(-500), D(-1000))
    assert (SAVING.first_year, flow(2026, None, 0).first_year) == (2027, None)


def test_scaled_and_delayed() -> None:
    """Every amount and what lasts by a factor; all years later."""
    assert SAVING.times(D("1.5")) == flow(2026, None, -750, -1500, lasting=-1500)
    assert SAVING.delayed(2) == flow(2028, None, -500, -1000, lasting=-1000)


def test_spans() -> None:
    """From the first year of any to the last of any; an empty one says nothing."""
    assert spanned(range(2020, 2022), range(0), range(2018, 2019)) == range(2018, 2022)
    assert spanned() == range(0)


flows = st.builds(
    lambda first, amounts, lasting: flow(first, *amounts, lasting=lasting),
    st.integers(2018, 2024),
    st.lists(st.none() | st.integers(-1000, 1000), min_size=1, max_size=6),
    st.integers(-100, 100),
)


@given(flows, flows, st.integers(2010, 2060))
def test_a_sum_has_in_every_year_what_its_flows_have(one: Flow, other: Flow, year: int) -> None:
    """Within the spans, before and long after."""
    assert ((one + other).at(year) or 0) == (one.at(year) or 0) + (other.at(year) or 0)


@given(flows, flows)
def test_a_difference_is_undone_by_a_sum(one: Flow, other: Flow) -> None:
    """(a - b) + b is a, seen over the years of both."""
    years = spanned(one.years, other.years)
    assert total([one - other, other], years) == total([one], years)

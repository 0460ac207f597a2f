"""Discounting: factors by hand and as laws, and present values of flows."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import copenhagen

from bizcase.case.profile import Discount, DiscountRate, Timing
from bizcase.engine.discount import Discounting
from bizcase.engine.flow import Flow, total

CLOSE = Decimal("1e-20")
"""What rounding to twenty-five decimals may leave, many times over."""


def at(*rates: tuple[int, str], timing: Timing = "start") -> Discount:
    """Rates, each with the year that it holds from."""
    listed = tuple(DiscountRate.model_construct(from_year=year, rate=Decimal(rate)) for year, rate in rates)
    return Discount.model_construct(name="prøve", rates=listed, timing=timing)


def discounts() -> st.SearchStrategy[Discount]:
    """One to three rates between 0 and 30 %, up or down."""
    years = st.lists(st.integers(1, 90), max_size=2, unique=True).map(lambda later: [0, *sorted(later)])
    per_cents = st.decimals(0, 30, places=2)
    return years.flatmap(
        lambda starts: st.lists(per_cents, min_size=len(starts), max_size=len(starts)).map(
            lambda rates: at(*((year, str(rate)) for year, rate in zip(starts, rates, strict=True)))
        )
    )


def flows(years: int = 8) -> st.SearchStrategy[Flow]:
    """Amounts of up to ten million, some years without, and what lasts."""
    amounts = st.one_of(st.none(), st.decimals(-(10**4), 10**4, places=2))
    return st.builds(
        lambda named, lasting: Flow(range(2026, 2026 + years), tuple(named), lasting),
        st.lists(amounts, min_size=years, max_size=years),
        st.decimals(-(10**4), 0, places=1),
    )


def test_the_states_rates_step_down_year_by_year() -> None:
    """3,5 % up to year 35, 2,5 % from year 36 and 1,5 % from year 71, each year's rate on top of the year's before."""
    factor = Discounting(copenhagen().discounting or at(), 2026, "start").factor
    thirty_five = Decimal("1.035") ** 35
    assert factor(2026) == 1
    assert abs(factor(2027) - 1 / Decimal("1.035")) < CLOSE
    assert abs(factor(2026 + 35) * thirty_five - 1) < CLOSE
    assert abs(factor(2026 + 36) * thirty_five * Decimal("1.025") - 1) < CLOSE
    assert abs(factor(2026 + 71) * thirty_five * Decimal("1.025") ** 35 * Decimal("1.015") - 1) < CLOSE
    # one rate chosen by the horizon would make year 36 worth 1 / 1.025^36 = 0.41, and year 35 only 0.30
    assert factor(2026 + 36) < factor(2026 + 35) < Decimal("0.3001")


@given(discounts(), st.integers(1990, 2060))
def test_factors_never_rise(discount: Discount, base_year: int) -> None:
    """A later krone is worth no more than an earlier one, before the base year too."""
    factors = [Discounting(discount, base_year).factor(year) for year in range(1990, 2150)]
    assert all(before >= after for before, after in pairwise(factors))


def test_years_before_the_base_year_grow_by_its_rate() -> None:
    """1,035 and 1,071225 are what a krone of one and of two years before is worth."""
    factor = Discounting(at((0, "3.5"), (5, "1")), 2026).factor
    assert (factor(2025), factor(2024)) == (Decimal("1.035"), Decimal("1.071225"))


@given(flows(), discounts(), st.integers(2020, 2033), st.integers(2026, 2100))
def test_timing_only_scales(flow: Flow, discount: Discount, base_year: int, last_year: int) -> None:
    """At the end of the year everything is worth the base year's rate less, where the rate has stepped down too."""
    start, end = (Discounting(discount, base_year, timing) for timing in ("start", "end"))
    scaled = end.present_value(flow, last_year) * start.growth(base_year)
    assert abs(scaled - start.present_value(flow, last_year)) < Decimal("1e-15")


@given(flows(), flows(), discounts(), st.integers(2033, 2100), st.decimals(-5, 5, places=1))
def test_present_values_are_linear(one: Flow, other: Flow, discount: Discount, last_year: int, times: Decimal) -> None:
    """What two flows are worth together is what each is worth, added up; and so many times as much, so many times."""
    worth = Discounting(discount, 2026).present_value
    together = worth(total((one, other.times(times)), one.years), last_year)
    assert abs(together - worth(one, last_year) - times * worth(other, last_year)) < Decimal("1e-15")


@given(flows(), st.integers(2026, 2100))
def test_at_no_rate_a_flow_is_worth_its_sum(flow: Flow, last_year: int) -> None:
    """At 0 % every year counts as it is, to the last one that is asked for."""
    years = range(2026, last_year + 1)
    assert Discounting(at((0, "0")), 2026).present_value(flow, last_year) == flow.over(years).total


def test_what_lasts_is_carried_on_to_the_horizon() -> None:
    """100 in 2026 and 100 a year after it at 25 %: 100 + 80 + 64 = 244; and 244 / 1,25 = 195,2 at the year's end."""
    flow = Flow(range(2026, 2027), (Decimal(100),), Decimal(100))
    assert Discounting(at((0, "25")), 2026).present_value(flow, 2028) == 244
    assert Discounting(at((0, "25")), 2026, "end").present_value(flow, 2028) == Decimal("195.2")


@pytest.mark.parametrize(("timing", "worth"), [("end", "72740.93"), ("start", "80015.03")])
def test_a_spreadsheets_npv_is_that_of_the_years_end(timing: Timing, worth: str) -> None:
    """NPV(10%; -500000; 200000; 300000; 200000) discounts the first flow too: finance.js, issue 20, prints both."""
    amounts = tuple(map(Decimal, (-500000, 200000, 300000, 200000)))
    value = Discounting(at((0, "10")), 2026, timing).present_value(Flow(range(2026, 2030), amounts), 2029)
    assert round(value, 2) == Decimal(worth)


def test_a_circulars_sample_of_ten_years() -> None:
    """OMB Circular A-94 of 2023, Appendix B.1, 3.1 % at the end of the year: 123.37, 184.92 and 61.55 are printed."""
    costs = Flow(range(2026, 2036), tuple(map(Decimal, (10, 20, 30, 30, 20, 10, 5, 5, 5, 5))))
    benefits = Flow(range(2026, 2036), tuple(map(Decimal, (0, 0, 5, 10, 30, 40, 40, 40, 40, 25))))
    worth = Discounting(at((0, "3.1")), 2026, "end").present_value
    both = worth(costs, 2035), worth(benefits, 2035)
    assert [round(each, 2) for each in (*both, both[1] - both[0])] == [
        Decimal("123.37"),
        Decimal("184.92"),
        Decimal("61.55"),
    ]

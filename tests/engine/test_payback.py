"""Payback: the year from which savings have covered the investment for good."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import case_from, copenhagen, result_of, told

from bizcase.engine.calculate import calculate
from bizcase.engine.result import PaybackTime


def paybacks(costs: str, *efficiencies: str, area: str = "Service") -> tuple[PaybackTime, PaybackTime]:
    """Both paybacks of a case with one cost line on Service and lines of efficiencies on an area."""
    lines = f"implementation_costs:\n  - {{name: A, steering_area: Service, amounts: {costs}}}\n" if costs else ""
    if efficiencies:
        lines += "efficiencies:\n" + "".join(
            f"  - {{name: B, steering_area: {area}, amounts: {amounts}}}\n" for amounts in efficiencies
        )
    result = result_of(lines)
    return result.payback("service"), result.payback("total")


@pytest.mark.parametrize(
    ("costs", "efficiencies", "years", "reached_in"),
    [
        # 1750, 2250, 0: nil exactly at the end of the third year (case 1 of 2016)
        ("{2016: 1750, 2017: 2000, 2018: 250}", ["{2017: -1500, 2018: -2500, 2019+: -3000}"], 3, 2018),
        # 500, -2000: the second year (case 2 of 2016)
        ("{2016: 2000}", ["{2016: -1500, 2017: -2500, 2018: -3000, 2019+: -3500}"], 2, 2017),
        # covered in the year of the cost itself
        ("{2018: 100}", ["{2018+: -100}"], 1, 2018),
        # 1000 in 2018, 100 a year from 2019: 2028 is the eleventh year, past the table's last column
        ("{2018: 1000}", ["{2019+: -100}"], 11, 2028),
        # 1000 - 300·3 = 100 is still open after 2021, so 2022: a part of a year counts whole
        ("{2018: 1000}", ["{2019+: -300}"], 5, 2022),
        # 100, -50 in 2019, 50 in 2020, and -100 from 2021 on: covered, lost again, covered for good
        ("{2018: 100, 2020: 250}", ["{2019+: -150}"], 4, 2021),
        # savings before the first cost count, and years are counted from the cost: -500, -200
        ("{2019: 300}", ["{2018: -500}"], 1, 2019),
        # running costs of 40 a year take their part: 1000 / (140 - 40) = 10 years after the first
        ("{2018: 1000}", ["{2019+: -140}", "{2019+: 40}"], 11, 2028),
        # a cost of nil does not start the count
        ("{2018: 0, 2020: 100}", ["{2021+: -100}"], 2, 2021),
        # 0,5 and 0,1 a year: 0,4 is left in 2019, the table's last year, and four years more pay it back
        ("{2018: 0.5}", ["{2019+: -0.1}"], 6, 2023),
        # 0,5 and 0,2 a year: 0,3 and 0,1, then -0,1 in 2021, all of it within the table
        ("{2018: 0.5}", ["{2019: -0.2, 2020: -0.2, 2021+: -0.2}"], 4, 2021),
        # 0,3 above nil, then covered: the year after the last one above counts, though it is less than a thousand
        ("{2018: 100}", ["{2019: -99.7, 2020: -0.3, 2021: 0, 2022+: 0}"], 3, 2020),
        # 10^9 paid back by 1 a year is found by division: 10^9 years after 2018
        ("{2018: 1000000000}", ["{2019+: -1}"], 1_000_000_001, 1_000_002_018),
    ],
)
def test_the_year_that_savings_cover_the_costs_for_good(
    costs: str, efficiencies: list[str], years: int, reached_in: int
) -> None:
    """Years count inclusively from the first cost, and the answer holds for every year after."""
    assert [told(each) for each in paybacks(costs, *efficiencies)] == [("reached", years, reached_in)] * 2


@pytest.mark.parametrize(
    ("costs", "efficiencies", "status"),
    [
        ("{2018: 100}", [], "no_savings"),
        ("{2018: 100}", ["{2019+: 50}"], "no_savings"),
        ("{2018: 100}", ["{2019: -99}"], "never"),
        # covered in 2019, and lost for good as running costs go on
        ("{2018: 100}", ["{2019: -500}", "{2020+: 1}"], "never"),
        # savings and running costs cancel: what is left of the cost stays
        ("{2018: 100}", ["{2019+: -40}", "{2019+: 40}"], "never"),
        ("{2018: 0}", ["{2019+: -40}"], "no_investment"),
        ("", ["{2019+: -40}"], "no_investment"),
    ],
)
def test_a_case_that_does_not_pay_back(costs: str, efficiencies: list[str], status: str) -> None:
    """No savings, savings that never cover, and no investment are three answers."""
    assert [payback.status for payback in paybacks(costs, *efficiencies)] == [status, status]


def test_the_service_basis_leaves_other_areas_out() -> None:
    """Savings on transfers pay back in the total economy only."""
    service, total = paybacks("{2018: 100}", "{2019+: -100}", area="EO")
    assert (service.status, total.status, total.years) == ("no_savings", "reached", 2)


def test_the_profile_can_count_exclusively() -> None:
    """Where the year of the first cost is year nil, the same case takes a year less."""
    profile = copenhagen()
    profile = profile.model_copy(update={"payback": profile.payback.model_copy(update={"rules": ("exclusive",)})})
    case = case_from(
        "id: X\ntitle: T\nprice_level: 2018\nadministration: ØKF\n"
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 100}}]\n"
        "efficiencies: [{name: B, steering_area: Service, amounts: {2019+: -100}}]\n"
    )
    assert told(calculate(case, profile).payback("total")) == ("reached", 1, 2019)


@given(
    st.integers(1, 10**6),
    st.lists(st.integers(-(10**5), 10**5), min_size=1, max_size=6),
    st.integers(-(10**4), 10**4),
    st.integers(2, 1000),
)
def test_scaling_a_case_leaves_its_payback_unchanged(cost: int, changes: list[int], lasting: int, factor: int) -> None:
    """A case in kroner pays back in the same year as in thousands."""

    def payback(by: int) -> tuple[PaybackTime, PaybackTime]:
        amounts = ", ".join(f"{2019 + index}: {amount * by}" for index, amount in enumerate(changes))
        return paybacks(f"{{2018: {cost * by}}}", f"{{{amounts}, {2019 + len(changes)}+: {lasting * by}}}")

    assert payback(1) == payback(factor)


@given(st.integers(1, 5000), st.lists(st.integers(-500, 500), max_size=5), st.integers(-60, 20))
def test_the_answer_agrees_with_a_walk_through_the_years(cost: int, changes: list[int], lasting: int) -> None:
    """Arithmetic and adding up year by year, far enough, come to the same year."""
    flow = [cost, *changes] + [lasting] * 6000
    cumulated = list(accumulate(flow))
    above = [index for index, amount in enumerate(cumulated) if amount > 0]
    years = above[-1] + 2 if above else 1
    named = ", ".join(f"{2019 + index}: {amount}" for index, amount in enumerate(changes))
    amounts = f"{{{named}{', ' if named else ''}{2019 + len(changes)}+: {lasting}}}"
    _, total = paybacks(f"{{2018: {cost}}}", amounts)
    if not any(amount < 0 for amount in [*changes, lasting]):
        assert total.status == "no_savings"
    elif cumulated[-1] > 0:
        assert total.status == "never"
    else:
        assert (total.status, total.years) == ("reached", years)

"""What cases are worth: figures by hand, horizons, pools, and what must not move."""

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_cases import case_texts
from support import HEAD, case_from, copenhagen, result_of

from bizcase.case.profile import Discount, Timing
from bizcase.engine.calculate import calculate
from bizcase.engine.discount import Discounting
from bizcase.engine.discounted_payback import discounted_payback
from bizcase.engine.flow import Flow
from bizcase.engine.present_value import Asked, Valuation, Value, horizons, valuation
from bizcase.engine.result import Part, Result
from bizcase.engine.value_case import ValueCase, value_case_of

LINES = """\
last_year: 2022
implementation_costs:
  - {name: System, steering_area: Anlæg, amounts: {2018: 1000, 2019: 500}}
income:
  - {name: Salg, steering_area: Anlæg, amounts: {2019: -100}}
efficiencies:
  - {name: Besparelse, steering_area: Service, amounts: {2019: -200, 2020+: -700}}
  - {name: Licens, steering_area: Service, amounts: {2020+: 100}}
"""


def the_states() -> Discount:
    """The rates of the shipped profile."""
    discount = copenhagen().discounting
    assert discount is not None
    return discount


def value_case(lines: str = LINES, head: str = HEAD) -> ValueCase:
    """A case of these lines, ready to be valued."""
    return value_case_of(result_of(lines, head), "sag.yaml", copenhagen())


def valued(
    *cases: ValueCase, spans: tuple[int, ...] = (), base_year: int | None = None, timing: Timing | None = None
) -> Valuation:
    """Cases at the state's rates."""
    return valuation(cases, Asked(the_states(), spans, base_year, timing))


def value_of(
    lines: str = LINES, *, spans: tuple[int, ...] = (), base_year: int | None = None, timing: Timing | None = None
) -> Value:
    """What one case is worth."""
    return valued(value_case(lines), spans=spans, base_year=base_year, timing=timing).cases[0].value


def near(found: Decimal | None, written: str) -> bool:
    """Whether a figure is the one that is written, to its last decimal."""
    assert found is not None
    return abs(found - Decimal(written)) <= Decimal(1).scaleb(-len(written.partition(".")[2])) / 2


def test_a_case_by_hand() -> None:
    """At 3,5 % the factors of 2018 to 2022 are 1; 0,966184; 0,933511; 0,901943; 0,871442, together 4,673079."""
    (worth,) = value_of().horizons
    assert worth.last_year == 2022
    assert near(worth.factors, "4.673079")
    assert near(worth.costs, "1483.0918")  # 1000 + 500 / 1,035
    assert near(worth.income, "-96.6184")  # -100 / 1,035
    # -200 / 1,035 = -193,2367; net -600 in 2020 to 2022: -600 * (0,933511 + 0,901943 + 0,871442) = -1624,1374
    assert near(worth.efficiencies, "-1817.3741")
    assert near(worth.npv, "-430.9007")
    assert worth.gain == -worth.npv
    assert near(worth.annuity, "-92.2092")  # -430,9007 / 4,673079
    assert near(worth.benefit_cost_ratio, "1.29054")  # (1817,3741 + 96,6184) / 1483,0918


def test_paybacks_by_hand() -> None:
    """1000, 1200 (1000 + 500 - 100 - 200), 600, 0: four years. Discounted 1000; 1193,24; 633,13; 91,96; -430,90: five.

    Exactly: 3 + 600/600 = 4; and discounted 4 + 91,9647 / (600 * 0,871442) = 4,17589.
    """
    value = value_of()
    nominal, discounted = value.paybacks["total"], value.discounted["total"]
    assert (nominal.whole, nominal.reached_in, nominal.exactly) == (4, 2021, Decimal(4))
    assert (discounted.whole, discounted.reached_in) == (5, 2022)
    assert near(discounted.exactly, "4.17589")


def test_the_internal_rate_is_that_of_costs_income_and_efficiencies() -> None:
    """At that rate 1000, 200, -600, -600 and -600 are worth nothing, and no other rate above -100 % does that."""
    found = value_of().horizons[0].internal_rate
    assert found is not None
    assert found.rate is not None
    growth = 1 + found.rate
    assert abs(1000 + 200 / growth - 600 / growth**2 - 600 / growth**3 - 600 / growth**4) < Decimal("1e-12")


def test_horizons_stand_side_by_side_and_never_cut_the_table() -> None:
    """The table has five years: five are its own, three end within it, ten and seven go beyond, the nearest first."""
    assert horizons(range(2018, 2023), (10, 5, 7, 3)) == ((2022, 2024, 2027), (3,))
    found = valued(value_case(), spans=(10, 3))
    assert found.within == (3,)
    assert [worth.last_year for worth in found.cases[0].value.horizons] == [2022, 2027]
    # five more years of -600: factors 0,841973 + 0,813501 + 0,785991 + 0,759412 + 0,733731 = 3,934607
    assert near(found.cases[0].value.horizons[1].npv, "-2791.665")


def test_the_sign_may_depend_on_the_horizon() -> None:
    """Over two years the case is a loss, over ten a gain."""
    lines = LINES.replace("last_year: 2022", "last_year: 2020")
    assert value_of(lines, spans=(10,)).depends_on_the_horizon
    assert not value_of(lines).depends_on_the_horizon


def test_the_base_year_may_be_another() -> None:
    """Two years before the table everything is worth 1,035 ** 2 less; a year into it, 1,035 more."""
    here, before, within = (value_of(base_year=year).horizons[0].npv for year in (2018, 2016, 2019))
    assert abs(before * Decimal("1.071225") - here) < Decimal("1e-20")
    assert abs(within - here * Decimal("1.035")) < Decimal("1e-20")


@pytest.mark.parametrize("base_year", [None, 1990])
def test_timing_moves_no_ratio(base_year: int | None) -> None:
    """B/C, annuity, internal rate and discounted payback are the same; what is worth anything is 1,035 times less."""
    start, end = (value_of(spans=(75,), base_year=base_year, timing=timing) for timing in get_args(Timing))
    assert start.discounted == end.discounted
    for one, other in zip(start.horizons, end.horizons, strict=True):
        assert one.internal_rate == other.internal_rate
        assert abs(one.npv - other.npv * Decimal("1.035")) < Decimal("1e-20")
        for ratio in ("annuity", "benefit_cost_ratio"):
            assert abs(getattr(one, ratio) - getattr(other, ratio)) < Decimal("1e-20")


def test_a_loan_makes_no_case_cheaper() -> None:
    """1000 borrowed without interest and paid back in 2021 would be worth 98 less; it is worth 1000 all the same."""
    cost = "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 1000}"
    borrowed = value_of(f"{cost}, funding: internal_loan}}]\ninternal_loan: {{repayment: {{2021: 1000}}}}\n")
    assert borrowed.horizons[0].last_year == 2021
    assert borrowed.horizons[0].npv == value_of(f"{cost}}}]\n").horizons[0].npv == 1000


def test_nothing_is_divided_by_costs_that_are_worth_nil() -> None:
    """1000 spent and 1035 got back a year later are worth nil exactly, although 1 / 1,035 has no end."""
    lines = "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 1000, 2019: -1035}}]\n"
    (worth,) = value_of(lines).horizons
    assert (worth.costs, worth.benefit_cost_ratio) == (Decimal(0), None)


CASES = case_texts().map(lambda text: result_of(text, ""))


def scaled(result: Result, times: Decimal) -> ValueCase:
    """The same case with every part so many times as large."""

    def larger(part: Part) -> Part:
        return part._replace(flow=part.flow.times(times))

    return value_case_of(calculate(result.case, copenhagen(), vary=larger), "sag.yaml", copenhagen())


@given(CASES, st.sampled_from(["1.25", "0.5", "1.2216"]))
def test_converting_every_amount_by_one_factor_moves_no_ratio(result: Result, factor: str) -> None:
    """Paybacks, B/C and internal rate are those of the case as it was; present values are as many times as large."""
    times = Decimal(factor)
    one = valued(value_case_of(result, "", copenhagen()), spans=(30,)).cases[0].value
    other = valued(scaled(result, times), spans=(30,)).cases[0].value
    assert [(each.status, each.whole) for each in one.discounted.values()] == [
        (each.status, each.whole) for each in other.discounted.values()
    ]
    for before, after in zip(one.horizons, other.horizons, strict=True):
        size = 1 + abs(before.npv) + abs(before.costs)
        assert abs(after.npv - times * before.npv) < size * Decimal("1e-20")
        assert (before.benefit_cost_ratio is None) == (after.benefit_cost_ratio is None)
        assert before.internal_rate is not None
        assert after.internal_rate is not None
        assert before.internal_rate.status == after.internal_rate.status


@given(st.lists(CASES, min_size=2, max_size=4))
def test_a_pool_is_worth_what_its_cases_are(results: list[Result]) -> None:
    """Over every horizon of the pool and in its base year, which each case says beside its own table's years."""
    cases = [value_case_of(result, "", copenhagen()) for result in results]
    found = valued(*cases, spans=(10, 40))
    if found.pool is None:
        assert not any(case.counts_in_a_pool for case in cases)
        return
    assert {each.value.discounting.base_year for each in found.cases} == {found.pool.discounting.base_year}
    assert found.pool.discounting.base_year == min(each.case.years[0] for each in found.summed)
    for worth in found.pool.horizons:
        of_cases = [each for one in found.summed for each in one.value.horizons if each.last_year == worth.last_year]
        assert len(of_cases) == len(found.summed)
        assert worth.internal_rate is None
        size = 1 + sum((abs(each.npv) for each in of_cases), Decimal(0))
        assert abs(worth.npv - sum(each.npv for each in of_cases)) < size * Decimal("1e-20")
    assert all(each.value.horizons[0].last_year == each.case.years[-1] for each in found.cases)


def test_a_pool_has_neither_ideas_nor_what_is_rejected() -> None:
    """Each of them is valued by itself, in the pool's base year; a sum has none of them."""
    kinds = ("kind: idea\n", "approval: rejected\n", "", "")
    cases = [value_case(f"{said}{LINES}", HEAD.replace("X1", f"X{number}")) for number, said in enumerate(kinds)]
    found = valued(*cases)
    assert found.pool is not None
    assert [each.case.id for each in found.summed] == ["X2", "X3"]
    assert near(found.pool.horizons[0].npv, "-861.801")  # twice -430,9007
    assert len(found.cases) == 4
    assert valued(*cases[:2]).pool is None
    assert valued(cases[2]).pool is None
    assert valued() == ((), None, ())


def test_what_is_exactly_covered_with_interest_is_covered() -> None:
    """1000, and 1035 a year later at 3,5 %: nil after the second year, two years and not a day more."""
    flow = Flow(range(2018, 2020), (Decimal(1000), Decimal(-1035)))
    payback = discounted_payback(flow, 2018, Discounting(the_states(), 2018), "inclusive")
    assert (payback.whole, payback.exactly) == (2, Decimal(2))
    short = Flow(flow.years, (Decimal(1000), Decimal("-1034.9999")))
    assert discounted_payback(short, 2018, Discounting(the_states(), 2018), "inclusive").status == "never"


def test_a_published_payback_in_fractions() -> None:
    """-1000 and 400 a year at 10 %: 1000 - 400 (1/1,1 + 1/1,21 + 1/1,331) = 5,2592, over 400/1,4641 = 3,01925 years.

    finance.js prints 3.01925 with a fourth 400, and never with three. Counted exclusively: its first flow is year 0.
    """
    ten = the_states().model_copy(update={"rates": (the_states().rates[0].model_copy(update={"rate": Decimal(10)}),)})
    amounts = (Decimal(1000), *[Decimal(-400)] * 4)
    payback = discounted_payback(Flow(range(2018, 2023), amounts), 2018, Discounting(ten, 2018), "exclusive")
    assert (payback.whole, payback.exactly) == (4, Decimal("3.01925"))
    short = Flow(range(2018, 2022), amounts[:4])
    assert discounted_payback(short, 2018, Discounting(ten, 2018), "exclusive").status == "never"


@pytest.mark.parametrize(("saving", "whole"), [("100", 14), ("60", 27), ("40", 58), ("36", None)])
def test_it_is_looked_for_over_seventy_five_years(saving: str, whole: int | None) -> None:
    """1000 is paid off by 100 a year in n years, where 1 - 1,035 ** -n = 1000 * 0,035 / 100, so n = 12,5: in year 14.

    By 60 a year n is 25,5. By 40 a year 666,6 are left after 35 years; 1 - 1,025 ** -m = 666,6 * 0,025 / 40, so m is
    21,8: in year 58. By 36 a year some 238 are left after 70 years, and another seven years are more than is looked at.
    """
    case = value_case(
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 1000}}]\n"
        f"efficiencies: [{{name: B, steering_area: Service, amounts: {{2019+: -{saving}}}}}]\n"
    )
    payback = valued(case).cases[0].value.discounted["total"]
    assert (payback.status, payback.whole) == ("never" if whole is None else "reached", whole)
    assert case.paybacks["total"].status == "reached"


def test_what_is_covered_in_its_first_year_has_no_fraction() -> None:
    """The saving of the first year is larger than the cost: one year, by either count."""
    lines = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 100}}]\n"
        "efficiencies: [{name: B, steering_area: Service, amounts: {2018+: -150}}]\n"
    )
    value = value_of(lines)
    for payback in (value.paybacks["total"], value.discounted["total"]):
        assert (payback.status, payback.whole, payback.exactly) == ("reached", 1, None)


@given(CASES)
def test_a_discounted_payback_comes_no_sooner(result: Result) -> None:
    """Where all costs come before all savings; and where none is reached undiscounted, none is reached discounted."""
    case = value_case_of(result, "", copenhagen())
    value = valued(case).cases[0].value
    for basis, nominal in value.paybacks.items():
        discounted = value.discounted[basis]
        if nominal.status != "reached":
            assert discounted == nominal
        if discounted.whole is not None and nominal.whole is not None and _is_an_investment(case.covering[basis]):
            assert discounted.whole >= nominal.whole


def _is_an_investment(flow: Flow) -> bool:
    signs = [amount > 0 for amount in (*flow.figures, flow.lasting) if amount]
    return signs == sorted(signs, reverse=True)


@pytest.mark.parametrize("timing", ["start", "end"])
def test_at_no_rate_the_discounted_payback_is_the_nominal_one(timing: Timing) -> None:
    """At 0 % nothing is discounted."""
    nothing = the_states().model_copy(
        update={"rates": (the_states().rates[0].model_copy(update={"rate": Decimal(0)}),), "timing": timing}
    )
    value = valuation([value_case()], Asked(nothing, ())).cases[0].value
    assert value.discounted == value.paybacks


def test_a_rule_that_counts_no_years_leaves_the_discounted_payback_to_one_that_does() -> None:
    """By the simple rule 1400 / 600 = 2,33 years; discounted, 5 years counted inclusively."""
    profile = copenhagen().model_copy(
        update={"payback": copenhagen().payback.model_copy(update={"rules": ("simple",), "count": None})}
    )
    case = value_case_of(calculate(case_from(HEAD + LINES), profile), "", profile)
    value = valued(case).cases[0].value
    assert (value.paybacks["total"].ratio, value.discounted["total"].whole) == (Decimal(1400) / 600, 5)

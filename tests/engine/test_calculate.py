"""The calculation of a case: yearly flows by section, area and committee, all adding up."""

from decimal import Decimal
from itertools import accumulate
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import HEAD, result_of

from bizcase.engine.flow import Flow
from bizcase.engine.result import Result

D = Decimal


def amounts(flow: Flow) -> tuple[Decimal | None, ...]:
    """What a flow has in each of its years."""
    return flow.amounts


def by_name(flows: dict[str, Flow]) -> dict[str, tuple[Decimal | None, ...]]:
    """The same of flows that go by names."""
    return {name: flow.amounts for name, flow in flows.items()}


def figures(*amounts: str | int) -> tuple[Decimal, ...]:
    """Amounts as decimals."""
    return tuple(D(amount) for amount in amounts)


COSTS = """\
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2018: 1025, 2019: 500}, split: {ØU: 50%, KFU: 50%}}
  - {name: B, steering_area: Anlæg, amounts: {2018-2019: 300}, committee: BUU}
  - {name: C, steering_area: Service, amounts: {2019: 0}}
efficiencies:
  - {name: D, steering_area: EO, amounts: {2019: -200, 2020+: -400}}
  - {name: E, steering_area: Service, amounts: {2020+: 150}}
"""


def test_a_case_by_section_area_and_committee() -> None:
    """Worked out by hand: 2018 1325, 2019 800 - 200, 2020 -400 + 150."""
    result = result_of("last_year: 2020\n" + COSTS)
    assert result.years == range(2018, 2021)
    assert amounts(result.implementation_costs.total) == figures(1325, 800, 0)
    assert by_name(result.implementation_costs.by_steering_area) == {
        "Service": figures(1025, 500, 0),
        "Anlæg": figures(300, 300, 0),
    }
    # 1025 in halves rounds up to 513 twice, and the first of the equal shares gives one back; 500 is 250 and 250
    assert by_name(result.implementation_costs.by_committee) == {
        "ØU": figures(512, 250, 0),
        "KFU": figures(513, 250, 0),
        "BUU": figures(300, 300, 0),
    }
    assert by_name(result.efficiencies.by_steering_area) == {
        "Service": figures(0, 0, 150),
        "Overførsler (EO)": figures(0, -200, -400),
    }
    assert amounts(result.net_effect) == figures(1325, 600, -250)
    assert result.net_effect.cumulative == figures(1325, 1925, 1675)
    assert result.net_effect.total == 1675


def test_a_named_nil_is_not_an_unnamed_year() -> None:
    """The line knows which years its periods name."""
    assert result_of(COSTS).implementation_costs.lines[2].flow.amounts == (None, D(0), None, None)


def test_the_lasting_effect_is_what_open_periods_come_to() -> None:
    """Fully phased in: -400 on transfers and 150 of running costs, however far the table reaches."""
    efficiencies = result_of(COSTS).efficiencies
    lasting = {area: flow.lasting for area, flow in efficiencies.by_steering_area.items()}
    assert lasting == {
        "Service": D(150),
        "Overførsler (EO)": D(-400),
    }
    assert efficiencies.total.lasting == D(-250)


def test_an_open_period_fills_the_table_to_its_last_year() -> None:
    """The period 2020+ is 2020 and every year of the table after it."""
    result = result_of(COSTS, HEAD + "last_year: 2022\n")
    assert amounts(result.efficiencies.total) == figures(0, -200, -250, -250, -250)


@pytest.mark.parametrize(("unit", "written"), [("1.000 kr.", "1025.5"), ("kr.", "1025500"), ("mio. kr.", "1.0255")])
def test_every_unit_comes_to_the_same_thousands(unit: str, written: str) -> None:
    """An amount is the same money in whatever it is counted in."""
    lines = f"implementation_costs: [{{name: A, steering_area: Service, amounts: {{2018: {written}}}}}]\n"
    assert amounts(result_of(lines, HEAD + f"unit: {unit}\n").net_effect) == figures("1025.5")


def test_a_split_is_rounded_in_the_unit_of_the_file() -> None:
    """1.000.001 kr. in halves is 500.000 and 500.001 kr., and no half krone."""
    lines = COSTS.partition("  - {name: B")[0].replace("{2018: 1025, 2019: 500}", "{2018: 1000001}")
    by_committee = result_of(lines, HEAD + "unit: kr.\n").implementation_costs.by_committee
    assert by_name(by_committee) == {"ØU": figures("500"), "KFU": figures("500.001")}


def test_committees_stand_in_the_order_of_the_profile() -> None:
    """Not in the order in which lines happen to name them, and none that bears nothing."""
    lines = "efficiencies:\n" + "".join(
        f"  - {{name: A, steering_area: Service, amounts: {{2019+: -1}}, committee: {name}}}\n"
        for name in ("TMU", "ØU")
    )
    lines += "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 1}, committee: SUU}]\n"
    assert result_of(lines).committees == ("ØU", "SUU", "TMU")


LOAN = """\
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2025: 1000}, funding: internal_loan}
  - {name: B, steering_area: Service, amounts: {2025: 50}}
internal_loan: {repayment: 2027-2029, rate: 2%}
"""


def test_a_loan_moves_money_between_years() -> None:
    """1000 is drawn in 2025 and paid back in thirds to the krone, with 2 % of what is owed from 2026 on."""
    result = result_of(LOAN)
    assert result.loan is not None
    assert amounts(result.loan.drawn) == figures(1000, 0, 0, 0, 0)
    assert amounts(result.loan.repayment) == figures(0, 0, "333.333", "333.334", "333.333")
    # owed at the end of 2025 and 2026: 1000; of 2027: 666,667; of 2028: 333,333
    assert amounts(result.loan.interest) == figures(0, 20, 20, "13.33334", "6.66666")
    assert amounts(result.net_effect) == figures(50, 20, "353.333", "346.66734", "339.99966")


def test_a_loan_is_left_out_of_the_paybacks() -> None:
    """What is borrowed is paid back by savings in the same year with the loan and without."""
    savings = "efficiencies: [{name: S, steering_area: Service, amounts: {2026+: -350}}]\n"
    borrowed = result_of(LOAN + savings)
    own = result_of(LOAN.replace("funding: internal_loan", "funding: own").partition("internal_loan:")[0] + savings)
    assert borrowed.payback("total") == own.payback("total")
    assert (borrowed.payback("total").years, borrowed.payback("total").reached_in) == (4, 2028)  # 1050 = 3 · 350


def test_instalments_of_millions_are_equal_too() -> None:
    """Two million in four years is half a million a year, though the file writes no decimals."""
    head = HEAD + "unit: mio. kr.\n"
    lines = "implementation_costs: [{name: A, steering_area: Service, amounts: {2020: 2}, funding: internal_loan}]\n"
    loan = result_of(lines + "internal_loan: {repayment: 2021-2024}\n", head).loan
    assert loan is not None
    assert amounts(loan.repayment) == figures(0, 500, 500, 500, 500)


def test_uneven_instalments_stay_as_they_are_written() -> None:
    """A mapping of years to amounts is paid back just so."""
    result = result_of(LOAN.replace("2027-2029, rate: 2%", "{2026: 400, 2029: 600}"))
    assert result.loan is not None
    assert amounts(result.loan.repayment) == figures(0, 400, 0, 0, 600)
    assert amounts(result.loan.interest) == figures(0, 0, 0, 0, 0)


lines_of_money = st.lists(
    st.tuples(
        st.sampled_from(["Service", "Anlæg", "EO", "EI", "Finansposter"]),
        st.integers(2018, 2024),
        st.decimals(min_value=-(10**6), max_value=10**6, places=1),
        st.sampled_from(["", ", committee: BUU", ", split: {ØU: 33.3%, KFU: 66.7%}"]),
    ),
    min_size=1,
    max_size=8,
)


def with_lines(costs: list[tuple[str, int, Decimal, str]], efficiencies: list[tuple[str, int, Decimal, str]]) -> Result:
    """A case of generated lines; the efficiencies are open."""
    text = ""
    for section, lines, plus in (("implementation_costs", costs, ""), ("efficiencies", efficiencies, "+")):
        text += f"{section}:\n" + "".join(
            f"  - {{name: N, steering_area: {area}, amounts: {{{year}{plus}: {amount}}}{bearer}}}\n"
            for area, year, amount, bearer in lines
        )
    return result_of(text, HEAD + "first_year: 2018\nlast_year: 2026\n")


@given(lines_of_money, lines_of_money)
def test_everything_adds_up(
    costs: list[tuple[str, int, Decimal, str]], efficiencies: list[tuple[str, int, Decimal, str]]
) -> None:
    """Lines, areas and committees each add up to the section; sections to the net effect; that to the cumulative."""
    result = with_lines(costs, efficiencies)
    for section in (result.implementation_costs, result.efficiencies):
        lines = [line.flow for line in section.lines]
        for flows in (lines, [*section.by_steering_area.values()], [*section.by_committee.values()]):
            assert tuple(map(sum, zip(*(flow.figures for flow in flows), strict=True))) == section.total.amounts
            assert sum(flow.lasting for flow in flows) == section.total.lasting
        assert sum(flow.total for flow in lines) == section.total.total
    both = zip(result.implementation_costs.total.figures, result.efficiencies.total.figures, strict=True)
    assert result.net_effect.amounts == tuple(cost + efficiency for cost, efficiency in both)
    assert result.net_effect.cumulative == tuple(accumulate(result.net_effect.figures))
    assert result.net_effect.total == result.net_effect.cumulative[-1]


@given(lines_of_money, st.randoms())
def test_the_order_of_lines_changes_no_figure(lines: list[tuple[str, int, Decimal, str]], chance: Random) -> None:
    """A case is its lines, not their order."""
    mixed = list(lines)
    chance.shuffle(mixed)
    one, other = with_lines(lines, lines), with_lines(mixed, mixed)
    assert one.net_effect == other.net_effect
    assert one.implementation_costs.by_committee == other.implementation_costs.by_committee
    assert (one.payback("service"), one.payback("total")) == (other.payback("service"), other.payback("total"))

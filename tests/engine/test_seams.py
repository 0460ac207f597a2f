"""The two places where what is calculated can be changed: the case before its lines are divided, and each part."""

from decimal import Decimal

from support import HEAD, amounts_of, case_from, copenhagen, told

from bizcase.case.line import ImplementationCost
from bizcase.case.model import Case
from bizcase.case.periods import Period
from bizcase.engine.calculate import calculate
from bizcase.engine.result import Part

D = Decimal

LINES = """\
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2026: 1000}, split: {ØU: 25%, KFU: 75%}, funding: internal_loan}
  - {name: B, steering_area: Anlæg, amounts: {2026: 200, 2027: 100}}
efficiencies:
  - {name: C, steering_area: Service, amounts: {2027: -200, 2028+: -500}}
internal_loan: {repayment: {2027: 400, 2028: 600}, rate: 10%}
"""
SAVINGS = "efficiencies: [{name: C, steering_area: Service, amounts: {2027: -200, 2028: -700}}]\n"
CASE = case_from(HEAD + "last_year: 2028\n" + LINES)


def test_a_case_derived_from_the_one_that_is_written() -> None:
    """80 hours a week less at 7.5 are 600 a year: lines, sums, shares and paybacks come of the derived case."""

    def derived(case: Case) -> Case:
        (line,) = case.efficiencies
        amounts = {Period(2027, None): -D(80) * D("7.5")}
        return case.model_copy(update={"efficiencies": (line.model_copy(update={"amounts": amounts}),)})

    result = calculate(CASE, copenhagen(), derive=derived)
    assert result.years == range(2026, 2029)  # the last instalment is in 2028
    assert amounts_of(result.efficiencies.total) == [0, -600, -600]
    assert result.efficiencies.by_committee["ØU"].lasting == -600
    # 1200, 1300 - 600 = 700, 100, and -500 in 2029
    assert told(result.payback("total")) == ("reached", 4, 2029)


def test_every_part_by_an_index() -> None:
    """Half as much again: 1000 in parts of 250 and 750 become 375 and 1125, and the loan and its interest follow."""

    def indexed(part: Part) -> Part:
        return part._replace(flow=part.flow.times(D("1.5")))

    result, plain = calculate(CASE, copenhagen(), vary=indexed), calculate(CASE, copenhagen())
    assert {name: flow.total for name, flow in result.implementation_costs.by_committee.items()} == {
        "ØU": 375 + 450,  # line B is the case's own committee's
        "KFU": 1125,
    }
    assert amounts_of(result.efficiencies.total) == [0, -300, -750]
    assert result.loan is not None
    assert amounts_of(result.loan.drawn) == [1500, 0, 0]
    assert amounts_of(result.loan.repayment) == [0, 600, 900]
    assert amounts_of(result.loan.interest) == [0, 150, 90]
    assert result.net_effect == plain.net_effect.times(D("1.5"))
    assert result.payback("total") == plain.payback("total")


def test_what_is_borrowed_a_year_later() -> None:
    """The draw is in 2027, the instalments in 2028 and 2029, and the table reaches over them."""

    def later(part: Part) -> Part:
        return part._replace(flow=part.flow.delayed(1)) if part.is_borrowed else part

    result = calculate(CASE, copenhagen(), vary=later)
    assert result.years == range(2026, 2030)
    assert amounts_of(result.implementation_costs.total) == [200, 1100, 0, 0]
    assert amounts_of(result.efficiencies.total) == [0, -200, -500, -500]
    assert result.loan is not None
    assert amounts_of(result.loan.drawn) == [0, 1000, 0, 0]
    assert amounts_of(result.loan.repayment) == [0, 0, 400, 600]
    assert amounts_of(result.loan.interest) == [0, 0, 100, 60]
    assert [line.flow.years for line in result.lines] == [result.years] * 3
    # 200 + 1100 - 1000 - 200, and so on
    assert amounts_of(result.net_effect) == [200, -100, 0, 160]
    assert [len(part.flow.amounts) for line in result.lines for part in line.parts] == [4] * 4


def test_nothing_borrowed_is_nothing_to_pay_back() -> None:
    """Every part times nil leaves a loan of nil."""
    result = calculate(CASE, copenhagen(), vary=lambda part: part._replace(flow=part.flow.times(D(0))))
    assert result.loan is not None
    assert amounts_of(result.loan.net) == [0, 0, 0]
    assert told(result.payback("total")) == ("no_investment", None, None)


def test_savings_a_year_later_widen_the_table() -> None:
    """The table of 2026 to 2028 gets 2029, in which the whole saving is seen; the costs end as they did."""
    case = case_from(HEAD + LINES.partition("efficiencies")[0].replace(", funding: internal_loan", "") + SAVINGS)

    def later(part: Part) -> Part:
        return part if isinstance(part.line, ImplementationCost) else part._replace(flow=part.flow.delayed(1))

    result = calculate(case, copenhagen(), vary=later)
    assert result.years == range(2026, 2030)
    assert amounts_of(result.implementation_costs.total) == [1200, 100, 0, 0]
    assert amounts_of(result.efficiencies.total) == [0, 0, -200, -700]
    assert result.efficiencies.total.lasting == 0


def test_an_instalment_that_moves_out_of_the_table_widens_it() -> None:
    """Without the first of two draws the loan begins in 2027, so its instalment comes in 2029, and is of 600."""
    text = (
        "implementation_costs:\n"
        "  - {name: A, steering_area: Service, amounts: {2026: 400, 2027: 600}, funding: internal_loan}\n"
        "internal_loan: {repayment: {2028: 1000}}\n"
    )

    def without_the_first(part: Part) -> Part:
        return part._replace(flow=part.flow._replace(amounts=(D(0), *part.flow.amounts[1:])))

    result = calculate(case_from(HEAD + text), copenhagen(), vary=without_the_first)
    assert result.loan is not None
    assert result.years == range(2026, 2030)
    assert amounts_of(result.loan.repayment) == [0, 0, 0, 600]
    assert amounts_of(result.net_effect) == [0, 0, 0, 600]

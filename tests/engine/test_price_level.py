"""Conversion to another price level: figures worked out by hand, and the laws that hold whatever the case is."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_cases import case_texts
from support import HEAD, ROOT, amounts_of, case_from, copenhagen, message_of, result_of, told

from bizcase.case.price_index import PriceIndex, validate_price_index
from bizcase.case.rounding import half_up
from bizcase.engine.calculate import calculate
from bizcase.engine.price_level import Prices, factor, in_price_level
from bizcase.engine.result import Result
from bizcase.examine.one import examine
from bizcase.reading.loader import load

D = Decimal


def index_of(series: str) -> PriceIndex:
    """An index of some series."""
    root = load(f"name: N\nsource: S\n{series}\n").root
    assert root is not None
    index, faults = validate_price_index(root, copenhagen())
    assert index is not None, faults
    return index


GENERAL = index_of(
    "changes: {general: {2016: 0.5%, 2017: 1.2%, 2018: 1.9%, 2019: 1.3%, 2020: 1.1%, 2021: 1.2%, 2022: 4.3%, "
    "2023: 2.5%, 2024: 4.0%, 2025: 2.8%}}"
)
"""The state's general index."""

BY_AREA = index_of("changes: {general: {2017-2025: 2%}, Anlæg: {2017: 30%, 2018-2025: 0%}}")


def in_level(result: Result, level: int, index: PriceIndex = GENERAL) -> Result:
    """A case in another price level, which the index must reach."""
    converted, faults = in_price_level(result, copenhagen(), Prices(level, index))
    assert converted is not None, faults
    return converted


def rounded(amounts: list[object], decimals: int = 6) -> list[Decimal]:
    """Amounts to so many decimals."""
    return [half_up(D(str(amount)), decimals) for amount in amounts]


def test_changes_are_multiplied_and_never_added_up() -> None:
    """2016 to 2018 is 1,012 · 1,019 = 1,031228 and not 1,031; 2016's own change leads to 2016 and is not in it."""
    assert factor(GENERAL, "Service", 2016, 2018) == Fraction("1.031228")
    assert factor(GENERAL, "Service", 2016, 2017) == Fraction("1.012")
    # 1,031228 · 1,013 · 1,011 · 1,012 · 1,043 · 1,025 · 1,04 · 1,028; added up they would be 20,3 %
    assert factor(GENERAL, "Anlæg", 2016, 2025) == Fraction("1.221603976496480652147072")
    assert factor(GENERAL, "Service", 2016, 2016) == 1


def test_backwards_is_divided() -> None:
    """2018 to 2016 is 1 / 1,031228, and not 1 - 0,031228."""
    assert factor(GENERAL, "Service", 2018, 2016) == 1 / Fraction("1.031228")


def test_index_numbers_are_divided_by_each_other() -> None:
    """From 100 to 122,2 and back."""
    levels = index_of("levels: {general: {2016: 100, 2025: 122.2}, Anlæg: {2016: 80, 2025: 100}}")
    assert factor(levels, "Service", 2016, 2025) == Fraction("1.222")
    assert factor(levels, "Service", 2025, 2016) == 1 / Fraction("1.222")
    assert factor(levels, "Anlæg", 2016, 2025) == Fraction("1.25")


@given(st.integers(2015, 2025), st.integers(2015, 2025), st.integers(2015, 2025))
def test_there_and_back_is_where_one_began(first: int, second: int, third: int) -> None:
    """There and back is 1, and it is all one whether a year lies on the way."""
    there = factor(GENERAL, "Service", first, second)
    assert there * factor(GENERAL, "Service", second, first) == 1
    assert there * factor(GENERAL, "Service", second, third) == factor(GENERAL, "Service", first, third)


def test_case_1_of_2016_in_the_price_level_of_2025() -> None:
    """1.750, 500, -2.250 and so on times 1,2216039765, over three years that still are exactly enough."""
    kept = examine(str(ROOT / "cases/investeringspuljen-2016/case-1.yaml"), copenhagen()).kept
    assert kept is not None
    result = in_level(kept, 2025)
    assert (kept.price_level, result.price_level) == (2016, 2025)
    # 1750 · 1,221603976496…; 2000 ·; 250 ·
    assert rounded(amounts_of(result.implementation_costs.total)[:3]) == [
        D("2137.806959"),
        D("2443.207953"),
        D("305.400994"),
    ]
    # -1500 ·; -2500 ·; -3000 ·
    assert rounded(amounts_of(result.efficiencies.total)[1:4]) == [
        D("-1832.405965"),
        D("-3054.009941"),
        D("-3664.811929"),
    ]
    assert half_up(result.efficiencies.total.lasting, 6) == D("-3664.811929")
    # 4.000 of costs are covered by 1.500 and 2.500 to the last krone: one digit lost would make it four years
    assert told(result.payback("service")) == told(kept.payback("service")) == ("reached", 3, 2018)
    assert result.converted is not None
    assert result.converted.before == {}


def test_indexes_by_area_change_a_payback() -> None:
    """1.000 of Anlæg and 250 a year of Service: five years, but 1.300 / 250 · 1,02^9 = 298,77 are six."""
    lines = (
        "implementation_costs: [{name: A, steering_area: Anlæg, amounts: {2016: 1000}}]\n"
        "efficiencies: [{name: B, steering_area: Service, amounts: {2017+: -250}}]\n"
    )
    plain = result_of(lines, HEAD.replace("2018", "2016"))
    result = in_level(plain, 2025, BY_AREA)
    assert result.implementation_costs.total.total == 1300
    # 1,02^9 = 1,195092568622…
    assert half_up(result.efficiencies.total.lasting, 6) == D("-298.773142")
    assert (told(plain.payback("total"))[1], told(result.payback("total"))[1]) == (5, 6)
    assert result.converted is not None
    assert {basis: told(by["inclusive"])[1] for basis, by in result.converted.before.items()} == {
        "service": 5,
        "total": 5,
    }


def test_every_part_is_converted_the_named_ones_too() -> None:
    """1.000 shared by two and 400 of it named (heraf), in 2017's prices: 1.012, of which 404,8; halves of 506."""
    lines = (
        "implementation_costs:\n"
        "  - name: A\n    steering_area: Service\n    amounts: {2016: 1000}\n    split: {ØU: 50%, KFU: 50%}\n"
        "    of_which: [{name: Murer, amounts: {2016: 400}}]\n    fte: {2016: 2}\n"
    )
    (line,) = in_level(result_of(lines, HEAD.replace("2018", "2016")), 2017).lines
    assert amounts_of(line.flow) == [1012]
    assert [amounts_of(part.flow) for part in line.parts] == [[506], [506]]
    assert [amounts_of(part) for part in line.of_which] == [[D("404.8")]]
    assert amounts_of(line.persons) == [2]


def test_a_loan_follows_the_parts_that_draw_it() -> None:
    """1.000 borrowed on Anlæg times 1,3 is paid back as 520 and 780, with 10 % of what is left: 130 and 78."""
    lines = (
        "implementation_costs:\n"
        "  - {name: A, steering_area: Anlæg, amounts: {2018: 1000}, funding: internal_loan}\n"
        "  - {name: B, steering_area: Service, amounts: {2018: 100}}\n"
        "internal_loan: {repayment: {2019: 400, 2020: 600}, rate: 10%}\n"
    )
    index = index_of("changes: {general: {2019: 10%}, Anlæg: {2019: 30%}}")
    result = in_level(result_of(lines), 2019, index)
    assert result.loan is not None
    assert amounts_of(result.loan.drawn) == [1300, 0, 0]
    assert amounts_of(result.loan.repayment) == [0, 520, 780]
    assert amounts_of(result.loan.interest) == [0, 130, 78]
    # 1300 + 110 - 1300; 520 + 130; 780 + 78
    assert amounts_of(result.net_effect) == [110, 650, 858]


def test_a_loan_of_several_indexes_is_paid_back_to_the_last_digit() -> None:
    """100 on Anlæg and 250 on Service borrowed, times 1,1 and 1,01, are 362,5; 362,5 / 350 is no finite number."""
    lines = (
        "implementation_costs:\n"
        "  - {name: A, steering_area: Anlæg, amounts: {2018: 100}, funding: internal_loan}\n"
        "  - {name: B, steering_area: Service, amounts: {2018: 250}, funding: internal_loan}\n"
        "internal_loan: {repayment: {2019: 1, 2020: 1, 2021: 348}, rate: 1%}\n"
    )
    index = index_of("changes: {general: {2019: 1%}, Anlæg: {2019: 10%}}")
    result = in_level(result_of(lines, HEAD + "last_year: 2023\n"), 2019, index)
    assert result.loan is not None
    assert result.loan.repayment.total == result.loan.drawn.total == D("362.5")
    assert amounts_of(result.loan.interest)[4:] == [0, 0]


def test_committees_stay_those_of_the_files_own_price_level() -> None:
    """BIF answers to BIU until 2025, and to BIEU after that: a case of 2025 in 2026's prices is BIU's."""
    head = HEAD.replace("2018", "2025").replace("ØKF", "BIF")
    lines = "implementation_costs: [{name: A, steering_area: Service, amounts: {2025: 1000}}]\n"
    index = index_of("changes: {general: {2026: 3%}}")
    result = in_level(result_of(lines, head), 2026, index)
    assert (result.committee, result.committees) == ("BIU", ("BIU",))
    assert result.implementation_costs.by_committee["BIU"].total == 1030


def test_a_case_in_the_price_level_already_is_left_as_it_is() -> None:
    """No index is asked for, and nothing was converted."""
    plain = result_of("implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 1000}}]\n")
    assert in_price_level(plain, copenhagen(), Prices(2018, index_of("changes: {general: {2030: 1%}}"))) == (plain, [])


@pytest.mark.parametrize(
    ("series", "said"),
    [
        ("changes: {general: {2019: 1%, 2022: 1%}}", "N lacks 2020-2021, 2023 under general"),
        ("changes: {general: {2019-2023: 1%}, Service: {2019-2021: 1%}}", "N lacks 2022-2023 under Service"),
        ("changes: {Anlæg: {2019-2023: 1%}}", "N has neither Service nor general"),
        ("levels: {general: {2023: 120}}", "N lacks 2018 under general"),
    ],
)
def test_a_year_that_is_missing_is_named(series: str, said: str) -> None:
    """A fault at the case's price level; no area goes by another's figures where its own end."""
    plain = result_of("implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 1000}}]\n")
    converted, (fault,) = in_price_level(plain, copenhagen(), Prices(2023, index_of(series)))
    assert converted is None
    assert (fault.code, fault.where) == ("missing-index-year", ("price_level",))
    assert said in message_of(fault)


NEVER_EXACT = index_of("changes: {general: {2000-2018: 3.3333%, 2019-2050: 0.7%}}")


@given(case_texts(), st.sampled_from([2003, 2017, 2019, 2025, 2050]))
@example(
    HEAD + "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 700}}]\n"
    "efficiencies: [{name: B, steering_area: EO, amounts: {2019+: -100}}]\n",
    2003,
)
def test_one_index_changes_amounts_and_nothing_else(text: str, level: int) -> None:
    """Forwards and backwards: each line and each sum by one factor, and every payback is what it was."""
    plain = calculate(case_from(text), copenhagen())
    result = in_level(plain, level, NEVER_EXACT)
    times = factor(NEVER_EXACT, "Service", 2018, level)
    for before, after in zip(
        (*(line.flow for line in plain.lines), *(section.total for section in plain.sections)),
        (*(line.flow for line in result.lines), *(section.total for section in result.sections)),
        strict=True,
    ):
        for amount, converted in zip(before.figures, after.over(before.years).figures, strict=True):
            assert abs(Fraction(amount) * times - Fraction(converted)) <= abs(Fraction(amount)) / 10**40
    assert result.converted is not None
    assert result.converted.before == {}
    for basis in plain.paybacks:
        for rule, payback in plain.paybacks[basis].items():
            same = result.payback(basis, rule)
            assert (told(same), same.ratio is None) == (told(payback), payback.ratio is None)

"""The three rules of payback: counted with and without the first year, and the simple ratio."""

from decimal import Decimal

import pytest
from support import case_from, copenhagen, printed, result_of

from bizcase.case.profile import PaybackRule, Profile
from bizcase.checks.rules import payback_on_one_basis, payback_over_limit
from bizcase.engine.calculate import calculate
from bizcase.tables.tabel1 import tabel_1

CASE = """\
id: X
title: T
price_level: 2026
administration: ØKF
implementation_costs: [{name: A, steering_area: Service, amounts: {2026: 100, 2027: 51}}]
efficiencies: [{name: B, steering_area: Service, amounts: {2027+: -30}}]
"""


def printing(*rules: PaybackRule, limit: int = 6) -> Profile:
    """Copenhagen's profile with other rules."""
    profile = copenhagen()
    payback = profile.payback.model_copy(update={"count": None, "rules": rules, "limit_years": limit})
    return profile.model_copy(update={"payback": payback})


def test_each_rule_by_hand() -> None:
    """151 and 30 a year from 2027: 121 are left after that year, 1 after 2031, so 2032 is the seventh year; 151/30."""
    paybacks = calculate(case_from(CASE), copenhagen()).paybacks["service"]
    assert (paybacks["inclusive"].whole, paybacks["inclusive"].reached_in) == (7, 2032)
    assert (paybacks["exclusive"].whole, paybacks["exclusive"].reached_in) == (6, 2032)
    assert paybacks["simple"].ratio == Decimal(151) / 30
    # 1 of the 30 of 2032 is left: six years and a thirtieth
    assert paybacks["inclusive"].exactly == 6 + Decimal(1) / 30


def test_the_rules_that_the_profile_names_are_printed_and_the_first_is_tested() -> None:
    """5,0 is printed of 5,03; the limit of five years is asked of what is not rounded."""
    profile = printing("simple", "inclusive", limit=5)
    result = calculate(case_from(CASE), profile)
    rows = [row[:1] + row[2:3] for row in printed(tabel_1(result, profile)).cells][-4:]
    assert rows == [
        ["Tilbagebetalingstid baseret på serviceeffektivisering, simpel", "5,0 år"],
        ["Tilbagebetalingstid baseret på totaløkonomi, simpel", "5,0 år"],
        ["Tilbagebetalingstid baseret på serviceeffektivisering, talt fra og med det første år", "7 år"],
        ["Tilbagebetalingstid baseret på totaløkonomi, talt fra og med det første år", "7 år"],
    ]
    (fault,) = payback_over_limit.check(result, profile)
    assert "5.0 år, og grænsen er 5" in str(fault.text)
    assert list(payback_over_limit.check(calculate(case_from(CASE), printing("simple")), printing("simple"))) == []


@pytest.mark.parametrize(
    ("efficiencies", "said"),
    [
        # 151 at 30 a year on transfers is the seventh year, and service alone saves nothing
        ("[{name: B, steering_area: EO, amounts: {2027+: -30}}]", "tjener sig aldrig hjem på Service, men på 7 år på"),
        # 151 at 10 a year on service is the seventeenth year, at 10 + 40 a year the fifth
        (
            "[{name: B, steering_area: Service, amounts: {2027+: -10}}, {name: C, steering_area: EO, amounts: "
            "{2027+: -40}}]",
            "tjener sig hjem på 17 år på Service og på 5 år på totaløkonomi; grænsen er 6 år; tjek styringsområderne",
        ),
    ],
)
def test_two_paybacks_that_disagree_are_said_in_one_sentence(efficiencies: str, said: str) -> None:
    """Each with its basis, and never as a number of years that is no number."""
    result = calculate(case_from(CASE.partition("efficiencies:")[0] + f"efficiencies: {efficiencies}\n"), copenhagen())
    (fault,) = payback_on_one_basis.check(result, copenhagen())
    assert str(fault.text).startswith(said)


@pytest.mark.parametrize(
    ("amounts", "status"),
    [("{2027-2029: -90}", "never"), ("{2027: -90, 2028+: 5}", "never"), ("{2027+: 5}", "no_savings")],
)
def test_a_saving_that_does_not_last_has_no_simple_payback(amounts: str, status: str) -> None:
    """There is no yearly saving to divide by, whatever the counted rules say."""
    text = CASE.replace("{2027+: -30}", amounts)
    assert calculate(case_from(text), copenhagen()).payback("total", "simple").status == status


def test_a_kind_that_needs_no_payback_prints_none() -> None:
    """A pre-analysis has no such rows, and an innovation case has them, as its paper has."""
    lines = CASE.partition("ØKF\n")[2]

    def paybacks_of(kind: str) -> int:
        rows = tabel_1(result_of(f"kind: {kind}\n{lines}"), copenhagen()).rows
        return sum("Tilbagebetalingstid" in str(row.cells[0]) for row in rows)

    assert (paybacks_of("innovation"), paybacks_of("pre_analysis")) == (2, 0)

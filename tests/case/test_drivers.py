"""Assumptions and derived figures: units that cancel, figures worked out exactly, lines that get their amounts."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import HEAD, case_from, copenhagen, faults_in, message_of, result_of

from bizcase.case.derivation import derive, figures_of
from bizcase.case.measure import convert, read_measure, times
from bizcase.case.rounding import to_step
from bizcase.engine.calculate import calculate

PLAIN = "efficiencies: [{name: A, steering_area: Service, amounts: {2019+: -1}}]\n"

D = Decimal

BC07 = """\
assumptions:
  calls: {value: 1500000, unit: opkald/år}
  minutes: {value: 4, unit: minutter/opkald}
  share: {value: 10%}
  hours: {value: 1200, unit: timer/årsværk}
  salary: {value: 500, unit: 1.000 kr./årsværk}
derived:
  person_years: {from: [calls, minutes, share, /hours], unit: årsværk/år}
"""
"""Innovationspuljen 2018, BC07 section 1.4; the salary is ours."""


def line(more: str, section: str = "efficiencies") -> str:
    """A case of one line that is driven."""
    return f"{section}:\n  - {{name: A, steering_area: Service, {more}}}\n"


def amounts(text: str) -> dict[str, Decimal]:
    """What the first line of a case has, by period."""
    (first,) = case_from(HEAD + text).lines
    return {str(period): amount for period, amount in first.amounts.items()}


def figure(assumptions: str, chain: str, unit: str) -> object:
    """A derived figure, exactly."""
    text = f"assumptions:\n{assumptions}derived:\n  x: {{from: [{chain}], unit: {unit}}}\n"
    case = case_from(HEAD + text + line("amounts: {2018: 1}", "implementation_costs"))
    return figures_of(case)["x"].quantity.figure


def test_a_derived_figure_is_exact_and_says_what_it_converted() -> None:
    """1.500.000 x 4 min. x 10 % = 600.000 min. = 10.000 hours; by 1200 they are 25/3, where the paper prints 9."""
    worked = figures_of(case_from(HEAD + BC07 + line("amounts: {2019+: -1}")))["person_years"]
    assert worked.quantity.figure == Fraction(25, 3)
    assert [str(each) for each in worked.conversions] == ["60 minutter = 1 time"]


@pytest.mark.parametrize(
    ("assumptions", "chain", "unit", "expected"),
    [
        # BC07 section 1.3: a third of 80.000, five minutes each, are 400.000/3 minutes or 20000/9 hours; by 1200: 50/27
        (
            "  a: {value: 80000, unit: sag/år}\n  b: {value: 1/3}\n  c: {value: 5, unit: minutter/sag}\n"
            "  d: {value: 1200, unit: timer/årsværk}\n",
            "a, b, c, /d",
            "årsværk/år",
            Fraction(50, 27),
        ),
        # Investeringspuljen 2016, case 1: 35.000 calls a month, of which 37 pct. are passed on: 420.000 x 0,37
        ("  a: {value: 35000, unit: opkald/måned}\n  b: {value: 37%}\n", "a, b", "opkald/år", 155_400),
        # case 2 prints 7 årsværk and 3,5 mio. kr. beside each other
        ("  a: {value: 3.5, unit: mio. kr.}\n  b: {value: 7, unit: årsværk}\n", "a, /b", "1.000 kr./årsværk", 500),
        # minutes against minutes need no conversion
        ("  a: {value: 90, unit: minutter}\n  b: {value: 30, unit: minut pr. sag}\n", "a, /b", "sag", 3),
    ],
)
def test_the_papers_own_arithmetic(assumptions: str, chain: str, unit: str, expected: Fraction | int) -> None:
    """Exactly, whatever the papers print of it."""
    assert figure(assumptions, chain, unit) == expected


def test_a_driven_line_is_phased_in_and_rounded_once() -> None:
    """25/3 x 500 = 12500/3: 4166,67 in full, half of it 2083,33; not 8,33 x 500 = 4165, and not sixty times as much."""
    saving = BC07 + line("saving: [person_years, salary], phase_in: {2019: 50%, 2020+: 100%}")
    assert amounts(saving) == {"2019": -2083, "2020+": -4167}
    assert amounts(saving.replace("saving", "cost")) == {"2019": 2083, "2020+": 4167}
    # to whole hundreds of thousands: 2100 and 4200; to the krone: 2083,333 and 4166,667
    assert amounts(saving.replace("phase_in", "round_to: 100, phase_in")) == {"2019": -2100, "2020+": -4200}
    to_the_krone = saving.replace("phase_in", "round_to: 0.001, phase_in")
    assert amounts(to_the_krone) == {"2019": D("-2083.333"), "2020+": D("-4166.667")}


@pytest.mark.parametrize("unit", ["kr.", "1.000 kr.", "mio. kr."])
def test_rounding_is_to_whole_thousands_whatever_the_file_counts_in(unit: str) -> None:
    """10 % of 5.000 kr. is a half of 1.000 kr., which goes away from nil; 10.000 hours at 350 kr. are 3500."""
    half = "assumptions:\n  a: {value: 5000, unit: kr./år}\n  b: {value: 10%}\n"
    assert amounts(f"unit: {unit}\n{half}" + line("saving: [a, b], phase_in: {2019+: 100%}")) == {"2019+": -1}
    hours = "assumptions:\n  a: {value: 10000, unit: timer/år}\n  b: {value: 350, unit: kr./time}\n"
    assert amounts(f"unit: {unit}\n{hours}" + line("saving: [a, b], phase_in: {2019+: 100%}")) == {"2019+": -3500}


def test_an_assumption_may_have_years_of_its_own() -> None:
    """100, then 80 calls a year at 2; phased in by halves over the same years, 100 then 160."""
    calls = (
        "assumptions:\n  a: {value: {2019: 100, 2020+: 80}, unit: opkald/år}\n  b: {value: 2, unit: 1.000 kr./opkald}\n"
    )
    assert amounts(calls + line("saving: [a, b]")) == {"2019": -200, "2020+": -160}
    phased = calls + line("saving: [a, b], phase_in: {2019: 50%, 2020-2021: 75%, 2022+: 100%}")
    assert amounts(phased) == {"2019": -100, "2020-2021": -120, "2022+": -160}


def test_a_cost_comes_to_an_amount_and_ends() -> None:
    """3 teachers at 40 are 120, half of them in either year; an amount a year is none."""
    cost = "assumptions:\n  a: {value: 3, unit: underviser}\n  b: {value: 40, unit: 1.000 kr./underviser}\n"
    driven = line("cost: [a, b], phase_in: {2018-2019: 50%}", "implementation_costs")
    assert amounts(cost + driven) == {"2018-2019": 60}
    (fault,) = faults_in(HEAD + cost.replace("underviser}\n  b", "underviser/år}\n  b") + driven)
    assert fault.code == "units-do-not-cancel"


def test_a_stroke_that_is_forgotten_is_asked_about() -> None:
    """Hours times hours for a person are no persons; where one figure turned over makes it right, that one is named."""
    hours = "assumptions:\n  a: {value: 2800, unit: timer/år}\n  b: {value: 1400, unit: timer/årsværk}\n"
    derived = "derived:\n  c: {from: [a, b], unit: årsværk/år}\n"
    (fault,) = faults_in(HEAD + hours + derived + PLAIN)
    assert (fault.code, message_of(fault).rpartition("; ")[2]) == ("units-do-not-cancel", "did you mean /b?")


def test_a_number_that_is_no_money_is_not_offered_in_kroner() -> None:
    """20.000 calls are 20000 or 20, and whatever they are counted in is not kroner."""
    (fault,) = faults_in(HEAD + "assumptions: {a: {value: 20.000, unit: opkald/år}}\n" + PLAIN)
    assert message_of(fault).rpartition("; ")[2] == "write 20000, or 20.0000 if it is meant with decimals"


def test_a_name_with_spaces_is_offered_with_lines_between_its_words() -> None:
    """People name figures as they speak of them."""
    (fault,) = faults_in(HEAD + "assumptions: {timer pr år: {value: 1400}}\n" + PLAIN)
    assert message_of(fault) == "timer pr år cannot be a name; write timer_pr_år"


def test_derived_amounts_are_split_and_borrowed_as_if_they_were_typed() -> None:
    """5 thirds of 1000 are 1667, in halves 833 and 834, and the loan of 1667 is paid back to the last krone."""
    text = (
        "assumptions:\n  a: {value: 5/3}\n  b: {value: 1000, unit: 1.000 kr.}\n"
        + line(
            "cost: [a, b], phase_in: {2018: 100%}, split: {ØU: 50%, KFU: 50%}, funding: internal_loan",
            "implementation_costs",
        )
        + "internal_loan: {repayment: {2019: 1667}}\n"
    )
    result = result_of(text)
    assert [part.flow.at(2018) for part in result.implementation_costs.lines[0].parts] == [833, 834]
    assert result.loan is not None
    assert result.loan.drawn.total == result.loan.repayment.total == 1667


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        ("saving: [calls, minutes, salary], phase_in: {2019+: 100%}", "units-do-not-cancel", "is an assumption in"),
        ("saving: [nobody, salary], phase_in: {2019+: 100%}", "unknown-assumption", "is no assumption of the case"),
        ("saving: [person_years, salary]", "missing-key", "has no years"),
        ("saving: [person_years, salary, 2], phase_in: {2019+: 100%}", "bad-value", "2 is a number"),
        ("saving: [person_years, salary], amounts: {2019+: 1}, phase_in: {2019+: 100%}", "bad-value", "beside saving"),
        ("saving: [person_years, salary], cost: [calls], phase_in: {2019+: 100%}", "bad-value", "beside saving"),
        ("saving: [person_years, salary], phase_in: {2019+: 100%}, low: 80%", "bad-value", "on the assumptions"),
        ("amounts: {2019+: -1}, phase_in: {2019+: 100%}", "bad-value", "the line has neither"),
        ("own_figure: true", "missing-key", "missing; add it"),
    ],
)
def test_what_a_driven_line_cannot_have_is_told_of(more: str, code: str, told: str) -> None:
    """One slip is one fault, and it says what to do."""
    (fault,) = faults_in(HEAD + BC07 + line(more))
    assert fault.code == code
    assert told in message_of(fault)


@pytest.mark.parametrize(
    ("assumption", "told"),
    [
        ("value: -4, unit: timer/år", "without a minus"),
        ("value: 1.500, unit: timer/år", "1500"),
        ("value: 10%, unit: timer/år", "is a share"),
        ("value: 10, unit: '%'", "write the per cent as value"),
        ("value: 10, unit: 60 minutter", "is no unit"),
        ("value: 10, low: 11", "above value"),
        ("value: 10, high: 9", "below value"),
        ("value: 1/0", "is not a number"),
    ],
)
def test_an_assumption_that_is_none_is_refused(assumption: str, told: str) -> None:
    """With what to write instead."""
    (fault,) = faults_in(HEAD + f"assumptions:\n  a: {{{assumption}}}\n" + line("amounts: {2019+: -1}"))
    assert told in message_of(fault)


@pytest.mark.parametrize(
    ("units", "told"),
    [
        (("henvendelser/år", "1.000 kr./henvendelse"), "henvendelser and henvendelse: are they the same?"),
        (("timer/uge", "1.000 kr./time"), "are 52 or 44 uger/år missing?"),
        (("timer/medarbejder/år", "1.000 kr./time"), "is an assumption in medarbejder missing?"),
        (("timer/år", "1.000 kr./time/sag"), "is an assumption in sag missing?"),
        (("timer/år", "1.000 kr."), "divide by an assumption in timer"),
    ],
)
def test_what_is_left_over_is_asked_about(units: tuple[str, str], told: str) -> None:
    """The message names what is missing, or the two words that may be one."""
    text = f"assumptions:\n  a: {{value: 1, unit: {units[0]}}}\n  b: {{value: 1, unit: {units[1]}}}\n"
    (fault,) = faults_in(HEAD + text + line("saving: [a, b], phase_in: {2019+: 100%}"))
    assert fault.code == "units-do-not-cancel"
    assert told in message_of(fault)


def test_a_year_that_only_one_of_two_names_is_told_of() -> None:
    """The calls end in 2020, and the line is phased in for good: 2021 is in one of the two."""
    text = "assumptions:\n  a: {value: {2019: 5, 2020: 6}, unit: 1.000 kr./år}\n"
    (fault,) = faults_in(HEAD + text + line("saving: [a], phase_in: {2019+: 100%}"))
    assert (fault.code, message_of(fault)[:4]) == ("bad-period", "2021")


def test_every_circle_is_found_and_nothing_that_hangs_on_it() -> None:
    """B and c rest on each other, d on itself, and e on c: two circles, two faults."""
    text = "derived:\n  b: {from: [c]}\n  c: {from: [b]}\n  d: {from: [d]}\n  e: {from: [c]}\n"
    found = [fault.code for fault in faults_in(HEAD + text + line("amounts: {2019+: -1}"))]
    assert found == ["circular-assumption", "circular-assumption"]


def test_a_figure_of_endless_factors_is_refused() -> None:
    """Each of 60 figures is the square of the one before: 2 to the 60th factors."""
    squares = "".join(f"  x{n + 1}: {{from: [x{n}, x{n}]}}\n" for n in range(60))
    text = f"assumptions:\n  x0: {{value: 2}}\nderived:\n{squares}"
    (fault,) = faults_in(HEAD + text + line("amounts: {2019+: -1}"))
    assert fault.code == "bad-value"
    assert "more than 100" in message_of(fault)


def test_a_scenario_can_derive_a_case_anew() -> None:
    """Twice the calls are 25000/3 a year: the amounts follow the assumption, where the case is changed."""
    case = case_from(HEAD + BC07 + line("saving: [person_years, salary], phase_in: {2019+: 100%}"))
    calls = case.assumptions["calls"]
    twice = calls.model_copy(update={"value": calls.value._replace(exactly=Fraction(3_000_000))})  # type: ignore[union-attr]
    changed = case.model_copy(update={"assumptions": case.assumptions | {"calls": twice}})
    assert calculate(changed, copenhagen(), derive=derive).efficiencies.total.lasting == -8333
    assert derive(case) == case


WORDS = ["opkald/år", "minutter/opkald", "årsværk/time", "1.000 kr./årsværk"]


@given(st.permutations(WORDS))
def test_units_cancel_in_any_order(order: list[str]) -> None:
    """Whatever is multiplied first, calls, minutes, årsværk and kroner come to kroner a year, one in sixty."""
    powers: dict[str, int] = {}
    for written in order:
        powers = times(powers, dict(read_measure(written).powers))
    assert convert(powers, {"1.000 kr.": 1, "år": -1}, "").factor == Fraction(1, 60)


@given(st.integers(1, 10**6), st.integers(1, 50))
def test_scaling_an_assumption_scales_what_comes_of_it(calls: int, times_as_many: int) -> None:
    """Before rounding: so many times the calls are exactly so many times the figure."""
    one, many = (
        figure(
            f"  a: {{value: {value}, unit: opkald/år}}\n  b: {{value: 7, unit: opkald/årsværk}}\n",
            "a, /b",
            "årsværk/år",
        )
        for value in (calls, calls * times_as_many)
    )
    assert isinstance(one, Fraction)
    assert many == one * times_as_many


@given(st.fractions(-(10**6), 10**6), st.sampled_from([D("0.001"), D("0.5"), D(1), D(100)]))
def test_rounding_to_a_step_is_the_nearest_multiple_and_has_no_side(exactly: Fraction, step: Decimal) -> None:
    """Never farther than half a step, a whole number of steps, and the same on both sides of nil."""
    rounded = to_step(exactly, step)
    assert abs(Fraction(rounded) - exactly) <= Fraction(step) / 2
    assert rounded % step == 0
    assert to_step(-exactly, step) == -rounded


@given(st.integers(0, 10**5), st.integers(1, 99))
def test_what_is_derived_and_then_split_adds_up(third: int, share: int) -> None:
    """Parts of a line of so many thirds are whole thousands, and the line is what they add up to."""
    text = f"assumptions:\n  a: {{value: {third}/3}}\n  b: {{value: 1, unit: 1.000 kr./år}}\n" + line(
        f"saving: [a, b], phase_in: {{2019+: 100%}}, split: {{ØU: {share}%, KFU: {100 - share}%}}"
    )
    (only,) = result_of(text).efficiencies.lines
    parts = [part.flow.lasting for part in only.parts]
    assert sum(parts) == only.flow.lasting == to_step(Fraction(-third, 3), D(1))
    assert all(part == int(part) for part in parts)

"""Amounts: exact, or refused with what to write instead."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import HEAD, faults_in, message_of

from bizcase.case.amounts import read_amount, read_per_cent
from bizcase.case.kinds import Unit
from bizcase.case.refusal import Refusal
from bizcase.case.unit import POWERS, THOUSANDS, counted_in
from bizcase.reading.document import Plain
from bizcase.reading.loader import load
from bizcase.texts.template import spoken


def refusal(text: str, unit: Unit = THOUSANDS, *, quoted: bool = False) -> str:
    """Why an amount is refused: its code and its message."""
    with pytest.raises(Refusal) as caught:
        read_amount(text if quoted else Plain(text), unit)
    return f"{caught.value.type}: {spoken(caught.value.text, 'en')}"


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1025", "1025"), ("-500", "-500"), ("+7", "7"), ("0", "0"), ("-0", "0"), ("1025.5", "1025.5"), ("0.25", "0.25")],
)
def test_numbers_are_read_exactly(text: str, amount: str) -> None:
    """A plain number is the Decimal with the same digits."""
    assert read_amount(Plain(text), THOUSANDS) == Decimal(amount)


@given(st.decimals(min_value=-(10**12) + 1, max_value=10**12 - 1, places=4))
def test_every_amount_of_four_decimals_keeps_its_digits(amount: Decimal) -> None:
    """Nothing of an amount is lost between the file and the case."""
    assert read_amount(Plain(format(amount, "f")), THOUSANDS) == amount


@given(st.sampled_from(list(POWERS)), st.sampled_from(["0", "7", "1025", "1.5", "-2.50", "100000", "0.0625"]))
def test_an_amount_comes_out_as_it_was_written(unit: Unit, text: str) -> None:
    """On its way to 1.000 kr. and back to the file's unit it keeps every digit, the nils at its end among them."""
    assert str(counted_in(unit, read_amount(Plain(text), unit))) == text


@pytest.mark.parametrize("unit", ["1.000 kr.", "kr."])
def test_three_decimals_are_ambiguous(unit: Unit) -> None:
    """1.025 could be a Danish one thousand and twenty-five; both readings are offered."""
    said = refusal("1.025", unit)
    assert said.startswith("ambiguous-thousands: 1.025 is one point zero two five")
    assert "write 1025, or 1.0250 if it is meant with decimals" in said


@pytest.mark.parametrize(("text", "remedy"), [("12.500", "write 12500, or 12.5000"), ("-0.000", "write 0")])
def test_other_three_decimals_are_told_what_to_write(text: str, remedy: str) -> None:
    """Tens of thousands, and a nil with decimals."""
    assert remedy in refusal(text)


def test_three_decimals_of_millions_are_three_decimals() -> None:
    """In mio. kr. 1.025 is 1,025 million, which is 1.025 thousands."""
    assert read_amount(Plain("1.025"), "mio. kr.") == 1025


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("1.025,5", "write 1025.5"),
        ("1,5", "write 1.5"),
        ("1 025", "write 1025"),
        ("1.025.000", "write 1025000 if the figure is in 1.000 kr., or 1025 if it is in kroner"),
        ("1_000", "write 1000"),
        ("1'000", "write 1000"),
        ("0850", "write 850"),
        ("1e3", "write 1000"),
        ("-.5", "write -0.5"),
        ("−300", "write -300"),
        ("1025000 kr.", "write 1025000 if the figure is in 1.000 kr., or 1025 if it is in kroner"),
        ("1025 kr.", "write 1025 if the figure is in 1.000 kr., or 1.0250 if it is in kroner"),
        ("1,5 mio. kr.", "write 1500"),
        ("kr. 1.250,50", "write 1250.5 if the figure is in 1.000 kr., or 1.2505 if it is in kroner"),
        ("500,-", "write 500 if the figure is in 1.000 kr., or 0.5 if it is in kroner"),
        ("2 mio.", "write 2000"),
        ("1.025 mio. kr.", "write 1025000, or 1025 if you do mean 1,025"),
        ("1.025 t.kr.", "write 1025, or 1.0250 if you do mean 1,025"),
        ("(1250)", "write -1250 if the parenthesis is a minus, otherwise 1250"),
        ("900-", "write -900 if the dash is a minus, otherwise 900"),
        ("1,025", "write 1025, or 1.0250 if you do mean 1,025"),
    ],
)
def test_a_figure_in_another_form_is_told_how_to_be_written(text: str, remedy: str) -> None:
    """The message holds the number as the format writes it."""
    said = refusal(text)
    assert said.startswith("not-a-number: ")
    assert said.endswith(remedy)


@pytest.mark.parametrize(
    "text", [".inf", "-.inf", ".nan", "12:30", "yes", "2018-01-01", "0x1F", "~", "", "tusind", "-"]
)
def test_what_is_no_figure_is_not_a_number(text: str) -> None:
    """Everything else that YAML could make a value of is refused."""
    assert refusal(text).startswith("not-a-number: ")


def test_a_number_in_quotation_marks_is_text() -> None:
    """A quoted number is refused, and told to lose its marks."""
    assert (
        refusal("1025", quoted=True) == 'not-a-number: "1025" is not a number but text in quotation marks; write 1025'
    )


def test_too_many_digits_are_refused() -> None:
    """Four decimals and twelve digits before the point are the limit."""
    assert refusal("1.00001").startswith("bad-value: ")
    assert refusal("1000000000000").startswith("bad-value: ")
    assert read_amount(Plain("999999999999.9999"), THOUSANDS) == Decimal("999999999999.9999")


@pytest.mark.parametrize(("text", "value"), [("50%", "50"), ("50", "50"), ("33.5 %", "33.5"), ("0%", "0")])
def test_per_cents_are_read_with_and_without_their_sign(text: str, value: str) -> None:
    """A per cent is a number with or without the sign."""
    assert read_per_cent(Plain(text)) == Decimal(value)


@pytest.mark.parametrize("text", ["-5%", "33,5%", "halvdelen", "", "050%"])
def test_other_per_cents_are_refused(text: str) -> None:
    """Negative shares, decimal commas and words are none."""
    with pytest.raises(Refusal) as caught:
        read_per_cent(Plain(text))
    assert caught.value.type == "not-a-number"


def test_in_millions_three_decimals_behind_a_comma_are_decimals() -> None:
    """1,025 mio. is what it says; 1025 mio. would be a thousand times as much."""
    (fault,) = faults_in(
        HEAD + "unit: mio. kr.\nefficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1,025}}]\n"
    )
    assert message_of(fault) == "-1,025 has a decimal comma; write -1.025"


@pytest.mark.parametrize(
    ("cut", "remedy"),
    [("1,5 mio. kr.", "write 1500"), ("1025,-", "write 1025 if"), ("kr. 1.250,00", "write 1250 if")],
)
def test_a_comma_between_braces_cuts_a_figure_and_is_one_finding(cut: str, remedy: str) -> None:
    """What stands behind it is told with what stands before it."""
    line = "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: " + cut + "}}]\n"
    (fault,) = faults_in(HEAD + line)
    assert remedy in message_of(fault)


@pytest.mark.parametrize("unit", ["mia. kr.", "mia", "hundrede kr."])
def test_a_unit_is_never_guessed(unit: str) -> None:
    """The nearest word may be a thousand times as much."""
    (fault,) = faults_in(
        HEAD + f"unit: {unit}\nefficiencies: [{{name: A, steering_area: Service, amounts: {{2018+: -1}}}}]\n"
    )
    assert message_of(fault) == f"{unit} is not known here; allowed: 1.000 kr., kr., mio. kr."


@pytest.mark.parametrize(
    ("figure", "remedy"),
    [
        ("0,025", "write 0.0250"),
        ("012,5", "write 12.5"),
        ("1,500,000", "write 1500000"),
        ("1.025,000", "write 1025"),
        ("1.025.000,00", "write 1025000 if the figure is in 1.000 kr., or 1025 if it is in kroner"),
    ],
)
def test_what_is_told_to_write_can_be_written(figure: str, remedy: str) -> None:
    """Copied from the message into the file, the figure is taken, and is the one that was meant."""
    line = "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: 5, %s}}]\n"
    (fault,) = faults_in(HEAD + line % f"2017: {figure}")
    assert message_of(fault).endswith(remedy)
    assert faults_in(HEAD + line % f"2017: {remedy.split()[1]}") == []


@pytest.mark.parametrize("figure", ["10 25", "(1,025)", "1.5 5", "1" + " " * 20_000 + "x"])
def test_a_figure_that_may_be_anything_is_not_guessed(figure: str) -> None:
    """What would be refused itself, or was never a figure, is no remedy; and a long one costs no time."""
    assert "write digits" in refusal(figure)


def test_two_commas_in_one_mapping_are_both_told_of() -> None:
    """The second brings a key that stands there already; what is wrong with it is its comma."""
    (fault,) = load("amounts: {2018: 1,5, 2019: 2,5}\n").faults
    assert message_of(fault) == "2,5 has a decimal comma; write a point instead of it"


def test_a_year_without_an_amount_hides_nothing() -> None:
    """A year stands for itself, and is not the end of the figure before it."""
    line = "efficiencies: [{name: A, steering_area: Service, amounts: {2018: 1.025, 2019}}]\n"
    assert [fault.code for fault in faults_in(HEAD + line)] == ["ambiguous-thousands", "not-a-number"]


@pytest.mark.parametrize(("text", "advice"), [("0.5", "skriv 50% eller 0.5%"), ("1", "skriv 100% eller 1%")])
def test_a_share_of_one_is_not_taken_for_a_per_cent(text: str, advice: str) -> None:
    """Half phased in is no half per cent; with its sign it may be just that."""
    with pytest.raises(Refusal) as refused:
        read_per_cent(Plain(text))
    assert (refused.value.type, advice in str(refused.value.text)) == ("not-a-number", True)
    assert read_per_cent(Plain(f"{text}%")) == Decimal(text)


@pytest.mark.parametrize(
    ("text", "unit", "advice"),
    [
        ("600.000", "1.000 kr.", "skriv 600000, hvis tallet er i 1.000 kr., eller 600, hvis det er i kroner"),
        ("600.000", "kr.", "skriv 600000, eller 600.0000, hvis du mener decimaler"),
        ("1.025", "1.000 kr.", "skriv 1025, eller 1.0250, hvis du mener decimaler"),
    ],
)
def test_kroner_among_thousands_are_offered_as_what_they_are(text: str, unit: Unit, advice: str) -> None:
    """600.000 kr. are 600 in 1.000 kr.: whoever follows the advice does not make the case a thousand times larger."""
    with pytest.raises(Refusal) as refused:
        read_amount(Plain(text), unit)
    assert advice in str(refused.value.text)

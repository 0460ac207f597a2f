"""Validating a case: every fault at once, each at its path, and good cases whole."""

from datetime import date
from decimal import Decimal

import pytest
from support import HEAD, case_from, copenhagen, faults_in, message_of

from bizcase.case.context import Context
from bizcase.case.periods import Period
from bizcase.case.validation import LINE_LIMIT, table_years

LINE = "implementation_costs:\n  - {name: A, steering_area: Service, amounts: {2018: 100}}\n"


def test_every_fault_of_a_case_is_found_in_one_run() -> None:
    """Faults in the head, in a line's key, in its split and in its amounts do not hide one another."""
    text = (
        HEAD.replace("ØKF", "ØKO")
        + "committe: ØU\nlast_year: 2019\nimplementation_costs:\n"
        + "  - {name: A, steering_aera: Service, split: {ØU: 99%}, amounts: {2018: 1.025, 2019-2020: 1}}\n"
    )
    assert sorted(fault.code for fault in faults_in(text)) == [
        "ambiguous-thousands",
        "split-not-100",
        "unknown-administration",
        "unknown-key",
        "unknown-key",
        "year-outside-span",
    ]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("steering_aera: Service", "did you mean steering_area?"),
        ("steering_area: Servise", "did you mean Service?"),
        ("steering_area: efterspørgselstyrede overførsler", "did you mean Overførsler (EO)?"),
    ],
)
def test_a_near_name_is_suggested(wrong: str, meant: str) -> None:
    """A slip of the pen is told what it was meant to be, and is one finding."""
    (fault,) = faults_in(HEAD + LINE.replace("steering_area: Service", wrong))
    assert meant in message_of(fault)


@pytest.mark.parametrize("name", ["service", "SERVICE", "serviceudgifter"])
def test_areas_go_by_aliases_in_upper_and_lower_case(name: str) -> None:
    """A steering area comes out by its own name."""
    case = case_from(HEAD + LINE.replace("Service", name))
    assert case.implementation_costs[0].steering_area == "Service"


def test_braces_of_the_file_do_not_confuse_a_message() -> None:
    """Text of the file in a message is shown as it is."""
    (fault,) = faults_in(HEAD.replace("ØKF", "'{message} %s [red]'") + LINE)
    assert "{message} %s [red]" in message_of(fault)


def test_spaces_from_a_word_processor_are_spaces() -> None:
    """A no-break space that came along with a copied title is a space; joiners of letters stay."""
    assert case_from(HEAD.replace("Prøve", "Øget\u00a0produktivitet\u00ad") + LINE).title == "Øget produktivitet\u00ad"


@pytest.mark.parametrize("letter", ["\\e", "\\0", "\\u202e", "\\u2028", "\\x9b"])
def test_what_a_terminal_would_obey_is_refused(letter: str) -> None:
    """Control characters, and those that turn text around, are named with their place."""
    (fault,) = faults_in(HEAD.replace("Prøve", f'"Prø{letter}ve"') + LINE)
    assert (fault.code, "(character 4)" in message_of(fault)) == ("bad-value", True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEAD + "efficiences: [{name: A, steering_area: Service, amounts: {2018: 1}}]\n", "unknown-key"),
        (HEAD + "efficiencies:\n", "wrong-type"),
        (HEAD + "unit: mia. kr.\n" + LINE.replace("100", "1.025"), "bad-value"),
        (HEAD + LINE + '"[key]": 1\n', "unknown-key"),
        (HEAD + LINE.replace("{2018: 100}", '{2018: 100, "[key]": 1}'), "bad-period"),
        (HEAD + LINE + 'accepted: {"[key]": x}\n', "bad-value"),
        (HEAD + LINE.replace("amounts", "low: 97,5%, amounts"), "unknown-key"),
    ],
)
def test_one_slip_is_one_finding(text: str, code: str) -> None:
    """Nothing that only follows from a fault is reported beside it."""
    assert [fault.code for fault in faults_in(text)] == [code]


@pytest.mark.parametrize(("unit", "meant"), [("t.kr.", "1.000 kr."), ("mio", "mio. kr."), ("Kroner", "kr.")])
def test_another_way_to_write_a_unit_is_taken(unit: str, meant: str) -> None:
    """Never for one that is a thousand times as much: the amounts are those of the unit as the format writes it."""
    assert case_from(HEAD + f"unit: {unit}\n" + LINE) == case_from(HEAD + f"unit: {meant}\n" + LINE)


def test_numbers_and_functions_of_appropriations_are_text() -> None:
    """Leading nils and trailing decimals of an account stay."""
    line = LINE.replace("{name", "{appropriation: {number: 0821, name: Adm, function: 6.450}, name")
    appropriation = case_from(HEAD + line).implementation_costs[0].appropriation
    assert appropriation is not None
    assert (appropriation.number, appropriation.function) == ("0821", "6.450")


def test_the_line_limit_is_a_limit() -> None:
    """A case of more than ten thousand lines is refused in one finding."""
    lines = "  - {name: A, steering_area: Service, amounts: {2018: 1}}\n" * (LINE_LIMIT // 2 + 1)
    both = f"implementation_costs:\n{lines}efficiencies:\n{lines}"
    assert [fault.code for fault in faults_in(HEAD + both)] == ["bad-value"]


def test_the_years_of_the_tables_are_those_that_amounts_name() -> None:
    """Left out, the span runs from the first to the last named year, a loan's years among them."""
    lines = LINE.replace("amounts", "funding: internal_loan, amounts") + "internal_loan: {repayment: 2020-2021}\n"
    assert table_years(case_from(HEAD + lines)) == range(2018, 2022)


def test_a_span_in_the_wrong_order_bounds_nothing() -> None:
    """One wrong year is one finding, not another for every amount."""
    text = HEAD + "first_year: 2020\nlast_year: 2017\n" + LINE
    assert [fault.code for fault in faults_in(text)] == ["bad-value"]


def test_a_period_is_outside_a_context_that_does_not_hold_it() -> None:
    """An open period lies within a span that holds its first year."""
    context = Context(copenhagen(), "kr.", 2018, 2020, frozenset(), 2018)
    assert context.outside(Period(2019, None)) is None
    assert str(context.outside(Period(2019, 2021))) == "går ud over last_year, som er 2020"


def test_amounts_keep_the_decimals_they_are_written_with() -> None:
    """The precision of a line is part of what it says: splits are rounded to it."""
    amounts = case_from(HEAD + LINE.replace("100", "100.50")).implementation_costs[0].amounts
    assert str(amounts[Period(2018, 2018)]) == "100.50"
    assert amounts[Period(2018, 2018)] == Decimal("100.5")


def test_equal_instalments_may_follow_the_draws_exactly() -> None:
    """2000 over three years is no whole number of anything, and still not a krone more than was drawn."""
    lines = (
        "implementation_costs:\n  - {name: A, steering_area: Service, funding: internal_loan, amounts: {2018: 2000}}\n"
        "internal_loan: {repayment: 2018-2020}\n"
    )
    assert faults_in(HEAD + lines) == []


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ("{2018: 100}", "{2018: 0,85}", "0,85 has a decimal comma; write 0.85"),
        ("{2018: 100}", "{2018: 1,025}", "write 1025 if that is the amount, or 1.0250"),
        ("amounts", "low: 97,5%, amounts", "97,5% has a decimal comma; write 97.5%"),
        ("amounts", "split: {ØU: 66.7%, KFU: 33,3%}, amounts", "33,3% has a decimal comma; write 33.3%"),
        ("amounts", "committee: ØKF, amounts", "ØKF is no committee of Københavns Kommune; write ØU"),
        ("steering_area", "styringsområde", "did you mean steering_area?"),
        ("{2018: 100}", "{2018 og frem: 100}", "has no end, and this ends; write the years: 2018-…"),
        ("{2018: 100}", "{}", "write such as {2026: 1025, 2027: 500}"),
    ],
)
def test_a_slip_is_told_the_very_words_to_write(old: str, new: str, remedy: str) -> None:
    """Copied from the message into the file, they are right."""
    faults = faults_in(HEAD + LINE.replace(old, new))
    assert remedy in message_of(faults[0])


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ("ØKF", "ØU", "write ØKF"),
        ("ØKF", "BIEU", "write BIF"),
        ("ØKF", "økonomiudvalget", "write ØKF"),
        ("title: Prøve", "title: Prøve\naffected_administrations: KFF", "write [KFF]"),
        ("title: Prøve", "title: Prøve\naffected_administrations:", "write [], or take the key away"),
        ("title: Prøve", "title: Prøve\namounts: {2018: 1}", "is a key of a line; indent it below name:"),
        ("2018", "2018\ncommittee: Beskæftigelses- og Integrationsforvaltningen", "write BIU"),
        ("2018", "2018\ncommittee: BIF", "write BIU"),
        ("2018", "2026\ncommittee: BIF", "write BIEU"),
    ],
)
def test_a_name_of_the_municipality_leads_to_the_one_that_is_meant(old: str, new: str, remedy: str) -> None:
    """The profile knows who answers to whom, and what both are called in full."""
    (fault,) = faults_in(HEAD.replace(old, new) + LINE)
    assert remedy in message_of(fault)


def test_a_fault_does_not_hide_another_of_the_same_amounts() -> None:
    """An open cost with a point for thousands, and an overlap with a period whose amount is none, are two each."""
    codes = [fault.code for fault in faults_in(HEAD + LINE.replace("{2018: 100}", "{2018: 1.025, 2019+: 5}"))]
    assert codes == ["ambiguous-thousands", "bad-period"]
    codes = [fault.code for fault in faults_in(HEAD + LINE.replace("{2018: 100}", "{2018: x, 2018-2019: 5}"))]
    assert codes == ["not-a-number", "overlapping-periods"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("administration: kff", "administration: KFF"),
        ("administration: Kultur- og Fritidsforvaltningen", "administration: KFF"),
        ("administration: ØKF\ncommittee: socialudvalget", "administration: ØKF\ncommittee: SUD"),
        ("administration: ØKF\ncommittee: buu", "administration: ØKF\ncommittee: BUU"),
        ("administration: ØKF\nkind: Investeringsforslag", "administration: ØKF\nkind: investment"),
        ("administration: ØKF\nkind: foranalyse", "administration: ØKF\nkind: pre_analysis"),
        ("administration: ØKF\napproval: Pending", "administration: ØKF\napproval: pending"),
    ],
)
def test_a_clear_name_is_taken(written: str, meant: str) -> None:
    """Small letters, names in full and the field's own Danish words need no correcting."""
    assert case_from(HEAD.replace("administration: ØKF", written) + LINE) == case_from(
        HEAD.replace("administration: ØKF", meant) + LINE
    )


@pytest.mark.parametrize("day", ["2018-02-07", "07.02.2018", "7.2.2018", "7/2-2018", "7/2 2018"])
def test_a_danish_date_is_taken(day: str) -> None:
    """The seventh of February, however a Dane writes it, and whatever a yes is written with."""
    (hearing,) = case_from(HEAD + LINE + f"hearings: [{{who: ØKF, heard: ja, approved: {day}}}]\n").hearings
    assert (hearing.heard, hearing.approved) == ("Ja", date(2018, 2, 7))


@pytest.mark.parametrize("day", ["02-07-2018", "7/2/2018", "31.02.2018", "07.02.18", "7. februar 2018"])
def test_a_date_that_may_be_another_is_refused(day: str) -> None:
    """Of two orders of day and month, and of a day that no calendar has, none is guessed."""
    (fault,) = faults_in(HEAD + LINE + f"hearings: [{{who: ØKF, heard: Ja, approved: {day}}}]\n")
    assert fault.where == ("hearings", 0, "approved")


def test_operation_may_be_several_areas() -> None:
    """Drift is Service, or Overførsler: all are named and none is chosen."""
    (fault,) = faults_in(HEAD + LINE.replace("Service", "Drift"))
    assert "Service, Overførsler (EO), Overførsler (EI)" in message_of(fault)


def test_a_committee_by_two_names_is_one() -> None:
    """Two shares of one committee are told as that, not as shares that are too few."""
    (fault,) = faults_in(HEAD + LINE.replace("amounts", "split: {KFU: 50%, kfu: 50%}, amounts"))
    assert (fault.code, fault.where[-1]) == ("duplicate-key", "kfu")
    (printed,) = faults_in(
        HEAD
        + LINE
        + "published: {source: x, by_committee: {KFU: {efficiencies: {2018: 1}}, kfu: {efficiencies: {2018: 1}}}}\n"
    )
    assert printed.code == "duplicate-key"


def test_an_unknown_key_is_told_the_nearest_and_how_many_more_there_are() -> None:
    """A line to read, not a list of two dozen keys."""
    (fault,) = faults_in(HEAD.replace("title", "titel") + LINE)
    assert message_of(fault) == "is no key that can stand here; did you mean title? There are 29 others"
    (fault,) = faults_in(HEAD + LINE + "zzz: 1\n")
    assert len(message_of(fault)) < 140


def test_a_comma_in_a_name_without_quotation_marks() -> None:
    """Inside braces a comma ends a value: what follows is told to belong to it."""
    (fault,) = faults_in(HEAD + LINE.replace("name: A", "name: Pleje, service og boliger"))
    assert message_of(fault).endswith('put that in quotation marks: "Pleje, service og boliger"')


@pytest.mark.parametrize("key", ["title", "name"])
def test_a_line_of_text_has_an_end(key: str) -> None:
    """A table is as wide as its longest name: 1,000 letters are taken, one more is not."""
    text = HEAD + LINE
    value = text.partition(f"{key}: ")[2].split(",")[0].split("\n")[0]
    assert faults_in(text.replace(f"{key}: {value}", f"{key}: {'a' * 1000}", 1)) == []
    (fault,) = faults_in(text.replace(f"{key}: {value}", f"{key}: {'a' * 1001}", 1))
    assert "has 1001 letters" in message_of(fault)

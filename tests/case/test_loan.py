"""The internal loan as a file writes it: paid back to the last krone, and never before it is drawn."""

import pytest
from support import HEAD, faults_in, message_of, result_of

LINES = """\
implementation_costs:
  - {{name: A, steering_area: Service, amounts: {amounts}, funding: internal_loan}}
internal_loan: {{repayment: {repayment}}}
"""


def faults(amounts: str, repayment: str, head: str = HEAD) -> list[tuple[str, str]]:
    """What is wrong with a loan: code and message."""
    text = head + LINES.format(amounts=amounts, repayment=repayment)
    return [(fault.code, message_of(fault)) for fault in faults_in(text)]


@pytest.mark.parametrize(
    ("amounts", "repayment", "year"),
    [
        # 600 are paid back by 2026, and 500 drawn; by 2027 and 2028 all is well again
        ("{2025: 500, 2027: 500}", "{2026: 600, 2028: 400}", 2026),
        # before anything is drawn
        ("{2026: 1000}", "{2025: 1, 2027: 999}", 2025),
        # equal instalments of 250 a year from 2025: 500 by 2026, and 400 drawn
        ("{2025: 400, 2027: 600}", "2025-2028", 2026),
    ],
)
def test_a_loan_paid_back_too_soon(amounts: str, repayment: str, year: int) -> None:
    """The first year in which more has come back than was drawn by then is named, be it in the middle."""
    assert faults(amounts, repayment) == [
        ("bad-period", f"pays back more by {year} than has been drawn by then; begin later")
    ]


@pytest.mark.parametrize(
    ("amounts", "repayment"),
    [
        ("{2025: 500, 2027: 500}", "{2026: 500, 2028: 500}"),  # all that is drawn so far, to the krone
        ("{2025: 1000}", "{2025: 400, 2026: 600}"),  # in the year of the draw itself
        ("{2025: 1000}", "2025"),
        ("{2025: 1000}", "{2026: 0, 2027: 1000}"),  # an instalment of nil
    ],
)
def test_a_loan_paid_back_in_time(amounts: str, repayment: str) -> None:
    """What has been drawn by a year may be paid back in it."""
    assert faults(amounts, repayment) == []


@pytest.mark.parametrize(
    ("repayment", "code", "said"),
    [
        ("{2026: -1, 2027: 1001}", "bad-value", "-1 is below nil; instalments are positive"),
        ("{2026: 400, 2031: 600}", "year-outside-span", "goes beyond last_year, which is 2030"),
        ("{2024: 400, 2026: 600}", "year-outside-span", "begins before first_year, which is 2025"),
        ("2026-2031", "year-outside-span", "goes beyond last_year, which is 2030"),
        ("{}", "wrong-type", "a mapping of keys and values stands here"),
        ("{2026-2027: 1000}", "bad-period", "is several years; write each year by itself"),
        (
            "{2026: 400, 2027: 500}",
            "loan-not-repaid",
            "adds up to 900, and the loan is 1000; add 100 to the instalments",
        ),
        (
            "{2026: 400, 2027: 700}",
            "loan-not-repaid",
            "adds up to 1100, and the loan is 1000; take 100 off the instalments",
        ),
    ],
)
def test_instalments_that_are_none(repayment: str, code: str, said: str) -> None:
    """Below nil, outside the table's years, for several years at once, none at all, or another sum than the loan."""
    ((found, message),) = faults("{2025: 1000}", repayment, HEAD + "first_year: 2025\nlast_year: 2030\n")
    assert found == code
    assert said in message


def test_a_loan_in_millions_is_told_in_millions() -> None:
    """A message counts as the file does: 2.5 are drawn and 2 paid back, so add 0.5 to the instalments."""
    ((_, message),) = faults("{2025: 1.5, 2026: 1.0}", "{2027: 2}", HEAD + "unit: mio. kr.\n")
    assert message == "adds up to 2, and the loan is 2.5; add 0.5 to the instalments"


def test_a_line_that_borrows_without_instalments() -> None:
    """Both lines count, in kroner: 1500000 and 500000."""
    line = "  - {{name: A, steering_area: Service, amounts: {{2025: {}}}, funding: internal_loan}}\n"
    text = HEAD + "unit: kr.\nimplementation_costs:\n" + line.format(1500000) + line.format(500000)
    (fault,) = faults_in(text)
    assert message_of(fault).startswith("borrows 2000000 (kr.) that nothing pays back")


def test_a_table_reaches_over_every_instalment() -> None:
    """The last one is in 2029, three years after the only cost."""
    assert result_of(LINES.format(amounts="{2026: 10}", repayment="{2027: 4, 2029: 6}")).years == range(2026, 2030)


def test_no_loan_costs_as_much_as_a_share_that_lost_its_point() -> None:
    """2 in a cell that shows per cents is 200 %, which would be printed as it stands."""
    ((code, message),) = faults("{2025: 500}", "2026-2027, rate: 200%")
    assert (code, message.startswith("200% a year is more than a loan costs")) == ("bad-value", True)
    assert faults("{2025: 500}", "2026-2027, rate: 2%") == []

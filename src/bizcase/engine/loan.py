"""The internal loan: drawn with the lines that it pays for, paid back to the last krone, with interest on the rest."""

from decimal import Decimal

from bizcase.case.amounts import UNITS
from bizcase.case.model import Case
from bizcase.case.periods import Period
from bizcase.case.validate import loan_drawn
from bizcase.engine.result import Loan
from bizcase.engine.split import equal_parts

NIL = Decimal(0)

DECIMALS_OF_A_KRONE = 3
"""A krone is 0,001 of the 1.000 kr. that results are counted in."""


def loan(case: Case, years: range) -> Loan | None:
    """The loan of a case, in 1.000 kr.; nothing where it has none.

    Equal instalments are equal to the krone and add up to the loan. Interest falls due from the year after the draw, on
    what is outstanding when the year begins.
    """
    if case.internal_loan is None:
        return None
    to_thousands = UNITS[case.unit]
    drawn = {year: amount * to_thousands for year, amount in loan_drawn(case).items()}
    repaid = _instalments(case.internal_loan.repayment, sum(drawn.values(), NIL), to_thousands)
    outstanding, interest = NIL, []
    for year in years:
        interest.append(outstanding * case.internal_loan.rate / 100)
        outstanding += drawn.get(year, NIL) - repaid.get(year, NIL)
    return Loan(
        drawn=tuple(drawn.get(year, NIL) for year in years),
        repayment=tuple(repaid.get(year, NIL) for year in years),
        interest=tuple(interest),
    )


def _instalments(
    repayment: Period | dict[int, Decimal], borrowed: Decimal, to_thousands: Decimal
) -> dict[int, Decimal]:
    """What is paid back in each year, in 1.000 kr."""
    if not isinstance(repayment, Period):
        return {year: amount * to_thousands for year, amount in repayment.items()}
    years = repayment.named_years
    return dict(zip(years, equal_parts(borrowed, len(years), DECIMALS_OF_A_KRONE), strict=True))

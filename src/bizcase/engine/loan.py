"""The internal loan: drawn with the lines that it pays for, paid back to the last krone, with interest on the rest."""

from decimal import Decimal

from bizcase.case.amounts import UNITS
from bizcase.case.model import Case
from bizcase.case.periods import Period
from bizcase.case.validate import loan_drawn
from bizcase.engine.result import Loan
from bizcase.engine.split import decimals_of, equal_parts

NIL = Decimal(0)


def loan(case: Case, years: range) -> Loan | None:
    """The loan of a case, in 1.000 kr.; nothing where it has none.

    Equal instalments are rounded half up to the decimals that the borrowed lines are written with, and what rounding
    leaves goes to the first, so that they add up to the loan. Interest falls due from the year after the draw.
    """
    if case.internal_loan is None:
        return None
    to_thousands = UNITS[case.unit]
    drawn = loan_drawn(case)
    repaid = _instalments(case.internal_loan.repayment, drawn)
    outstanding, interest = NIL, []
    for year in years:
        interest.append(outstanding * case.internal_loan.rate / 100 * to_thousands)
        outstanding += drawn.get(year, NIL) - repaid.get(year, NIL)
    return Loan(
        drawn=tuple(drawn.get(year, NIL) * to_thousands for year in years),
        repayment=tuple(repaid.get(year, NIL) * to_thousands for year in years),
        interest=tuple(interest),
    )


def _instalments(repayment: Period | dict[int, Decimal], drawn: dict[int, Decimal]) -> dict[int, Decimal]:
    if not isinstance(repayment, Period):
        return repayment
    last = repayment.first if repayment.last is None else repayment.last
    names = [str(year) for year in range(repayment.first, last + 1)]
    equal = equal_parts(sum(drawn.values(), NIL), names, decimals_of(*drawn.values()))
    return {int(year): amount for year, amount in equal.items()}

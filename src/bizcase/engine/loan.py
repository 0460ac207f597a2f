"""The internal loan: drawn with the parts that it pays for, paid back to the last krone, with interest on the rest."""

from collections.abc import Iterable
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.model import Case
from bizcase.case.periods import Period
from bizcase.case.rounding import DECIMALS_OF_A_KRONE, equal_parts, half_up
from bizcase.engine.flow import Flow, spanned, total
from bizcase.engine.result import Loan

_DECIMALS = 50
"""Of an instalment that follows its loan: far below a krone, and few enough to be added up to the last of them."""


def loan(case: Case, draws: Iterable[Flow], years: range) -> Loan | None:
    """The loan of a case through what its parts draw; nothing where it has none.

    Its years are those of the table and of every instalment. Interest falls due from the year after the draw, on what
    is outstanding when the year begins.
    """
    if case.internal_loan is None:
        return None
    drawn = total(draws, years)
    repaid = _instalments(case, case.internal_loan.repayment, drawn)
    years = spanned(years, *(range(year, year + 1) for year in repaid))
    drawn, repayment = total([drawn], years), Flow(years, tuple(repaid.get(year, ZERO) for year in years))
    outstanding, interest = ZERO, []
    for draw, instalment in zip(drawn.figures, repayment.figures, strict=True):
        interest.append(outstanding * case.internal_loan.rate / 100)
        outstanding += draw - instalment
    return Loan(drawn, repayment, Flow(years, tuple(interest)))


def _instalments(case: Case, repayment: Period | dict[int, Decimal], drawn: Flow) -> dict[int, Decimal]:
    """What is paid back in each year.

    Equal instalments are equal to the krone and add up to the loan. Where the loan is not what the case says, because
    its parts are varied, instalments grow with it and come as many years later as it does.
    """
    if drawn.first_year is None:
        return {}
    borrowed, later = drawn.total, drawn.first_year - _first_draw_written(case)
    if isinstance(repayment, Period):
        years = repayment.named_years
        repaid = dict(zip(years, equal_parts(borrowed, len(years), DECIMALS_OF_A_KRONE), strict=True))
    elif (written := sum(repayment.values(), ZERO)) == borrowed:
        repaid = repayment
    else:
        repaid = {year: half_up(amount * borrowed / written, _DECIMALS) for year, amount in repayment.items()}
        repaid[max(repaid)] += borrowed - sum(repaid.values())  # what division leaves over
    return {year + later: amount for year, amount in repaid.items()}


def _first_draw_written(case: Case) -> int:
    borrowed = (line.amounts for line in case.implementation_costs if line.funding == "internal_loan")
    return min(period.first for amounts in borrowed for period, amount in amounts.items() if amount)

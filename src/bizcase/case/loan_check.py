"""Whether an internal loan is paid back: to the last krone, and not before it is drawn."""

from decimal import Decimal

from bizcase.case.amounts import ZERO, added_up
from bizcase.case.model import Case
from bizcase.case.periods import Period
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text


def _loan_drawn(case: Case) -> dict[int, Decimal]:
    """What the case borrows in each year."""
    drawn: dict[int, Decimal] = {}
    for line in case.implementation_costs:
        if line.funding == "internal_loan":
            for period, amount in line.amounts.items():
                for year in period.named_years:
                    drawn[year] = drawn[year] + amount if year in drawn else amount
    return drawn


def loan_faults(case: Case) -> list[Fault]:
    """A loan that is not paid back to the last krone, or paid back before it is drawn."""
    drawn = _loan_drawn(case)
    loan = added_up(drawn.values()) if drawn else ZERO
    if case.internal_loan is None:
        if not any(drawn.values()):
            return []
        index = next(i for i, line in enumerate(case.implementation_costs) if line.funding == "internal_loan")
        message = Text(
            "låner {amount} ({unit}), men sagen har ingen afdrag; tilføj internal_loan med repayment",
            amount=case.as_written(loan),
            unit=case.unit,
        )
        return [Fault("loan-not-repaid", ("implementation_costs", index, "funding"), message)]
    where = ("internal_loan", "repayment")
    if loan <= 0:
        return [
            Fault(
                "loan-not-repaid",
                where,
                Text(
                    "betaler et lån tilbage, men ingen linje låner; skriv funding: internal_loan på den linje, "
                    "lånet betaler"
                ),
            )
        ]
    repayment, parts = case.internal_loan.repayment, 1
    if isinstance(repayment, Period):  # equal instalments, counted in parts of one so as to stay exact
        years = repayment.named_years
        repayment, parts = dict.fromkeys(years, loan), len(years)
    elif (repaid := added_up(repayment.values())) != loan:
        figures = {"repaid": case.as_written(repaid), "loan": case.as_written(loan)}
        difference = case.as_written(abs(loan - repaid))
        if repaid < loan:
            message = Text(
                "giver i alt {repaid}, og lånet er {loan}; læg {difference} til afdragene",
                difference=difference,
                **figures,
            )
        else:
            message = Text(
                "giver i alt {repaid}, og lånet er {loan}; træk {difference} fra afdragene",
                difference=difference,
                **figures,
            )
        return [Fault("loan-not-repaid", where, message)]
    for year in sorted({*repayment, *drawn}):
        owed = sum(amount for when, amount in drawn.items() if when <= year)
        if sum(amount for when, amount in repayment.items() if when <= year) > owed * parts:
            return [
                Fault(
                    "bad-period",
                    where,
                    Text("betaler til og med {year} mere tilbage, end der er lånt; begynd afdragene senere", year=year),
                )
            ]
    return []

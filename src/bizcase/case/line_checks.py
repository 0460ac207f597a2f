"""What no field of a line can tell by itself: the sign of income, and parts that are more than their line."""

from collections.abc import Iterator
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.line import SECTIONS, Line
from bizcase.case.model import Case
from bizcase.case.period_amounts import Amounts
from bizcase.case.periods import Period
from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text


def line_faults(case: Case) -> Iterator[Fault]:
    """What is wrong with the lines of a case."""
    for section in SECTIONS:
        for index, line in enumerate(getattr(case, section)):
            where: Where = (section, index)
            if section == "income":
                yield from _not_negative(line, where)
            if line.of_which:
                yield from list(_more_than_the_line(case, line, where)) or _together_too_much(case, line, where)


def _not_negative(line: Line, where: Where) -> Iterator[Fault]:
    for period, amount in line.amounts.items():
        if amount > ZERO:
            message = Text("er over 0; skriv en indtægt med minus, og en udgift under implementation_costs")
            yield Fault("bad-value", (*where, "amounts", str(period)), message)


def _more_than_the_line(case: Case, line: Line, where: Where) -> Iterator[Fault]:
    """A part (heraf) with another sign than its line, or that is larger, or has years that the line has not."""
    for number, part in enumerate(line.of_which):
        for period, amount in part.amounts.items():
            year = next((year for year in period.named_years if not _holds(line, year, amount)), None)
            if year is None and period.is_open and not _holds(line, None, amount):
                year = period.first
            if year is not None:
                of_line = _at(line, year)
                message = Text(
                    "{part} i {year} er ikke en del af linjen, som er {line}; ret det ene",
                    part=case.as_written(amount),
                    year=year,
                    line=case.as_written(of_line) if of_line is not None else Text("uden beløb"),
                )
                yield Fault("bad-value", (*where, "of_which", number, "amounts", str(period)), message)
                break


def _together_too_much(case: Case, line: Line, where: Where) -> Iterator[Fault]:
    """Parts that are more than their line together, in the first such year."""
    named = [period for part in line.of_which for period in part.amounts]
    years = sorted({year for period in named for year in period.named_years})
    for year in years:
        parts = [amount for part in line.of_which if (amount := _in(part.amounts, year)) is not None]
        of_line = _at(line, year)
        together = sum(parts, ZERO)
        if of_line is not None and len(parts) > 1 and abs(together) > abs(of_line):
            message = Text(
                "giver tilsammen {parts} i {year}, og linjen er {line}; ret det ene",
                parts=case.as_written(together),
                year=year,
                line=case.as_written(of_line),
            )
            yield Fault("bad-value", (*where, "of_which"), message, at_key=True)
            return


def _holds(line: Line, year: int | None, amount: Decimal) -> bool:
    of_line = _at(line, year)
    return of_line is not None and (ZERO <= amount <= of_line or of_line <= amount <= ZERO)


def _at(line: Line, year: int | None) -> Decimal | None:
    """What the line has in a year, or for good."""
    return _in(line.amounts, year)


def _in(amounts: Amounts, year: int | None) -> Decimal | None:
    return next((amount for period, amount in amounts.items() if _covers(period, year)), None)


def _covers(period: Period, year: int | None) -> bool:
    return period.is_open if year is None else period.covers(year)

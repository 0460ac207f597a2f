"""A checked case written down again in its normal form: an amount a year and the open year, no field by default.

The normal form is what a form and a file can both say, so a case that goes through either comes back as itself.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from bizcase.case.acceptance import Acceptance
from bizcase.case.amounts import ZERO
from bizcase.case.assumptions import Factor, Figure
from bizcase.case.figure_meant import THOUSANDS_HAVE_POINTS, THREE_DECIMALS
from bizcase.case.line import DrivenLine, Line, OfWhich
from bizcase.case.measure import Measure
from bizcase.case.model import Case, InternalLoan
from bizcase.case.period_amounts import Amounts, SpreadAmounts
from bizcase.case.periods import Period
from bizcase.case.printed import FTE, PrintedLine, PrintedPayback
from bizcase.case.record import Record
from bizcase.case.rounding import equal_parts
from bizcase.case.unit import MILLIONS, POWERS, counted_in
from bizcase.case.validation import table_years
from bizcase.reading.document import Plain

Document = dict[str, Any]
"""A case as plain values: mappings, lists, texts, and `Plain` for what stands without quotation marks."""

DECIMALS_OF_A_FILE = 4
"""Decimals that an amount in a file may have, in the file's unit."""


class _Yearly(NamedTuple):
    """What a line has in a period, as a file writes it, and whether it is an own figure."""

    period: Period
    figure: str
    own: bool


def document_of(case: Case, *, joined: bool) -> Document:
    """The case as a document that reads as the same case.

    Open periods are written year by year through the tables' last year, which stays open. Where `joined`, years in a
    row with one amount are one period again, as a person writes them; a table has a column for each.
    """
    return _Writer(case, joined=joined).record(case)


class _Writer:
    """Writes the values of one case: amounts in its unit, periods through its last year."""

    def __init__(self, case: Case, *, joined: bool) -> None:
        self._unit = case.unit
        self._last = table_years(case)[-1]
        self._joined = joined

    def record(self, record: Record) -> Document:
        """The fields of a record that say more than their default."""
        written: Document = {}
        for name, field in type(record).model_fields.items():
            value = getattr(record, name)
            if field.is_required() or value != field.default:
                written[field.alias or name] = self._value(field.alias or name, value)
        if isinstance(record, Line):
            written |= self._of_line(record)
        elif isinstance(record, OfWhich):
            written |= self._periods(record.amounts, frozenset())
        elif isinstance(record, InternalLoan):
            written |= self._of_loan(record)
        return _filled(written)

    def _value(self, name: str, value: object) -> Any:
        match value:
            case Record():
                written: Any = self.record(value)
            case PrintedLine():
                written = self._printed_line(value)
            case PrintedPayback() | Figure() | Measure() | Factor():
                written = _as_read(value)
            case tuple():
                written = [self._value(name, item) for item in value]
            case dict() if name == "accepted":
                written = {code: _reasons(acceptances) for code, acceptances in value.items()}
            case dict() if any(isinstance(item, Figure) for item in value.values()):
                written = self._figures_by_year(value)
            case dict():
                written = _filled({str(key): self._value(name, item) for key, item in value.items()})
            case _:
                written = self._scalar(name, value)
        return written

    def _scalar(self, name: str, value: object) -> object:
        match value:
            case bool():
                return Plain("true" if value else "false")
            case Decimal():
                return Plain(self._decimal(name, value))
            case int() | date():
                return Plain(value)
            case _:
                return value

    def _decimal(self, name: str, value: Decimal) -> str:
        """A number of its own: a share in per cent, an overview's mio. kr., else an amount in the file's unit."""
        if name in ("split", "low", "high", "rate"):
            return f"{value.normalize():f}%"
        if name in ("round_to", "published"):  # in 1.000 kr. whatever the file counts in, or no money
            figure = f"{value:f}"
            return f"{figure}0" if THREE_DECIMALS.fullmatch(figure) and not figure.startswith("0.") else figure
        if name == "overview":
            return f"{counted_in(MILLIONS, value):f}"
        return self._amount(value)

    def _amount(self, thousands: Decimal) -> str:
        figure = f"{counted_in(self._unit, thousands):f}"
        looks_like_thousands = self._unit in THOUSANDS_HAVE_POINTS and THREE_DECIMALS.fullmatch(figure)
        return f"{figure}0" if looks_like_thousands else figure

    def _of_line(self, line: Line) -> Document:
        """A line's amounts and which of them are own, its årsværk, and the lists that follow the amounts."""
        if line.calculation:
            driven = isinstance(line, DrivenLine) and line.phase_in
            shares = self._periods(driven, frozenset(), money=False)["amounts"] if driven else {}
            written: Document = {"phase_in": {year: Plain(f"{share}%") for year, share in shares.items()}}
            written |= {"amounts": {}}
        else:
            written = self._periods(line.amounts, line.own_figure)
        if line.fte is not None:
            written[FTE] = self._periods(line.fte, frozenset(), money=False)["amounts"]
        return written

    def _of_loan(self, loan: InternalLoan) -> Document:
        repayment = loan.repayment
        if isinstance(repayment, Period):
            return {"repayment": Plain(repayment)} | ({"own_figure": Plain("true")} if loan.own_figure else {})
        figures = [
            _Yearly(year, self._amount(amount), year in loan.own_figure)
            for year, amount in ((Period(number, number), amount) for number, amount in repayment.items())
        ]
        return {"repayment": {str(each.period): Plain(each.figure) for each in figures}} | _own(figures)

    def _periods(self, amounts: Amounts, own: frozenset[Period], *, money: bool = True) -> Document:
        """Amounts by year, and which of them are own figures; sums over several years as the years' amounts."""
        spread = amounts.spread if isinstance(amounts, SpreadAmounts) else ()
        figures: list[_Yearly] = []
        for period, amount in sorted((self._divided(amounts, spread) if spread else amounts).items()):
            figure = self._amount(amount) if money else f"{amount:f}"
            if money and any(whole.covers(period.first) for whole in spread):
                figure = f"{Decimal(figure):.{DECIMALS_OF_A_FILE}f}"
            figures += self._yearly(period, figure, own=any(each.covers(period.first) for each in own))
        if self._joined:
            figures = list(_in_runs(figures))
        return {"amounts": {str(each.period): Plain(each.figure) for each in figures}} | _own(figures)

    def _yearly(self, period: Period, figure: str, *, own: bool) -> list[_Yearly]:
        """A period year by year, an open one through the last year of the tables, which stays open."""
        last = max(self._last, period.first) if period.last is None else period.last
        years = [_Yearly(Period(year, year), figure, own) for year in range(period.first, last + 1)]
        if period.last is None:
            years[-1] = years[-1]._replace(period=Period(last, None))
        return years

    def _figures_by_year(self, figures: Mapping[Period, Figure]) -> Document:
        """The figures of an assumption by year, through the last of the tables where they go on."""
        yearly = [
            each
            for period, figure in sorted(figures.items())
            for each in self._yearly(period, figure.written, own=False)
        ]
        return {str(each.period): Plain(each.figure) for each in (_in_runs(yearly) if self._joined else yearly)}

    def _divided(self, amounts: SpreadAmounts | Amounts, spread: Iterable[Period]) -> Amounts:
        """Sums over several years divided as far as the file's unit can say it: to the krone, or to 100 kr. of mio."""
        decimals = DECIMALS_OF_A_FILE - POWERS[self._unit]
        divided = dict(amounts)
        for whole in spread if decimals < -POWERS["kr."] else ():
            total = sum((amounts[Period(year, year)] for year in whole.named_years), ZERO)
            parts = equal_parts(total, len(whole.named_years), decimals)
            divided |= {Period(year, year): part for year, part in zip(whole.named_years, parts, strict=True)}
        return divided

    def _printed_line(self, printed: PrintedLine) -> Document:
        written: Document = {key: Plain(self._amount(amount)) for key, amount in printed.amounts.items()}
        if printed.fte:
            written[FTE] = {key: Plain(f"{number:f}") for key, number in printed.fte.items()}
        return written


def _as_read(value: PrintedPayback | Figure | Measure | Factor) -> str:
    """What was kept as the file writes it."""
    match value:
        case PrintedPayback():
            return value.text
        case Measure():
            return value.written
        case Figure():
            return Plain(value.written)
        case _:
            return Plain(value)


def _filled(document: Document) -> Document:
    """A document without the lists and mappings that hold nothing, which say what their absence says."""
    return {key: value for key, value in document.items() if value not in ({}, [])}


def _own(figures: list[_Yearly]) -> Document:
    """Which of the periods are own figures: all of them, or those in a list."""
    own = [Plain(each.period) for each in figures if each.own]
    if not own:
        return {}
    return {"own_figure": Plain("true") if len(own) == len(figures) else own}


def _in_runs(figures: list[_Yearly]) -> Iterable[_Yearly]:
    """Years in a row with one amount as one period; an open one begins where its amount does."""
    numbered = enumerate(figures)
    for _, together in groupby(numbered, lambda each: (each[1].period.first - each[0], each[1].figure, each[1].own)):
        run = [figure for _, figure in together]
        yield run[0]._replace(period=Period(run[0].period.first, run[-1].period.last))


def _reasons(acceptances: Iterable[Acceptance]) -> Any:
    """The reasons of a code below the keys of their places; the one reason of a code by itself."""
    written: Document = {}
    for place, reason in acceptances:
        if not place:
            return reason
        inner = written
        for key in place[:-1]:
            inner = inner.setdefault(key, {})
        inner[place[-1]] = reason
    return written

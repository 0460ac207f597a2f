"""A printed figure against a calculated one, at the precision that it is printed with."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from bizcase.case.kinds import Unit
from bizcase.case.period_amounts import TOTAL
from bizcase.case.printed import LASTING, PrintedPayback
from bizcase.case.rounding import half_up
from bizcase.case.unit import counted_in
from bizcase.engine.flow import Flow
from bizcase.engine.result import Accepted, PaybackTime
from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text, Words

CODE = "published-mismatch"
SEVERITY = Severity.ERROR


class Paper(NamedTuple):
    """How a paper prints: its unit, and how many of a figure's last digit it is allowed to be wrong by.

    A message shows what the case comes to with so many `finer` digits.
    """

    unit: Unit
    tolerance: int = 0
    finer: int = 0


def figure(where: Where, printed: Decimal, calculated: Decimal, paper: Paper) -> Iterator[Fault]:
    """A fault where a figure differs by more than the paper is allowed to."""
    decimals = -int(printed.as_tuple().exponent)
    rounded = half_up(calculated, decimals)
    if abs(rounded - printed) <= paper.tolerance * Decimal(1).scaleb(-decimals):
        return
    shown = half_up(calculated, decimals + paper.finer)
    in_paper, in_case, difference = (counted_in(paper.unit, amount) for amount in (printed, shown, shown - printed))
    yield Fault(CODE, where, _differs(in_paper, in_case, difference), severity=SEVERITY)


def accepted(fault: Fault, reason: str) -> Accepted:
    """A finding that is accepted for a reason, with the figures that differ where it is about any."""
    text = fault.text
    if not isinstance(text, Text) or fault.code != CODE:
        return Accepted(reason)
    printed, calculated = (text.values.get(name) for name in ("paper", "case"))
    if isinstance(printed, _COMPARED) and isinstance(calculated, _COMPARED):
        return Accepted(reason, printed, calculated)
    return Accepted(reason)


_COMPARED = (Decimal, Text, str)


def _differs(in_paper: object, in_case: object, difference: Decimal) -> Text:
    return Text(
        "i papiret står {paper}, og sagen giver {case}, en forskel på {difference}; ret det, der "
        "er forkert, eller accepter med en begrundelse under accepted, hvis fejlen er papirets",
        paper=in_paper,
        case=in_case,
        difference=f"{difference:+f}",
    )


def row(where: Where, printed: Mapping[str, Decimal] | None, calculated: Flow, paper: Paper) -> Iterator[Fault]:
    """One printed row against the calculated one: year by year, in all, and what lasts."""
    figures = {str(year): amount for year, amount in calculated.by_year.items()}
    figures |= {TOTAL: calculated.total, LASTING: calculated.lasting}
    for year, in_paper in (printed or {}).items():
        if year in figures:
            yield from figure((*where, year), in_paper, figures[year], paper)
        else:
            text = Text(
                "i papiret står {printed} for {year}, som tabellerne ikke omfatter; ret året, first_year "
                "eller last_year",
                printed=counted_in(paper.unit, in_paper),
                year=year,
            )
            yield Fault(CODE, (*where, year), text, at_key=True, severity=SEVERITY)


def printed_and_own(where: Where, year: str) -> Fault:
    """A figure of a year that the paper is said to print, and that is said to be ours."""
    text = Text("er trykt, men linjen siger, at {year} er vores eget tal; fjern det ene", year=year)
    return Fault(CODE, (*where, year), text, at_key=True, severity=SEVERITY)


def payback(where: Where, printed: PrintedPayback | None, calculated: PaybackTime) -> Iterator[Fault]:
    """A fault where a printed payback is not the calculated one."""
    if printed is None or _agrees(printed, calculated):
        return
    within, value = printed.within, _comparable(printed, calculated)
    if value is not None and within is not None and within.least == within.most and not within.in_months:
        yield Fault(CODE, where, _differs(_in_paper(printed.text), _in_case(printed, calculated), value - within.least))
        return
    text = Text(
        "i papiret står {paper}, og sagen giver {case}; ret det, der er forkert, eller accepter "
        "med en begrundelse under accepted, hvis fejlen er papirets",
        paper=_in_paper(printed.text),
        case=_in_case(printed, calculated),
    )
    yield Fault(CODE, where, text, severity=SEVERITY)


def _agrees(printed: PrintedPayback, calculated: PaybackTime) -> bool:
    if printed.within is None:
        return printed.text == (
            "" if calculated.status == "no_investment" else "-" if calculated.years is None else "?"
        )
    value = _comparable(printed, calculated)
    return value is not None and printed.within.least <= value <= printed.within.most


def _comparable(printed: PrintedPayback, calculated: PaybackTime) -> Decimal | None:
    """The calculated payback with the digits, or in the months, that the paper has."""
    within = printed.within
    if calculated.years is None or within is None:
        return None
    exactly = calculated.exactly if calculated.ratio is None else calculated.ratio
    in_fractions = within.in_months or bool(within.decimals)
    value = exactly if in_fractions and exactly is not None else Decimal(calculated.years)
    if within.in_months:
        value *= 12
    return value if within.decimals is None else half_up(value, within.decimals)


def _in_paper(text: str) -> Words:
    return Text("{count} år", count=int(text)) if text.isdigit() else f'"{text}"'


def _in_case(printed: PrintedPayback, calculated: PaybackTime) -> Words:
    if calculated.status == "no_investment":
        return '""'
    if (value := _comparable(printed, calculated)) is None:
        return '"-"' if calculated.years is None else years_said(calculated)
    if printed.within is not None and printed.within.in_months:
        return Text("{years} år og {months} måneder", years=int(value) // 12, months=int(value) % 12)
    if value == int(value):
        return Text("{count} år", count=int(value))
    in_paper = printed.within.decimals if printed.within is not None else None
    return Text("{years} år", years=half_up(value, in_paper or 1))


def years_said(calculated: PaybackTime) -> Words:
    """A payback as a message says it."""
    if calculated.years is None:
        return Text("aldrig")
    if calculated.ratio is not None:
        return Text("{years} år", years=half_up(calculated.ratio, 1))
    return Text("{count} år", count=calculated.whole)

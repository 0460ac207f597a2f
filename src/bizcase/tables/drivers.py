"""Beregningsforudsætninger: each calculation of a case, figure by figure, with units, conversions and sources."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from bizcase.case.assumptions import Assumption, Chain, Figure
from bizcase.case.derivation import Figures, calculated, driven_lines, figures_of, used_names
from bizcase.case.line import DrivenLine
from bizcase.case.measure import in_words
from bizcase.case.model import Case
from bizcase.case.quantity import ByPeriod
from bizcase.case.rounding import as_decimal
from bizcase.engine.result import Result
from bizcase.tables.figures import UNIT, Number
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Role, Table
from bizcase.texts.template import Text, Words


def has_drivers(result: Result) -> bool:
    """Whether a case says what any of its figures rests on."""
    return bool(result.case.assumptions or result.case.derived)


def drivers(result: Result) -> list[Table]:
    """A table with every calculation of a case: derived figures, driven lines, and what is in none; or no table."""
    if not has_drivers(result):
        return []
    case = result.case
    figures = figures_of(case)
    rows = Rows()
    for name, each in case.derived.items():
        rows.section(_as_words(name))
        _calculation(rows, each.chain, figures, case)
        _conversions(rows, figures[name].conversions)
        unit = each.unit.written if each.unit else None
        for period, exactly in _each_of(figures[name].quantity.figure):
            label = _labelled("=", name, period)
            rows.add(Role.TOTAL, label, _number(exactly), unit, None, _in_paper(case, name))
    for _, line in driven_lines(case):
        rows.section(line.name)
        _calculation(rows, line.calculation, figures, case)
        _line(rows, line, figures, case)
    _unused(rows, case)
    return [
        Table(
            name=Text("Forudsætninger"),
            title=Text("Beregningsforudsætninger"),
            columns=(
                Column(Text("Regnestykke")),
                Column(Text("Tal"), figures=True),
                Column(Text("Enhed")),
                Column(Text("Lavt og højt skøn")),
                Column(Text("Kilde")),
            ),
            rows=rows.all(),
            notes=(Text("Alt er regnet uden afrunding; kun linjernes beløb er rundet af, før de fordeles og lånes."),),
        )
    ]


def _calculation(rows: Rows, chain: Chain, figures: Figures, case: Case) -> None:
    """What is multiplied and divided by: assumptions as they are written, derived figures as they came out."""
    for position, factor in enumerate(chain):
        sign = ":" if factor.divides else "×" if position else ""
        if (assumption := case.assumptions.get(factor.name)) is not None:
            _assumption(rows, sign, factor.name, assumption)
            continue
        quantity = figures[factor.name].quantity
        unit = in_words(quantity.powers) if quantity.powers else None
        for period, exactly in _each_of(quantity.figure):
            label = _labelled(sign, factor.name, period)
            rows.line(label, _number(exactly), unit, None, Text("beregnet i denne tabel"))


def _assumption(rows: Rows, sign: str, name: str, assumption: Assumption) -> None:
    unit = assumption.unit.written if assumption.unit else None
    value = assumption.value
    for period, figure in value.items() if isinstance(value, dict) else [("", value)]:
        label = _labelled(sign, name, str(period))
        rows.line(label, _as_printed(figure), unit, _bounds(assumption), assumption.source)


def _line(rows: Rows, line: DrivenLine, figures: Figures, case: Case) -> None:
    """What a line's calculation comes to, and the amounts that it gives, phased in and rounded, in the line's sign."""
    quantity, conversions = calculated(line, figures, case)
    _conversions(rows, conversions)
    for years, exactly in _each_of(quantity.figure):
        label = Text("= i alt {period}", period=years) if years else Text("= i alt")
        rows.add(Role.SUBTOTAL, label, _number(exactly), in_words(quantity.powers))
    shares = line.phase_in or {}
    for period, amount in line.amounts.items():
        share = next((share for phase, share in shares.items() if phase.meets(period)), Decimal(100))
        label = Text("{period}, indfaset {share} %", period=str(period), share=_plain_number(share))
        rows.add(Role.TOTAL, label, Text("{amount}", amount=amount), Text("{unit}", unit=UNIT), None, _rounding(line))


def _rounding(line: DrivenLine) -> Text:
    if line.round_to is None:
        return Text("rundet af til hele 1.000 kr.")
    return Text("rundet af til {step} × 1.000 kr.", step=_plain_number(line.round_to))


def _unused(rows: Rows, case: Case) -> None:
    """Assumptions that stand in no calculation, so that none is left out in silence."""
    rest = [name for name in case.assumptions if name not in used_names(case)]
    if rest:
        rows.section(Text("Bruges ikke i noget regnestykke"))
    for name in rest:
        _assumption(rows, "", name, case.assumptions[name])


def _conversions(rows: Rows, conversions: tuple[Text, ...]) -> None:
    for conversion in conversions:
        rows.line(conversion)


def _each_of(figure: Fraction | ByPeriod) -> Iterator[tuple[str, Fraction]]:
    """A figure for all years, or each with its period."""
    if isinstance(figure, dict):
        yield from ((str(period), exactly) for period, exactly in figure.items())
    else:
        yield "", figure


def _labelled(sign: str, name: str, period: str) -> str:
    return " ".join(filter(None, (sign, f"{_as_words(name)}, {period}" if period else _as_words(name))))


def _as_words(name: str) -> str:
    """A name of the case as it is printed: `timer_pr_årsværk` is timer pr årsværk."""
    return name.replace("_", " ")


def _number(exactly: Fraction) -> Text:
    """A figure that has been worked out, with two decimals where it has any, and more where it is below 1."""
    decimals = 0 if exactly.denominator == 1 else 2 if exactly >= 1 else 4 if exactly >= _SMALL else 8
    return Text("{figure}", figure=Number(as_decimal(exactly), decimals))


_SMALL = Fraction(1, 100)


def _plain_number(number: Decimal) -> Number:
    """A number with the decimals that it is written with."""
    return Number(number, max(-int(number.as_tuple().exponent), 0))


def _as_printed(figure: Figure) -> Words:
    """A figure with the digits that it is written with: `10%` is 10 %, and a fraction stays one."""
    if figure.written.endswith("%"):
        return Text("{share} %", share=_plain_number(Decimal(figure.written.removesuffix("%").strip())))
    if "/" in figure.written:
        return figure.written
    return Text("{figure}", figure=_plain_number(Decimal(figure.written)))


def _bounds(assumption: Assumption) -> Words | None:
    low, high = assumption.low, assumption.high
    if low and high:
        return Text("{low} til {high}", low=_as_printed(low), high=_as_printed(high))
    if low:
        return Text("mindst {low}", low=_as_printed(low))
    return Text("højst {high}", high=_as_printed(high)) if high else None


def _in_paper(case: Case, name: str) -> Words | None:
    """What the paper prints of a derived figure, and where."""
    each = case.derived[name]
    if each.published is None:
        return each.source
    printed = _plain_number(each.published)
    if each.source is None:
        return Text("i papiret står {printed}", printed=printed)
    return Text("i papiret står {printed} ({source})", printed=printed, source=each.source)

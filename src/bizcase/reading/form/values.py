"""From the content of one cell to a value of the document, or why it cannot be taken."""

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bizcase.reading.document import Plain, quoted
from bizcase.reading.form.closed_lists import BLANK
from bizcase.reading.form.contents import text_of, what_it_lacks
from bizcase.reading.form.figures import Refused, figure_of, figure_typed, figure_worked_out
from bizcase.reading.form.names import names_in, shares_in
from bizcase.reading.form.shapes import Kind
from bizcase.reading.workbook.sheet import Cell
from bizcase.texts.template import Text

Value = str | dict[str, str] | list[str]
"""A scalar; what shares or instalments say; or names."""

DECIMALS_OF_PERSONS = 2

_KRONER = {"kr", "kroner", "krone", "dkk"}
_MILLIONS = ("mio", "mill", "mkr", "1.000.000")


def decimals_of_a_krone(unit: str) -> int:
    """How many decimals a krone has in the unit that a form counts in, however that is written."""
    bare = unit.strip().casefold().removesuffix(".")
    if bare in _KRONER:
        return 0
    return 6 if bare.startswith(_MILLIONS) else 3


def value_of(cell: Cell, kind: Kind, per_krone: int) -> Value | Refused | None:
    """The value of a filled cell; nothing where it says that there is none; `per_krone` are a krone's decimals."""
    if (problem := what_it_lacks(cell)) is not None:
        return problem
    if kind in _FIGURES:
        return _figure(cell, kind, per_krone)
    if kind is Kind.DATE and isinstance(cell.value, date):
        return Plain(cell.value.isoformat())
    if kind is Kind.INSTALMENTS:
        return _instalments(text_of(cell).strip(), per_krone)
    read = _READERS.get(kind)
    return text_of(cell) if read is None else read(cell)


_FIGURES = (Kind.AMOUNT, Kind.MILLIONS, Kind.PERSONS)


def _figure(cell: Cell, kind: Kind, per_krone: int) -> str | Refused:
    places = 6 if kind is Kind.MILLIONS else per_krone
    in_millions = places == 6 or kind is Kind.PERSONS
    match cell.value:
        case bool():
            return Refused("not-a-number", Text("her står et ja eller et nej; skriv et tal, fx 4400"))
        case Decimal() if cell.percent:
            share = text_of(cell._replace(value=cell.value * 100))
            return Refused("not-a-number", Text("{found} % er en procent; skriv et tal, fx 4400", found=share))
        case Decimal() if cell.formula and kind is not Kind.PERSONS:
            figure: str | Refused = figure_worked_out(cell.value, per_krone=places)
        case Decimal():
            figure = figure_of(cell.value, cell.decimals, in_millions=in_millions)
        case date():
            message = Text(
                "her står datoen {found}; blev et tal med decimaler skrevet med punktum? Skriv det med komma, fx 4,5",
                found=text_of(cell),
            )
            return Refused("not-a-number", message)
        case _:
            figure = figure_typed(str(cell.value), in_millions=in_millions)
    if isinstance(figure, Refused):
        return figure
    return _persons(figure) if kind is Kind.PERSONS else Plain(figure)


def _persons(figure: str) -> str | Refused:
    """Årsværk have two decimals at most."""
    if len(figure.partition(".")[2]) <= DECIMALS_OF_PERSONS:
        return Plain(figure)
    rounded = Decimal(figure).quantize(Decimal("0.01"), ROUND_HALF_UP)
    found, instead = (str(each).replace(".", ",") for each in (figure, rounded))
    return Refused(
        "bad-value", Text("{found} har flere end to decimaler; skriv {instead}", found=found, instead=instead)
    )


def _per_cent(cell: Cell) -> str | Refused:
    if isinstance(cell.value, Decimal):
        if cell.percent:
            return Plain(f"{(cell.value * 100).normalize():f}%")
        if 0 < cell.value <= 2:
            return _share_or_per_cent(text_of(cell), cell.value)
    written = text_of(cell).replace(" ", "").replace("\u00a0", "").replace(",", ".").removesuffix("%")
    if "%" not in text_of(cell) and re.fullmatch(r"[01]([.,][0-9]+)?|2", written) and Decimal(written):
        return _share_or_per_cent(text_of(cell).strip(), Decimal(written))
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", written):
        return Refused("not-a-number", Text("{found} er ikke en procent; skriv fx 50 %", found=quoted(text_of(cell))))
    return Plain(f"{written}%")


def _share_or_per_cent(found: str, figure: Decimal) -> Refused:
    """A figure that Excel may have made of a per cent that somebody typed, in a cell that shows none."""
    message = Text(
        "{found} er en andel eller en procent; skriv {share}, hvis det er {share} %, eller vælg talformatet Procent",
        found=found,
        share=f"{(figure * 100).normalize():f}".replace(".", ","),
    )
    return Refused("not-a-number", message)


def _date(cell: Cell) -> str:
    """A date that is text: in a form in Danish the day comes first, as the papers print it."""
    written = text_of(cell).strip()
    if match := re.fullmatch("([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", written):
        return Plain(".".join(match.groups()))
    return text_of(cell)


def _truth(cell: Cell) -> str | Refused | None:
    written = text_of(cell).strip()
    match written.casefold().removesuffix("."):
        case "ja" | "j" | "x" | "sand" | "true" | "yes":
            return Plain("true")
        case "nej" | "n" | "falsk" | "false" | "no" | "-":
            return None
        case _:
            message = Text("{found} er hverken ja eller nej; skriv ja, eller lad cellen stå tom", found=quoted(written))
            return Refused("wrong-type", message)


def _payback(cell: Cell) -> str:
    written = text_of(cell).strip()
    return "" if written == BLANK else written


def _whole(cell: Cell) -> str:
    return Plain(text_of(cell).strip())


def _shares(cell: Cell) -> dict[str, str] | Refused:
    """`ØU 50 %, KFU 50 %` as committees and their shares."""
    shares = shares_in(text_of(cell))
    if shares is None:
        message = Text("{found} er ikke en fordeling; skriv fx ØU 50 %, KFU 50 %", found=quoted(text_of(cell)))
        return Refused("bad-value", message)
    return {name: Plain(f"{share}%") for name, share in shares.items()}


def _number(cell: Cell) -> str | Refused:
    """A figure of an assumption: a number, a per cent, or a fraction of two whole numbers."""
    written = text_of(cell).strip()
    if cell.percent or written.endswith("%"):
        return _per_cent(cell)
    if re.fullmatch("[0-9]+ ?/ ?[0-9]+", written):
        return Plain(written.replace(" ", ""))
    if isinstance(cell.value, Decimal):
        figure = figure_of(cell.value, cell.decimals, in_millions=False)
    else:
        figure = figure_typed(written, in_millions=False)
    return figure if isinstance(figure, Refused) else Plain(figure)


def _chain(cell: Cell) -> list[str]:
    """The names of a calculation, `opkald, samtaletid, /timer`."""
    return [Plain(name) for each in re.split("[,;\n]", text_of(cell)) if (name := each.strip())]


_READERS: dict[Kind, Callable[[Cell], Value | Refused | None]] = {
    Kind.PER_CENT: _per_cent,
    Kind.DATE: _date,
    Kind.TRUTH: _truth,
    Kind.YEAR: _whole,
    Kind.PAYBACK: _payback,
    Kind.NAMES: lambda cell: names_in(text_of(cell)),
    Kind.SHARES: _shares,
    Kind.FIGURE: _number,
    Kind.CHAIN: _chain,
}

_YEARS = re.compile("([0-9]{4})(?:\\s*[-\u2013\u2014]\\s*([0-9]{4}))?")


def _instalments(written: str, per_krone: int) -> Value | Refused:
    """`2028-2031`, or a year and an amount each: `2028: 400; 2029: 600`."""
    if match := _YEARS.fullmatch(written):
        return Plain(f"{match[1]}-{match[2]}" if match[2] else match[1])
    amounts: dict[str, str] = {}
    for piece in filter(None, map(str.strip, re.split("[;\n]", written))):
        match = re.fullmatch("([0-9]{4})\\s*[:=]\\s*(.+)", piece)
        if match is None or match[1] in amounts:
            message = Text(
                "{found} er ikke afdrag; skriv årene (2028-2031), eller år og beløb (2028: 400; 2029: 600)",
                found=quoted(written),
            )
            return Refused("bad-value", message)
        figure = figure_typed(match[2], in_millions=per_krone == 6)
        if isinstance(figure, Refused):
            return figure
        amounts[match[1]] = Plain(figure)
    return amounts


def periods_named(written: str, keys: list[str]) -> list[str]:
    """The periods among `keys` that a text names, `2026, 2028-2030`; what it names besides as it stands there."""
    named: list[str] = []
    for token in filter(None, re.split("[;,\\s]+(?!og|frem|-|\u2013)", written.strip())):
        match = re.fullmatch("([0-9]{4})(?:\\s*[-\u2013]\\s*([0-9]{4})|(\\+|\\s+og frem))?", token)
        first, last = (int(match[1]), int(match[2] or (9999 if match[3] else match[1]))) if match else (0, 0)
        meant = [key for key in keys if first <= int(key[:4]) <= last]
        named += meant or [token]
    return list(dict.fromkeys(named))

"""Figures as people type them into a workbook: Danish thousands and decimals, odd minuses, text in number cells.

What can only mean one number is taken; what may be two is refused, by the rule that files have.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from bizcase.reading.document import quoted
from bizcase.texts.template import Text

DECIMALS = 4
"""Decimals that an amount in a file may have."""

_SPACES = re.compile("[\\s\u00a0\u202f\u2007\u2009]+")
_MINUS = "-\u2212\u2013\u2014"
_GROUPS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_LONE_GROUP = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")


class Refused(NamedTuple):
    """Why a cell is no figure: the code of the finding, and what to write instead."""

    code: str
    text: Text


def figure_typed(text: str, *, in_millions: bool) -> str | Refused:
    """The figure that somebody typed as text, as a file writes it: `−1.500,00` is -1500.00, `(3200)` is -3200."""
    bare = _SPACES.sub(" ", text).strip()
    sign, digits = _signed(bare)
    digits = digits.strip()
    if _LONE_GROUP.fullmatch(digits) and not in_millions:
        return _two_readings(text, sign, digits)
    if _POINTS.fullmatch(digits):
        figure = digits.replace(".", "").replace(",", ".")
    elif _GROUPS.fullmatch(digits):
        figure = digits.replace(" ", "").replace(",", ".")
    elif _PLAIN.fullmatch(digits):
        figure = digits.replace(",", ".")
    else:
        return Refused(
            "not-a-number", Text("{found} er ikke et tal; {advice}", found=quoted(text), advice=_advice(bare))
        )
    return _checked(sign + _without_leading_nils(figure))


def _advice(text: str) -> Text:
    if text in ("", *_MINUS):
        return Text("lad cellen stå tom, hvis der intet er")
    if re.search("[0-9].*kr|[0-9].*mio", text):
        return Text("skriv kun tallet; enheden står i arket Sag")
    return Text("skriv kun cifre, fx 4400, -1500 eller 1025,5")


def figure_of(number: Decimal, decimals: int | None, *, in_millions: bool) -> str | Refused:
    """The figure of a number cell, with the decimals that the cell's format shows beyond its own."""
    figure = f"{number.normalize():f}"
    own = len(figure.partition(".")[2])
    shown = min(decimals or 0, DECIMALS)
    if shown > own:
        figure = f"{number:.{DECIMALS if shown == 3 and not in_millions else shown}f}"
    elif own == 3 and not in_millions:
        return _two_readings(_danish(figure), "-" if number < 0 else "", figure.lstrip("-"))
    return _checked(figure)


def figure_worked_out(number: Decimal, *, per_krone: int) -> str:
    """The value of a formula rounded half away from nil to the krone, `per_krone` decimals of the file's unit."""
    rounded = number.quantize(Decimal(1).scaleb(-min(per_krone, DECIMALS)), ROUND_HALF_UP)
    figure = f"{rounded.normalize():f}" if rounded else "0"
    return f"{figure}0" if len(figure.partition(".")[2]) == 3 else figure


def _signed(bare: str) -> tuple[str, str]:
    """A figure's sign and its digits: a minus before or behind them, or brackets around."""
    if bare.startswith("(") and bare.endswith(")"):
        return "-", bare[1:-1]
    if bare and bare[0] in _MINUS:
        return "-", bare[1:]
    if bare and bare[-1] in _MINUS and not bare[:-1].endswith(","):
        return "-", bare[:-1]
    return "", bare.removeprefix("+")


def _checked(figure: str) -> str | Refused:
    """A figure with no more digits than a file may have."""
    whole, _, decimals = figure.lstrip("-").partition(".")
    if len(decimals) > DECIMALS:
        rounded = Decimal(figure).quantize(Decimal(1).scaleb(-DECIMALS), ROUND_HALF_UP)
        message = Text(
            "{found} har flere end fire decimaler; afrund det, fx til {instead}",
            found=_danish(figure),
            instead=_danish(str(rounded)),
        )
        return Refused("bad-value", message)
    if len(whole) > 12:
        message = Text("{found} har flere end tolv cifre før kommaet; tjek enheden", found=_danish(figure))
        return Refused("bad-value", message)
    return "0" if figure == "-0" else figure


def _two_readings(found: str, sign: str, digits: str) -> Refused:
    joined = sign + _without_leading_nils(re.sub("[.,]", "", digits))
    whole, decimals = re.split("[.,]", sign + digits)
    if decimals.endswith("0"):
        number = ",".join(filter(None, (whole, decimals.rstrip("0"))))
        message = Text(
            "{found} kan være {joined} eller {number}; skriv {joined}, eller {number}, hvis du mener decimaler",
            found=quoted(found),
            joined=joined,
            number=number,
        )
    else:
        message = Text(
            "{found} kan være {joined} eller {decimals}; skriv {joined}, eller {decimals}0 som tekst, hvis du mener "
            "decimaler",
            found=quoted(found),
            joined=joined,
            decimals=f"{whole},{decimals}",
        )
    return Refused("ambiguous-thousands", message)


def _without_leading_nils(figure: str) -> str:
    whole, point, decimals = figure.partition(".")
    return f"{whole.lstrip('0') or '0'}{point}{decimals}"


def _danish(figure: str) -> str:
    return figure.replace(".", ",")

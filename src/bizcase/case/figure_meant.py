"""The number that a Danish or a sloppy figure most likely means, for a message to say; never to be calculated with."""

import re
from decimal import Decimal

from bizcase.case.kinds import Unit
from bizcase.case.unit import MILLIONS, POWERS, THOUSANDS
from bizcase.texts.template import Text, Words

THOUSANDS_HAVE_POINTS = ("1.000 kr.", "kr.")
"""The units in which three decimals may be thousands; nobody writes thousands of millions with a point."""

NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,4})?")
THREE_DECIMALS = re.compile(r"[-+]?[0-9]+\.[0-9]{3}")


_LONGEST = 40
"""Characters that a figure may have to be guessed at."""

_GROUPED = r"[-+\u2212\u2013\u2014]?\s?[0-9]{1,3}([ \u00a0\u202f][0-9]{3})+([.,][0-9]+)?"


def figure_meant(text: str, unit: Unit | None) -> Words | None:
    """The number that a Danish or a sloppy figure most likely means, as a file writes it; both where it may be two.

    A parenthesis or a dash behind a figure is a minus in some books and nothing in others. `1250 kr.` among thousands
    is kroner, or was meant to be counted in the file's unit; a unit such as `mio.` is never added without a thought.
    """
    bare = text.strip()
    if len(bare) > _LONGEST:
        return None
    if odd := _with_an_odd_minus(bare):
        figure, condition = odd
        return _minus_or_not(figure, unit, condition)
    figure, written = _without_unit(bare)
    read = _read(figure, thousands=written == "kr.")
    if read is None or not NUMBER.fullmatch(read) or (unit is None and written is not None):
        return None  # where the file's unit is not known, it comes first
    if unit is None or written is None or written == unit:
        return _kept_or_asked(read, figure, unit)
    return _counted(read, written, unit)


def _with_an_odd_minus(bare: str) -> tuple[str, Text] | None:
    """A figure whose minus is a parenthesis or stands behind it, and in which case it is one."""
    if match := re.fullmatch(r"\((.+)\)", bare):
        return match[1], Text("hvis parentesen er et minus")
    if re.fullmatch(r"[0-9.,\s\u00a0]*[0-9]\s*[-\u2212\u2013]", bare):
        return bare[:-1], Text("hvis stregen er et minus")
    return None


def _counted(read: str, written: Unit, unit: Unit) -> Words | None:
    """A figure that has a unit of its own, counted in the file's."""
    counted = _as_a_file_writes(Decimal(read).scaleb(POWERS[written] - POWERS[unit]))
    if not NUMBER.fullmatch(counted):
        return None
    if THREE_DECIMALS.fullmatch(read):  # 1.025 mio. is a thousand and more, or one and a bit
        joined = Decimal(read.replace(".", "")).scaleb(POWERS[written] - POWERS[unit])
        return _thousands_or_decimals(_as_a_file_writes(joined), counted, read)
    return counted if written != "kr." else two_units(read, unit, counted)


def _read(figure: str, *, thousands: bool) -> str | None:
    """A figure in digits, with a point before its decimals; `thousands` says that a single point cannot be decimal."""
    if re.search(r"[0-9][\s\u00a0\u202f]", figure) and not re.fullmatch(_GROUPED, figure):
        return None
    bare = re.sub(r"[\s\u00a0\u202f_']", "", figure)
    bare = re.sub("^[\u2212\u2013\u2014]", "-", bare)
    if re.fullmatch(r"[-+]?[0-9]+[eE]\+?[0-9]{1,2}", bare):
        bare = format(Decimal(bare), "f")
    if re.fullmatch(r"[-+]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?", bare) and (
        thousands or bare.count(".") > 1 or "," in bare
    ):
        bare = bare.replace(".", "")
    if "." in figure and "," in bare:  # 1.025,000 has its thousands and its decimals: nothing is left to ask
        return _as_a_file_writes(Decimal(bare.replace(",", "."))) if re.fullmatch(r"[-+]?[0-9]+,[0-9]+", bare) else None
    bare = bare.replace(",", ".", 1).lstrip("+")
    if re.fullmatch(r"-?\.[0-9]+", bare):
        bare = bare.replace(".", "0.")
    if re.fullmatch(r"-?0[0-9]+(\.[0-9]+)?", bare):
        bare = without_leading_nils(bare)
    return bare if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", bare) else None


def _kept_or_asked(read: str, figure: str, unit: Unit | None) -> Words:
    """A figure that counts in the file's unit; both readings where it may be thousands, or kroner."""
    if unit in THOUSANDS_HAVE_POINTS and THREE_DECIMALS.fullmatch(read):
        return _thousands_or_decimals(without_leading_nils(read.replace(".", "")), f"{read}0", read)
    if unit == THOUSANDS and re.fullmatch(r"[-+]?[0-9]{1,3}([ .\u00a0\u202f][0-9]{3}){2,}(,[0-9]+)?", figure):
        return two_units(read, unit, _as_a_file_writes(Decimal(read).scaleb(-3)))
    return read


def _thousands_or_decimals(joined: str, decimals: str, read: str) -> Text:
    return Text(
        "{joined}, eller {decimals}, hvis du mener {danish}",
        joined=joined,
        decimals=decimals,
        danish=read.replace(".", ","),
    )


def two_units(kept: str, unit: Unit, in_kroner: str) -> Text:
    """A figure as it stands and the same in kroner, each with the unit in which it is meant."""
    return Text(
        "{kept}, hvis tallet er i {unit}, eller {in_kroner}, hvis det er i kroner",
        kept=kept,
        unit=unit,
        in_kroner=in_kroner,
    )


def _minus_or_not(figure: str, unit: Unit | None, condition: Text) -> Text | None:
    """Both readings of a figure with a sign that is none everywhere."""
    read = _read(figure, thousands=True)
    if read is None or read.startswith("-") or not NUMBER.fullmatch(read):
        return None
    if unit in THOUSANDS_HAVE_POINTS and THREE_DECIMALS.fullmatch(read):
        return None
    return Text("-{figure}, {condition}, ellers {figure}", figure=read, condition=condition)


def _as_a_file_writes(amount: Decimal) -> str:
    """An amount with a point before its decimals, of which there are never just three."""
    plain = format(amount.normalize(), "f")
    return f"{plain}0" if THREE_DECIMALS.fullmatch(plain) else plain


_WRITTEN_UNITS: tuple[tuple[str, Unit], ...] = (
    (r"(?i)\s*mio\.?\s*(kr\.?)?$|^mio\.?\s*(kr\.?)?\s*", MILLIONS),
    (r"(?i)\s*(t\.?\s?kr\.?|tusinde( kr\.?)?)$|^t\.?\s?kr\.?\s*", THOUSANDS),
    (r"(?i)\s*(kr\.?|kroner|,-)$|^(kr\.?|dkk)\s*", "kr."),
)


def _without_unit(text: str) -> tuple[str, Unit | None]:
    """A figure without the unit that stands behind or before it, and that unit."""
    for pattern, written in _WRITTEN_UNITS:
        if re.search(pattern, text):
            return re.sub(pattern, "", text).strip(), written
    return text, None


def without_leading_nils(digits: str) -> str:
    """Digits without the nils in front of them."""
    sign, rest = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return sign + (rest.lstrip("0") or "0")

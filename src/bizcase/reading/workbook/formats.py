"""Number formats: how many decimals a cell shows, whether in per cent, and whether its number is a date."""

import re
from typing import NamedTuple

from bizcase.reading.workbook.bounds import FORMATS, damaged
from bizcase.reading.workbook.markup import Attributes, walk
from bizcase.reading.workbook.package import Package


class Format(NamedTuple):
    """What a number format says of a number; `decimals` is None where it shows as many as there are.

    A `scaled` one leaves out thousands: 600,000 is shown as 600.
    """

    decimals: int | None = None
    percent: bool = False
    date: bool = False
    scaled: bool = False


GENERAL = Format()

_BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    **dict.fromkeys(("5", "6", "37", "38", "41", "42"), "#,##0"),
    **dict.fromkeys(("7", "8", "39", "40", "43", "44"), "#,##0.00"),
    **dict.fromkeys(("14", "15", "16", "17", "22"), "yyyy-mm-dd"),
    **{str(number): "yyyy-mm-dd" for number in (*range(27, 32), 36, *range(50, 59))},
}
"""Formats that a file names by number alone; signs and order of parts differ by country and are not asked for here.

28 to 31, 36 and 50 to 58 are dates in East Asia. The numbers that are left out are times, fractions, powers and texts.
"""

_LONGEST = 255
"""Characters of a format; what is longer is none that Excel knows."""

_SAID = re.compile(
    r"""
    "[^"]*"?              # words to be printed
    | \\. | _. | \*.      # a letter to be printed, room for one, one to fill up with
    | \[(?:h+|m+|s+)\]    # hours that go beyond 24
    | \[[^\]]*\]?         # a colour, a condition, a currency
    | general
    | am/pm | a/p
    | ;                   # the next section, for negative numbers
    | [^"\\_*\[;]
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def read_format(code: str) -> Format:
    """What a format says, by its first section: that of positive numbers, or of all."""
    signs = "" if len(code) > _LONGEST else _signs(code)
    if re.search("[ymdbge]", signs) and not re.search("[0#?]", signs.partition(".")[0]):
        is_date = re.search("[yd]", signs) is not None or re.search("[hs]", signs) is None
        return Format(date=is_date)
    number = re.search(r"(?=\.?[0#?])[0#?,]*(?:\.([0#?]*))?", signs)
    percent = "%" in signs
    scaled = number is not None and (number[0].endswith(",") or _is_scaled(signs))
    if number is None or re.search("[e/hs@]", signs) or scaled:
        return Format(percent=percent, scaled=scaled)
    decimals = number[1] or ""
    return Format(len(decimals) if decimals.strip("0") == "" else None, percent)


def _is_scaled(signs: str) -> bool:
    """Whether a comma behind the last digit leaves out thousands: 1.025.000 is shown as 1.025."""
    return re.search("[0#?],+(?![0#?,])", signs) is not None


def _signs(code: str) -> str:
    """What is left of the first section of a format without words, colours and room, in small letters."""
    signs = []
    for said in _SAID.finditer(code):
        sign = said[0].lower()
        if sign == ";":
            break
        if sign in ("am/pm", "a/p") or re.fullmatch(r"\[[hms]+\]", sign):
            signs.append("h")
        elif len(sign) == 1:
            signs.append(sign)
    return "".join(signs)


class _Styles:
    """The formats of a workbook while its styles are read."""

    def __init__(self) -> None:
        self.codes = dict(_BUILT_IN)
        self.by_style: dict[str, Format] = {}
        self._formats: dict[str, Format] = {}
        self._within = False

    def define(self, attributes: Attributes) -> None:
        """Take a format of the workbook's own."""
        if len(self.codes) > FORMATS:
            raise damaged("numFmts")
        self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def begin(self, _: Attributes) -> None:
        """Here the list begins that cells name by number."""
        self._within = True

    def end(self, _: str) -> None:
        """Here it ends."""
        self._within = False

    def use(self, attributes: Attributes) -> None:
        """Take the format of the next style."""
        if not self._within:
            return
        number = attributes.get("numFmtId", "0")
        if number not in self._formats:
            self._formats[number] = read_format(self.codes.get(number, ""))
        self.by_style[str(len(self.by_style))] = self._formats[number]


def formats_by_style(package: Package, part: str | None) -> dict[str, Format]:
    """The formats of a workbook by the number of the style that names them, as cells write that number."""
    styles = _Styles()
    if part is not None:
        starts = {"numFmt": styles.define, "cellXfs": styles.begin, "xf": styles.use}
        walk(package, part, starts, {"cellXfs": styles.end})
    return styles.by_style

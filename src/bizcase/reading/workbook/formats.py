"""Number formats: how many decimals a cell shows, whether in per cent or as a date, and what is seen of its value."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from bizcase.reading.workbook.bounds import FORMATS, damaged
from bizcase.reading.workbook.markup import Attributes, walk
from bizcase.reading.workbook.package import Package
from bizcase.reading.workbook.sheet import Shown, Value


class Seen(NamedTuple):
    """What a format shows of numbers from nil and up, of those below, and of texts.

    `#,##0,` shows 600,000 as 600, `0;0` shows -600 as 600, `[<0]0;-0` shows both with the other's sign, and `;;;` shows
    nothing of anything.
    """

    above: Shown = Shown.AS_IT_IS
    below: Shown = Shown.AS_IT_IS
    text: Shown = Shown.AS_IT_IS

    def of(self, value: Value) -> Shown:
        """What is seen of a value; a nil that is left blank is no other number."""
        if isinstance(value, Decimal):
            return self.below if value < 0 else self.above if value else Shown.AS_IT_IS
        return self.text if type(value) is str else Shown.AS_IT_IS


class Format(NamedTuple):
    """What a number format says of a number; `decimals` is None where it shows as many as there are."""

    decimals: int | None = None
    percent: bool = False
    date: bool = False
    seen: Seen = Seen()


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


class _Section(NamedTuple):
    """One part of a format: its signs in small letters, without words, colours and room; General is a `G`.

    It is `marked` as what is below nil by a minus, a bracket or red, and `limited` to numbers that it names itself.
    """

    signs: str
    marked: bool
    limited: bool

    @property
    def number(self) -> re.Match[str] | None:
        """The digits, with the decimals as a group."""
        return re.search(r"(?=\.?[0#?])[0#?,]*(?:\.([0#?]*))?", self.signs)

    @property
    def shown(self) -> Shown:
        """What is seen of a number, its sign apart."""
        if not re.search("[0#?@Gymdhs]", self.signs):
            return Shown.NOT_AT_ALL
        number = self.number
        is_scaled = number is not None and (number[0].endswith(",") or re.search("[0#?],+(?![0#?,])", self.signs))
        return Shown.WITHOUT_THOUSANDS if is_scaled else Shown.AS_IT_IS


def read_format(code: str) -> Format:
    """What a format says: the first section is that of numbers from nil and up, or of all."""
    sections = _sections(code)
    if not sections:
        return GENERAL
    first, signs = sections[0], sections[0].signs
    seen = _seen(sections)
    if re.search("[ymdbge]", signs) and not re.search("[0#?]", signs.partition(".")[0]):
        is_date = re.search("[yd]", signs) is not None or re.search("[hs]", signs) is None
        no_date = Shown.NOT_AT_ALL if is_date else Shown.AS_IT_IS  # what is before 1900, or far beyond
        return Format(date=is_date, seen=Seen(no_date, no_date, seen.text))
    percent = "%" in signs
    if first.number is None or re.search("[e/hs@G]", signs) or first.shown is Shown.WITHOUT_THOUSANDS:
        return Format(percent=percent, seen=seen)
    decimals = first.number[1] or ""
    return Format(len(decimals) if decimals.strip("0") == "" else None, percent, seen=seen)


def _seen(sections: Sequence[_Section]) -> Seen:
    above = sections[0].shown
    below = above
    if any(section.limited for section in sections):
        above = below = Shown.BY_ITS_SIZE
    elif len(sections) > 1 and "@" not in sections[1].signs:
        below = sections[1].shown
        if below is Shown.AS_IT_IS and not sections[1].marked:
            below = Shown.WITHOUT_SIGN
    hides_texts = len(sections) == 4 and "@" not in sections[3].signs
    return Seen(above, below, Shown.NOT_AT_ALL if hides_texts else Shown.AS_IT_IS)


def _sections(code: str) -> list[_Section]:
    """The sections of a format; none where it says nothing that Excel would know."""
    said = [each[0].lower() for each in _SAID.finditer(code[: _LONGEST + 1])]
    is_broken_off = any(each[0] in '"[' and (len(each) == 1 or each[-1] not in '"]') for each in said)
    if not code or len(code) > _LONGEST or is_broken_off:
        return []
    ends = [at for at, each in enumerate(said) if each == ";"]
    return [_section(said[start + 1 : end]) for start, end in pairwise((-1, *ends, len(said)))]


_GENERAL = "G"
_HOURS = re.compile(r"\[[hms]+\]|am/pm|a/p")
_BELOW_NIL = re.compile("[-\u2212\u2013(]|minus")
_RED = ("[red]", "[color3]", "[color 3]")


def _section(said: Sequence[str]) -> _Section:
    signs = (_GENERAL if each == "general" else "h" if _HOURS.fullmatch(each) else each for each in said)
    return _Section(
        signs="".join(each for each in signs if len(each) == 1),
        marked=any(each in _RED or (each[0] not in "[_*" and _BELOW_NIL.search(each)) for each in said),
        limited=any(each.startswith(("[<", "[>", "[=")) for each in said),
    )


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

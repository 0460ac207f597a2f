"""Text as the YAML parser counts it, and as a message may show it."""

import re
import unicodedata
from collections.abc import Iterator

from bizcase.reading.finding import Place

_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line for the YAML parser; an excerpt must show the line that a place names."""

_BIDIRECTIONAL = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def lines_of(text: str) -> list[str]:
    """The lines of a text, without what ends them."""
    return _LINE_BREAK.split(text)


def each_line(text: str) -> Iterator[str]:
    """The same one by one: most who ask for a line ask for one of the first."""
    start = 0
    for end in _LINE_BREAK.finditer(text):
        yield text[start : end.start()]
        start = end.end()
    yield text[start:]


def line_starts(text: str) -> list[int]:
    """The position of the first character of each line."""
    return [0, *(end.end() for end in _LINE_BREAK.finditer(text))]


def place_at(text: str, position: int) -> Place:
    """The place of one character of a text."""
    before = lines_of(text[:position])
    line, column = len(before), len(before[-1]) + 1
    return Place(line, column, line, column + 1)


def may_show(letter: str) -> bool:
    """Whether a terminal shows a character as itself: no control character, and none that turns text around."""
    code = ord(letter)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return False
    return code not in (0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF) and code not in _BIDIRECTIONAL


def printable(text: str, *, tab: str = " ") -> str:
    """A text on one line, without anything that a terminal would obey."""
    if text.isprintable():  # such a text may still turn around, but a terminal shows that as it is written
        return text
    return "".join(
        letter if may_show(letter) else tab if letter == "\t" else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def shortened(text: str, limit: int = 60) -> str:
    """A text as a message may quote it."""
    text = printable(text[: limit + 1])
    return text if len(text) <= limit else text[: limit - 1] + "…"


_BEYOND_LATIN = re.compile("[^\0-\u02ff][^\0-\u02ff]{32,}")
"""A long run of letters among which marks may be; written in two parts, it is looked for six times as fast."""

MOST_MARKS = 32
"""Marks over one letter, one after the other, that any language can need; sorting them takes time with their square."""


def long_run_of_marks(text: str) -> int | None:
    """Where more combining marks follow each other than a text can mean, which must be known before it is composed."""
    for stretch in _BEYOND_LATIN.finditer(text):
        run = 0
        for position, letter in enumerate(stretch[0], start=stretch.start()):
            run = run + 1 if unicodedata.combining(letter) else 0
            if run > MOST_MARKS:
                return position - MOST_MARKS
    return None


def compose(text: str) -> str:
    """Danish letters in their composed form: å from a and a ring, ø from o and an overlaid stroke."""
    return unicodedata.normalize("NFC", text).replace("o\u0338", "ø").replace("O\u0338", "Ø")


def may_cut_a_text(text: str) -> bool:
    """Whether a number sign stands anywhere behind a space and before something else than one."""
    at = text.find("#")
    while at >= 0:
        if text[at - 1 : at] in (" ", "\t") and text[at + 1 : at + 2].strip() not in ("", "#"):
            return True
        at = text.find("#", at + 1)
    return False

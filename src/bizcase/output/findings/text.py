"""Findings as text: one line each, then the line of the file with the fault underlined."""

import unicodedata

from bizcase.reading.characters import printable
from bizcase.reading.finding import Finding
from bizcase.texts.template import Language, spoken

_WINDOW = 100
"""Characters of a long line that an excerpt shows around the fault."""


def render(finding: Finding, language: Language, *, excerpt: bool = True) -> str:
    """A finding as one line, and the excerpt below it."""
    place = finding.place
    said = f"{finding.severity}[{finding.code}] {spoken(finding.with_reason, language)}"
    line = printable(f"{finding.path}:{place.line}:{place.column}: {said}")
    return f"{line}\n" + (_excerpt(finding) if excerpt else "")


def _excerpt(finding: Finding) -> str:
    """The line that a finding is about, cut to a window around it, and marks below the stretch that it covers."""
    place, text = finding.place, finding.line
    if not text or text.isspace():
        return ""
    start = min(place.column - 1, len(text))
    left = max(0, start - _WINDOW // 2) if len(text) > _WINDOW else 0
    window = text[left : left + _WINDOW]
    end = place.end_column - 1 if place.end_line == place.line else left + len(window.rstrip())
    covered = window[start - left : max(start + 1, end) - left]
    shown = ("…" if left else "") + printable(window) + ("…" if len(text) > left + _WINDOW else "")
    gutter = " " * len(str(place.line))
    marks = " " * (_columns(window[: start - left]) + bool(left)) + "^" * max(1, _columns(covered))
    return f"{gutter} |\n{place.line} | {shown}\n{gutter} | {marks}\n"


def _columns(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )

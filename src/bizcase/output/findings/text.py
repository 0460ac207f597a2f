"""Findings as text: one line each, then the line of the file with the fault underlined; in colour on a terminal."""

import unicodedata

from bizcase.reading.characters import printable
from bizcase.reading.finding import Finding, Severity
from bizcase.texts.template import Language, spoken

_WINDOW = 100
"""Characters of a long line that an excerpt shows around the fault."""


_BOLD, _RED, _YELLOW = "bold", "bold red", "bold yellow"


def render(finding: Finding, language: Language, *, excerpt: bool = True, styled: bool = False) -> str:
    """A finding as one line, and the excerpt below it; where it is `styled`, with the codes that terminals obey."""
    path, said = printable(finding.path), printable(spoken(finding.with_reason, language))
    colour = _colour(finding) if styled else ""
    path = _in_style(path, _BOLD if styled else "")
    code = _in_style(f"{finding.severity}[{finding.code}]", colour)
    return f"{path}:{finding.place}: {code} {said}\n" + (_excerpt(finding, colour) if excerpt else "")


def _colour(finding: Finding) -> str:
    """Red for an error, yellow for a warning, and none for what somebody has accepted."""
    if finding.accepted_reason is not None:
        return ""
    return _RED if finding.severity is Severity.ERROR else _YELLOW


def _in_style(text: str, style: str) -> str:
    if not style:
        return text
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def _excerpt(finding: Finding, colour: str) -> str:
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
    before = " " * (_columns(window[: start - left]) + bool(left))
    marks = _in_style("^" * max(1, _columns(covered)), colour)
    return f"{gutter} |\n{place.line} | {shown}\n{gutter} | {before}{marks}\n"


def _columns(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )

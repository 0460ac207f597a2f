"""Findings as text: one line each, then the line of the file with the fault underlined."""

import unicodedata
from collections.abc import Iterable, Iterator

from bizcase.reading.finding import Finding
from bizcase.reading.source import Source

_WINDOW = 100
"""Characters of a long line that an excerpt shows around the fault."""


def render(findings: Iterable[Finding], source: Source, *, excerpt: bool = True) -> Iterator[str]:
    """The findings of one file, each as one text."""
    for finding in findings:
        place = finding.place
        label = f"{finding.severity}[{finding.code}]"
        reason = f" (accepted: {finding.accepted_reason})" if finding.accepted_reason is not None else ""
        line = f"{finding.path}:{place.line}:{place.column}: {label} {finding.message}{reason}\n"
        yield line + (_excerpt(finding, source) if excerpt else "")


def _excerpt(finding: Finding, source: Source) -> str:
    """The line that a finding is about, cut to a window around it, and marks below the stretch that it covers."""
    place = finding.place
    text = source.line(place.line)
    if not text.strip():
        return ""
    start = min(place.column - 1, len(text))
    end = place.end_column - 1 if place.end_line == place.line else len(text.rstrip())
    end = max(start + 1, min(end, max(len(text), start + 1)))
    cut_left = max(0, start - _WINDOW // 2) if len(text) > _WINDOW else 0
    cut_right = cut_left + _WINDOW
    before, covered = text[cut_left:start], text[start : min(end, cut_right)]
    shown = ("…" if cut_left else "") + text[cut_left:cut_right] + ("…" if len(text) > cut_right else "")
    gutter = " " * len(str(place.line))
    marks = " " * (_columns(before) + bool(cut_left)) + "^" * max(1, _columns(covered))
    return f"{gutter} |\n{place.line} | {_printable(shown)}\n{gutter} | {marks}\n"


def _printable(text: str) -> str:
    """A line of a file without anything that a terminal would obey; a tab as wide as one space."""
    return "".join(
        letter if letter.isprintable() else " " if letter == "\t" else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def _columns(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )

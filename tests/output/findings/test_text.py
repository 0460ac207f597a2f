"""Findings as text: the line of the file, with the fault underlined."""

import re

import pytest

from bizcase.output.findings.text import render
from bizcase.reading.finding import Finding, Place, Severity
from bizcase.reading.source import Source


def shown(text: str, place: Place, *, excerpt: bool = True) -> str:
    """One finding in a text."""
    line = Source("x.yaml", text).line(place.line)
    finding = Finding("x.yaml", place, Severity.ERROR, "bad-value", "a: is wrong; write b", None, line)
    return render(finding, "en", excerpt=excerpt)


def test_the_fault_is_underlined() -> None:
    """The first line is what a script reads, the rest is for the eye."""
    assert shown("id: x\namounts: {2018: 1.025}\n", Place(2, 17, 2, 22)) == (
        "x.yaml:2:17: error[bad-value] a: is wrong; write b\n"
        "  |\n"
        "2 | amounts: {2018: 1.025}\n"
        "  |                 ^^^^^\n"
    )  # fmt: skip


def test_the_excerpt_can_be_left_out() -> None:
    """One finding is one line then."""
    assert shown("a: 1\n", Place(1, 4, 1, 5), excerpt=False).count("\n") == 1


@pytest.mark.parametrize("line", ["å: \x1b[31mx", "\ta: b", "日本: x", "a\u030a: y"])
def test_the_marks_stand_below_the_fault(line: str) -> None:
    """Wide, combining and forbidden characters do not push the marks aside, and none reaches the terminal as it is."""
    column = len(line)
    excerpt = shown(line, Place(1, column, 1, column + 1)).splitlines()
    assert "\x1b" not in excerpt[2]
    assert excerpt[3].endswith("^")
    assert excerpt[3].count("^") == 1


def test_a_long_line_is_shown_around_the_fault() -> None:
    """A megabyte on one line does not fill the screen."""
    text = "a" * 5000 + "FAULT" + "b" * 5000
    line = shown(text, Place(1, 5001, 1, 5006)).splitlines()[2]
    assert "FAULT" in line
    assert len(line) < 120


def test_a_file_name_cannot_forge_a_finding() -> None:
    """Line ends and escapes in a path are shown as what they are not."""
    finding = Finding("a\n\x1b[31mb.yaml", Place(1, 1, 1, 1), Severity.ERROR, "bad-value", "x")
    text = render(finding, "en")
    assert text == "a\ufffd\ufffd[31mb.yaml:1:1: error[bad-value] x\n"


@pytest.mark.parametrize("place", [Place(1, 1, 1, 1), Place(9, 1, 9, 1), Place(1, 99, 1, 99)])
def test_a_place_outside_the_text_is_no_trouble(place: Place) -> None:
    """A finding about a file as a whole, or past its end, is shown all the same."""
    assert shown("id: x", place).startswith("x.yaml:")
    assert shown("", place).count("\n") == 1


@pytest.mark.parametrize(
    ("severity", "reason", "code"),
    [
        (Severity.ERROR, None, "\x1b[1;31merror[bad-value]\x1b[0m"),
        (Severity.WARNING, None, "\x1b[1;33mwarning[bad-value]\x1b[0m"),
        (Severity.WARNING, "meant", "warning[bad-value]"),
    ],
)
def test_colour_tells_how_serious_it_is(severity: Severity, reason: str | None, code: str) -> None:
    """Red, yellow, or none where it is accepted; the path is bold, and without the colours the text is the same."""
    finding = Finding("x\x1b.yaml", Place(1, 1, 1, 3), severity, "bad-value", "wrong", reason, "id: x")
    styled = render(finding, "en", styled=True)
    assert styled.startswith(f"\x1b[1mx\ufffd.yaml\x1b[0m:1:1: {code} wrong")
    assert re.sub(r"\x1b\[[0-9;]*m", "", styled) == render(finding, "en")

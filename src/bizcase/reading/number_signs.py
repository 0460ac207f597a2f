"""Texts without quotation marks that a number sign cuts: `title: Hal #2 i Valby` is `Hal` to every reader of YAML."""

import re
from collections.abc import Iterator

from bizcase.reading.characters import lines_of, shortened
from bizcase.reading.document import Mapping, Node, Plain, Sequence
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Place
from bizcase.texts.template import Text

_FIGURE = re.compile(r"[-+]?[0-9.]+%?")
_NOTE_ON_A_FIGURE = re.compile(r"[ \t]+#[^\W\d]")
_CUT = re.compile(r"[ \t]+(#[^\s#].*)")
_CUT_BELOW = re.compile(r"[ \t]+(#[0-9]+(?![0-9:+-]).*)")
"""A line of a longer text that begins with a number sign and a number; years and amounts that are left out do not."""


def cut_texts(root: Node | None, text: str) -> Iterator[Fault]:
    """A fault for each text that is cut. A comment has a space behind its sign, or is a word behind a figure."""
    lines = lines_of(text)
    waiting: list[object] = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Mapping | Sequence):
            continue
        values = node.values() if isinstance(node, Mapping) else node
        events = [mark[1] for mark in node.marks.values()] if isinstance(node, Mapping) else node.marks
        for value, event in zip(values, events, strict=True):
            waiting.append(value)
            if isinstance(value, Plain) and value and (place := _cut_behind(value, event, lines)):
                found = lines[place.line - 1][place.column - 1 :].split()[0]
                yield Fault("cut-text", place, _message(found))


def _cut_behind(value: str, event: object, lines: list[str]) -> Place | None:
    """Where a text is cut that ends with an event of the parser: behind it, or at the beginning of the next line."""
    end = event.end_mark  # type: ignore[attr-defined]
    behind = lines[end.line][end.column :]
    if _FIGURE.fullmatch(value) and _NOTE_ON_A_FIGURE.match(behind):
        return None
    if match := _CUT.match(behind):
        number, column = end.line + 1, end.column + match.start(1) + 1
    elif not behind.strip() and (match := _CUT_BELOW.match("".join(lines[end.line + 1 : end.line + 2]))):
        number, column = end.line + 2, match.start(1) + 1
    else:
        return None
    return Place(number, column, number, column + len(match[1]))


def _message(found: str) -> Text:
    return Text(
        "teksten slutter ved {found}, fordi # begynder en kommentar; sæt hele teksten i anførselstegn, "
        "eller sæt et mellemrum efter #, hvis det er en kommentar",
        found=shortened(found),
    )

"""A line that is out of line: how far it is indented, how far it is to be, and which line shows it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bizcase.reading.finding import Place
from bizcase.texts.template import Text

_DASH = re.compile(r"( *)- +(?=\S)")
_OPENS = re.compile(r"(?:.*:|.* [|>][-+0-9]*|\s*-)(?:\s+#.*)?\s*")
"""What the next line may stand deeper than: a field without a value, a text that begins below it, a bare dash."""


class _Level(NamedTuple):
    """So many spaces, the last line that has them, and whether it has a dash there."""

    spaces: int
    line: int
    is_dash: bool = False


def out_of_line(lines: list[str], place: Place) -> tuple[Place, Text] | None:
    """The line where a file breaks off, if it is indented as no line above it allows, and what to do."""
    if not 1 < place.line <= len(lines) or not (line := lines[place.line - 1]).strip():
        return None
    levels, above = _levels(lines[: place.line - 1])
    if not levels:
        return None
    here = len(line) - len(line.lstrip(" "))
    deepest, known = levels[-1], {level.spaces: level for level in levels}
    where = Place(place.line, here + 1, place.line, here + 2)
    if here > deepest.spaces and not _OPENS.fullmatch(above):
        return where, _move(here, deepest)
    if here < deepest.spaces and here not in known:
        return where, _move(here, min(levels, key=lambda level: (abs(level.spaces - here), -level.spaces)))
    if here in known and known[here].is_dash and not _DASH.match(line):
        within = next(level for level in levels if level.spaces > here)
        message = Text(
            "her mangler en bindestreg foran, eller linjen skal rykkes {wanted} mellemrum ind, som linje {line}",
            wanted=within.spaces,
            line=within.line,
        )
        return where, message
    return None


def _move(here: int, wanted: _Level) -> Text:
    return Text(
        "linjen er rykket {here} mellemrum ind; ryk den {wanted} ind, som linje {line}",
        here=here,
        wanted=wanted.spaces,
        line=wanted.line,
    )


def _levels(lines: Iterable[str]) -> tuple[list[_Level], str]:
    """How far what is still open at the end of some lines is indented, from the outside in, and the last line."""
    levels: list[_Level] = []
    above = ""
    for number, line in enumerate(lines, start=1):
        bare = line.lstrip(" ")
        if not bare or bare.startswith("#"):
            continue
        above, spaces = line, len(line) - len(bare)
        beside = None  # a list may stand as far out as its field, and then the next field does
        while levels and levels[-1].spaces >= spaces:
            beside = levels.pop()
        dash = _DASH.match(line)
        is_beside_a_field = beside is not None and beside.spaces == spaces and not beside.is_dash
        levels.append(_Level(spaces, number, is_dash=dash is not None and not is_beside_a_field))
        if dash:
            levels.append(_Level(dash.end(), number))
    return levels, above

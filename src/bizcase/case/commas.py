"""A value that a comma between braces has cut into keys: `{low: 2,5%}` has a key `5%`, and what to write for it."""

import re
from typing import NamedTuple

from bizcase.case.figure_meant import figure_meant, without_leading_nils
from bizcase.case.kinds import Unit
from bizcase.case.unit import MILLIONS
from bizcase.reading.document import Mapping, Plain
from bizcase.texts.template import Text, Words

_MOST_PIECES = 6
"""Pieces of one value; a longer row of keys without values is something else."""

_LONGEST_COPY = 55
"""Letters of a text that a message repeats for the reader to copy."""

_YEAR = "(?:19|20)[0-9]{2}"
_END_OF_A_FIGURE = r"(?i:[0-9]{1,4} ?(%|mio\.?( kr\.?)?|t\.? ?kr\.?|kr\.?)?|-)"


class Cut(NamedTuple):
    """What to write for a value that is cut; `first` where it is told of, so that one slip is one finding."""

    text: Text
    first: bool


def cut_at(mapping: object, key: object, unit: Unit | None = None, *, money: bool = False) -> Cut | None:
    """The value that a key without a value of its own belongs to, if a comma has cut it off.

    `unit` is the file's, where the value is `money` and the unit is known.
    """
    if not isinstance(mapping, Mapping) or not isinstance(key, str) or not mapping.in_brackets:
        return None
    if not _is_loose(mapping, key):
        return None
    keys, position = mapping.in_order()
    start = end = position[key]
    while start > 0 and position[key] - start < _MOST_PIECES and _is_loose(mapping, keys[start]):
        start -= 1
    while end + 1 < len(keys) and end - start < _MOST_PIECES and _is_loose(mapping, keys[end + 1]):
        end += 1
    before = mapping[keys[start]]
    if not isinstance(before, Plain) or before == "" or end - start >= _MOST_PIECES:
        return None
    pieces = keys[start + 1 : end + 1]
    if before[-1].isdigit() and all(re.fullmatch(_END_OF_A_FIGURE, piece) for piece in pieces):
        text = _figure(before, pieces, unit, money=money) or (_text(before, pieces) if not money else None)
    else:
        text = _text(before, pieces)
    return Cut(text, position[key] == start + 1) if text else None


def begins_a_cut(mapping: object, key: str, unit: Unit | None, *, money: bool = True) -> bool:
    """Whether the value of a key is the beginning of one that a comma has cut: it is told of at the next key."""
    if not isinstance(mapping, Mapping):
        return False
    keys, position = mapping.in_order()
    following = keys[position[key] + 1 :][:1]
    return any(cut_at(mapping, end, unit, money=money) is not None for end in following)


def _is_loose(mapping: Mapping, key: str) -> bool:
    """Whether a key stands there without a value, as the end of a value does; a year stands for itself."""
    return isinstance(mapping[key], Plain) and mapping[key] == "" and not re.fullmatch(_YEAR, key)


def _figure(before: str, pieces: list[str], unit: Unit | None, *, money: bool) -> Text | None:
    """What to write for a figure with commas."""
    found, end = ",".join([before, *pieces]), pieces[0].replace(" ", "")
    if len(pieces) > 1:
        grouped = re.fullmatch("-?[0-9]{1,3}(,[0-9]{3})+", found)
        instead: Words | None = found.replace(",", "") if grouped else None
    elif not re.fullmatch("-?[0-9]+", before) or not re.fullmatch("[0-9]+%?", end):
        instead = figure_meant(found, unit)
    else:
        return None if money and end.endswith("%") else _decimal(found, before, end, unit, money=money)
    return Text("{found} er delt af kommaet; skriv {instead}", found=found, instead=instead) if instead else None


def _decimal(found: str, before: str, end: str, unit: Unit | None, *, money: bool) -> Text:
    """What to write for a figure with one comma; three decimals of money may be thousands."""
    whole = without_leading_nils(before)
    looks_like_thousands = money and len(end) == 3 and unit != MILLIONS
    if looks_like_thousands and whole not in ("0", "-0"):
        return Text(
            "{found} har et komma; skriv {joined}, eller {decimals}, hvis du mener decimaler",
            found=found,
            joined=f"{whole}{end}",
            decimals=f"{whole}.{end}0",
        )
    instead = f"{whole}.{end}{'0' if looks_like_thousands else ''}"
    return Text("{found} har decimalkomma; skriv {instead}", found=found, instead=instead)


def _text(before: str, pieces: list[str]) -> Text | None:
    """What to write for a text with commas."""
    text = re.sub("(?<=[0-9]), (?=[0-9])", ",", ", ".join([before, *pieces]))
    if not any(map(str.isalpha, before)):
        return None
    if len(text) > _LONGEST_COPY or '"' in text or "\\" in text:
        return Text("hører til teksten før kommaet; sæt hele teksten i anførselstegn")
    return Text('hører til teksten før kommaet; sæt den i anførselstegn: "{text}"', text=text)

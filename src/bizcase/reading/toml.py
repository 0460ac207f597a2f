"""From a text in TOML to a document with places, as YAML gives one, or to where and why it breaks off."""

import re
from bisect import bisect_right
from typing import NamedTuple

from bizcase.reading.characters import line_starts, lines_of, place_at, shortened
from bizcase.reading.document import Mapping, Node, Plain, Sequence, Where, quoted
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import START, Place
from bizcase.reading.loader import Loaded
from bizcase.reading.toml_places import Places, Stretch, places_in
from bizcase.texts.template import Text

SIZE_LIMIT = 64 * 1024
"""Characters that such a file may have: the library that reads it takes ten times as long as the one for YAML."""

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_MOST_PARTS = 32
_LONG_KEY = re.compile(rf"""(?<![\w"'-])(?:{_PART}[ \t]*\.[ \t]*){{{_MOST_PARTS}}}""")
"""A key of so many names, which takes the library time with the square of their number."""


def load_toml(text: str) -> Loaded:
    """Read one TOML document. A text is kept as it is meant, everything else as it is written."""
    import tomllib  # few runs have such a file

    if len(text) > SIZE_LIMIT:
        return _broken(Text("filen er på over {limit} tegn; fjern det, den ikke behøver", limit=SIZE_LIMIT))
    if far := _LONG_KEY.search(text):
        message = Text("her er flere end {most} navne efter hinanden; brug færre", most=_MOST_PARTS)
        return _broken(message, place_at(text, far.start()))
    try:
        return Loaded(_Builder(text).node(tomllib.loads(text), ()))
    except tomllib.TOMLDecodeError as error:
        return _broken(*_syntax(text, str(error)))
    except RecursionError:
        return _broken(Text("her er for mange parenteser inden i hinanden; brug færre"))
    except ValueError:  # of a whole number with thousands of digits
        return _broken(Text("her står et tal med flere cifre, end nogen kan læse; ret tallet"))


def _broken(message: Text, place: Place = START) -> Loaded:
    return Loaded(None, Faults([Fault("toml-syntax", place, message)]))


class _Mark(NamedTuple):
    """A place, counted from 0."""

    line: int
    column: int


class _Event(NamedTuple):
    """Stands where a document has an event of the YAML parser."""

    start_mark: _Mark
    end_mark: _Mark
    flow_style: bool = False


class _Builder:
    """Gives what the library read the form of a document, each value with its place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: Places | None = None
        self._starts = line_starts(text)

    def node(self, value: object, where: Where) -> Node:
        """A value at the end of a way."""
        if isinstance(value, dict):
            mapping = Mapping(self._events(where)[1])
            for key, each in value.items():
                mapping[key] = self.node(each, (*where, key))
                mapping.marks[key] = self._events((*where, key))
            return mapping
        if isinstance(value, list):
            sequence = Sequence(self._events(where)[1])
            for position, each in enumerate(value):
                sequence.append(self.node(each, (*where, position)))
                sequence.marks.append(self._events((*where, position))[1])
            return sequence
        if isinstance(value, str):
            return value
        written = self._stretches(where)[1]
        return Plain(self._text[written.start : written.end])

    def _stretches(self, where: Where) -> tuple[Stretch, Stretch]:
        if self._places is None:
            self._places = places_in(self._text)
        return self._places.get(where) or (Stretch(0, 0), Stretch(0, 0))

    def _events(self, where: Where) -> tuple[_Event, _Event]:
        key, value = self._stretches(where)
        return self._event(key), self._event(value)

    def _event(self, stretch: Stretch) -> _Event:
        return _Event(self._mark(stretch.start), self._mark(stretch.end))

    def _mark(self, position: int) -> _Mark:
        line = bisect_right(self._starts, position) - 1
        return _Mark(line, position - self._starts[line])


_AT = re.compile(r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.DOTALL)
_NO_TEXT = re.compile(r"[^\s,\]}#]+")


def _syntax(text: str, said: str) -> tuple[Text, Place]:
    """Where and why a text is no TOML: the slips of people who know YAML, and in general."""
    match = _AT.fullmatch(said)
    lines = lines_of(text)
    if match and match[2]:
        line, column = int(match[2]), int(match[3])
    else:
        line, column = len(lines), len(lines[-1]) + 1
    return _slip(lines[line - 1], column - 1, match[1] if match else said), Place(line, column, line, column + 1)


def _slip(line: str, column: int, said: str) -> Text:
    """What to write instead, where what the library says of a line tells."""
    name, colon, value = line.partition(":")
    if said.startswith("Expected '=' after a key") and colon:
        instead = f"{name.strip()} = {_in_quotation_marks(value)}"
        return Text("her står et kolon; skriv et lighedstegn: {instead}", instead=instead)
    if said == "Invalid value" and (word := _NO_TEXT.match(line, column)):
        instead = _in_quotation_marks(word[0])
        return Text("{found} står uden anførselstegn; skriv {instead}", found=quoted(Plain(word[0])), instead=instead)
    if "'\\'" in said:
        return Text("her står en omvendt skråstreg; skriv stier med /")
    if said.startswith(("Cannot declare", "Cannot overwrite")):
        return Text("navnet står her for anden gang; behold det ene")
    return Text("filen kan ikke forstås herfra; tjek lighedstegn, anførselstegn og parenteser", said=said)


def _in_quotation_marks(text: str) -> str:
    return f'"{shortened(text.partition("#")[0].strip())}"'

"""Where each key and value of a TOML text stands: the library that reads TOML tells nobody."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bizcase.reading.document import Where

_TOKEN = re.compile(
    r"""(?P<space>[ \t]+|\#[^\n]*)
    |(?P<end>\r?\n)
    |(?P<text>\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    |(?P<sign>[][{}=,.])
    |(?P<word>[^][{}=,."'\s\#]+)""",
    re.VERBOSE | re.DOTALL,
)


class Stretch(NamedTuple):
    """A piece of a text, from one character to before another."""

    start: int
    end: int


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


_END = _Token("end", "", 0, 0)

Places = dict[Where, tuple[Stretch, Stretch]]
"""The key and the value at the end of each way; an item of a list is its own key."""


def places_in(text: str) -> Places:
    """The places of everything in a text that is known to be TOML."""
    reader = _Reader(text)
    reader.read()
    return reader.places


def _tokens_of(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            yield _Token(str(match.lastgroup), match[0], match.start(), match.end())


class _Reader:
    """Goes through the tokens of a text once. What it reads has been taken for TOML, so it need not doubt it."""

    def __init__(self, text: str) -> None:
        self.places: Places = {}
        self._tokens = _tokens_of(text)
        self._next = next(self._tokens, _END)
        self._lists: dict[Where, int] = {}  # how many tables of a name there are so far, where it names a list of them

    def read(self) -> None:
        """Headings and keys, line by line."""
        table: Where = ()
        while self._next is not _END:
            if self._next.kind == "end":
                self._take()
            elif self._next.text == "[":
                table = self._heading()
            else:
                self._entry(table)

    def _take(self) -> _Token:
        token, self._next = self._next, next(self._tokens, _END)
        return token

    def _heading(self) -> Where:
        """The way to the table that a heading begins."""
        self._take()
        if one_of_several := self._next.text == "[":
            self._take()
        names, key = self._names("]")
        if one_of_several:
            self._take()
        table: Where = ()
        for position, name in enumerate(names, start=1):
            table = (*table, name)
            self.places.setdefault(table, (key, key))
            if one_of_several and position == len(names):
                self._lists[table] = self._lists.get(table, 0) + 1
            if table in self._lists:
                table = (*table, self._lists[table] - 1)
                self.places.setdefault(table, (key, key))
        return table

    def _entry(self, table: Where) -> None:
        """A key with its value; a key of several names makes the tables that they lead through."""
        names, key = self._names("=")
        for last in range(1, len(names)):
            self.places.setdefault((*table, *names[:last]), (key, key))
        where = (*table, *names)
        self.places[where] = (key, self._value(where))

    def _names(self, before: str) -> tuple[list[str], Stretch]:
        """The names of a key, and the stretch of all of them, up to a sign that is passed too."""
        names: list[str] = []
        first = last = self._take()
        token = first
        while token.text != before and token is not _END:
            if token.kind in ("word", "text"):
                names.append(token.text if token.kind == "word" else _named(token.text))
                last = token
            token = self._take()
        return names, Stretch(first.start, last.end)

    def _value(self, where: Where) -> Stretch:
        """The stretch of a value, with what lies in it."""
        first = self._take()
        if first.text == "[":
            return Stretch(first.start, self._items(where))
        if first.text == "{":
            return Stretch(first.start, self._entries(where))
        last = first
        while self._next.kind == "word" or self._next.text == ".":
            last = self._take()  # a number with a point in it, or a date
        return Stretch(first.start, last.end)

    def _items(self, where: Where) -> int:
        """The items of a list, and where it ends."""
        position = 0
        while (token := self._next).text != "]" and token is not _END:
            if token.kind == "end" or token.text == ",":
                self._take()
            else:
                item = self._value((*where, position))
                self.places[(*where, position)] = (item, item)
                position += 1
        return self._take().end

    def _entries(self, where: Where) -> int:
        """The keys between braces, and where they end."""
        while (token := self._next).text != "}" and token is not _END:
            if token.kind == "end" or token.text == ",":
                self._take()
            else:
                self._entry(where)
        return self._take().end


def _named(quoted: str) -> str:
    """A name in quotation marks, for which TOML has the signs of a text."""
    import tomllib

    name: str = tomllib.loads(f"name = {quoted}")["name"]
    return name

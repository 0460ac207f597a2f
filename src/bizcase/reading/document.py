"""A YAML document as plain values that remember where each of them stands in the file."""

import re
from collections.abc import Callable
from typing import Any

from bizcase.reading.characters import shortened
from bizcase.reading.finding import START, Place
from bizcase.texts.template import Text, Words

Event = Any
"""An event of the YAML parser, kept for its marks alone: where a value begins and ends, counted from 0."""

Where = tuple[str | int, ...]
"""The way from the top of a document to a value: mapping keys and positions in lists."""


class Plain(str):
    """A scalar written without quotation marks, in the file's own characters: `1025`, `50%`, `ØKF`."""

    __slots__ = ()


class Mapping(dict[str, Any]):
    """A mapping; `marks` holds the parser's events for each key and its value, `start` its own.

    A form's mapping has places in their stead, and marks where a value would stand that is not there.

    It is `doubtful` where a key stood there twice, so that nothing can be said of it as a whole.
    """

    __slots__ = ("_order", "doubtful", "marks", "start")

    def __init__(self, start: Event) -> None:
        self.start = start
        self.doubtful = False
        self.marks: dict[str, tuple[Event, Event]] = {}
        self._order: tuple[list[str], dict[str, int]] | None = None

    def without(self, key: str) -> "Mapping":
        """The same mapping without one of its keys, every value in its place."""
        rest = Mapping(self.start)
        rest.update((name, value) for name, value in self.items() if name != key)
        rest.doubtful, rest.marks = self.doubtful, self.marks
        return rest

    @property
    def in_brackets(self) -> bool:
        """Whether it stands in brackets, where a comma ends a value."""
        return not isinstance(self.start, Place) and bool(self.start.flow_style)

    def with_each(self, change: Callable[[Any], Any]) -> "Mapping":
        """The same mapping with each value changed, in its place."""
        changed = Mapping(self.start)
        changed.update((name, change(value)) for name, value in self.items())
        changed.doubtful, changed.marks = self.doubtful, self.marks
        return changed

    def in_order(self) -> tuple[list[str], dict[str, int]]:
        """The keys as they stand in the file, and the position of each; asked for when all of them are there."""
        if self._order is None:
            keys = list(self)
            self._order = keys, {key: position for position, key in enumerate(keys)}
        return self._order


class Sequence(list[Any]):
    """A YAML list; `marks` holds the parser's event of each item, `start` its own."""

    __slots__ = ("marks", "start")

    def __init__(self, start: Event) -> None:
        self.start = start
        self.marks: list[Event] = []

    def with_each(self, change: Callable[[Any], Any]) -> "Sequence":
        """The same list with each item changed, in its place."""
        changed = Sequence(self.start)
        changed.extend(map(change, self))
        changed.marks = self.marks
        return changed


Node = str | Mapping | Sequence
"""A value of a document: a scalar's text (`Plain` where it had no quotation marks), a mapping or a list."""


def place_of(event: Event) -> Place:
    """The stretch of the file that an event covers; what was read of a cell has its place for an event."""
    if isinstance(event, Place):
        return event
    start, end = event.start_mark, event.end_mark
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def locate(root: Node | None, where: Where, *, at_key: bool = False) -> Place:
    """The place of the value at `where`, or of its key; where the way leaves the document, as far as it goes."""
    event = root.start if isinstance(root, Mapping | Sequence) else None
    node: Any = root
    for step in where:
        if isinstance(node, Mapping) and step in node.marks:
            key, value = node.marks[str(step)]
            event = key if at_key and step == where[-1] else value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            event = node.marks[step]
        else:
            break
        node = node.get(str(step)) if isinstance(node, Mapping) else node[step]
    return place_of(event) if event else START


def node_at(root: Node | None, where: Where) -> object:
    """The value at `where` in a document, or nothing where the way leaves it."""
    node: Any = root
    for step in where:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    return node


def name_of(where: Where) -> Words:
    """What a reader needs to hear of the way to a value: the keys below the last item of a list, or that item."""
    last_item = max((index for index, step in enumerate(where) if isinstance(step, int)), default=-1)
    names = [shortened(str(step)) or '""' for step in where[last_item + 1 :]]
    if not names and last_item > 0:
        return Text("{list}, punkt {number}", list=where[last_item - 1], number=int(where[last_item]) + 1)
    return ".".join(names)


_BEGINS_NO_TEXT = frozenset("0123456789+-.~nNtTfF")
"""How everything below begins: most texts are told apart by their first letter."""

_NOT_TEXT = re.compile(
    r"""~|null|Null|NULL|true|True|TRUE|false|False|FALSE
    |[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+
    |[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?
    |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)


def is_blank(node: object) -> bool:
    """Whether nothing stands there: an empty value, `~` or `null` without quotation marks, or only spaces."""
    if isinstance(node, Plain):
        return node in ("", "~", "null", "Null", "NULL")
    return isinstance(node, str) and not node.strip()


def reads_as_text(node: str) -> bool:
    """Whether every YAML 1.2 reader takes the scalar for text, and not for a number, a truth value or nothing."""
    if not isinstance(node, Plain):
        return True
    return node != "" and (node[0] not in _BEGINS_NO_TEXT or _NOT_TEXT.fullmatch(node) is None)


def quoted(node: object) -> Words:
    """A value as a message may quote it: short, on one line, without anything that a terminal would obey."""
    if isinstance(node, Mapping):
        return Text("felter med værdier")
    if isinstance(node, list):
        return Text("en liste")
    if node is None or (isinstance(node, Plain) and node == ""):
        return Text("ingenting")
    text = shortened(str(node))
    return text if isinstance(node, Plain) else f'"{text}"'

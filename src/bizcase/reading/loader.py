"""From text to a document with places, through libyaml's events: plain data only, no duplicate keys, bounded depth."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from bizcase.reading.characters import compose, may_cut_a_text, shortened
from bizcase.reading.document import Mapping, Node, Plain, Sequence, place_of
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.syntax import character_fault, syntax_fault, twice
from bizcase.texts.template import Text

try:  # libyaml's parser is not among the names that the yaml package gives out
    from yaml._yaml import CParser as Parser
except ImportError:  # pragma: no cover - a PyYAML built without libyaml: the same events, seven times slower
    from yaml.loader import BaseLoader as Parser  # type: ignore[assignment]

_END_OF_A_PARAGRAPH = re.compile(r"(?<!\n)\n(?![\n ])")
"""What a blank line within folded text (`>-`) has become; elsewhere a paragraph ends with the blank line itself."""

USES_LIBYAML: bool = Parser.__module__ == "yaml._yaml"
"""Whether the fast parser is at work."""

DEPTH_LIMIT = 64
"""Levels of nesting that a file may have; far more than the format needs, far fewer than would hurt."""

EVENTS_LIMIT = 200_000
"""Beginnings and ends of values that a file may have; 10,000 lines of the longest kind that its size allows have fewer.

Every one costs half a kilobyte as long as the file is looked at.
"""

KEYS_LIMIT = 1000
"""Keys that one mapping may have."""

ITEMS_LIMIT = 10_000
"""Items that one list may have: lines of money, and nothing else comes near it."""

_MERGE = "<<"


@dataclass(slots=True)
class Loaded:
    """What a text holds: its document (nothing where it could not be read) and what is wrong with it as YAML."""

    root: Node | None = None
    faults: Faults = field(default_factory=Faults)


def load(text: str) -> Loaded:
    """Read one YAML document. Scalars stay text; the last fault of a text that breaks off is what broke it off."""
    loaded = Loaded()
    reader = _Reader(loaded.faults)
    try:
        parser = Parser(text) if len(text) <= EVENTS_LIMIT else _Counted(Parser(text))
        loaded.root = reader.read(parser)
        if may_cut_a_text(text):
            from bizcase.reading.number_signs import cut_texts  # few files have such a sign

            loaded.faults.extend(cut_texts(loaded.root, text))
        if reader.dashed:
            from bizcase.reading.folded_lists import folded_lists

            loaded.faults.extend(folded_lists(reader.dashed, text))
    except yaml.MarkedYAMLError as error:
        if error.problem_mark and error.problem and "nesting depth" in error.problem:
            return load(text[: error.problem_mark.index])  # the parser's own limit, met ahead of ours: that tells where
        loaded.faults.closing(syntax_fault(text, error, reader.open))
    except yaml.reader.ReaderError:
        loaded.faults.closing(character_fault(text))
    return loaded


class _TooMuch(Exception):
    """Raised inside this module where a text has too much of something to go on: what is told, and of which event."""

    def __init__(self, message: Text, event: Any) -> None:
        super().__init__(message)
        self.message = message
        self.event = event


class _Counted:
    """A parser of a long text, which ends it where nobody can have meant so many values."""

    def __init__(self, parser: Any) -> None:
        self._get_event = parser.get_event
        self._left = EVENTS_LIMIT

    def get_event(self) -> Any:
        """The next event of the parser."""
        self._left -= 1
        event = self._get_event()
        if self._left < 0:
            message = Text("filen har flere felter og værdier, end en sag kan bruge; del den i flere sager")
            raise _TooMuch(message, event)
        return event


class _Reader:
    """Builds a document from a parser's events with a stack of its own, so that no depth of nesting can crash it."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.anchors: set[str] = set()
        self.open: Mapping | Sequence | None = None  # what is being filled
        self.dashed: list[Any] = []  # texts over several lines that may have items among them

    def read(self, parser: Any) -> Node | None:
        """The first document of the stream; a second one is a fault, and nothing comes of one that has too much."""
        try:
            return self.documents(parser)
        except _TooMuch as too_much:
            self.faults.closing(Fault("unsupported-yaml", place_of(too_much.event), too_much.message))
            return None

    def documents(self, parser: Any) -> Node | None:
        """The same, where nothing is too much."""
        root: Node | None = None
        documents = 0
        while True:
            event = parser.get_event()
            kind = type(event)
            if kind is StreamEndEvent:
                return root
            if kind is DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self.report(
                        "multiple-documents",
                        Text("her begynder en sag mere, og en fil rummer én; flyt den til sin egen fil"),
                        event,
                    )
                    return root
            elif kind is ScalarEvent or kind is MappingStartEvent or kind is SequenceStartEvent or kind is AliasEvent:
                root = self.node(event, parser)

    def node(self, event: Any, parser: Any) -> Node:
        """The value that begins with `event`, with everything in it."""
        top = self.begun(event)
        if not isinstance(top, str):
            self.fill(top, parser)
        return top

    def fill(self, node: Mapping | Sequence, parser: Any) -> None:
        """Read what stands in a mapping or a list, to its end.

        Most of what a run does is done here, so what nearly every event is, a key or a scalar below a new
        key, is told first and handled on the spot.
        """
        get_event = parser.get_event
        self.open = node
        above: list[tuple[Mapping | Sequence, Any]] = []
        in_mapping = type(node) is Mapping
        key_event: Any = None  # the key that waits for its value, in the mapping being read
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                if in_mapping and key_event is None:
                    key_event = event
                    continue
                value: Node = self.scalar(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if len(node) > (KEYS_LIMIT if in_mapping else ITEMS_LIMIT):
                    self.refuse_so_many(node)
                if not above:
                    return
                node, key_event = above.pop()
                self.open, in_mapping = node, type(node) is Mapping
                continue
            else:
                value = self.begun(event)
            if not in_mapping:
                node.append(value)  # type: ignore[union-attr]
                node.marks.append(event)  # type: ignore[union-attr]
            elif key_event is None:
                key_event = self.refused_key(event)
            else:
                self.put(node, key_event, value, event)
                key_event = None
            if not isinstance(value, str):
                above.append((node, key_event))
                self.check_depth(len(above), event)
                self.open, node, key_event, in_mapping = value, value, None, type(value) is Mapping

    def begun(self, event: Any) -> Node:
        """The value that an event begins: a scalar whole, a mapping or a list still empty."""
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is AliasEvent:
            return self.alias(event)
        if event.tag is not None or event.anchor is not None:
            self.property(event)
        return Mapping(event) if kind is MappingStartEvent else Sequence(event)

    def refused_key(self, event: Any) -> Any:
        """Report a key that is no scalar, and let it take the place of one; an alias has been reported."""
        if type(event) is not AliasEvent:
            message = Text("foran kolonet står en liste eller felter med værdier; skriv et ord eller et år")
            self.report("unsupported-yaml", message, event)
        return event

    def check_depth(self, depth: int, event: Any) -> None:
        """End the reading of a file that nests too deeply."""
        if depth >= DEPTH_LIMIT:
            message = Text(
                "her er flere end {limit} niveauer inden i hinanden, og en sag bruger fem; brug færre niveauer",
                limit=DEPTH_LIMIT,
            )
            raise _TooMuch(message, event)

    def refuse_so_many(self, node: Mapping | Sequence) -> None:
        """End the reading of a file with a mapping or a list that no part of the format can be."""
        if isinstance(node, Mapping):
            message = Text("her står flere end {limit} felter i ét; del dem, eller fjern dem", limit=KEYS_LIMIT)
        else:
            message = Text("her står flere end {limit} punkter i én liste; del filen i flere", limit=ITEMS_LIMIT)
        raise _TooMuch(message, node.start)

    def put(self, node: Any, key_event: Any, value: Node, event: Any) -> None:
        """Set a key of a mapping, unless the key stands there already."""
        if type(key_event) is not ScalarEvent:
            return  # a key that was refused already
        if key_event.tag is not None or key_event.anchor is not None:
            self.property(key_event)
        key = key_event.value
        if not key.isascii():
            key = compose(key)
        if key == _MERGE and key_event.implicit[0]:
            if type(event) is not AliasEvent:  # an alias brings a finding of its own
                message = Text("her står <<, som en sag ikke kan bruge; skriv selve felterne")
                self.report("unsupported-yaml", message, key_event)
        elif key in node:
            node.doubtful = True
            line = place_of(node.marks[key][0]).line
            self.report("duplicate-key", twice(node, key, value, line), key_event)
        else:
            node[key] = value
            node.marks[key] = (key_event, event)

    def scalar(self, event: Any) -> str:
        """A scalar's text, Danish letters composed; `Plain` where it has no quotation marks."""
        if event.tag is not None or event.anchor is not None:
            self.property(event)
        value: str = event.value
        if not value.isascii():
            value = compose(value)
        if event.style == ">" and "\n" in value:
            value = _END_OF_A_PARAGRAPH.sub("\n\n", value)
        if not event.implicit[0]:
            return value
        if " - " in value and event.end_mark.line > event.start_mark.line:
            self.dashed.append(event)
        return Plain(value)

    def alias(self, event: Any) -> str:
        """Nothing, in place of what an alias points at; an alias whose anchor was reported says nothing new."""
        if event.anchor not in self.anchors:
            self.report(
                "unsupported-yaml",
                Text(
                    "her står en henvisning (*{name}), som en sag ikke kan bruge; skriv selve værdien",
                    name=event.anchor,
                ),
                event,
            )
        return Plain("")

    def property(self, event: Any) -> None:
        """Report a tag or an anchor."""
        if event.anchor is not None:
            self.anchors.add(event.anchor)
            self.report(
                "unsupported-yaml",
                Text(
                    "her står et mærke (&{name}), som en sag ikke kan bruge; fjern det, og skriv selve "
                    "værdien, hvor den gentages",
                    name=event.anchor,
                ),
                event,
            )
        if event.tag is not None:
            self.report(
                "unsupported-yaml",
                Text(
                    "her står en typeangivelse ({tag}), som en sag ikke kan bruge; fjern den",
                    tag=shortened(event.tag.replace("tag:yaml.org,2002:", "!!")),
                ),
                event,
            )

    def report(self, code: str, message: Text, event: Any) -> None:
        """Note a fault at an event's place."""
        self.faults.append(Fault(code, place_of(event), message))

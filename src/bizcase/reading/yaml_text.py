"""A document as the YAML text that reads as the same document: amounts on one line, texts as paragraphs."""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from bizcase.reading.document import Plain, is_blank, reads_as_text

_WIDTH = 100


def yaml_text(document: dict[str, Any]) -> str:
    """The text of a document of mappings, lists, texts and `Plain` scalars."""
    events = [StreamStartEvent(), DocumentStartEvent(), *_events(document), DocumentEndEvent(), StreamEndEvent()]
    text: str = yaml.emit(events, allow_unicode=True, width=_WIDTH)
    return text


def _events(node: Any) -> Iterator[Event]:
    if isinstance(node, dict):
        yield MappingStartEvent(None, None, implicit=True, flow_style=_is_short(node.values()))
        for key, value in node.items():
            yield _scalar(Plain(key))
            yield from _events(value)
        yield MappingEndEvent()
    elif isinstance(node, list):
        yield SequenceStartEvent(None, None, implicit=True, flow_style=_is_short(node))
        for item in node:
            yield from _events(item)
        yield SequenceEndEvent()
    else:
        yield _scalar(node)


def _scalar(text: str) -> ScalarEvent:
    """A scalar without quotation marks where they change nothing; several lines as they stand."""
    plain = isinstance(text, Plain) or (reads_as_text(Plain(text)) and not is_blank(Plain(text)))
    style = "|" if "\n" in text else None if plain else '"'
    return ScalarEvent(None, None, (True, True), text, style=style)


def _is_short(values: Any) -> bool:
    """Whether all values are figures or single words, which stand on one line."""
    return all(isinstance(value, str) and (isinstance(value, Plain) or value.isalpha()) for value in values)


def comments_in(text: str) -> int:
    """How many comments a text has: what stands between the pieces of YAML and begins with a `#`."""
    count, last = 0, 0
    for token in yaml.scan(text):
        between = text[last : token.start_mark.index]
        count += sum("#" in line for line in between.split("\n"))
        last = max(last, token.end_mark.index)
    return count

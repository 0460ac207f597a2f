"""JSON written straight from a shape and its value, piece by piece: nobody holds a whole long document at once."""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from bizcase.output.data.json_text import quoted, to_json, to_json_line
from bizcase.output.data.shape import ByName, ListOf, Maybe, Named, Object, Shape, Value


def document(version: int, lists: dict[str, Iterable[Iterable[str]]]) -> Iterator[str]:
    """An object of the version and some lists, whose items come as pieces that stand in by four spaces."""
    yield f'{{\n  "schema_version": {version}'
    for name, items in lists.items():
        yield f",\n  {quoted(name)}: "
        before = "["
        for item in items:
            yield f"{before}\n    "
            yield from item
            before = ","
        yield "[]" if before == "[" else "\n  ]"
    yield "\n}\n"


def pieces(shape: Shape, value: Any, indent: str | None) -> Iterator[str]:
    """A value as its shape has it, below `indent`, or on one line where there is none."""
    match shape:
        case Value(_, as_json):
            written = as_json(value)
            yield to_json_line(written) if indent is None else to_json(written, indent)
        case Object(keys):
            found = ((key, item, find(value)) for key, (find, item) in keys.items())
            yield from _mapping(found, indent)
        case ByName(item):
            yield from _mapping(((name, item, each) for name, each in value.items()), indent)
        case ListOf(item):
            opening, between, closing, deeper = _marks("[", "]", indent)
            before = opening
            for each in value:
                yield before
                yield from pieces(item, each, deeper)
                before = between
            yield "[]" if before is opening else closing
        case Maybe(item):
            yield from ("null",) if value is None else pieces(item, value, indent)
        case Named(_, item):
            yield from pieces(item, value, indent)
        case _:
            assert_never(shape)


def _mapping(found: Iterable[tuple[str, Shape, Any]], indent: str | None) -> Iterator[str]:
    opening, between, closing, deeper = _marks("{", "}", indent)
    before = opening
    for key, item, value in found:
        yield f"{before}{quoted(key)}: "
        yield from pieces(item, value, deeper)
        before = between
    yield "{}" if before is opening else closing


def _marks(opening: str, closing: str, indent: str | None) -> tuple[str, str, str, str | None]:
    """What stands before the first of several values, between two, and behind the last; and how far they stand in."""
    if indent is None:
        return opening, ", ", closing, None
    deeper = indent + "  "
    return f"{opening}\n{deeper}", f",\n{deeper}", f"\n{indent}{closing}", deeper

"""JSON text that keeps a Decimal's own digits, which the standard library would turn into a float or a text."""

import json
from decimal import Decimal
from typing import Any


def to_json(value: Any, indent: str = "") -> str:
    """A value of dicts, lists, texts, numbers and nothing as JSON, in the order that it has."""
    deeper = indent + "  "
    match value:
        case dict() if value:
            pairs = [f"{deeper}{quoted(key)}: {to_json(value[key], deeper)}" for key in value]
            return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"
        case list() | tuple() if value:
            return "[\n" + ",\n".join(f"{deeper}{to_json(item, deeper)}" for item in value) + f"\n{indent}]"
        case Decimal():
            return format(value.normalize() if value else Decimal(0), "f")
        case _:
            return quoted(value)


def to_json_line(value: Any) -> str:
    """The same on one line."""
    try:
        return _of_whole_numbers(value)
    except _NotWholeError:
        pass  # decimals keep their digits the slower way
    match value:
        case dict():
            return "{" + ", ".join(f"{quoted(key)}: {to_json_line(value[key])}" for key in value) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(to_json_line, value)) + "]"
        case _:
            return to_json(value)


class _NotWholeError(Exception):
    """A number that the standard library's encoder must not be given."""


def _whole(value: Any) -> int:
    if isinstance(value, Decimal) and value == (whole := int(value)):
        return whole
    raise _NotWholeError


quoted = json.JSONEncoder(ensure_ascii=False).encode
_of_whole_numbers = json.JSONEncoder(ensure_ascii=False, default=_whole).encode

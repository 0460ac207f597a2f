"""The shape of what was converted to another price level: always there, and blank where nothing was."""

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any

from bizcase.engine.result import Conversion
from bizcase.output.data.shape import ByName, Maybe, Object, Value

NOT_CONVERTED = Conversion(0, 0, "", "", {}, None, {})


def _of(name: str) -> Callable[[Conversion], Any]:
    """A value of the conversion, or nothing where nothing was converted."""
    find = attrgetter(name)
    return lambda conversion: None if conversion is NOT_CONVERTED else find(conversion)


def _factors(conversion: Conversion) -> dict[str, Decimal]:
    return conversion.factors


def converted(record: Any) -> Conversion:
    """How the amounts of a result, or of a case in a pool, came to their price level."""
    conversion: Conversion | None = record.converted
    return conversion or NOT_CONVERTED


CONVERTED = Object(
    {
        "from": (_of("start"), Maybe(Value({"type": "integer"}))),
        "index": (_of("index"), Maybe(Value({"type": "string"}))),
        "source": (_of("source"), Maybe(Value({"type": "string"}))),
        "factors": (_factors, ByName(Value({"type": "number"}), nothing=None)),
        "rests_on_estimates": (attrgetter("rests_on_estimates"), Value({"type": "boolean"})),
        "payback_changes": (lambda conversion: bool(conversion.before), Value({"type": "boolean"})),
    }
)

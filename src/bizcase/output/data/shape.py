"""A shape: every key of what scripts get, once, with where its value is found; JSON, CSV and schemas read it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, assert_never

from bizcase.case.amounts import ZERO

JsonSchema = dict[str, Any]


def as_it_is(value: Any) -> Any:
    """A value that is written as it is."""
    return value


@dataclass(frozen=True, slots=True)
class Value:
    """A single value, or one that JSON writes in a way of its own."""

    described: JsonSchema
    as_json: Callable[[Any], Any] = as_it_is


@dataclass(frozen=True, slots=True)
class Object:
    """A mapping that always has the same keys, each with how its value is found and what that is."""

    keys: dict[str, tuple[Callable[[Any], Any], "Shape"]]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind of values, so many at least."""

    item: "Shape"
    description: str = ""
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class ByName:
    """A mapping whose keys are names `of` the profile; one that it lacks has `nothing`."""

    item: "Shape"
    of: Literal["steering_area", "committee"] = "steering_area"
    nothing: Any = ZERO


@dataclass(frozen=True, slots=True)
class Maybe:
    """Something, or nothing."""

    item: "Shape"


@dataclass(frozen=True, slots=True)
class Named:
    """A shape that a schema describes once, by a name, wherever it stands."""

    name: str
    item: "Shape"


Shape = Value | Object | ListOf | ByName | Maybe | Named


def writer(shape: Shape) -> Callable[[Any], Any]:
    """How a value of a shape becomes dicts, lists, texts and exact numbers; made once, for a pool of many cases."""
    match shape:
        case Value(_, written):
            return written
        case Object(keys):
            found = [(key, _then(find, writer(item))) for key, (find, item) in keys.items()]
            return lambda value: {key: find(value) for key, find in found}
        case ListOf(item):
            write = writer(item)
            return lambda value: [write(each) for each in value]
        case ByName(item):
            write = writer(item)
            return as_it_is if write is as_it_is else lambda value: {name: write(each) for name, each in value.items()}
        case Maybe(item):
            write = writer(item)
            return lambda value: None if value is None else write(value)
        case Named(_, item):
            return writer(item)
        case _:
            assert_never(shape)


def _then(find: Callable[[Any], Any], write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What is found, written; nothing is called in between where it is written as it is."""
    return find if write is as_it_is else lambda value: write(find(value))


def schema(shape: Shape) -> JsonSchema:
    """The JSON Schema of a shape: every key is always there, and no other key is."""
    match shape:
        case Value(described):
            return described
        case Object(keys):
            return {
                "type": "object",
                "properties": {key: schema(item) for key, (_, item) in keys.items()},
                "required": list(keys),
                "additionalProperties": False,
            }
        case ListOf(item, description, at_least):
            said = {"description": description} if description else {}
            bound = {"minItems": at_least} if at_least else {}
            return {"type": "array", **said, "items": schema(item), **bound}
        case ByName(item):
            return {"type": "object", "additionalProperties": schema(item)}
        case Maybe(item):
            return {"anyOf": [{"type": "null"}, schema(item)]}
        case Named(name):
            return {"$ref": f"#/definitions/{name}"}
        case _:
            assert_never(shape)


def document_schema(title: str, *shapes: Shape) -> JsonSchema:
    """The JSON Schema of a document, or of a line, that has one of some shapes; what is named stands once, below."""
    described = [schema(shape) for shape in shapes]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **(described[0] if len(described) == 1 else {"anyOf": described}),
        "definitions": {name: schema(item) for shape in shapes for name, item in _named_in(shape).items()},
    }


def _named_in(shape: Shape) -> dict[str, Shape]:
    """The shapes that a schema describes once, by their names; what another one rests on stands before it."""
    match shape:
        case Value():
            return {}
        case Object(keys):
            return {name: item for _, held in keys.values() for name, item in _named_in(held).items()}
        case ListOf(item) | ByName(item) | Maybe(item):
            return _named_in(item)
        case Named(name, item):
            return {**_named_in(item), name: item}
        case _:
            assert_never(shape)


def leaves(
    shape: Shape, value: Any, names: Mapping[str, Iterable[str]] | None = None, path: str = ""
) -> Iterator[tuple[str, Shape, Any]]:
    """What stands in an object and the objects in it, each by its keys joined by points.

    A mapping of names has a leaf for each of `names`, nil where it lacks one. Lists, and shapes that are described by a
    name, are leaves.
    """
    match shape:
        case Object(keys):
            for key, (find, item) in keys.items():
                yield from leaves(item, find(value), names, f"{path}.{key}" if path else key)
        case ByName(item, of, nothing) if names is not None:
            for name in names[of]:
                yield from leaves(item, value.get(name, nothing), names, f"{path}.{name}")
        case Maybe(item) if value is not None:
            yield from leaves(item, value, names, path)
        case _:
            yield path, shape, value

"""A fault: something wrong at a path of a document, raised by the field that reads it, and its way to a finding."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, LiteralString, NoReturn, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError, ValidationError

from bizcase.case.nearest import after_a_comma, choose_from, nearest
from bizcase.reading.document import Node, Path, is_blank, locate, shown
from bizcase.reading.finding import Finding, Severity
from bizcase.reading.text import shortened


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at `path`: on the key where `at_key`, on the value otherwise."""

    code: str
    path: Path
    message: str
    at_key: bool = False
    severity: Severity = Severity.ERROR


class Refusal(PydanticCustomError):
    """A value that a field refuses: the code of the finding, and a message that says what to write instead."""

    def __new__(cls, code: str, message: str, *, at_key: bool = False) -> "Refusal":
        """Keep the message out of pydantic's template language: a file's own braces may stand in it."""
        template: LiteralString = "{message}"
        return super().__new__(cls, code, template, {"message": message, "at_key": at_key})

    def __init__(self, code: str, message: str, *, at_key: bool = False) -> None:
        """Everything is set already; the exception's own initialiser would not take a keyword."""


def refuse_all(refusals: Iterable[tuple[Path, Refusal]]) -> NoReturn:
    """Raise several refusals at once, each at its path below the field that reads."""
    details = [InitErrorDetails(type=refusal, loc=path, input=None) for path, refusal in refusals]
    raise ValidationError.from_exception_data("case", details)


def to_finding(fault: Fault, path: str, root: Node) -> Finding:
    """A fault as a finding of the file at `path`: with its place, and led by the name that it is about."""
    place = locate(root, fault.path, at_key=fault.at_key)
    name = _spoken(fault.path)
    message = f"{name}: {fault.message}" if name else fault.message
    return Finding(path, place, fault.severity, fault.code, message)


def faults_of(error: ValidationError, root: Node, model: type[BaseModel]) -> list[Fault]:
    """The faults that pydantic collected while it read `root` as a `model`."""
    details = error.errors(include_url=False, include_input=False)
    misspelt = {_meant(model, item["loc"]) for item in details if item["type"] == "extra_forbidden"}
    return [
        _fault(item, root, model)
        for item in details
        if item["type"] != "missing" or item["loc"] not in misspelt  # one slip of the pen is one finding
    ]


def _fault(details: ErrorDetails, root: Node, model: type[BaseModel]) -> Fault:
    """One pydantic error as a fault. The model's own kinds of error get words of ours here, and only here."""
    context: dict[str, Any] = details.get("ctx", {})
    path: Path = details["loc"]
    if at_key := path[-1:] == ("[key]",) and node_at(root, path) is None:
        path = path[:-1]  # how pydantic says that the key itself is wrong
    match details["type"]:
        case "missing":
            return Fault("missing-key", path, "is needed here and missing; add it")
        case "extra_forbidden":
            return Fault("unknown-key", path, _unknown_key(model, root, path), at_key=True)
        case "model_type" | "dict_type":
            return Fault("wrong-type", path, f"{shown(node_at(root, path))} stands here; write keys and values")
        case "tuple_type":
            return Fault("wrong-type", path, _no_list(node_at(root, path)))
        case code:
            return Fault(code, path, str(context.get("message", details["msg"])), at_key or bool(context.get("at_key")))


def _unknown_key(model: type[BaseModel], root: Node, path: Path) -> str:
    """What to do about a key that its mapping does not have."""
    key = str(path[-1])
    if advice := after_a_comma(node_at(root, path[:-1]), key):
        return advice
    allowed = _keys_at(model, path[:-1])
    if len(path) == 1 and nearest(key, allowed) is None:
        lines = _keys_at(model, ("implementation_costs",))
        if key in lines:
            return f"stands at the edge and is a key of a line; indent it below {lines[0]}:"
    return f"is no key that can stand here; {choose_from(key, allowed)}"


def _no_list(node: object) -> str:
    """What to write where a list is meant."""
    if is_blank(node):
        return "nothing stands here; write [], or take the key away"
    if isinstance(node, str):
        return f"{shown(node)} stands here; write [{shown(node)}]"
    return f"{shown(node)} stands here; begin each item with a dash: - name: …"


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand in the mapping at `path` of a document that is read as a `model`."""
    for step in path:
        field = model.model_fields.get(str(step))
        if field is not None:  # otherwise the step is an item of a list, or a key of the user's own
            model = _model_in(field.annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Line, ...]` or `Loan | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _meant(model: type[BaseModel], path: Path) -> Path:
    """The path that an unknown key was most likely meant to have."""
    return (*path[:-1], nearest(str(path[-1]), _keys_at(model, path[:-1])) or "")


def node_at(root: Node, path: Path) -> object:
    """The value at a path of a document, or nothing where the path leaves it."""
    node: Any = root
    for step in path:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    return node


def _spoken(path: Path) -> str:
    """The part of a path that a reader needs to hear: the keys below the last item of a list, or that item."""
    last_item = max((index for index, step in enumerate(path) if isinstance(step, int)), default=-1)
    names = [shortened(str(step)) or '""' for step in path[last_item + 1 :]]
    if not names and last_item > 0:
        return f"{path[last_item - 1]}, item {int(path[last_item]) + 1}"
    return ".".join(names)

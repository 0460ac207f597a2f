"""A refusal: a value that a field does not take, raised where it is read and collected by pydantic, as a fault."""

import re
from collections.abc import Callable, Iterable
from typing import Any, LiteralString, NoReturn, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError, ValidationError

from bizcase.case.commas import cut_at
from bizcase.case.kinds import Unit
from bizcase.case.names import Names
from bizcase.case.nearest import choose_from, nearest
from bizcase.reading.document import Mapping, Node, Where, is_blank, node_at, quoted
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import MOST_FINDINGS
from bizcase.texts.template import Text, Words


class Refusal(PydanticCustomError):
    """A value that a field refuses: the code of the finding, and a text that says what to write instead.

    A text that takes thought is given as what works it out: of a file with many faults most are counted and never told.
    """

    def __new__(cls, code: str, text: Words | Callable[[], Words], *, at_key: bool = False) -> "Refusal":
        """Carry the text beside pydantic's template, which is filled at once and would choose its language."""
        template: LiteralString = "{text}"
        return super().__new__(cls, code, template, {"text": text, "at_key": at_key})

    def __init__(self, code: str, text: Words | Callable[[], Words], *, at_key: bool = False) -> None:
        """Everything is set already; the exception's own initialiser would not take a keyword."""

    @property
    def text(self) -> Words:
        """What is wrong, and what to write instead."""
        return _worked_out((self.context or {})["text"])


def _worked_out(text: Words | Callable[[], Words]) -> Words:
    return text() if callable(text) else text


def refuse_all(refusals: Iterable[tuple[Where, Refusal]]) -> NoReturn:
    """Raise several refusals at once, each where it belongs below the field that reads."""
    details = [InitErrorDetails(type=refusal, loc=where, input=None) for where, refusal in refusals]
    raise ValidationError.from_exception_data("case", details)


def refused_key(
    mapping: object, key: str, refusal: Refusal, unit: Unit | None = None, *, money: bool = False
) -> list[tuple[Where, Refusal]]:
    """A refusal of a key; where the key is a piece of a value that a comma has cut, what is told of that, once."""
    cut = cut_at(mapping, key, unit, money=money)
    if cut is None:
        return [((key,), Refusal(refusal.type, refusal.text, at_key=True))]
    return [((key,), Refusal(refusal.type, cut.text, at_key=True))] if cut.first else []


def refuse_twice(node: object, names: Names) -> None:
    """Refuse a mapping whose keys name one thing by two of its names."""
    seen: dict[str, str] = {}
    for key in node if isinstance(node, dict) else ():
        name = names.meant_by(key)
        if name in seen:
            message = Text(
                "er et andet navn for {area}, som allerede står her som {seen}; behold det ene",
                area=name,
                seen=seen[name],
            )
            refuse_all([((key,), Refusal("duplicate-key", message, at_key=True))])
        if name is not None:
            seen[name] = key


def faults_of(error: ValidationError, root: Node, model: type[BaseModel], *, most: int = MOST_FINDINGS) -> Faults:
    """The faults that pydantic collected while it read `root` as a `model`, all but `most` of them as a number."""
    every = error.errors(include_url=False, include_input=False)
    details = every[:_LOOKED_AT]
    misspelt = {_meant(model, item["loc"]) for item in details if item["type"] == "extra_forbidden"}
    slips = [
        item
        for item in details
        if item["type"] != "missing" or item["loc"] not in misspelt  # one slip of the pen is one finding
        if item["type"] != "extra_forbidden" or not _is_told_before(root, item["loc"])
    ]
    faults = Faults(_fault(item, root, model) for item in slips[:most])
    faults.rest += len(slips) - len(faults) + len(every) - len(details)
    return faults


_LOOKED_AT = 5000
"""Errors among which those of one slip are looked for; where there are more, the others are counted as they are."""


def _is_told_before(root: Node, where: Where) -> bool:
    """Whether a key is a further piece of a value that has been told of at an earlier one."""
    cut = cut_at(node_at(root, where[:-1]), where[-1])
    return cut is not None and not cut.first


def _fault(details: ErrorDetails, root: Node, model: type[BaseModel]) -> Fault:
    """One pydantic error as a fault. The model's own kinds of error get words of ours here, and only here."""
    context: dict[str, Any] = details.get("ctx", {})
    where: Where = details["loc"]
    if at_key := where[-1:] == ("[key]",) and node_at(root, where) is None:
        where = where[:-1]  # how pydantic says that the key itself is wrong
    match details["type"]:
        case "missing":
            return Fault("missing-key", where, Text("mangler; tilføj feltet"))
        case "extra_forbidden":
            return Fault("unknown-key", where, _unknown_key(model, root, where), at_key=True)
        case "model_type" | "dict_type":
            return Fault(
                "wrong-type",
                where,
                Text("her står {found}; skriv felter med værdier", found=quoted(node_at(root, where))),
            )
        case "tuple_type":
            return Fault("wrong-type", where, _no_list(node_at(root, where), _keys_of_items(model, where)))
        case code:
            return Fault(
                code, where, _worked_out(context.get("text", details["msg"])), at_key or bool(context.get("at_key"))
            )


def _unknown_key(model: type[BaseModel], root: Node, where: Where) -> Text:
    """What to do about a key that its mapping does not have."""
    key = str(where[-1])
    if cut := cut_at(node_at(root, where[:-1]), key):
        return cut.text
    allowed = _keys_at(model, where[:-1])
    if "amounts" in allowed and re.match("[0-9]{4}", key):
        if isinstance(beside := node_at(root, where[:-1]), Mapping) and beside.in_brackets:
            return Text("er et år, som hører til under amounts; skriv amounts: {{{year}: …}}", year=key)
        return Text("er et år, som hører til under amounts; ryk årene to mellemrum længere ind end amounts")
    if len(where) == 1 and nearest(key, allowed) is None:
        lines = _keys_at(model, ("implementation_costs",))
        if key in lines:
            return Text("står helt ude til venstre, men hører til under {name}; ryk det ind", name=lines[0])
    return Text("er ikke et felt, der kan stå her; {advice}", advice=choose_from(key, allowed, "bizcase new ID"))


def _no_list(node: object, keys: list[str]) -> Text:
    """What to write where a list is meant, of mappings with these keys, or of words."""
    if is_blank(node):
        return Text("her står ingenting; skriv [], eller fjern feltet")
    if isinstance(node, str) and not keys:
        return Text("her står {found}; skriv [{found}]", found=quoted(node))
    if not keys:
        return Text("her står {found}; begynd hvert punkt med en bindestreg", found=quoted(node))
    return Text("her står {found}; begynd hvert punkt med en bindestreg: - {key}: …", found=quoted(node), key=keys[0])


def _keys_at(model: type[BaseModel], where: Where) -> list[str]:
    """The keys that may stand in the mapping at `where` in a document that is read as a `model`."""
    for step in where:
        field = model.model_fields.get(str(step))
        if field is not None:  # otherwise the step is an item of a list, or a key of the user's own
            model = _model_in(field.annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _keys_of_items(model: type[BaseModel], where: Where) -> list[str]:
    """The keys of the mappings in the list at `where`; none where its items are words."""
    keys = _keys_at(model, where)
    return keys if keys != _keys_at(model, where[:-1]) else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Line, ...]` or `Loan | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _meant(model: type[BaseModel], where: Where) -> Where:
    """Where an unknown key was most likely meant to stand."""
    return (*where[:-1], nearest(str(where[-1]), _keys_at(model, where[:-1])) or "")

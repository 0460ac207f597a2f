"""JSON Schemas of case file, price index and profile, for editors: draft-07, with a profile's words filled in."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from bizcase.case.line_fields import VOCABULARY
from bizcase.case.model import Case
from bizcase.case.price_index import PriceIndex
from bizcase.case.profile import Profile

JsonSchema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the editors' YAML language server knows best."""


def case_schema(profile: Profile, acceptable: Iterable[str]) -> JsonSchema:
    """The schema of a case in the municipality of `profile`; `acceptable` are the findings that a file may accept."""
    words = {
        "steering_area": _either_case(profile.steering_area_names.spellings),
        "committee": profile.committee_names.json_schema(),
        "administration": profile.administration_names.json_schema(),
        "acceptable": {"type": "string", "enum": sorted(acceptable)},
    }
    return _schema_of(Case, f"Business case, {profile.municipality}", _CASE, words)


def profile_schema() -> JsonSchema:
    """The schema of a profile."""
    return _schema_of(Profile, "Profile of a municipality", _PROFILE, {})


def price_index_schema(profile: Profile) -> JsonSchema:
    """The schema of a price index in the municipality of `profile`, in one of its two forms."""
    words = {"steering_area": _either_case(profile.steering_area_names.spellings)}
    schema = _schema_of(PriceIndex, f"Price index, {profile.municipality}", _INDEX, words)
    return schema | {"oneOf": [{"required": ["changes"]}, {"required": ["levels"]}]}


_CASE = "A business case. Amounts are in the file's `unit` and in the fixed `price_level`."
_INDEX = "How prices and wages change from year to year, to convert amounts to another price level."
_PROFILE = "A municipality. The order of committees and steering areas is the order of the tables."


def _schema_of(model: type[BaseModel], title: str, description: str, words: dict[str, JsonSchema]) -> JsonSchema:
    """A model's schema; what it says of the file is written here, so that rewording a docstring changes no schema."""
    generated = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = generated.pop("$defs", {})
    for definition in definitions.values():
        definition.pop("description", None)  # hovering over a key should show what the key says of itself
    head = {"description": description, "title": title}
    schema = {"$schema": DRAFT, **generated, **head, "definitions": definitions | words}
    tidied: JsonSchema = _tidied(schema, frozenset(definitions))
    return tidied


def _tidied(node: Any, records: frozenset[str]) -> Any:
    """A schema without what pydantic adds for its own use, and with references where words of the profile belong."""
    if isinstance(node, list):
        return [_tidied(item, records) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if not _is_clutter(key, value)}
    if VOCABULARY in kept:
        kept["$ref"] = f"#/definitions/{kept.pop(VOCABULARY)}"
    options = [option for option in kept.pop("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:  # a key that may be left out is not a key that may stand empty
        return _tidied(options[0] | kept, records)
    if options:
        kept["anyOf"] = options
    tidied = {key: _tidied(value, records) for key, value in kept.items()}
    if "$ref" in tidied and len(tidied) > 1:  # draft-07 reads nothing beside a reference, so the rest moves outside
        reference = tidied.pop("$ref")
        kind = "object" if reference.rpartition("/")[2] in records else "string"  # lets an editor write the colon
        tidied = {"type": kind, "allOf": [{"$ref": reference}], **tidied}
    return tidied


def _is_clutter(key: str, value: object) -> bool:
    named_by_pydantic = key == "title" and isinstance(value, str) and value.istitle()
    return named_by_pydantic or (key == "default" and (not value or value == "0"))


def _either_case(names: list[str]) -> JsonSchema:
    """Names to complete, and the same names in upper or lower case, as the program takes them."""
    patterns = ("".join(_either(letter) for letter in name) for name in names)
    return {"anyOf": [{"type": "string", "enum": names}, {"type": "string", "pattern": f"^({'|'.join(patterns)})$"}]}


def _either(letter: str) -> str:
    if letter.upper() != letter.lower():
        return f"[{letter.upper()}{letter.lower()}]"
    return letter if letter.isalnum() or letter == " " else f"\\{letter}"

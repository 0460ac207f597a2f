"""JSON Schemas of what people write, for editors: draft-07, with the words of a profile filled in.

`markdownEnumDescriptions`, `defaultSnippets`, `errorMessage` and `doNotSuggest` are for the editors' YAML language
server; whoever else validates by the schema takes no notice of them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from bizcase.case.configuration import Configuration
from bizcase.case.line_fields import VOCABULARY
from bizcase.case.model import Case
from bizcase.case.names import Names
from bizcase.case.price_index import PriceIndex
from bizcase.case.profile import OTHERS, Named, Profile

JsonSchema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the editors' YAML language server knows best."""


def case_schema(profile: Profile, acceptable: Mapping[str, str]) -> JsonSchema:
    """The schema of a case in the municipality of `profile`.

    `acceptable` are the findings that a file may accept, each with what it means in Markdown.
    """
    areas, committees = _areas(profile), _committees(profile)
    codes = dict(sorted(acceptable.items()))
    words = {
        "steering_area": profile.steering_area_names.json_schema(areas),
        "committee": profile.committee_names.json_schema(committees),
        "administration": profile.administration_names.json_schema(_administrations(profile)),
        "acceptable": {
            "type": "string",
            "enum": list(codes),
            "markdownEnumDescriptions": list(codes.values()),
            "errorMessage": "er ikke et fund, der kan accepteres; se `bizcase explain`",
        },
        "capital_category": _capital_only(profile),
    }
    keys = {"steering_area": areas, "committee": committees, "acceptable": codes}
    return _schema_of(
        Case,
        f"Sag, {profile.municipality}",
        _CASE,
        words | {f"{word}{_AS_KEY}": _keys(word, meanings) for word, meanings in keys.items()},
    )


def _committees(profile: Profile) -> dict[str, str]:
    """What each committee is called in full, and until when."""
    described = {short: _until(entry.name, entry.until, entry.successor) for short, entry in profile.committees.items()}
    return described | {OTHERS: "Et udvalg, som papiret ikke nævner"}


def _administrations(profile: Profile) -> dict[str, str]:
    """What each administration is called in full, its committee, and until when."""
    described = {}
    for short, entry in profile.administrations.items():
        successor = entry.successor
        after = f"{successor.name} ({successor.committee})" if isinstance(successor, Named) else successor
        described[short] = _until(f"{entry.name} ({entry.committee})", entry.until, after)
    return described


def _areas(profile: Profile) -> dict[str, str]:
    """What else each steering area is called."""
    return {
        area: f"Også: {_markdown(', '.join(entry.aliases))}" if entry.aliases else ""
        for area, entry in profile.steering_areas.items()
    }


def _until(name: str, until: int | None, successor: str | None) -> str:
    end = f", til og med {until}" if until is not None else ""
    return _markdown(f"{name}{end}{f'; derefter {successor}' if successor else ''}")


def _markdown(text: str) -> str:
    """A name as Markdown that shows it letter for letter."""
    return re.sub(r"[\\`*_\[\]<>&#|~]", r"\\\g<0>", text)


def _keys(word: str, meanings: Mapping[str, str]) -> JsonSchema:
    """Keys that are words of the profile: an editor offers them with all meanings, and shows the meaning of each.

    It would offer `properties` with each its own meaning, but not within `{}`.
    """
    listed = "\n".join(f"* `{name}`: {text}" if text else f"* `{name}`" for name, text in meanings.items())
    each = {
        str(Names({name: ()}).pattern()["pattern"]): {"markdownDescription": text}
        for name, text in meanings.items()
        if text
    }
    return {
        "type": "object",
        "propertyNames": {"allOf": [{"$ref": f"#/definitions/{word}"}], "markdownDescription": listed},
        "patternProperties": each,
    }


def _capital_only(profile: Profile) -> JsonSchema:
    """Lines of capital may have a category, and no others."""
    natures = profile.areas_of_nature("capital")
    named = ", ".join(area for area in profile.steering_areas if area in natures)
    capital = Names({area: profile.steering_areas[area].aliases for area in natures}).pattern() if natures else False
    return {
        "if": {"properties": {"steering_area": capital}},
        "else": {
            "properties": {"capital_category": False},
            "errorMessage": f"må kun stå på linjer med styringsområdet {named}; fjern feltet",
        },
    }


def profile_schema() -> JsonSchema:
    """The schema of a profile."""
    return _schema_of(Profile, "Profile of a municipality", _PROFILE, {})


_AS_KEY = "_as_key"


def configuration_schema(warnings: Iterable[str]) -> JsonSchema:
    """The schema of a configuration; `warnings` are the codes of the findings whose weight may change."""
    words = {"warning": {"type": "string", "enum": sorted(warnings)}}
    return _schema_of(Configuration, "Configuration of bizcase", _CONFIGURATION, words)


def price_index_schema(profile: Profile) -> JsonSchema:
    """The schema of a price index in the municipality of `profile`, in one of its two forms."""
    words = {"steering_area": profile.steering_area_names.json_schema(_areas(profile))}
    schema = _schema_of(PriceIndex, f"Price index, {profile.municipality}", _INDEX, words)
    return schema | {"oneOf": [{"required": ["changes"]}, {"required": ["levels"]}]}


_CONFIGURATION = "What holds for the cases of a repository. Paths are seen from the file."
_INDEX = "How prices and wages change from year to year, to convert amounts to another price level."
_CASE = "En sag. Beløb er i filens `unit` og i fast `price_level`; omkostninger er positive, besparelser negative."
_PROFILE = "A municipality. The order of committees and steering areas is the order of the tables."


def _schema_of(model: type[BaseModel], title: str, description: str, words: dict[str, JsonSchema]) -> JsonSchema:
    """A model's schema; what it says of the file is written here, so that rewording a docstring changes no schema."""
    generated = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = generated.pop("$defs", {})
    for definition in definitions.values():
        for name in ("title", "description"):  # hovering over a key should show what the key says of itself
            definition.pop(name, None)
    schema = {"$schema": DRAFT, **generated, "description": description, "definitions": definitions | words}
    tidied: JsonSchema = _tidied(schema, frozenset(definitions))
    return tidied | {"title": title}


def _tidied(node: Any, records: frozenset[str]) -> Any:
    """A schema without what pydantic adds for its own use, and with references where words of the profile belong."""
    if isinstance(node, list):
        return [_tidied(item, records) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if not _is_clutter(key, value)}
    if VOCABULARY in kept:
        kept["$ref"] = f"#/definitions/{kept.pop(VOCABULARY)}"
    if VOCABULARY in kept.get("propertyNames", {}):
        kept["allOf"] = [{"$ref": f"#/definitions/{kept.pop('propertyNames')[VOCABULARY]}{_AS_KEY}"}]
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

"""The JSON Schema of results: every result fits, and a result with anything missing does not."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from support import CASES, ROOT, copenhagen, left_out_file

from bizcase.examine.one import examine
from bizcase.output.data.case_json import render
from bizcase.output.data.result_schema import result_schema

VALIDATOR = Draft7Validator(result_schema())


def document(path: Path) -> Any:
    """The JSON of a case and of a file that was left out."""
    result = examine(str(path), copenhagen()).kept
    assert result is not None
    return json.loads("".join(render([result], [left_out_file("x.yaml", 1)])))


@pytest.mark.parametrize("path", [*CASES, ROOT / "tests/samples/tables/many-areas.yaml"], ids=lambda path: path.stem)
def test_every_result_fits_the_schema(path: Path) -> None:
    """Loans, splits and every kind of payback among them."""
    assert [error.message for error in VALIDATOR.iter_errors(document(path))] == []


def test_the_schema_is_a_schema() -> None:
    """Of the draft that it names."""
    Draft7Validator.check_schema(result_schema())


def paths_in(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every key of a document, except those that are names or years."""
    if isinstance(value, list):
        return paths_in(value[0], (*before, 0)) if value else []
    if not isinstance(value, dict) or before[-1:] in (("amounts",), ("by_steering_area",), ("by_committee",)):
        return []
    return [path for key in value for path in [(*before, key), *paths_in(value[key], (*before, key))] if key[0] != "2"]


@pytest.mark.parametrize("path", paths_in(document(ROOT / "tests/samples/tables/many-areas.yaml")), ids=str)
def test_a_key_that_is_missing_or_new_does_not_fit(path: tuple[Any, ...]) -> None:
    """The same shape always."""
    broken = copy.deepcopy(document(ROOT / "tests/samples/tables/many-areas.yaml"))
    holder = broken
    for step in path[:-1]:
        holder = holder[step]
    value = holder.pop(path[-1])
    assert not VALIDATOR.is_valid(broken)
    holder |= {path[-1]: value, "another": 1}
    assert not VALIDATOR.is_valid(broken)

"""The JSON Schemas of every JSON that is printed: what is printed fits, and with a key more or less it does not."""

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from support import CASES, CONVERTED, HEAD, ROOT, bizcase

from bizcase.cli.schema import SchemaName

SAMPLES = [*CASES, ROOT / "tests/samples/tables/many-areas.yaml"]
FAULTY = sorted(ROOT.glob("tests/samples/refused/*.yaml"))[:20]
PRINTED = {
    "result": ("calc", *SAMPLES, *FAULTY, "--format", "json"),
    "result-line": ("calc", *SAMPLES, *FAULTY, "--format", "jsonl"),
    "pool": ("pool", *SAMPLES, *FAULTY, "--format", "json"),
    "pool-line": ("pool", *SAMPLES, *FAULTY, "--format", "jsonl"),
    "value": ("value", *SAMPLES, *FAULTY, *CONVERTED, "--format", "json"),
    "value-line": ("value", *SAMPLES, *FAULTY, *CONVERTED, "--format", "jsonl"),
    "findings": ("validate", ROOT / "cases", ROOT / "tests/samples/refused", "--format", "json"),
}
MORE = {
    "result": ("calc", *SAMPLES, "--format", "json", "--years", "2026-2030", *CONVERTED),
    "pool-line": ("pool", *SAMPLES, "--format", "jsonl", "--years", "2026-2030", "--sort", "cost"),
    "pool": ("pool", *SAMPLES, "--format", "json", *CONVERTED),
}


def validator(name: str) -> Draft7Validator:
    """A schema as it is checked in, which a test of its own holds fresh."""
    return Draft7Validator(json.loads((ROOT / f"schemas/{name}.schema.json").read_text("utf-8")))


@cache
def documents(*arguments: Any) -> list[Any]:
    """What a command prints: an object, or an object a line."""
    out = bizcase(*arguments).out
    return [json.loads(line) for line in out.splitlines()] if "jsonl" in arguments else [json.loads(out)]


def test_all_json_that_is_printed_has_a_schema() -> None:
    """Beside the schemas of what is written by hand, there is one for each of the forms."""
    assert {name.value for name in SchemaName} - {"case", "profile", "configuration", "prices"} == set(PRINTED)


@pytest.mark.parametrize("name", PRINTED)
def test_the_schema_is_a_schema(name: str) -> None:
    """Of the draft that it names."""
    Draft7Validator.check_schema(validator(name).schema)


@pytest.mark.parametrize(("name", "arguments"), [*PRINTED.items(), *MORE.items()])
def test_what_is_printed_fits(name: str, arguments: tuple[Any, ...]) -> None:
    """Every real case: loans, splits and every kind of payback among them, and files that were left out."""
    errors = [error.message for document in documents(*arguments) for error in validator(name).iter_errors(document)]
    assert errors == []


def test_enough_is_printed() -> None:
    """All real cases are there, and so are files that were left out, and findings."""
    for name in ("result", "pool"):
        (document,) = documents(*PRINTED[name])
        assert len(document["cases"]) >= len(SAMPLES)
        assert document["left_out"]
    for name in ("result-line", "pool-line"):
        assert sum("errors" in line for line in documents(*PRINTED[name])) >= 5
    (document,) = documents(*PRINTED["findings"])
    assert {finding["severity"] for finding in document["findings"]} == {"error"}


def test_an_accepted_finding_fits(tmp_path: Path) -> None:
    """Its reason is a text, where others have nothing."""
    lines = "efficiencies: [{name: A, steering_area: Service, amounts: {2018-2021: -1}}]\n"
    (tmp_path / "x.yaml").write_text(HEAD + lines + "accepted: {not-permanent: som aftalt}\n", "utf-8")
    (document,) = documents("validate", tmp_path, "--format", "json")
    assert "som aftalt" in {finding["accepted_reason"] for finding in document["findings"]}
    assert validator("findings").is_valid(document)


BY_NAME = {"amounts", "fte", "by_year", "by_steering_area", "by_committee"}
"""Keys of mappings whose own keys are names or years."""


def ways(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every key of a document that is always there, through the first item of each list."""
    if isinstance(value, list):
        yield from ways(value[0], (*before, 0)) if value else ()
    elif isinstance(value, dict) and before[-1:] and before[-1] in BY_NAME:
        yield from (way for key in list(value)[:1] for way in ways(value[key], (*before, key)))
    elif isinstance(value, dict):
        for key in value:
            if not key.isdecimal():
                yield from ((*before, key), *ways(value[key], (*before, key)))


@pytest.mark.parametrize("name", PRINTED)
def test_a_key_that_is_missing_or_new_does_not_fit(name: str) -> None:
    """The same shape always, at every depth."""
    many_areas = str(SAMPLES[-1])
    command, *_, option, form = PRINTED[name]
    (first, *_) = documents(command, many_areas, FAULTY[0], option, form)
    fits = validator(name).is_valid
    assert fits(first)
    found = list(ways(first))
    assert len(found) >= 5
    for way in found:
        broken = copy.deepcopy(first)
        holder = broken
        for step in way[:-1]:
            holder = holder[step]
        value = holder.pop(way[-1])
        assert not fits(broken), way
        holder |= {way[-1]: value, "another": 1}
        assert not fits(broken), way

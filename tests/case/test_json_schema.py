"""The JSON Schemas: fresh, draft-07, and of one mind with the program."""

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from support import CASES, HEAD, ROOT, copenhagen

from bizcase.case.json_schema import case_schema

SCHEMA = json.loads((ROOT / "schemas/case.schema.json").read_text(encoding="utf-8"))


class AsEditorsRead(yaml.SafeLoader):
    """YAML as an editor's language server reads it, with keys as texts."""


def _keys_as_texts(loader: AsEditorsRead, node: yaml.MappingNode) -> dict[str, Any]:
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


AsEditorsRead.add_constructor("tag:yaml.org,2002:map", _keys_as_texts)


def _day_as_text(loader: AsEditorsRead, node: yaml.ScalarNode) -> str:
    """A date is text, as YAML 1.2 has it."""
    return str(loader.construct_scalar(node))


AsEditorsRead.add_constructor("tag:yaml.org,2002:timestamp", _day_as_text)


def complaints(text: str) -> list[str]:
    """What an editor would mark in a case."""
    document = yaml.load(text, AsEditorsRead)  # noqa: S506 - a safe loader
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(document)]


@pytest.mark.parametrize("name", ["case", "profile"])
def test_the_schemas_are_valid_schemas(name: str) -> None:
    """Draft-07 itself has nothing against them."""
    Draft7Validator.check_schema(json.loads((ROOT / f"schemas/{name}.schema.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_real_case_is_marked_by_an_editor(path: Any) -> None:
    """What the program takes, the schema takes."""
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "{name: A, steering_area: Service, amounts: {201: 1}}",
        "{name: A, steering_area: Service, amounts: {2018+: 1}}",
        "{name: A, steering_area: Servise, amounts: {2018: 1}}",
        "{name: A, steering_area: Service, amounts: {2018: x}}",
        "{name: A, steering_area: Service, amounts: {2018: 1}, split: {ØX: 100%}}",
        "{name: A, steering_area: Service, amounts: {2018: 1}, split: {ØU: half}}",
        "{name: A, steering_area: Service, amounts: {2018: 1}, committee: ØX}",
        "{name: A, steering_area: Service}",
        "{name: A, steering_area: Service, amounts: {2018: 1}, colour: red}",
    ],
)
def test_an_editor_marks_what_the_program_refuses(line: str) -> None:
    """Bad periods, unknown words, missing and unknown keys are marked while they are typed."""
    good = "{name: A, steering_area: service, amounts: {2018: 1}, split: {ØU: 100%}}"
    assert complaints(HEAD + f"implementation_costs:\n  - {good}\n") == []
    assert complaints(HEAD + f"implementation_costs:\n  - {line}\n") != []


def test_the_schema_offers_the_words_of_the_profile() -> None:
    """Areas, committees and administrations are there to be completed."""
    definitions = case_schema(copenhagen(), frozenset({"not-permanent"}))["definitions"]
    assert "Anlæg" in definitions["steering_area"]["anyOf"][0]["enum"]
    assert definitions["committee"]["enum"] == [*copenhagen().committees, "øvrige"]
    assert definitions["administration"]["enum"] == list(copenhagen().administrations)


def test_a_key_that_may_be_left_out_may_not_stand_empty() -> None:
    """No value may be null, as the program takes none."""
    assert '"null"' not in (ROOT / "schemas/case.schema.json").read_text("utf-8")


@pytest.mark.parametrize(
    "fragment",
    [
        "published: {source: x, by_committee: {XYU: {efficiencies: {2018: 1}}}}\n",
        "published: {source: x, by_steering_area: {Servic: {net_effect: {2018: 1}}}}\n",
        "pool_appropriations: {Servic: {committee: ØU, number: 1, name: x, function: y}}\n",
        "internal_loan: {repayment: {219: 5}}\n",
        "internal_loan: {repayment: 2027+}\n",
        "accepted: {split-not-100: x}\n",
        "published: {source: x, payback: {total: fire}}\n",
    ],
)
def test_words_of_the_profile_are_checked_as_keys_too(fragment: str) -> None:
    """Committees, areas and codes are completed and checked wherever they are keys."""
    line = "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 1}}]\n"
    assert complaints(HEAD + line) == []
    assert complaints(HEAD + line + fragment) != []


@pytest.mark.parametrize(
    "payback", ["4", "22.95", "'22,95'", "10-11", "ca. 12", "3 år og 8 måneder", "4 år", "'-'", "''"]
)
def test_an_editor_takes_every_form_of_a_payback_that_the_program_takes(payback: str) -> None:
    """The forms are written once."""
    text = HEAD + "efficiencies: [{name: B, steering_area: Service, amounts: {2018+: -1}}]\n"
    assert complaints(f"{text}published: {{source: x, payback: {{total: {payback}}}}}\n") == []

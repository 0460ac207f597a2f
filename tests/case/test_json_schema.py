"""The JSON Schemas: fresh, draft-07, and of one mind with the program."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from support import CASES, HEAD, ROOT, copenhagen, faults_in

from bizcase.case.json_schema import case_schema
from bizcase.checks.manual import manual

SCHEMA = json.loads((ROOT / "schemas/case.schema.json").read_text(encoding="utf-8"))


class AsEditorsRead(yaml.BaseLoader):
    """YAML 1.2 as an editor's language server reads it, with keys as texts."""


_NUMBERS: tuple[tuple[str, Any], ...] = (
    ("[-+]?[0-9]+", int),
    ("0o[0-7]+", lambda text: int(text[2:], 8)),
    ("0x[0-9a-fA-F]+", lambda text: int(text, 16)),
    (r"[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?", float),
)


def _scalar(_loader: AsEditorsRead, node: yaml.ScalarNode) -> Any:
    text = str(node.value)
    if node.style is not None:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text.casefold() in ("true", "false") and (text.istitle() or text.islower() or text.isupper()):
        return text.casefold() == "true"
    return next((read(text) for form, read in _NUMBERS if re.fullmatch(form, text)), text)


def _keys_as_texts(loader: AsEditorsRead, node: yaml.MappingNode) -> dict[str, Any]:
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


AsEditorsRead.add_constructor("tag:yaml.org,2002:str", _scalar)
AsEditorsRead.add_constructor("tag:yaml.org,2002:map", _keys_as_texts)


VALIDATOR = Draft7Validator(SCHEMA)


def complaints(text: str) -> list[str]:
    """What an editor would mark in a case."""
    document = yaml.load(text, AsEditorsRead)  # noqa: S506 - a safe loader
    return [error.message for error in VALIDATOR.iter_errors(document)]


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


def meanings(described: dict[str, Any]) -> dict[str, str]:
    """The words that an editor offers, each with what it says of it."""
    offered = described.get("anyOf", [described])[0]
    return dict(zip(offered["enum"], offered["markdownEnumDescriptions"], strict=True))


def test_an_editor_offers_the_words_of_the_profile_with_what_they_mean() -> None:
    """Committees by the names that the municipality prints, until when, and what a finding is about."""
    definitions = case_schema(copenhagen(), {"not-permanent": "En varig ændring, der holder op."})["definitions"]
    committees = meanings(definitions["committee"])
    assert list(committees) == [*copenhagen().committees, "øvrige"]
    assert committees["SUD"] == "Socialudvalget"
    assert committees["BIU"] == "Beskæftigelses- og Integrationsudvalget, til og med 2025; derefter BIEU"
    assert meanings(definitions["administration"])["KFF"] == "Kultur- og Fritidsforvaltningen (KFU)"
    assert meanings(definitions["steering_area"])["Anlæg"] == "Også: anlægsudgifter"
    assert meanings(definitions["acceptable"]) == {"not-permanent": "En varig ændring, der holder op."}
    assert meanings(SCHEMA["properties"]["kind"])["pre_analysis"] == "foranalyse"
    assert meanings(SCHEMA["definitions"]["acceptable"])["not-permanent"] == manual()["not-permanent"].summary("da")


def test_a_committee_that_is_a_key_has_its_name_too() -> None:
    """As under `split`: the list of keys tells what each is, and each key what it is itself."""
    keys = SCHEMA["definitions"]["committee_as_key"]
    assert "* `SUD`: Socialudvalget\n" in keys["propertyNames"]["markdownDescription"]
    (name,) = [text for pattern, text in keys["patternProperties"].items() if re.search(pattern, "SUD")]
    assert name == {"markdownDescription": "Socialudvalget"}


def test_a_name_is_no_markup() -> None:
    """What a municipality calls a committee is shown letter for letter."""
    committees = copenhagen().committees
    renamed = committees | {"ØU": committees["ØU"].model_copy(update={"name": "X*_[y](z)"})}
    definitions = case_schema(copenhagen().model_copy(update={"committees": renamed}), {})["definitions"]
    assert meanings(definitions["committee"])["ØU"] == r"X\*\_\[y\](z)"


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


def everything_in(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema."""
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from everything_in(each)


@pytest.mark.parametrize("name", ["case", "profile"])
def test_nobody_is_told_a_regular_expression(name: str) -> None:
    """Whatever does not match a pattern is told what to write, in words; and no key is offered as its pattern."""
    schema = json.loads((ROOT / f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
    patterns = [each for each in everything_in(schema) if isinstance(each.get("pattern"), str)]
    conditions = [each["if"]["properties"]["steering_area"] for each in everything_in(schema) if "if" in each]
    assert [each for each in patterns if "errorMessage" not in each and each not in conditions] == []
    keys = [each["propertyNames"] for each in everything_in(schema) if "propertyNames" in each]
    assert [each for each in keys if "pattern" in each and not each.get("doNotSuggest")] == []
    assert patterns


@pytest.mark.parametrize("name", ["case", "profile"])
def test_patterns_are_those_of_every_validator(name: str) -> None:
    """JavaScript knows no named groups of Python's, and no needless backslash."""
    schema = json.loads((ROOT / f"schemas/{name}.schema.json").read_text(encoding="utf-8"))
    patterns = [each["pattern"] for each in everything_in(schema) if isinstance(each.get("pattern"), str)]
    for pattern in patterns:
        assert re.compile(pattern)
        assert not re.search(r"\(\?P|\\(?![\^$.*+?()\[\]{}|suS])", pattern.replace("\\\\", ""))


def filled_in(body: Any, *values: str) -> str:
    """What stands in the file once somebody has filled the gaps of a snippet, or left them."""
    ((period, amount),) = body.items()
    text = f"{period}: {amount}"
    for number, value in enumerate(values, start=1):
        text = re.sub(rf"\$\{{{number}:\w+\}}", value, text)
    return re.sub(r"\$\{\d:(\w+)\}", r"\1", text)


@pytest.mark.parametrize("section", ["ImplementationCost", "Efficiency"])
def test_snippets_of_amounts_are_filled_in_and_never_left(section: str) -> None:
    """A year and an amount in the gaps make a good case; a gap that is forgotten is marked, and refused."""
    key = {"ImplementationCost": "implementation_costs", "Efficiency": "efficiencies"}[section]
    snippets = SCHEMA["definitions"][section]["properties"]["amounts"]["defaultSnippets"]
    line = HEAD + key + ": [{name: A, steering_area: Service, amounts: {AMOUNTS}}]\n"
    for snippet in snippets:
        gaps = snippet["body"].keys() | snippet["body"].values()
        years = "".join(gaps).count(":år")
        good = line.replace("AMOUNTS", filled_in(snippet["body"], *("2018", "2019")[:years], "-500"))
        assert (complaints(good), faults_in(good)) == ([], []), good
        for values in ((), ("2018", "2019")[:years]):
            left = line.replace("AMOUNTS", filled_in(snippet["body"], *values))
            assert complaints(left), left
            assert faults_in(left), left
    labels = [snippet["label"] for snippet in snippets]
    assert ("et år og alle år derefter" in labels) == (section == "Efficiency")
    assert "et år" in labels


@pytest.mark.parametrize(
    ("rest", "good"),
    [
        ("committee: ØU", True),
        ("split: {ØU: 100%}", True),
        ("committee: ØU, split: {ØU: 100%}", False),
        ("capital_category: construction", False),
    ],
)
def test_keys_that_exclude_each_other_are_marked(rest: str, good: bool) -> None:  # noqa: FBT001 - what is expected
    """`split` beside `committee`, and a category on a line that is not capital: as the program has it."""
    text = HEAD + f"efficiencies: [{{name: A, steering_area: Service, amounts: {{2018+: -1}}, {rest}}}]\n"
    assert (complaints(text) == [], faults_in(text) == []) == (good, good)


@pytest.mark.parametrize("area", ["Anlæg", "anlægsudgifter", "ANLÆG."])
def test_a_category_belongs_to_capital_by_any_name(area: str) -> None:
    """The condition knows the other names of the area."""
    text = (
        HEAD + f"income: [{{name: A, steering_area: {area}, amounts: {{2018: -1}}, capital_category: construction}}]\n"
    )
    assert (complaints(text), faults_in(text)) == ([], [])


WHOLE = """\
kind: investment
schema_version: 1
unit: 1.000 kr.
first_year: 2018
last_year: 2030
affected_administrations: [KFF]
committee: ØU
approval: approved
dated: 2018-02-07
decisions: [{date: 2018-02-07, body: BIU, decision: approved, votes: 9-0-1}]
implementation_costs: [{name: A, steering_area: Anlæg, amounts: {2018: 5}, funding: pool,
  capital_category: construction}]
efficiencies: [{name: B, steering_area: Service, amounts: {2019+: -5}, own_figure: true, split: {ØU: 100%},
  own_split: true, of_which: [{name: d, amounts: {2019: -1}}], fte: {2019: -1},
  appropriation: {number: 0850, name: x, function: 6.45},
  low: 90%, high: 110%, published: {2019: -5}}]
pool_appropriations: {Service: {committee: ØU, number: 1, name: x, function: y}}
follow_up: [{criterion: x, when: 2018}]
hearings: [{who: x, heard: Ja, approved: 2018-02-07}]
published: {source: x, by_committee: {ØU: {efficiencies: {2019: -5}}}, lasting: -5, payback: {service: 4}, overview: 5,
  tolerance: {digits: 1, reason: x}}
accepted: {not-permanent: x}
"""
"""A case with a value of every sort that there is."""

SPELLINGS = """\
~|True|ja|Nej|yes|"true"|0|1|-1|+5|1.5|1e3|1_000|0x1F|2018|"2018"|2018-2019|2018+|1989|50%|50 %|"50%"|33.5%|9999%|-5%
2018-02-07|07.02.2018|7. 2. 2018|7/2-2018|" 7/2-2018 "|4|22.95|10-11|10–11|ca. 12|3 år og 8 måneder|"4  år"|"-"|"–"|""
9999.99|Investering|pre-analysis|idéoplæg|ide\u0301oplæg|Godkendt.|taget   til efterretning|egne midler|kr|KR.|Mio. kr.
øu|O\u0338U|Økonomiudvalget.|" Økonomiudvalget "|øvrige udvalg|Økonomiforvaltningen|SERVICE|Anlæg|EO|overførsler  (eo)
Ekstern rådgivning|BC 7|" BC07 "|{}|[2018]|[2019+]|{2018: 1}|{2019: -5}|{2019-2020: {total: 5}}|{økonomiudvalget: 100}
{not-permanent: {a: x}}|{serviceudgifter: {committee: økonomiudvalget, number: 1, name: x, function: true}}"""


def ways_into(node: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value of a document."""
    for step, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*way, step)
        yield from ways_into(value, (*way, step))


def in_flow(node: Any) -> str:
    """A document on one line, its scalars as they are."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {in_flow(value)}" for key, value in node.items()) + "}"
    return "[" + ", ".join(map(in_flow, node)) + "]" if isinstance(node, list) else str(node)


@pytest.mark.parametrize("key", ["id", *yaml.load(WHOLE, yaml.BaseLoader)])  # noqa: S506 - a safe loader
def test_what_the_schema_refuses_the_program_refuses(key: str) -> None:
    """However a value is spelt: an editor never marks what the program takes."""
    whole = yaml.load(HEAD + WHOLE, yaml.BaseLoader)  # noqa: S506 - a safe loader
    kept = {"id", "title", "price_level", "administration", "implementation_costs", key}
    case = {name: value for name, value in whole.items() if name in kept}
    assert (complaints(in_flow(case)), faults_in(in_flow(case))) == ([], [])
    taken = 0
    for way in ways_into({key: case[key]}):
        for spelling in re.split(r"[|\n]", SPELLINGS):
            changed = deepcopy(case)
            node = changed
            for step in way[:-1]:
                node = node[step]
            node[way[-1]] = spelling
            text = in_flow(changed)
            if not faults_in(text):
                taken += 1
                assert complaints(text) == [], text
    assert taken

"""Findings for machines: JSON, workflow commands and SARIF, each in a stable shape and order."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from support import ROOT

from bizcase.checks.manual import manual
from bizcase.output.findings import github
from bizcase.output.findings import json as findings_json
from bizcase.output.findings import sarif as sarif_format
from bizcase.output.findings.repository import path_in_repository
from bizcase.reading.finding import Finding, Place, Severity, Tally

SARIF_SCHEMA = json.loads((ROOT / "tests/schemas/sarif-2.1.0-rtm.4.json").read_text("utf-8"))

ERROR = Finding(
    "cases/ø, b.yaml", Place(17, 22, 17, 27), Severity.ERROR, "ambiguous-thousands", "100 % wrong\nwrite: a, b"
)
WARNING = Finding("a.yaml", Place(3, 1, 5, 2), Severity.WARNING, "not-permanent", "ends")
ACCEPTED = Finding("a.yaml", Place(4, 1, 4, 1), Severity.WARNING, "not-permanent", "ends", "forsøg i to år")
ALL = [WARNING, ACCEPTED, ERROR]


def tally_of(*findings: Finding) -> Tally:
    """The count of one file with these findings."""
    tally = Tally()
    tally.count(findings)
    return tally


def test_json_has_every_key_always() -> None:
    """An accepted finding has its reason, and is not counted; every other has null there."""
    document = json.loads(findings_json.render(ALL, tally_of(*ALL), "en"))
    assert {key: document[key] for key in ("schema_version", "files", "errors", "warnings")} == {
        "schema_version": 1,
        "files": 1,
        "errors": 1,
        "warnings": 1,
    }
    assert document["findings"][2] == {
        "path": "cases/ø, b.yaml",
        "line": 17,
        "column": 22,
        "end_line": 17,
        "end_column": 27,
        "severity": "error",
        "code": "ambiguous-thousands",
        "message": "100 % wrong\nwrite: a, b",
        "accepted_reason": None,
    }
    assert [finding["accepted_reason"] for finding in document["findings"]] == [None, "forsøg i to år", None]


def test_json_of_nothing_has_the_same_shape() -> None:
    """A run without findings is an object with the same keys."""
    empty = {"schema_version": 1, "files": 0, "errors": 0, "warnings": 0, "findings": []}
    assert json.loads(findings_json.render([], Tally(), "en")) == empty


def test_annotations_are_escaped_and_the_most_serious_come_first() -> None:
    """As the runner demands it: % and line ends everywhere, colons and commas in properties."""
    assert github.render(ALL, "en").splitlines() == [
        "::error file=cases/ø%2C b.yaml,line=17,col=22,endLine=17,endColumn=26,title=bizcase%3A ambiguous-thousands"
        "::100 %25 wrong%0Awrite: a, b",
        "::warning file=a.yaml,line=3,col=1,title=bizcase%3A not-permanent::ends",
        "::notice file=a.yaml,line=4,col=1,endLine=4,endColumn=1,title=bizcase%3A not-permanent"
        "::ends (accepted: forsøg i to år)",
    ]


def sarif(*findings: Finding) -> Any:
    """A SARIF log of findings."""
    return json.loads(sarif_format.render(findings, "en"))


@pytest.mark.parametrize("findings", [[], ALL])
def test_sarif_is_valid(findings: list[Finding]) -> None:
    """The schema of SARIF 2.1.0 has nothing against it."""
    Draft4Validator.check_schema(SARIF_SCHEMA)
    assert [error.message for error in Draft4Validator(SARIF_SCHEMA).iter_errors(sarif(*findings))] == []


def test_sarif_rules_carry_their_manual_and_results_point_at_them() -> None:
    """Whoever reads the result on a web page finds there what to do."""
    run = sarif(ERROR)["runs"][0]
    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert rule["id"] == ERROR.code
    assert rule["help"]["markdown"] == manual()[ERROR.code].text("en")
    region = run["results"][0]["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "cases/%C3%B8%2C%20b.yaml"
    assert region["region"] == {"startLine": 17, "startColumn": 22, "endLine": 17, "endColumn": 27}


def test_sarif_leaves_out_what_is_accepted() -> None:
    """Code scanning takes no notice of suppressions, and would show it as open."""
    (result,) = sarif(ACCEPTED, WARNING)["runs"][0]["results"]
    assert result["ruleId"] == WARNING.code


def test_paths_are_those_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named from a folder within it, with `./`, or from the root of the disk; a file elsewhere keeps its own."""
    (tmp_path / "repo/cases").mkdir(parents=True)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "repo"))
    monkeypatch.chdir(tmp_path / "repo/cases")
    for path in ("x.yaml", "./x.yaml", "../cases/x.yaml", str(tmp_path / "repo/cases/x.yaml")):
        assert path_in_repository(path) == "cases/x.yaml"
        place = Finding(path, Place(1, 1, 1, 1), Severity.ERROR, "empty-file", "nothing")
        assert github.render([place], "en").startswith("::error file=cases/x.yaml,")
    assert path_in_repository(str(tmp_path / "y.yaml")) == str(tmp_path / "y.yaml")
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert path_in_repository("./x.yaml") == "x.yaml"


def test_sarif_takes_absolute_paths(tmp_path: Path) -> None:
    """A path that begins at the root is a file URI."""
    finding = Finding(str(tmp_path / "x.yaml"), Place(1, 1, 1, 1), Severity.ERROR, "empty-file", "nothing")
    location = sarif(finding)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"].startswith("file:///")


def test_a_tally_speaks_of_what_was_accepted() -> None:
    """The last line of a run counts files, errors, warnings, and what was accepted where there is any."""
    assert tally_of(*ALL).in_words.spoken("da") == "1 fil, 1 fejl, 1 advarsel, 1 accepteret"
    assert tally_of().in_words.spoken("en") == "1 file, 0 errors, 0 warnings"

"""Findings for machines: each format in a stable shape and order, and held against its schema or its grammar."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from jsonschema import Draft4Validator, Draft7Validator
from support import ROOT

from bizcase.checks.manual import manual
from bizcase.output.findings import azure, github, gitlab, junit
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
        "sheet": None,
        "cell": None,
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


HOSTILE = Finding(
    "a;b]c%3B\udce5\x1b.yaml",
    Place(1, 1, 1, 2),
    Severity.ERROR,
    "bad-value",
    "50 % ]]> <&\"' \x00\x0b\ufffe\r\n##vso[task.setvariable variable=x]y",
    None,
    "<line>&\x1b",
)
UNREADABLE = Finding("z.yaml", Place(1, 1, 1, 1), Severity.ERROR, "unreadable-file", "kan ikke læses")

ISSUES_OF_GITLAB = {  # what GitLab refuses a report for, and the severities that it knows; written anew from its manual
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "positions"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "positions": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": {
                            "type": "object",
                            "required": ["line"],
                            "properties": {"line": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    },
}


def test_gitlab_takes_the_report() -> None:
    """Errors are major, warnings minor, and what is accepted is information that carries its reason."""
    issues = json.loads(gitlab.render([*ALL, HOSTILE], "en"))
    assert [error.message for error in Draft7Validator(ISSUES_OF_GITLAB).iter_errors(issues)] == []
    assert [issue["severity"] for issue in issues] == ["minor", "info", "major", "major"]
    assert issues[1]["description"] == "ends (accepted: forsøg i to år)"
    assert issues[2]["location"] == {
        "path": "cases/ø, b.yaml",
        "positions": {"begin": {"line": 17, "column": 22}, "end": {"line": 17, "column": 27}},
    }
    assert json.loads(gitlab.render([], "en")) == []


def test_fingerprints_last_and_no_two_are_the_same() -> None:
    """A finding that has moved down, or is said in other words, is the same; a second one of its kind is another."""

    def prints(*findings: Finding) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(gitlab.render(findings, "en"))]

    def one(line: int, text: str, where: str = "  amounts: {2018: 1.025}", code: str = "bad-value") -> Finding:
        return Finding("a.yaml", Place(line, 3, line, 5), Severity.ERROR, code, text, None, where)

    assert prints(one(3, "wrong")) == prints(one(9, "ganske galt"))
    every = prints(one(3, "x"), one(3, "x"), one(4, "x"), one(3, "x", "other"), one(3, "x", code="not-a-number"))
    assert len(set(every)) == 5


_COMMAND = re.compile(r"##vso\[task\.logissue ((?:[a-z]+=[^;\]\r\n]*;)+)\]([^\r\n]*)")
"""The grammar of a logging command: the agent reads a line up to the first `]`, and the rest is the message."""


def as_the_agent_reads(line: str) -> tuple[dict[str, str], str]:
    """The properties and the message of a logging command, unescaped."""
    match = _COMMAND.fullmatch(line)
    assert match, line

    def unescaped(text: str) -> str:
        for token, letter in (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")):
            text = text.replace(token, letter)
        return text

    pairs = (pair.split("=", 1) for pair in match[1].removesuffix(";").split(";"))
    return {name: unescaped(value) for name, value in pairs}, unescaped(match[2])


def test_azure_reads_what_was_found() -> None:
    """A command a line, whatever a path or a text holds; what is accepted is none of its two kinds."""
    lines = azure.render([*ALL, HOSTILE], "en").split("\n")
    assert lines.pop() == ""
    read = [as_the_agent_reads(line) for line in lines]
    assert read[0] == (
        {"type": "warning", "sourcepath": "a.yaml", "linenumber": "3", "columnnumber": "1", "code": "not-permanent"},
        "ends",
    )
    assert [(properties["sourcepath"], text) for properties, text in read] == [
        (finding.path, finding.text) for finding in (WARNING, ERROR, HOSTILE)
    ]
    assert "100 %AZP25 wrong%0Awrite" in lines[1]
    assert "sourcepath=a%3Bb%5Dc%AZP253B" in lines[2]


OUTCOMES = {"skipped", "error", "failure"}
JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    # element: its attributes, those that must be there, its children; the schema of Jenkins' plug-in, in small
    "testsuites": ({"name", "tests", "failures", "errors"}, set(), {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"name"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"name", "classname"}, OUTCOMES | {"system-out"}),
    "skipped": ({"message"}, set(), set()),
    "error": ({"type", "message"}, set(), set()),
    "failure": ({"type", "message"}, set(), set()),
    "system-out": (set(), set(), set()),
}


def junit_of(*findings: Finding, files: tuple[str, ...] = (), strict: bool = False) -> Xml.Element:
    """A report, held against the schema."""
    paths = list(dict.fromkeys([*(finding.path for finding in findings), *files]))
    report = Xml.fromstring(junit.render(findings, paths, "en", strict=strict).encode())  # noqa: S314 - ours
    for element in report.iter():
        allowed, needed, children = JUNIT[element.tag]
        assert needed <= set(element.keys()) <= allowed, element.tag
        assert {child.tag for child in element} <= children, element.tag
        assert sum(child.tag in OUTCOMES for child in element) <= 1 or element.tag != "testcase"
    for suite in report:
        tags = Counter(child.tag for test in suite for child in test)
        counts = {"tests": len(suite), "failures": tags["failure"], "errors": tags["error"], "skipped": tags["skipped"]}
        assert {key: int(suite.attrib[key]) for key in counts} == counts
    for key in ("tests", "failures", "errors"):
        assert int(report.attrib[key]) == sum(int(suite.attrib[key]) for suite in report)
    return report


def outcomes(report: Xml.Element) -> dict[str, list[str]]:
    """What became of each test, file by file."""
    return {
        suite.attrib["name"]: [child.tag for test in suite for child in (*test, Xml.Element("passed"))[:1]]
        for suite in report
    }


def test_junit_has_a_suite_a_file_and_fails_what_fails_the_run() -> None:
    """Also a file without findings; a warning only speaks, unless it counts; what is accepted is skipped."""
    report = junit_of(*ALL, UNREADABLE, files=("good.yaml",))
    assert outcomes(report) == {
        "a.yaml": ["system-out", "skipped"],
        "cases/ø, b.yaml": ["failure"],
        "z.yaml": ["error"],
        "good.yaml": ["passed"],
    }
    assert outcomes(junit_of(*ALL, strict=True))["a.yaml"] == ["failure", "skipped"]
    (skipped,) = report.iter("skipped")
    assert skipped.attrib["message"] == "forsøg i to år"
    (failure,) = report.iter("failure")
    assert failure.attrib["message"] == ERROR.text
    assert str(failure.text).startswith("cases/ø, b.yaml:17:22: 100 % wrong")
    assert [test.attrib["name"] for test in report.iter("testcase")][:2] == [
        "not-permanent (3:1)",
        "not-permanent (4:1)",
    ]
    assert outcomes(junit_of()) == {}


def test_junit_drops_what_xml_cannot_hold_and_escapes_the_rest() -> None:
    """Nothing else of a hostile text is lost."""
    (failure,) = junit_of(HOSTILE).iter("failure")
    assert failure.attrib["message"] == "50 % ]]> <&\"' \r\n##vso[task.setvariable variable=x]y"
    assert "<line>&" in str(failure.text)
    (suite,) = junit_of(HOSTILE)
    assert suite.attrib["name"] == "a;b]c%3B.yaml"


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"])
def test_every_service_says_where_the_repository_is(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitHub, GitLab and Azure each by a name of its own."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert path_in_repository(str(tmp_path / "cases/x.yaml")) == "cases/x.yaml"

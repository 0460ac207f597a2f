"""Findings as JUnit's XML, which nearly every build server shows: a suite a file, a test a finding."""

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from bizcase.output.findings.repository import path_in_repository
from bizcase.reading.finding import UNREADABLE, Finding
from bizcase.texts.template import Language, spoken


def render(findings: Sequence[Finding], files: Sequence[str], language: Language, *, strict: bool) -> str:
    """A suite for each of `files`, those without a finding among them: a server takes an empty report for a failure.

    What fails the run fails; another warning passes with its text, and what is accepted is skipped with its reason.
    """
    of_file: dict[str, list[Finding]] = {path: [] for path in files}
    for finding in findings:
        of_file[finding.path].append(finding)
    suites = [_suite(path, found, language, strict=strict) for path, found in of_file.items()]
    report = Xml.Element("testsuites", _counted(suites) | {"name": "bizcase"})
    report.extend(suites)
    Xml.indent(report)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(report, encoding="unicode")}\n'


def _suite(path: str, findings: Sequence[Finding], language: Language, *, strict: bool) -> Xml.Element:
    name = _legal(path_in_repository(path))
    tests = [_test(finding, name, language, strict=strict) for finding in findings]
    tests = tests or [Xml.Element("testcase", {"name": "bizcase validate", "classname": name})]
    outcomes = [outcome.tag for test in tests for outcome in test]
    counts = {"tests": len(tests), "failures": outcomes.count("failure"), "errors": outcomes.count("error")}
    counts["skipped"] = outcomes.count("skipped")
    suite = Xml.Element("testsuite", {"name": name} | {key: str(count) for key, count in counts.items()})
    suite.extend(tests)
    return suite


def _counted(suites: Sequence[Xml.Element]) -> dict[str, str]:
    """What the suites come to, of what every server's schema lets stand there."""
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in ("tests", "failures", "errors")}


def _test(finding: Finding, name: str, language: Language, *, strict: bool) -> Xml.Element:
    test = Xml.Element("testcase", {"name": f"{finding.code} ({finding.place})", "classname": name})
    message = _legal(spoken(finding.text, language))
    if finding.accepted_reason is not None:
        Xml.SubElement(test, "skipped", {"message": _legal(finding.accepted_reason)}).text = message
    elif finding.fails or strict:
        outcome = "error" if finding.code == UNREADABLE else "failure"
        Xml.SubElement(test, outcome, {"type": finding.severity.value, "message": message}).text = _legal(
            f"{path_in_repository(finding.path)}:{finding.place}: {message}\n{finding.line}"
        )
    else:
        Xml.SubElement(test, "system-out").text = f"{finding.severity}: {message}"
    return test


def _legal(text: str) -> str:
    """A text without the characters that XML cannot hold in any form."""
    return "".join(letter for letter in text if letter in "\t\n\r" or _may_stand(ord(letter)))


def _may_stand(code: int) -> bool:
    return 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code >= 0x10000

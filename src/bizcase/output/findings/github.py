"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from collections.abc import Sequence

from bizcase.output.findings.repository import path_in_repository
from bizcase.reading.finding import Finding, Severity
from bizcase.texts.template import Language, spoken

_RANK = {"error": 0, "warning": 1, "notice": 2}


def render(findings: Sequence[Finding], language: Language) -> str:
    """A command a finding, the most serious first: GitHub shows only the first ten of a kind."""
    return "".join(
        _command(finding, language) for finding in sorted(findings, key=lambda finding: _RANK[_kind(finding)])
    )


def _kind(finding: Finding) -> str:
    if finding.accepted_reason is not None:
        return "notice"
    return "error" if finding.severity is Severity.ERROR else "warning"


def _command(finding: Finding, language: Language) -> str:
    place = finding.place
    where: dict[str, object] = {"file": path_in_repository(finding.path)}
    if not place.sheet:  # a workbook has no lines that could be shown
        where |= {"line": place.line, "col": place.column}
    if not place.sheet and place.end_line == place.line:
        where |= {"endLine": place.end_line, "endColumn": max(place.column, place.end_column - 1)}
    where["title"] = f"bizcase: {finding.code}"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{_kind(finding)} {properties}::{_data(spoken(finding.with_place, language))}\n"


def _data(text: str) -> str:
    """A message as the runner wants it escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value as the runner wants it escaped."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")

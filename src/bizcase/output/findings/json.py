"""Findings as JSON: one object, the same keys always."""

from collections.abc import Sequence
from typing import Any

from bizcase.output.data.json_text import to_json
from bizcase.reading.finding import Finding, Tally
from bizcase.texts.template import Language, spoken

SCHEMA_VERSION = 1


def render(findings: Sequence[Finding], tally: Tally, language: Language) -> str:
    """Every finding of a run, in order, and what they come to; accepted ones are listed and not counted."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "files": tally.files,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "findings": [_finding(finding, language) for finding in findings],
    }
    return to_json(document) + "\n"


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    place = finding.place
    return {
        "path": finding.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "severity": finding.severity.value,
        "code": finding.code,
        "message": spoken(finding.text, language),
        "accepted_reason": finding.accepted_reason,
    }

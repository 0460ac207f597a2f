"""Findings as SARIF 2.1.0, which code scanning services take; every rule carries its manual as help."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bizcase import __version__
from bizcase.checks.manual import ManualEntry, manual
from bizcase.output.data.json_text import to_json
from bizcase.reading.finding import Finding
from bizcase.texts.template import Language, spoken

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Sequence[Finding], language: Language) -> str:
    """One run of the tool with all its rules and the findings as results."""
    entries = manual()
    position = {code: index for index, code in enumerate(entries)}
    driver = {
        "name": "bizcase",
        "semanticVersion": __version__,
        "rules": [_rule(entry, language) for entry in entries.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, position[finding.code], language) for finding in findings],
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(entry: ManualEntry, language: Language) -> dict[str, Any]:
    return {
        "id": entry.code,
        "shortDescription": {"text": entry.summary(language)},
        "fullDescription": {"text": entry.summary(language)},
        "help": {"text": entry.text(language), "markdown": entry.text(language)},
        "defaultConfiguration": {"level": entry.severity.value},
    }


def _result(finding: Finding, rule_index: int, language: Language) -> dict[str, Any]:
    place = finding.place
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": finding.severity.value,
        "message": {"text": spoken(finding.text, language)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(finding.path)},
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endLine": place.end_line,
                        "endColumn": place.end_column,
                    },
                }
            }
        ],
    }
    if finding.accepted_reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.accepted_reason}]
    return result


def _uri(path: str) -> str:
    """A path as a URI: relative to where the run began where the path is, absolute otherwise."""
    if os.path.isabs(path):
        return Path(path).as_uri()
    return quote(os.fsencode(os.path.normpath(path).replace(os.sep, "/")))

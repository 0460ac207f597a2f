"""Findings as SARIF 2.1.0, which code scanning services take; every rule carries its manual as help."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bizcase import __version__
from bizcase.checks.manual import ManualEntry, manual
from bizcase.output.data.json_text import to_json
from bizcase.output.findings.repository import path_in_repository
from bizcase.reading.finding import Finding, Place
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
        "results": [  # code scanning takes no notice of suppressions, so what is accepted is left out
            _result(finding, position[finding.code], language) for finding in findings if not finding.accepted_reason
        ],
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
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": finding.severity.value,
        "message": {"text": spoken(finding.with_place, language)},
        "locations": [_location(finding.path, place)],
    }


def _location(path: str, place: Place) -> dict[str, Any]:
    """The stretch of a text; of a form the cell, by its name."""
    artifact = {"uri": _uri(path)}
    if place.sheet:
        cell = {"fullyQualifiedName": str(place), "kind": "cell"}
        return {"physicalLocation": {"artifactLocation": artifact}, "logicalLocations": [cell]}
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _uri(path: str) -> str:
    """A path as a URI: as the repository has it, or absolute where it lies elsewhere."""
    known = path_in_repository(path)
    return Path(known).as_uri() if os.path.isabs(known) else quote(os.fsencode(known))

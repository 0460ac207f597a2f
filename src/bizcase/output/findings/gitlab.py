"""Findings as Code Climate's JSON, which GitLab compares between two branches and shows in a merge request."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from bizcase.output.data.json_text import to_json
from bizcase.output.findings.repository import path_in_repository
from bizcase.reading.finding import Finding, Severity
from bizcase.texts.template import Language, spoken


def render(findings: Sequence[Finding], language: Language) -> str:
    """An issue a finding; what is accepted is information, with its reason."""
    seen: Counter[tuple[str, ...]] = Counter()
    return to_json([_issue(finding, _fingerprint(finding, seen), language) for finding in findings]) + "\n"


def _issue(finding: Finding, fingerprint: str, language: Language) -> dict[str, Any]:
    place = finding.place
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": spoken(finding.with_place, language),
        "categories": ["Bug Risk"],
        "severity": _severity(finding),
        "fingerprint": fingerprint,
        "location": {
            "path": path_in_repository(finding.path),
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }


def _severity(finding: Finding) -> str:
    if finding.accepted_reason is not None:
        return "info"
    return "major" if finding.severity is Severity.ERROR else "minor"


def _fingerprint(finding: Finding, seen: Counter[tuple[str, ...]]) -> str:
    """What stays the same while the lines around a finding move, and its text is reworded; no other finding has it.

    The service takes two findings of one fingerprint for one, so that those of equal lines are numbered.
    """
    key = (path_in_repository(finding.path), finding.code, finding.line.strip() or str(finding.place.cell))
    seen[key] += 1
    whole = "\0".join((*key, str(seen[key])))
    return sha256(whole.encode("utf-8", errors="surrogateescape")).hexdigest()

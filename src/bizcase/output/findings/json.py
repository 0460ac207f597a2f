"""Findings as JSON: one object, the same keys always."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from bizcase.output.data.json_text import to_json
from bizcase.output.data.shape import JsonSchema, ListOf, Maybe, Object, Value, document_schema, writer
from bizcase.reading.finding import Finding, Severity, Tally
from bizcase.texts.template import Language, spoken

SCHEMA_VERSION = 1


class _Findings(NamedTuple):
    tally: Tally
    findings: Sequence[Finding]


_TEXT = Value({"type": "string"})
_COUNT = Value({"type": "integer", "minimum": 0})
_FROM_1 = Value({"type": "integer", "minimum": 1})


def _finding(language: Language) -> Object:
    """A finding; lines and columns count from 1, columns in characters, and the end is exclusive.

    In a form they are rows and columns of a sheet; sheet and cell are null in a text.
    """
    return Object(
        {
            "path": (attrgetter("path"), _TEXT),
            **{key: (attrgetter(f"place.{key}"), _FROM_1) for key in ("line", "column", "end_line", "end_column")},
            "sheet": (lambda finding: finding.place.sheet or None, Maybe(_TEXT)),
            "cell": (attrgetter("place.cell"), Maybe(_TEXT)),
            "severity": (attrgetter("severity.value"), Value({"enum": [each.value for each in Severity]})),
            "code": (attrgetter("code"), _TEXT),
            "message": (lambda finding: spoken(finding.text, language), _TEXT),
            "accepted_reason": (attrgetter("accepted_reason"), Maybe(_TEXT)),
        }
    )


def _document(language: Language) -> Object:
    counts = ("files", "errors", "warnings")
    return Object(
        {
            "schema_version": (lambda _: SCHEMA_VERSION, Value({"const": SCHEMA_VERSION})),
            **{key: (attrgetter(f"tally.{key}"), _COUNT) for key in counts},
            "findings": (attrgetter("findings"), ListOf(_finding(language))),
        }
    )


def render(findings: Sequence[Finding], tally: Tally, language: Language) -> str:
    """Every finding of a run, in order, and what they come to; accepted ones are listed and not counted."""
    return to_json(writer(_document(language))(_Findings(tally, findings))) + "\n"


def findings_schema() -> JsonSchema:
    """The JSON Schema of what `bizcase validate --format json` prints."""
    return document_schema("Findings in business cases", _document("en"))

"""A finding: what is wrong in a case file, where it stands, and what to write instead."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: an error makes the file untrustworthy, a warning is worth asking about."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 1)
"""The place of a finding about a file as a whole."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or doubt in one file. `code` is stable; `message` is for people and may be reworded."""

    path: str
    place: Place
    severity: Severity
    code: str
    message: str
    accepted_reason: str | None = None

"""A finding: what is wrong in a case file, where it stands, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bizcase.texts.template import Text, Words

UNREADABLE = "unreadable-file"
"""The code of every finding about a file that could not be read at all."""


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
    """One fault or doubt in one file. `code` is stable; `text` is for people and may be reworded.

    `line` is what the file has on the place's first line, so that nobody who shows a finding reads the file again.
    """

    path: str
    place: Place
    severity: Severity
    code: str
    text: Words
    accepted_reason: str | None = None
    line: str = ""

    @property
    def with_reason(self) -> Words:
        """The text, with the reason why the finding is accepted where it is."""
        if self.accepted_reason is None:
            return self.text
        return Text("{text} (accepteret: {reason})", text=self.text, reason=self.accepted_reason)

    @property
    def fails(self) -> bool:
        """Whether the finding is an error that nobody has accepted."""
        return self.severity is Severity.ERROR and self.accepted_reason is None


@dataclass(slots=True)
class Tally:
    """What findings come to: the one rule that counts. An accepted finding counts as that and as nothing else."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    accepted: int = 0
    unreadable: int = 0
    companions: int = 0
    off: int = 0

    def count(self, findings: Iterable[Finding]) -> None:
        """Count one more file and its findings."""
        self.files += 1
        for finding in findings:
            if finding.accepted_reason is not None:
                self.accepted += 1
            elif finding.fails:
                self.errors += 1
            else:
                self.warnings += 1
            self.unreadable += finding.code == UNREADABLE

    @property
    def in_words(self) -> Text:
        """The last line of a run: 3 filer, 1 fejl, 0 advarsler."""
        files = Text("1 fil") if self.files == 1 else Text("{count} filer", count=self.files)
        errors = Text("{count} fejl", count=self.errors)
        warnings = Text("1 advarsel") if self.warnings == 1 else Text("{count} advarsler", count=self.warnings)
        found = Text("{files}, {errors}, {warnings}", files=files, errors=errors, warnings=warnings)
        if self.accepted:
            found = Text("{found}, {count} accepteret", found=found, count=self.accepted)
        if self.companions:
            found = Text("{found}, {count} sprunget over, som ikke er sager", found=found, count=self.companions)
        if self.off:
            found = Text("{found}, {count} slået fra i konfigurationen", found=found, count=self.off)
        return found

"""A finding: what is wrong in a case file, where it stands, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bizcase.reading.cell import reference
from bizcase.texts.template import Text, Words

UNREADABLE = "unreadable-file"
"""The code of every finding about a file that could not be read at all."""


class Severity(StrEnum):
    """How much a finding weighs: an error makes the file untrustworthy, a warning is worth asking about."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the end is exclusive.

    In a workbook it is a cell of a `sheet`, by its row and column.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    sheet: str = ""

    @property
    def cell(self) -> str | None:
        """What a spreadsheet calls the cell; nothing in a text."""
        return reference(self.line, self.column) if self.sheet else None

    def __str__(self) -> str:
        """Where it begins, as a message names it."""
        if self.sheet:
            return f"{self.sheet}!{self.cell}"
        return f"{self.line}:{self.column}"


START = Place(1, 1, 1, 1)
"""The place of a finding about a file as a whole."""


MOST_FINDINGS = 1000
"""Findings of one file that are told of one by one; nobody reads more of them, and memory must end somewhere."""

MORE = "more-findings"
"""The code of the finding that stands for all others of a file."""


@dataclass(slots=True)
class Rest:
    """How many findings of a file are not told of one by one."""

    errors: int = 0
    warnings: int = 0
    accepted: int = 0

    @property
    def in_words(self) -> Text:
        """What is said of them."""
        warnings = _warnings(self.warnings)
        found = Text("{errors} og {warnings}", errors=Text("{count} fejl", count=self.errors), warnings=warnings)
        if self.accepted:
            found = Text("{found}, {count} accepteret", found=found, count=self.accepted)
        return Text(
            "filen har flere fund, end der vises; ud over de {shown} første er der {rest}; ret dem, og kør igen",
            shown=MOST_FINDINGS,
            rest=found,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or doubt in one file. `code` is stable; `text` is for people and may be reworded.

    `line` is what the file has on the place's first line, so that nobody who shows a finding reads the file again. One
    that has a `rest` stands for so many others, and for none of its own.
    """

    path: str
    place: Place
    severity: Severity
    code: str
    text: Words
    accepted_reason: str | None = None
    line: str = ""
    rest: Rest | None = None

    @property
    def with_reason(self) -> Words:
        """The text, with the reason why the finding is accepted where it is."""
        if self.accepted_reason is None:
            return self.text
        return Text("{text} (accepteret: {reason})", text=self.text, reason=self.accepted_reason)

    @property
    def with_place(self) -> Words:
        """The text and its reason, led by the cell of a form: a service that shows lines knows of no cells."""
        if not self.place.sheet:
            return self.with_reason
        return Text("{name}: {fault}", name=str(self.place), fault=self.with_reason)

    @property
    def fails(self) -> bool:
        """Whether the finding is an error that nobody has accepted."""
        return self.severity is Severity.ERROR and self.accepted_reason is None

    @property
    def errors(self) -> int:
        """The errors that it is or stands for, and that nobody has accepted."""
        return int(self.fails) if self.rest is None else self.rest.errors


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one file, sorted by place; what stands for the rest comes last."""
    return tuple(
        sorted(
            findings, key=lambda finding: (finding.rest is not None, finding.place.sheet, finding.place, finding.code)
        )
    )


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
            if finding.rest is not None:
                self.errors += finding.rest.errors
                self.warnings += finding.rest.warnings
                self.accepted += finding.rest.accepted
            elif finding.accepted_reason is not None:
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
        found = Text("{files}, {errors}, {warnings}", files=files, errors=errors, warnings=_warnings(self.warnings))
        if self.accepted:
            found = Text("{found}, {count} accepteret", found=found, count=self.accepted)
        if self.companions:
            found = Text("{found}, {count} sprunget over, som ikke er sager", found=found, count=self.companions)
        if self.off:
            found = Text("{found}, {count} slået fra i konfigurationen", found=found, count=self.off)
        return found


def _warnings(count: int) -> Text:
    return Text("1 advarsel") if count == 1 else Text("{count} advarsler", count=count)

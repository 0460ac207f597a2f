"""A case file read and checked: what it says, or what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bizcase.api.finding import Finding, told
from bizcase.api.profile import Path, file_named, profile_meant
from bizcase.case.model import Case
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.examine.many import examine_all, nothing
from bizcase.examine.one import Outcome, examine
from bizcase.reading.fault import Fault
from bizcase.reading.files import case_files
from bizcase.reading.finding import START
from bizcase.reading.source import finding_at
from bizcase.texts.template import Language, Text


@dataclass(frozen=True, slots=True, repr=False)
class CaseFile:
    """A case file as it was read. `id` is blank where the file gives none; `findings` are sorted by place.

    `case` has what the file says, by the keys of the format, or is nothing where the file cannot be calculated.
    """

    path: str
    id: str
    findings: tuple[Finding, ...]
    case: Case | None
    calculated: Result | None
    profile: Profile
    language: Language

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors and that the file does not accept; without any, its figures can be trusted."""
        return tuple(finding for finding in self.findings if finding.fails)

    def __repr__(self) -> str:
        """The file, and how many errors and other findings it has."""
        errors = len(self.errors)
        return f"<CaseFile {self.path}: {errors} errors, {len(self.findings) - errors} other findings>"


def load(path: Path, *, profile: Profile | Path | None = None, language: Language = "da") -> CaseFile:
    """Read and check one case file. Whatever is wrong with it, also that it is not there, is a finding.

    `profile` is a municipality's profile or its file; Copenhagen's if nothing is said. `language` is what findings are
    told in, `da` or `en`. Raises FaultyFileError for a profile with errors, never for a case.
    """
    known = profile_meant(profile, language)
    outcome = examine(file_named(path), known)
    return case_file(outcome, outcome.kept, known, language)


def case_file(outcome: Outcome[Any], result: Result | None, profile: Profile, language: Language) -> CaseFile:
    """What became of a file, for others to look at. One that holds something else than a case is an error here."""
    findings = outcome.findings
    if outcome.companion is not None:
        message = Text("{path} rummer {held} og er ikke en sag", path=outcome.path, held=outcome.companion)
        findings = (finding_at(outcome.path, START, "", Fault("wrong-type", START, message)),)
    case = None if result is None else result.case
    return CaseFile(outcome.path, outcome.id, told(findings, language), case, result, profile, language)


def validate(*paths: Path, profile: Profile | Path | None = None, language: Language = "da") -> list[Finding]:
    """Every finding of some case files and of all in some folders, as `bizcase validate` gives them.

    An empty list means that nothing was found; `[f for f in findings if f.fails]` are the errors. Raises
    FaultyFileError for a profile with errors, never for a case.
    """
    known = profile_meant(profile, language)
    named = [file_named(path) for path in paths]
    outcomes = of_cases(examine_all(case_files(named), known, nothing), named)
    return [finding for outcome in outcomes for finding in case_file(outcome, None, known, language).findings]


def of_cases(outcomes: Iterator[Outcome[Any]], named: list[str]) -> Iterator[Outcome[Any]]:
    """The outcomes without those of files that merely lie among the cases of a folder and are none."""
    return (outcome for outcome in outcomes if outcome.companion is None or outcome.path in named)

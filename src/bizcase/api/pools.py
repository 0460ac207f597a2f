"""A pool of cases: a record of each, and each file that had to be left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bizcase.api.case_file import CaseFile, case_file, of_cases
from bizcase.api.finding import Finding
from bizcase.api.profile import Path, file_named, profile_meant
from bizcase.case.profile import Profile
from bizcase.engine.pool_case import PoolCase, pool_case_of
from bizcase.examine.many import examine_all
from bizcase.output.data.pool_cases import Records
from bizcase.reading.files import case_files
from bizcase.texts.template import Language


@dataclass(frozen=True, slots=True, repr=False)
class Pool:
    """The cases of a pool in short. Amounts are in 1.000 kr., costs positive and savings negative.

    `left_out` are the files that no figure is of, each with its findings: those with errors, and those whose id an
    earlier file has. `findings` are those of all files, of the cases too.
    """

    cases: tuple[PoolCase, ...]
    left_out: tuple[CaseFile, ...]
    findings: tuple[Finding, ...]
    profile: Profile

    def records(self, years: range | None = None) -> list[dict[str, Any]]:
        """What `pool --format jsonl` prints of each case, as dicts, lists, texts and Decimals: schema `pool-line`.

        What stands by year runs over the years of each case's own tables, or over `years`.
        """
        written = Records(self.profile, years)
        return [written.as_object(case) for case in self.cases]

    def __len__(self) -> int:
        """How many cases there are; files that were left out are none."""
        return len(self.cases)

    def __iter__(self) -> Iterator[PoolCase]:
        """The cases, in the order of the files."""
        return iter(self.cases)

    def __repr__(self) -> str:
        """How many cases there are, and how many files were left out."""
        return f"<Pool of {len(self.cases)} cases, {len(self.left_out)} files left out>"


def pool(*paths: Path, profile: Profile | Path | None = None, language: Language = "da") -> Pool:
    """The cases in some files and folders, as `bizcase pool` summarises them.

    A file with errors is left out and stands in `left_out`. Raises FaultyFileError for a profile with errors, never for
    a case.
    """
    known = profile_meant(profile, language)
    named = [file_named(path) for path in paths]
    cases: list[PoolCase] = []
    left_out: list[CaseFile] = []
    findings: list[Finding] = []
    for outcome in of_cases(examine_all(case_files(named), known, pool_case_of), named):
        file = case_file(outcome, None, known, language)
        findings += file.findings
        if outcome.kept is None or outcome.is_a_twin:
            left_out.append(file)
        else:
            cases.append(outcome.kept)
    return Pool(tuple(cases), tuple(left_out), tuple(findings), known)

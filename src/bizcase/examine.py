"""A file examined from end to end: read, validated, calculated, with every finding sorted by its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from bizcase.case.faults import to_finding
from bizcase.case.fields import IDENTIFIER
from bizcase.case.profile import Profile
from bizcase.case.validate import validate_case
from bizcase.checks.rule import DUPLICATE_ID, acceptable
from bizcase.checks.rules import duplicate_id
from bizcase.checks.run import findings_of
from bizcase.engine.calculate import calculate
from bizcase.engine.result import Result
from bizcase.reading.document import Mapping, is_blank, locate
from bizcase.reading.finding import Finding, Place
from bizcase.reading.source import Source, read


@dataclass(frozen=True, slots=True)
class Examined:
    """A case file with what came out of it; `result` is nothing where its errors keep it from being calculated.

    A case whose printed figures differ, or whose id is not its own, is calculated all the same.
    """

    source: Source
    result: Result | None
    findings: tuple[Finding, ...]


def examine(path: str, profile: Profile) -> Examined:
    """Read, validate and calculate one file. Whatever is wrong with it is a finding; nothing is raised."""
    source = read(path)
    findings = list(source.findings)
    case = None
    if source.root is not None and all(finding.code == "duplicate-key" for finding in findings):
        case, faults = validate_case(source.root, profile, acceptable())
        findings += [to_finding(fault, path, source.root) for fault in faults]
    result = calculate(case, profile) if case and not findings else None
    if result is not None and source.root is not None:
        findings = findings_of(result, profile, path, source.root)
    return Examined(source, result, in_order(findings))


def examine_all(paths: Iterable[str], profile: Profile) -> Iterator[Examined]:
    """Examine files one after another; an `id` that an earlier file of the run has already is an error."""
    known = KnownIds()
    for path in paths:
        examined = examine(path, profile)
        twin = known.twin_of(path, identity_of(examined.source))
        yield replace(examined, findings=in_order([*examined.findings, twin])) if twin else examined


class Identity(NamedTuple):
    """The `id` that a file gives, and where it stands."""

    id: str
    place: Place


def identity_of(source: Source) -> Identity | None:
    """A file's own id; nothing where it gives none that could be one, which is found by itself."""
    given = source.root.get("id") if isinstance(source.root, Mapping) else None
    if not isinstance(given, str) or is_blank(given) or not re.fullmatch(IDENTIFIER, given.strip()):
        return None
    return Identity(given.strip(), locate(source.root, ("id",)))  # type: ignore[arg-type]  # it is a mapping


class KnownIds:
    """The ids of a run so far, each with the first file that has it."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def twin_of(self, path: str, identity: Identity | None) -> Finding | None:
        """The finding that a file's id is another file's already."""
        if identity is None or (first := self._first.setdefault(identity.id, path)) == path:
            return None
        (doubt,) = duplicate_id.twin(identity.id, first)
        message = f"{doubt.path[-1]}: {doubt.message}"
        return Finding(path, identity.place, duplicate_id.SEVERITY, DUPLICATE_ID, message)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one file, sorted by place."""
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.code)))

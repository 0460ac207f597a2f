"""A file examined from end to end: read, validated, calculated, with every finding sorted by its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bizcase.case.faults import Fault, to_finding
from bizcase.case.fields import IDENTIFIER
from bizcase.case.profile import Profile
from bizcase.case.validate import validate_case
from bizcase.checks.rule import DUPLICATE_ID, acceptable
from bizcase.checks.rules import duplicate_id
from bizcase.checks.run import findings_of
from bizcase.engine.calculate import calculate
from bizcase.engine.result import Result
from bizcase.reading.document import Mapping, Plain, is_blank, shown
from bizcase.reading.finding import Finding
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
    first_with_id: dict[str, str] = {}
    for path in paths:
        examined = examine(path, profile)
        if twin := _duplicate_id(examined.source, first_with_id):
            examined = replace(examined, findings=in_order([*examined.findings, twin]))
        yield examined


def _duplicate_id(source: Source, first_with_id: dict[str, str]) -> Finding | None:
    root = source.root
    if not isinstance(root, Mapping):
        return None
    identity = root.get("id")
    if not isinstance(identity, str) or is_blank(identity) or not re.fullmatch(IDENTIFIER, identity.strip()):
        return None
    first = first_with_id.setdefault(identity.strip(), source.path)
    if first is source.path:
        return None
    (doubt,) = duplicate_id.twin(shown(Plain(identity)), first)
    return to_finding(Fault(DUPLICATE_ID, doubt.path, doubt.message), source.path, root)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one file, sorted by place."""
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.code)))

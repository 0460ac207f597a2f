"""All rules over one case, and the case's own word on which of the findings are meant."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bizcase.case.faults import Fault, Refusal, node_at, to_finding
from bizcase.case.periods import read_period
from bizcase.case.profile import Profile
from bizcase.checks.rule import STALE_ACCEPTANCE, Doubt, all_rules
from bizcase.checks.rules import stale_acceptance
from bizcase.engine.result import Result
from bizcase.reading.document import Mapping as WrittenMapping
from bizcase.reading.document import Node, Path
from bizcase.reading.finding import Finding, Severity


def findings_of(result: Result, profile: Profile, path: str, root: Node) -> list[Finding]:
    """What the rules find in a case, with what the case accepts marked as accepted."""

    def finding(code: str, severity: Severity, doubt: Doubt) -> Finding:
        as_written = _as_written(doubt.path, root, profile)
        return to_finding(Fault(code, as_written, doubt.message, doubt.at_key, severity), path, root)

    accepted = result.case.accepted
    found = [
        finding(rule.code, rule.severity, doubt)
        for rule in all_rules()
        if rule.check is not None
        for doubt in rule.check(result, profile)
    ]
    stale = stale_acceptance.stale(accepted, {each.code for each in found})
    return [
        *_marked(found, accepted),
        *(finding(STALE_ACCEPTANCE, stale_acceptance.SEVERITY, doubt) for doubt in stale),
    ]


def _marked(findings: Iterable[Finding], accepted: Mapping[str, str]) -> list[Finding]:
    return [replace(finding, accepted_reason=accepted.get(finding.code)) for finding in findings]


def _as_written(path: Path, root: Node, profile: Profile) -> Path:
    """A path whose steering areas and periods go by the names that the file has for them."""
    written: list[str | int] = []
    node: object = root
    for step in path:
        names = node if isinstance(node, WrittenMapping) and step not in node else ()
        written.append(next((name for name in names if step in (profile.area_called(name), _period(name))), step))
        node = node_at(root, tuple(written))
    return tuple(written)


def _period(name: str) -> str | None:
    """A period as it is usually written, where the name is one: 2019-2019 is 2019."""
    try:
        return str(read_period(name))
    except Refusal:
        return None

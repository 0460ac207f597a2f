"""All rules over one case, and the case's own word on which of the findings are meant."""

from dataclasses import replace

from bizcase.case.periods import read_period
from bizcase.case.profile import Profile
from bizcase.case.published_pass import PUBLISHED
from bizcase.case.refusal import Refusal
from bizcase.checks.rule import all_rules
from bizcase.checks.rules import published_mismatch, stale_acceptance
from bizcase.engine.result import Result
from bizcase.reading.document import Mapping, Node, Where, node_at
from bizcase.reading.finding import Finding
from bizcase.reading.source import Source


def findings_of(result: Result, profile: Profile, source: Source) -> list[Finding]:
    """What the rules find in a case, with what the case accepts marked as accepted."""
    accepted = result.case.accepted
    found = [fault for rule in all_rules() if rule.check is not None for fault in rule.check(result, profile)]
    codes = {fault.code for fault in found}
    if result.case.published is None and isinstance(source.root, Mapping) and PUBLISHED in source.root:
        codes.add(published_mismatch.CODE)  # the paper's figures could not be read: nobody knows whether they differ
    findings = []
    for fault in [*found, *stale_acceptance.stale(accepted, codes)]:
        where = _as_written(fault.where, source.root, profile)
        findings.append(source.finding(replace(fault, where=where), accepted.get(fault.code)))
    return findings


def _as_written(where: Where, root: Node | None, profile: Profile) -> Where:
    """A way through a case whose steering areas and periods go by the names that the file has for them."""
    written: list[str | int] = []
    node: object = root
    for step in where:
        names = node if isinstance(node, Mapping) and step not in node else ()
        written.append(next((name for name in names if step in _names_of(name, profile)), step))
        node = node_at(root, tuple(written))
    return tuple(written)


def _names_of(name: str, profile: Profile) -> tuple[str | None, ...]:
    """What a key that a file has is called by the rules."""
    return profile.steering_area_names.meant_by(name), profile.committee_names.meant_by(name), _period(name)


def _period(name: str) -> str | None:
    """A period as it is usually written, where the name is one: 2019-2019 is 2019."""
    try:
        return str(read_period(name))
    except Refusal:
        return None

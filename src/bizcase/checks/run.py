"""All rules over one case, and the case's own word on which of the findings are meant."""

from dataclasses import replace

from bizcase.case.model import Case
from bizcase.case.periods import read_period
from bizcase.case.profile import Profile
from bizcase.case.published_pass import PUBLISHED
from bizcase.case.refusal import Refusal
from bizcase.checks.acceptance import reasons_for, without_effect
from bizcase.checks.rule import all_rules
from bizcase.checks.rules import published_mismatch
from bizcase.engine.result import Result
from bizcase.reading.document import Mapping, Node, Where, node_at
from bizcase.reading.finding import Finding
from bizcase.reading.source import Source


def findings_of(result: Result, profile: Profile, source: Source) -> list[Finding]:
    """What the rules find in a case, with what the case accepts marked as accepted."""
    case = result.case
    found = [fault for rule in all_rules() if rule.check is not None for fault in rule.check(result, profile)]
    accepted = list(reasons_for(found, case, profile))
    in_vain = without_effect(found, case, profile, _unread(case, source))
    return [
        source.finding(replace(fault, where=_as_written(fault.where, source.root, profile)), reason)
        for fault, reason in [*accepted, *((fault, None) for fault in in_vain)]
    ]


def _unread(case: Case, source: Source) -> frozenset[str]:
    """The codes of which nobody knows whether there are any, because the paper's figures could not be read."""
    is_there = isinstance(source.root, Mapping) and PUBLISHED in source.root
    return frozenset({published_mismatch.CODE}) if is_there and case.published is None else frozenset()


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

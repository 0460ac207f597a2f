"""All rules over one case, and the case's own word on which of the findings are meant."""

from dataclasses import replace

from bizcase.case.line import SECTIONS
from bizcase.case.model import Case
from bizcase.case.profile import Profile
from bizcase.case.published_pass import PUBLISHED
from bizcase.checks.acceptance import reasons_for, without_effect
from bizcase.checks.places import names_of
from bizcase.checks.rule import all_rules
from bizcase.checks.rules import published_mismatch
from bizcase.engine.result import Result
from bizcase.reading.document import Mapping, Node, Sequence, Where, node_at
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.reading.source import Source


def found_by_rules(result: Result, profile: Profile, source: Source) -> list[tuple[Fault, str | None]]:
    """What the rules find in a case, each with the reason that accepts it, if one does; what fails comes first."""
    case = result.case
    found = [fault for rule in all_rules() if rule.check is not None for fault in rule.check(result, profile)]
    accepted = list(reasons_for(found, case, profile))
    in_vain = without_effect(found, case, profile, _unread(case, source))
    every = [*accepted, *((fault, None) for fault in in_vain)]
    every.sort(key=lambda found: (found[1] is not None, found[0].severity is not Severity.ERROR))
    return [(replace(fault, where=_as_written(fault.where, source.root, profile)), reason) for fault, reason in every]


def _unread(case: Case, source: Source) -> frozenset[str]:
    """The codes of which nobody knows whether there are any, because a paper's figure could not be read."""
    derived = source.root.get("derived", {}) if isinstance(source.root, Mapping) else {}
    read = [
        case.published,
        *(line.published for line in case.lines),
        *(case.derived[name].published for name in derived),
    ]
    written = [source.root, *_lines_in(source.root), *derived.values()]
    unread = any(
        printed is None and isinstance(node, Mapping) and PUBLISHED in node
        for printed, node in zip(read, written, strict=True)
    )
    return frozenset({published_mismatch.CODE}) if unread else frozenset()


def _lines_in(root: Node | None) -> list[object]:
    """The lines of a document, in the order of the case's."""
    return [line for section in SECTIONS for line in (root.get(section, ()) if isinstance(root, Mapping) else ())]


def _driver_in(line: Mapping) -> str | None:
    """What stands in a driven line for its amounts, by the best place to look."""
    return next((key for key in ("phase_in", "saving", "cost") if key in line), None)


def _as_written(where: Where, root: Node | None, profile: Profile) -> Where:
    """A way through a case whose steering areas and periods go by the names that the file has for them."""
    written: list[str | int] = []
    node: object = root
    for step in where:
        key = _driver_in(node) if step == "amounts" and isinstance(node, Mapping) and step not in node else step
        if key is None or (isinstance(node, Sequence) and not isinstance(key, int)):
            break
        names = node if isinstance(node, Mapping) and key not in node else ()
        written.append(next((name for name in names if key in names_of(name, profile)), key))
        node = node_at(root, tuple(written))
    return tuple(written)

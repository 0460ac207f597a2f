"""Which findings a case accepts: a reason holds for one finding, and a reason for none or for several is told of."""

from collections.abc import Iterable, Iterator
from itertools import product

from bizcase.case.acceptance import Acceptance
from bizcase.case.line import SECTIONS
from bizcase.case.model import Case
from bizcase.case.profile import Profile
from bizcase.checks.places import names_of
from bizcase.checks.rules import stale_acceptance, unplaced_acceptance
from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Place

_NAMES_OF_ITEMS = ("name", "who", "criterion", "body")
"""What an item of a list goes by, where it has a name."""


def reasons_for(faults: Iterable[Fault], case: Case, profile: Profile) -> Iterator[tuple[Fault, str | None]]:
    """Each fault with the reason that accepts it, if one does."""
    every = list(faults)
    reasons: dict[int, str] = {}
    for acceptance, meant in _meant(every, case, profile):
        if len(meant) == 1:
            reasons[meant[0]] = acceptance[1].reason
    yield from ((fault, reasons.get(number)) for number, fault in enumerate(every))


def without_effect(faults: Iterable[Fault], case: Case, profile: Profile, unread: frozenset[str]) -> Iterator[Fault]:
    """Reasons that accept nothing: for no finding any more, or for several at once.

    Of the codes in `unread` nobody knows whether there is any.
    """
    for (code, acceptance), meant in _meant(list(faults), case, profile):
        where = ("accepted", code, *acceptance.place)
        if not meant and code not in unread:
            yield stale_acceptance.fault(where)
        elif len(meant) > 1:
            yield unplaced_acceptance.fault(where, len(meant))


def _meant(faults: list[Fault], case: Case, profile: Profile) -> Iterator[tuple[tuple[str, Acceptance], list[int]]]:
    """Each acceptance with the positions of the faults that it may mean."""
    if not case.accepted:
        return
    within = _by_place(faults, case)
    for code, acceptances in case.accepted.items():
        for acceptance in acceptances:
            spellings = product(*({given, *filter(None, names_of(given, profile))} for given in acceptance.place))
            meant = {number for place in spellings for number in within.get((code, place), ())}
            yield (code, acceptance), sorted(meant)


def _by_place(faults: list[Fault], case: Case) -> dict[tuple[str, tuple[str, ...]], list[int]]:
    """The positions of the faults of a code within each place: looked up, as lines and reasons may be thousands."""
    within: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, fault in enumerate(faults):
        for place in _places_of(fault.where, case):
            for end in range(len(place) + 1):
                within.setdefault((fault.code, place[:end]), []).append(number)
    return within


def _places_of(where: Where | Place, case: Case) -> list[tuple[str, ...]]:
    """How an acceptance may name a place: as it stands under `published`, a line by its name, or by list and number."""
    steps: Where = () if isinstance(where, Place) else where
    if steps[:1] == ("published",):
        return [tuple(map(str, steps[1:]))]
    if len(steps) > 1 and steps[0] in SECTIONS and isinstance(steps[1], int):
        line = getattr(case, steps[0])[steps[1]]
        rest = [str(step) for step in steps[2:] if step not in ("published", "amounts")]
        return [("lines", line.name, *rest), (steps[0], str(steps[1] + 1), *rest)]
    named: list[str] = []
    node: object = case
    for step in steps:
        node = node[step] if isinstance(step, int) and isinstance(node, tuple) else getattr(node, str(step), None)
        own = next((getattr(node, key) for key in _NAMES_OF_ITEMS if hasattr(node, key)), None)
        named.append(str(own if isinstance(step, int) and own else step + 1 if isinstance(step, int) else step))
    return [tuple(named)]

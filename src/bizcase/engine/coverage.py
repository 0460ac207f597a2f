"""What a pool saves in each year, committee by committee, and how much of the yearly targets (måltal) that covers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.lines import Amounts
from bizcase.engine.flow import Flow, total
from bizcase.engine.pool_case import PoolCase

Targets = Mapping[str, Amounts]
"""Committee to period to what it is to save, positive."""


class Coverage(NamedTuple):
    """What is saved, what is to be saved, how much of that is covered, and what is missing; all positive."""

    saved: Flow
    target: Flow
    covered: Flow
    missing: Flow


def saved_by_committee(cases: Sequence[PoolCase], committees: Iterable[str], years: range) -> dict[str, Flow]:
    """What cases save for each committee, positive; each goes on beyond its own tables. None that saves nothing."""
    flows = (
        (name, (case.efficiencies_by_committee[name] for case in cases if name in case.efficiencies_by_committee))
        for name in committees
    )
    saved = {name: -total(each, years) for name, each in flows}
    return {name: flow for name, flow in saved.items() if any(flow.amounts)}


def coverage(saved: Flow | None, target: Amounts, years: range) -> Coverage:
    """One committee's savings against its target: never less than nothing is covered, and never more than is asked."""
    savings = total([] if saved is None else [saved], years)
    asked = total([Flow.of(target, years)], years)
    both = zip(savings.figures, asked.figures, strict=True)
    lasting = max(ZERO, min(savings.lasting, asked.lasting))
    covered = Flow(years, tuple(max(ZERO, min(each)) for each in both), lasting)
    return Coverage(savings, asked, covered, asked - covered)


def in_all(coverages: Sequence[Coverage], years: range) -> Coverage:
    """All committees together: what one saves too much covers no other's target."""
    kinds = range(len(Coverage._fields))
    return Coverage(*(total([coverage[kind] for coverage in coverages], years) for kind in kinds))

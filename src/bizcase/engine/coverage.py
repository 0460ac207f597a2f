"""What a pool saves in each year, by committee and by area, and how much of the yearly targets (måltal) that covers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.targets import Target
from bizcase.engine.flow import Flow, merged, total
from bizcase.engine.pool_case import PoolCase

NOTHING_ASKED = Target({}, {})
"""The target of a committee that has none."""


class Coverage(NamedTuple):
    """What is saved, what is to be saved at least and at most, how much is covered, what is missing; all positive.

    Coverage is held against the least that is asked.
    """

    saved: Flow
    target: Flow
    at_most: Flow
    covered: Flow
    missing: Flow


def saved_by_committee(cases: Sequence[PoolCase], committees: Iterable[str], years: range) -> dict[str, Flow]:
    """What cases save for each committee, positive; each goes on beyond its own tables. None that saves nothing."""
    return _saved([case.efficiencies_by_committee for case in cases], committees, years)


def saved_by_area(cases: Sequence[PoolCase], areas: Iterable[str], years: range) -> dict[str, Flow]:
    """The same for each steering area."""
    return _saved([case.flows for case in cases], areas, years)


def _saved(flows: Sequence[Mapping[str, Flow]], names: Iterable[str], years: range) -> dict[str, Flow]:
    saved = {name: -total((each[name] for each in flows if name in each), years) for name in names}
    return {name: flow for name, flow in saved.items() if any(flow.amounts)}


def coverage(saved: Flow | None, target: Target, years: range) -> Coverage:
    """Savings against a target: never less than nothing is covered, and never more than is asked.

    A year that no target names is blank: nothing is asked there, and nothing is missing.
    """
    savings = total([] if saved is None else [saved], years)
    asked, at_most = (Flow.seen_over(amounts, years) for amounts in target)
    both = list(zip(savings.figures, asked.amounts, strict=True))
    covered = tuple([None if least is None else max(ZERO, min(saving, least)) for saving, least in both])
    missing = tuple(
        [None if least is None else least - (cover or ZERO) for (_, least), cover in zip(both, covered, strict=True)]
    )
    lasting = max(ZERO, min(savings.lasting, asked.lasting))
    return Coverage(
        savings, asked, at_most, Flow(years, covered, lasting), Flow(years, missing, asked.lasting - lasting)
    )


def in_all(coverages: Sequence[Coverage], years: range) -> Coverage:
    """All committees together: what one saves too much covers no other's target."""
    saved, *asked = zip(*coverages, strict=True) if coverages else [()] * len(Coverage._fields)
    return Coverage(total(saved, years), *(merged(flows, years) for flows in asked))

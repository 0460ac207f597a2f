"""Many files examined in order, by as many processes as pay for themselves."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bizcase.case.profile import Profile
from bizcase.checks.rules import duplicate_id
from bizcase.engine.result import Result
from bizcase.examine.one import Keep, Outcome, T, kept_of
from bizcase.reading.content import WORKBOOKS
from bizcase.reading.finding import in_order
from bizcase.reading.source import finding_at

if TYPE_CHECKING:
    from bizcase.engine.price_level import Prices

PAYS_FROM = 300
"""Files below which a second process costs more than it brings."""


def whole_result(result: Result, _path: str) -> Result:
    """Keep all of it."""
    return result


def nothing(_result: Result, _path: str) -> bool:
    """Keep that it could be calculated, where only the findings are asked for."""
    return True


def examine_all(
    paths: Iterable[str], profile: Profile, keep: Keep[T], jobs: int | None = 1, prices: "Prices | None" = None
) -> Iterator[Outcome[T]]:
    """What became of each file, in the order of `paths`; `jobs` processes, or as many as pay off.

    Where `prices` are given, amounts are converted to their price level before anything is kept.

    An `id` that an earlier file of the same price level has already is an error of the later one: each year's pool
    numbers its cases anew.
    """
    first: dict[str, dict[str, str]] = {}  # by price level, of which there are few
    examined = partial(kept_of, profile=profile, keep=keep, prices=prices)
    for outcome in _examined(paths, examined, jobs):
        of_level = first.setdefault(outcome.price_level, {})
        if outcome.id and (earlier := of_level.setdefault(outcome.id, outcome.path)) != outcome.path:
            fault = duplicate_id.twin(outcome.id, earlier, _newer_of_a_form(earlier, outcome.path))
            twin = finding_at(outcome.path, outcome.id_place, outcome.id_line, fault)
            yield outcome._replace(findings=in_order([*outcome.findings, twin]))
        else:
            yield outcome


def _newer_of_a_form(earlier: str, later: str) -> str | None:
    """Which of two files was changed last, where one is a workbook and the other is not."""
    if earlier.lower().endswith(WORKBOOKS) == later.lower().endswith(WORKBOOKS):
        return None
    try:
        return max((earlier, later), key=os.path.getmtime)
    except OSError:
        return None


def _examined(paths: Iterable[str], examined: Callable[[str], Outcome[T]], jobs: int | None) -> Iterator[Outcome[T]]:
    if jobs != 1:
        paths = list(paths)
        if (jobs := jobs or _jobs_that_pay(paths)) > 1:
            from bizcase.examine.workers import examined_by

            yield from examined_by(jobs, paths, examined)
            return
    yield from map(examined, paths)


def _jobs_that_pay(paths: Sequence[str]) -> int:
    """One for few files, else the processors that this run may use."""
    if len(paths) < PAYS_FROM:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

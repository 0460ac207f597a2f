"""The years that a paper on several cases sums or sets side by side: one span, over which every case is carried on."""

from collections.abc import Iterable, Sequence

from bizcase.engine.flow import spanned
from bizcase.engine.pool_case import PoolCase

STRETCHES_FROM = 6
"""Years by which a case alone lengthens the span of a paper before it is asked about."""


def span_of(cases: Iterable[PoolCase]) -> range:
    """The years from the first to the last of all cases' tables."""
    return spanned(*(case.years for case in cases))


def carried_on(cases: Iterable[PoolCase], years: range) -> list[PoolCase]:
    """The cases whose savings or running costs go on beyond their own tables within the span."""
    return [case for case in cases if case.years.stop < years.stop and case.outlives_its_table]


def stretching(cases: Sequence[PoolCase]) -> PoolCase | None:
    """The case that alone makes the span more than five years longer than the others have it."""
    whole = span_of(cases)
    ends = (
        [max(cases, key=lambda case: case.years.stop), min(cases, key=lambda case: case.years.start)] if cases else []
    )
    for case in ends:
        others = span_of(other for other in cases if other is not case)
        if others and len(whole) - len(others) >= STRETCHES_FROM:
            return case
    return None

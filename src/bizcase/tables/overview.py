"""What the overviews of a pool have in common: the order of cases, their groups, marks and sums."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bizcase.case.amounts import ZERO
from bizcase.case.unit import MILLIONS
from bizcase.engine.pool_case import ByName, PoolCase
from bizcase.tables.figures import written
from bizcase.tables.rows import Rows
from bizcase.tables.shown import Shown
from bizcase.tables.table import Cell, Role, Row
from bizcase.tables.words import Words

MARKS = {"approved": "", "pending": "*", "cross_cutting_pending": "**"}
"""What stands behind a case that its committee has not approved yet."""

SORT_KEYS: dict[str, Callable[[PoolCase], Any]] = {
    "path": lambda record: record.path,
    "id": lambda record: record.id,
    "title": lambda record: record.title.casefold(),
    "cost": lambda record: -sum(record.costs.values()),
    "saving": lambda record: sum(record.lasting.values()),
    "payback": lambda record: math.inf if record.payback_total.years is None else record.payback_total.years,
}
"""What cases can be sorted by; the largest costs and savings and the shortest paybacks come first."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How an overview orders its cases: by a group in the order of the profile, and within it by a key."""

    shown: Shown
    group_by: str = "none"
    sort: str | None = None

    def rows(
        self,
        records: Sequence[PoolCase],
        line: Callable[[PoolCase], tuple[Cell, ...]],
        sums: Callable[[Sequence[PoolCase]], tuple[Cell, ...]],
        *,
        subtotals: bool = True,
    ) -> tuple[Row, ...]:
        """A row a case below the name of its group, the sums of each group, and the sums of all."""
        words, total = self.shown.words, sums(records)
        rows = Rows(1 + len(total))
        every: list[int] = []
        for group, cases in self._groups(records):
            name = words.kinds.get(group, group)
            if group:
                rows.section(name)
            added = [rows.line(*line(case)) for case in cases]
            every += added
            if group and subtotals:
                rows.sum(added, words.of_group.format(group=name), *sums(cases), role=Role.SUBTOTAL)
        rows.sum(every, words.in_all, *total)
        return rows.all()

    def arranged(self, records: Iterable[PoolCase]) -> list[PoolCase]:
        """The cases in the order of the table."""
        return [case for _, cases in self._groups(records) for case in cases]

    def _groups(self, records: Iterable[PoolCase]) -> list[tuple[str, list[PoolCase]]]:
        ordered = list(records)
        if self.sort is not None:
            ordered.sort(key=SORT_KEYS[self.sort])
        if self.group_by == "none":
            return [("", ordered)]
        groups: dict[str, list[PoolCase]] = {}
        for record in ordered:
            groups.setdefault(getattr(record, self.group_by), []).append(record)
        known: dict[str, Iterable[str]] = {
            "administration": self.shown.profile.administrations,
            "committee": self.shown.profile.committees,
        }
        order = list(known.get(self.group_by, self.shown.profile.pools))
        return sorted(groups.items(), key=lambda group: order.index(group[0]) if group[0] in order else len(order))


def explained_marks(records: Iterable[PoolCase], words: Words) -> tuple[str, ...]:
    """The notes below an overview for the marks that stand in it."""
    used = {record.approval for record in records}
    explained = {"pending": words.pending, "cross_cutting_pending": words.cross_cutting}
    return tuple(text for approval, text in explained.items() if approval in used)


def of_nature(amounts: ByName, areas: frozenset[str]) -> Decimal:
    """The amounts on some steering areas."""
    return sum((amount for area, amount in amounts.items() if area in areas), ZERO)


def head(records: Sequence[PoolCase], shown: Shown) -> str:
    """The unit and the price level of an overview, or all of them where it mixes several."""
    return shown.head(*(record.price_level for record in records))


def budget_in_words(budget: Decimal | None, records: Iterable[PoolCase], words: Words) -> tuple[str, ...]:
    """What is asked of the pool against its budget: what is left, or how much too much it is, in mio. kr."""
    if budget is None:
        return ()
    asked = sum((record.asked_of_the_pool for record in records), ZERO)
    left = budget - asked
    outcome = words.budget_left if left >= 0 else words.budget_over
    in_figures = [written(amount, MILLIONS, words) for amount in (budget, asked, abs(left))]
    outcome = outcome.format(amount=in_figures[2])
    return (words.budget.format(budget=in_figures[0], asked=in_figures[1], outcome=outcome),)

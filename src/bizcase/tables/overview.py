"""What the overviews of a pool have in common: the order of cases, their groups, marks and sums."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Profile
from bizcase.case.unit import MILLIONS
from bizcase.engine.pool_case import ByName, PoolCase
from bizcase.tables.figures import Money
from bizcase.tables.head import IN_ALL, unit_and_level
from bizcase.tables.rows import Rows
from bizcase.tables.table import Cell, Role, Row
from bizcase.texts.template import Text, Words

MARKS = {"approved": "", "pending": "*", "cross_cutting_pending": "**"}
"""What stands behind a case that its committee has not approved yet."""

KINDS = {
    "investment": Text("Investeringsforslag"),
    "innovation": Text("Innovationsforslag"),
    "pre_analysis": Text("Foranalyser"),
    "efficiency": Text("Effektiviseringsforslag"),
}
"""How a group of cases of one kind is headed."""

SORT_KEYS: dict[str, Callable[[PoolCase], Any]] = {
    "path": lambda case: case.path,
    "id": lambda case: case.id,
    "title": lambda case: case.title.casefold(),
    "cost": lambda case: -sum(case.costs.values()),
    "saving": lambda case: sum(case.lasting.values()),
    "payback": lambda case: math.inf if case.payback_total.years is None else case.payback_total.years,
}
"""What cases can be sorted by; the largest costs and savings and the shortest paybacks come first."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How an overview orders its cases: by a group in the order of the profile, and within it by a key."""

    profile: Profile
    group_by: str = "none"
    sort: str | None = None

    def rows(
        self,
        cases: Sequence[PoolCase],
        line: Callable[[PoolCase], tuple[Cell, ...]],
        sums: Callable[[Sequence[PoolCase]], tuple[Cell, ...]],
        *,
        subtotals: bool = True,
    ) -> tuple[Row, ...]:
        """A row a case below the name of its group, the sums of each group, and the sums of all."""
        rows = Rows()
        every: list[int] = []
        for group, members in self._groups(cases):
            name: Words = KINDS.get(group, group)
            if group:
                rows.section(name)
            added = [rows.line(*line(case)) for case in members]
            every += added
            if group and subtotals:
                rows.sum(added, Text("I alt {group}", group=name), *sums(members), role=Role.SUBTOTAL)
        rows.sum(every, IN_ALL, *sums(cases))
        return rows.all()

    def arranged(self, cases: Iterable[PoolCase]) -> list[PoolCase]:
        """The cases in the order of the table."""
        return [case for _, members in self._groups(cases) for case in members]

    def _groups(self, cases: Iterable[PoolCase]) -> list[tuple[str, list[PoolCase]]]:
        ordered = list(cases)
        if self.sort is not None:
            ordered.sort(key=SORT_KEYS[self.sort])
        if self.group_by == "none":
            return [("", ordered)]
        groups: dict[str, list[PoolCase]] = {}
        for case in ordered:
            groups.setdefault(getattr(case, self.group_by), []).append(case)
        known: dict[str, Iterable[str]] = {
            "administration": self.profile.administrations,
            "committee": self.profile.committees,
        }
        order = list(known.get(self.group_by, self.profile.pools))
        return sorted(groups.items(), key=lambda group: order.index(group[0]) if group[0] in order else len(order))


def explained_marks(cases: Iterable[PoolCase]) -> tuple[Words, ...]:
    """The notes below an overview for the marks that stand in it."""
    used = {case.approval for case in cases}
    explained = {
        "pending": Text("* Forslag som endnu ikke er udvalgsgodkendt"),
        "cross_cutting_pending": Text("** Tværgående forslag, som endnu ikke er udvalgsgodkendt"),
    }
    return tuple(text for approval, text in explained.items() if approval in used)


def of_nature(amounts: ByName, areas: frozenset[str]) -> Decimal:
    """The amounts on some steering areas."""
    return sum((amount for area, amount in amounts.items() if area in areas), ZERO)


def head(cases: Sequence[PoolCase]) -> Text:
    """The unit and the price level of an overview, or all of them where it mixes several."""
    return unit_and_level(*(case.price_level for case in cases))


def budget_in_words(budget: Decimal | None, cases: Iterable[PoolCase]) -> tuple[Words, ...]:
    """What is asked of the pool against its budget: what is left, or how much too much it is, in mio. kr."""
    if budget is None:
        return ()
    asked = sum((case.asked_of_the_pool for case in cases), ZERO)
    left = Money(abs(budget - asked), MILLIONS)
    if budget >= asked:
        outcome = Text("der er {amount} mio. kr. tilbage", amount=left)
    else:
        outcome = Text("det er {amount} mio. kr. mere, end puljen rummer", amount=left)
    said = Text(
        "Puljen er på {budget} mio. kr.; der er søgt om {asked} mio. kr., og {outcome}.",
        budget=Money(budget, MILLIONS),
        asked=Money(asked, MILLIONS),
        outcome=outcome,
    )
    return (said,)

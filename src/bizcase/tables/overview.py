"""What the overviews of a pool have in common: the order of cases, their groups, marks and sums."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bizcase.case.profile import Profile
from bizcase.engine.record import ByName, Record
from bizcase.tables.figures import danish
from bizcase.tables.table import Cell, Role, Row

MARKS = {"approved": "", "pending": "*", "cross_cutting_pending": "**"}
"""What stands behind a case that its committee has not approved yet."""

_EXPLAINED = {
    "pending": "* Forslag som endnu ikke er udvalgsgodkendt",
    "cross_cutting_pending": "** Tværgående forslag, som endnu ikke er udvalgsgodkendt",
}

NIL = Decimal(0)

SORT_KEYS: dict[str, Callable[[Record], Any]] = {
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

    profile: Profile
    group_by: str = "none"
    sort: str | None = None

    def rows(
        self,
        records: Sequence[Record],
        line: Callable[[Record], tuple[Cell, ...]],
        sums: Callable[[Sequence[Record]], tuple[Cell, ...]],
        *,
        subtotals: bool = True,
    ) -> tuple[Row, ...]:
        """A row a case below the name of its group, the sums of each group, and the sums of all."""
        rows: list[Row] = []
        total = sums(records)
        for group, cases in self._groups(records):
            if group:
                rows.append(Row(Role.SECTION, (group, *[None] * len(total))))
            rows += [Row(Role.LINE, line(case)) for case in cases]
            if group and subtotals:
                rows.append(Row(Role.SUBTOTAL, (f"I alt {group}", *sums(cases))))
        return (*rows, Row(Role.TOTAL, ("I alt", *total)))

    def arranged(self, records: Iterable[Record]) -> list[Record]:
        """The cases in the order of the table."""
        return [case for _, cases in self._groups(records) for case in cases]

    def _groups(self, records: Iterable[Record]) -> list[tuple[str, list[Record]]]:
        ordered = list(records)
        if self.sort is not None:
            ordered.sort(key=SORT_KEYS[self.sort])
        if self.group_by == "none":
            return [("", ordered)]
        groups: dict[str, list[Record]] = {}
        for record in ordered:
            groups.setdefault(getattr(record, self.group_by), []).append(record)
        known: dict[str, Iterable[str]] = {
            "administration": self.profile.administrations,
            "committee": self.profile.committees,
        }
        order = list(known.get(self.group_by, self.profile.pools))
        return sorted(groups.items(), key=lambda group: order.index(group[0]) if group[0] in order else len(order))


def explained_marks(records: Iterable[Record]) -> tuple[str, ...]:
    """The notes below an overview for the marks that stand in it."""
    used = {record.approval for record in records}
    return tuple(text for approval, text in _EXPLAINED.items() if approval in used)


def of_nature(amounts: ByName, areas: frozenset[str]) -> Decimal:
    """The amounts on some steering areas."""
    return sum((amount for area, amount in amounts.items() if area in areas), NIL)


def millions(thousands: Decimal) -> Decimal:
    """An amount in 1.000 kr. as mio. kr."""
    return thousands / 1000


def price_levels(records: Sequence[Record]) -> str:
    """The price level of an overview, or all of them where it mixes several."""
    return " og ".join(str(year) for year in sorted({record.price_level for record in records}))


def budget_in_words(budget: Decimal | None, records: Iterable[Record]) -> tuple[str, ...]:
    """What is asked of the pool against its budget, in mio. kr.: what is left, or how much too much it is."""
    if budget is None:
        return ()
    asked = millions(sum((record.asked_of_the_pool for record in records), NIL))
    left = budget - asked
    outcome = f"{danish(left, 1)} mio. kr. er tilbage" if left >= 0 else f"det er {danish(-left, 1)} mio. kr. for meget"
    return (f"Puljen er på {danish(budget, 1)} mio. kr.; der er ansøgt om {danish(asked, 1)} mio. kr., og {outcome}.",)

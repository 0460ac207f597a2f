"""What the overviews of a pool have in common: the order of cases, their groups, marks and sums."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.budget import Budget
from bizcase.case.kinds import Kind
from bizcase.case.profile import Overview, Profile
from bizcase.case.targets import Targets
from bizcase.engine.pool_case import ByName, PoolCase
from bizcase.tables.head import IN_ALL, and_the_last, unit_and_level
from bizcase.tables.price_level import marked
from bizcase.tables.rows import Rows
from bizcase.tables.table import Cell, Role, Row
from bizcase.texts.template import Text, Words

MARKS = {"pending": "*", "cross_cutting_pending": "**", None: " (*)"}
"""What stands behind a case that its committee has not approved yet, or of which nobody says whether it has."""

KINDS: dict[str, Text] = {
    "investment": Text("Investeringsforslag"),
    "innovation": Text("Innovationsforslag"),
    "pre_analysis": Text("Foranalyser"),
    "efficiency": Text("Effektiviseringsforslag"),
    "idea": Text("Idéoplæg"),
}
"""How a group of cases of one kind is headed."""

SORT_KEYS: dict[str, Callable[[PoolCase], Any]] = {
    "path": lambda case: case.path,
    "id": lambda case: case.id,
    "title": lambda case: case.title.casefold(),
    "cost": lambda case: -sum(case.costs.values()),
    "saving": lambda case: sum(case.lasting.values()),
}
"""What cases can be sorted by beside their payback; the largest costs and savings come first."""


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
        for group, members in self._groups(cases, in_shares=True):
            name: Words = KINDS.get(group, group)
            if group:
                rows.section(name)
            added = [rows.line(*marked(line(case), case.converted)) for case in members]
            every += added
            if group and subtotals:
                rows.sum(added, Text("I alt {group}", group=name), *sums(members), role=Role.SUBTOTAL)
        rows.sum(every, IN_ALL, *sums(cases))
        return rows.all()

    def arranged(self, cases: Iterable[PoolCase]) -> list[PoolCase]:
        """The cases in the order of the table."""
        return [case for _, members in self._groups(cases) for case in members]

    def _groups(self, cases: Iterable[PoolCase], *, in_shares: bool = False) -> list[tuple[str, list[PoolCase]]]:
        """The groups in their order; a case that several committees bear is in each one's with its share."""
        ordered = list(cases)
        if self.sort is not None:
            ordered.sort(key=SORT_KEYS.get(self.sort, self._by_payback))
        if self.group_by == "none":
            return [("", ordered)]
        groups: dict[str, list[PoolCase]] = {}
        for case in ordered:
            shares = case.shares if in_shares and self.group_by == "committee" else ()
            for member in shares or (case,):
                groups.setdefault(getattr(member, self.group_by), []).append(member)
        known: dict[str, Iterable[str]] = {
            "administration": self.profile.administrations,
            "committee": self.profile.committee_order,
        }
        order = list(known.get(self.group_by, self.profile.pools))
        return sorted(groups.items(), key=lambda group: order.index(group[0]) if group[0] in order else len(order))

    def _by_payback(self, case: PoolCase) -> float:
        """The payback on the basis that is printed; one that is never reached, and none, come last."""
        years = case.payback(self.profile.payback_bases[0]).years
        return math.inf if years is None else float(years)


class Against(NamedTuple):
    """What a pool is held against: what is to be saved, and what may be asked for.

    A file says its price level, or is in that of the cases.
    """

    targets: Targets | None = None
    budget: Budget | None = None
    price_level_of_targets: int | None = None


NOTHING = Against()
"""What a pool is held against that nobody asks anything of."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What an overview is of: cases in one arrangement, over one span of years.

    `of_other_kinds` counts the cases that the overview is not of, by kind; `rejected` are the numbers of those that
    have been rejected; `asked_kinds` are the kinds that it is of where others than its own were asked for.
    """

    cases: Sequence[PoolCase]
    arrangement: Arrangement
    against: Against = NOTHING
    years: range = range(0)
    of_other_kinds: Mapping[str, int] = field(default_factory=dict)
    rejected: tuple[str, ...] = ()
    asked_kinds: tuple[Kind, ...] = ()

    @property
    def profile(self) -> Profile:
        """The municipality."""
        return self.arrangement.profile

    @property
    def budget(self) -> Budget | None:
        """What the pool may be asked for."""
        return self.against.budget


def mark_of(case: PoolCase) -> str:
    """What stands behind a case for its approval."""
    return MARKS.get(case.approval, "")


def title_of(case: PoolCase, mark: str = "") -> Words:
    """A case's title with a mark; where only a committee's share of it stands there, that is said."""
    title = f"{case.title}{mark}"
    return Text("{title} (delt)", title=title) if case.is_a_share else title


def name_and_title(pool: Pool, own: Overview, usual: Text) -> tuple[Words, Words]:
    """The short name and the title of an overview: the kinds that were asked for, the municipality's, or the usual."""
    if pool.asked_kinds:
        kinds = [KINDS[kind] for kind in pool.asked_kinds]
        return kinds[0] if len(kinds) == 1 else Text("Forslagene"), and_the_last(kinds)
    if own.title is None:
        return usual, usual
    return Text.of_profile(own.title.partition(".")[0]), Text.of_profile(own.title)


def of_nature(amounts: ByName, areas: frozenset[str]) -> Decimal:
    """The amounts on some steering areas."""
    return sum((amount for area, amount in amounts.items() if area in areas), ZERO)


def head(cases: Sequence[PoolCase]) -> Text:
    """The unit and the price level of an overview, or all of them where it mixes several."""
    return unit_and_level(*(case.price_level for case in cases))

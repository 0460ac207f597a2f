"""The investment pool's overview of 2020 (Bilag 2): investments, lasting efficiencies and payback, a row a case."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.unit import MILLIONS
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import (
    MARKS,
    Arrangement,
    budget_in_words,
    explained_marks,
    head,
    of_nature,
)
from bizcase.tables.table import Cell, Column, Table


def investment_overview(records: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """The overview in mio. kr. with one decimal. Savings stand without a minus here.

    Investments on other areas than service and capital have a column of their own where there are any.
    """
    shown = replace(arrangement.shown, unit=MILLIONS)
    profile, words = shown.profile, shown.words
    service, capital = profile.areas_of_nature("service"), profile.areas_of_nature("capital")
    other = frozenset(profile.steering_areas) - service - capital
    invested = [service, capital]
    if any(of_nature(record.costs, other) for record in records):
        invested.append(other)
    natures = (words.service, words.capital, words.other_areas)
    saved = [service, frozenset(profile.steering_areas) - service]

    def amounts_of(cases: Sequence[PoolCase]) -> tuple[list[Decimal], list[Decimal]]:
        costs = [sum((of_nature(case.costs, areas) for case in cases), ZERO) for areas in invested]
        return costs, [-sum((of_nature(case.lasting, areas) for case in cases), ZERO) for areas in saved]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        costs, savings = amounts_of([case])
        label = f"{case.committee}{MARKS[case.approval]}"
        return label, case.id, case.title, *_blank(costs), *_blank(savings), case.payback_total.in_figures

    def sums(cases: Sequence[PoolCase]) -> tuple[Cell, ...]:
        costs, savings = amounts_of(cases)
        return None, None, *costs, *savings, None

    return Table(
        name=words.investment_name,
        title=words.investment_overview.format(head=head(records, shown)),
        columns=(
            *(Column(heading) for heading in (words.committee, words.number, words.proposal)),
            *(Column(name, figures=True, group=words.investments) for name in natures[: len(invested)]),
            *(Column(name, figures=True, group=words.at_full_effect) for name in (words.service, words.other_areas)),
            Column(words.payback_years, figures=True, is_count=True),
        ),
        rows=arrangement.rows(records, line, sums),
        words=words,
        unit=shown.unit,
        notes=(*explained_marks(records, words), *budget_in_words(budget, records, words)),
    )


def _blank(amounts: list[Decimal]) -> list[Decimal | None]:
    """Amounts of one case: nil prints beside one that is not, and nothing where all of them are."""
    return list(amounts) if any(amounts) else [None] * len(amounts)

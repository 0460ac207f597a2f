"""The investment pool's overview of 2020 (Bilag 2): investments, lasting efficiencies and payback, a row a case."""

from collections.abc import Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
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
from bizcase.texts.template import Text


def investment_overview(cases: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """The overview. Savings stand without a minus here.

    Investments on other areas than service and capital have a column of their own where there are any.
    """
    profile = arrangement.profile
    service, capital = profile.areas_of_nature("service"), profile.areas_of_nature("capital")
    other = frozenset(profile.steering_areas) - service - capital
    invested = [service, capital]
    if any(of_nature(case.costs, other) for case in cases):
        invested.append(other)
    natures = Text("Service"), Text("Anlæg"), Text("Overførsler mv.")
    saved = [service, frozenset(profile.steering_areas) - service]

    def amounts_of(summed: Sequence[PoolCase]) -> tuple[list[Decimal], list[Decimal]]:
        costs = [sum((of_nature(case.costs, areas) for case in summed), ZERO) for areas in invested]
        return costs, [-sum((of_nature(case.lasting, areas) for case in summed), ZERO) for areas in saved]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        costs, savings = amounts_of([case])
        label = f"{case.committee}{MARKS[case.approval]}"
        return label, case.id, case.title, *_blank(costs), *_blank(savings), case.payback_total.in_figures

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        costs, savings = amounts_of(summed)
        return None, None, *costs, *savings, None

    return Table(
        name=Text("Bilag 2"),
        title=Text("Bilag 2. Investeringsforslag, {head}", head=head(cases)),
        columns=(
            *(Column(heading) for heading in (Text("Udvalg"), Text("Nr."), Text("Forslag"))),
            *(Column(name, figures=True, group=Text("Investeringer")) for name in natures[: len(invested)]),
            *(
                Column(name, figures=True, group=Text("Effektivisering ved fuld indfasning"))
                for name in (natures[0], natures[-1])
            ),
            Column(Text("Tilbagebetalingstid, år"), figures=True, is_count=True),
        ),
        rows=arrangement.rows(cases, line, sums),
        notes=(*explained_marks(cases), *budget_in_words(budget, cases)),
    )


def _blank(amounts: list[Decimal]) -> list[Decimal | None]:
    """Amounts of one case: nil prints beside one that is not, and nothing where all of them are."""
    return list(amounts) if any(amounts) else [None] * len(amounts)

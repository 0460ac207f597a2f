"""The investment pool's overview of 2020 (Bilag 2): investments, lasting efficiencies and payback, a row a case."""

from collections.abc import Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Basis
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import MARKS, Pool, head, of_nature
from bizcase.tables.overview_notes import budget_notes, notes
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text, Words


def investment_overview(pool: Pool) -> Table:
    """The overview. Savings stand without a minus here, and the payback is on the basis that its column names.

    Investments on other areas than service and capital have a column of their own where there are any.
    """
    profile, cases, own = pool.profile, pool.cases, pool.profile.overviews.investment
    service, capital = profile.areas_of_nature("service"), profile.areas_of_nature("capital")
    other = frozenset(profile.steering_areas) - service - capital
    invested = [service, capital]
    if any(of_nature(case.costs, other) for case in cases):
        invested.append(other)
    natures = [Text.of_profile(profile.head_of(own, nature)) for nature in ("service", "capital", "other")]
    basis = profile.payback_basis
    saved = [service, frozenset(profile.steering_areas) - service]

    def amounts_of(summed: Sequence[PoolCase]) -> tuple[list[Decimal], list[Decimal]]:
        costs = [sum((of_nature(case.costs, areas) for case in summed), ZERO) for areas in invested]
        return costs, [-sum((of_nature(case.lasting, areas) for case in summed), ZERO) for areas in saved]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        costs, savings = amounts_of([case])
        label = f"{case.committee}{MARKS.get(case.approval, '')}"
        title = Text("{title} (delt)", title=case.title) if case.is_a_share else case.title
        return label, case.id, title, *_blank(costs), *_blank(savings), case.payback(basis).in_figures

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        costs, savings = amounts_of(summed)
        return None, None, *costs, *savings, None

    title = Text("Investeringsforslag") if own.title is None else Text.of_profile(own.title)
    return Table(
        name=Text("Investeringsforslag") if own.title is None else Text.of_profile(own.title.partition(".")[0]),
        title=Text("{title}, {head}", title=title, head=head(cases)),
        columns=(
            *(Column(heading) for heading in (Text("Udvalg"), Text("Nr."), Text("Forslag"))),
            *(Column(name, figures=True, group=Text("Investeringer")) for name in natures[: len(invested)]),
            *(
                Column(name, figures=True, group=Text("Effektivisering ved fuld indfasning"))
                for name in (natures[0], natures[-1])
            ),
            Column(payback_head(basis, natures[0]), figures=True, is_count=True),
        ),
        rows=pool.arrangement.rows(cases, line, sums),
        notes=(*notes(pool), *budget_notes(pool, with_investments=True)),
        is_rounded=True,
    )


def payback_head(basis: Basis, service: Words) -> Text:
    """How a column of paybacks is headed, by what they count."""
    if basis == "service":
        return Text("Tilbagebetalingstid på {area}, år", area=service)
    return Text("Tilbagebetalingstid på totaløkonomi, år")


def _blank(amounts: list[Decimal]) -> list[Decimal | None]:
    """Amounts of one case: nil prints beside one that is not, and nothing where all of them are."""
    return list(amounts) if any(amounts) else [None] * len(amounts)

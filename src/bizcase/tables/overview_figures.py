"""Every figure of a pool: a row a case, in 1.000 kr. and in the signs of the cases."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Profile
from bizcase.engine.pool_case import Flows, PoolCase
from bizcase.engine.result import PaybackTime
from bizcase.tables.head import span_in_words
from bizcase.tables.overview import Pool, head, mark_of, title_of
from bizcase.tables.overview_notes import budget_notes, notes, span_notes
from bizcase.tables.overview_reading import borne_by_others, kinds_added_up, payback_key
from bizcase.tables.payback_words import in_figures
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text, Words


class _Figure(NamedTuple):
    """A column of amounts: how it is headed, below which heading, and what a case has in it."""

    heading: Words
    group: Words
    of: Callable[[PoolCase], Decimal]


def figures_overview(pool: Pool) -> Table:
    """Costs, income, efficiencies, loan, net effect, yearly lasting effect and both paybacks of each case.

    Sums run over one span of years, over which each case is carried on with what lasts. What no case has, has no
    column.
    """
    cases, years, profile = pool.cases, pool.years, pool.profile
    figures = _figures(cases, years, profile)
    bases: list[Words] = [Text("Totaløkonomi")]
    if profile.areas_of_nature("service"):
        bases.insert(0, Text.of_profile(profile.head_of(profile.overviews.investment, "service")))

    def paybacks_of(case: PoolCase) -> tuple[PaybackTime, ...]:
        return (case.payback_service, case.payback_total)[-len(bases) :]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        amounts = (figure.of(case) for figure in figures)
        named = (case.id, title_of(case, mark_of(case)), case.administration, case.committee)
        return *named, *amounts, *map(in_figures, paybacks_of(case))

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, None, None, *(sum(map(figure.of, summed), ZERO) for figure in figures), *[None] * len(bases)

    title = Text("Alle tal, {head}, {years}", head=head(cases), years=span_in_words(years))
    return Table(
        name=Text("Alle tal"),
        title=title if cases else Text("Alle tal"),
        columns=(
            *(Column(name) for name in (Text("Nr."), Text("Forslag"), Text("Forvaltning"), Text("Udvalg"))),
            *(Column(figure.heading, figures=True, group=figure.group) for figure in figures),
            *(Column(basis, figures=True, group=Text("Tilbagebetalingstid, år"), is_count=True) for basis in bases),
        ),
        rows=pool.arrangement.rows(cases, line, sums),
        notes=(
            *kinds_added_up(cases),
            *notes(pool),
            *borne_by_others(pool),
            *payback_key(payback for case in cases for payback in paybacks_of(case)),
            *span_notes(pool),
            *budget_notes(pool),
        ),
        is_rounded=True,
    )


def _figures(cases: Sequence[PoolCase], years: range, profile: Profile) -> list[_Figure]:
    """What makes up the net effect over the years, the net effect, and what is lasting in each year."""
    figures: list[_Figure] = []
    parts: tuple[tuple[Words, Callable[[PoolCase], Flows]], ...] = (
        (Text("Implementeringsomkostninger"), lambda case: case.cost_flows),
        (Text("Engangsindtægter"), lambda case: case.income_flows),
        (Text("Varige ændringer"), lambda case: case.flows),
    )
    for group, flows_of in parts:
        figures += [_Figure(area, group, _over(flows_of, area, years)) for area in _areas(cases, flows_of, profile)]
    if any(case.loan is not None and any(case.loan.over(years).amounts) for case in cases):
        figures.append(
            _Figure(Text("Internt lån, netto"), "", lambda case: case.loan.over(years).total if case.loan else ZERO)
        )
    net = Text("Samlet økonomisk påvirkning")
    figures.append(_Figure(net, "", lambda case: case.net_flow.over(years).total))
    a_year = Text("Pr. år ved fuld indfasning")
    changed = _areas(cases, lambda case: case.flows, profile)
    return figures + [_Figure(area, a_year, _lasting(area)) for area in changed]


def _areas(cases: Sequence[PoolCase], flows_of: Callable[[PoolCase], Flows], profile: Profile) -> list[str]:
    """The areas on which any case has such lines, in the order of the profile."""
    return [area for area in profile.steering_areas if any(area in flows_of(case) for case in cases)]


def _over(flows_of: Callable[[PoolCase], Flows], area: str, years: range) -> Callable[[PoolCase], Decimal]:
    """The sum of a case's money on an area over some years."""

    def of(case: PoolCase) -> Decimal:
        flow = flows_of(case).get(area)
        return ZERO if flow is None else flow.over(years).total

    return of


def _lasting(area: str) -> Callable[[PoolCase], Decimal]:
    """What a case has on an area in every year once it is fully phased in."""
    return lambda case: case.lasting.get(area, ZERO)

"""Every figure of a pool: a row a case, in 1.000 kr. and in the signs of the cases."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Profile
from bizcase.engine.pool_case import ByName, Flows, PoolCase
from bizcase.tables.head import span_in_words
from bizcase.tables.overview import Pool, head, mark_of, title_of
from bizcase.tables.overview_notes import budget_notes, notes, span_notes
from bizcase.tables.payback_words import in_figures
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text, Words


def figures_overview(pool: Pool) -> Table:
    """Costs, efficiencies and lasting effect by steering area, the net effect and both paybacks of each case.

    Sums run over one span of years, over which each case is carried on with what lasts.
    """
    cases, years, profile = pool.cases, pool.years, pool.profile
    parts: tuple[tuple[Words, Callable[[PoolCase], ByName]], ...] = (
        (Text("Implementeringsomkostninger"), lambda case: _over(case.cost_flows, years)),
        (Text("Varige ændringer"), lambda case: _over(case.flows, years)),
        (Text("Ved fuld indfasning"), lambda case: case.lasting),
    )
    used = [(heading, part, area) for heading, part in parts for area in _areas(cases, part, profile)]
    bases: list[Words] = [Text("Totaløkonomi")]
    if profile.areas_of_nature("service"):
        bases.insert(0, Text.of_profile(profile.head_of(profile.overviews.investment, "service")))

    def amounts_of(summed: Sequence[PoolCase]) -> list[Decimal]:
        by_area = [sum((part(case).get(area, ZERO) for case in summed), ZERO) for _, part, area in used]
        return [*by_area, sum((case.net_flow.over(years).total for case in summed), ZERO)]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        paybacks = (in_figures(case.payback_service), in_figures(case.payback_total))[-len(bases) :]
        return (
            case.id,
            title_of(case, mark_of(case)),
            case.administration,
            case.committee,
            *amounts_of([case]),
            *paybacks,
        )

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, None, None, *amounts_of(summed), *[None] * len(bases)

    title = Text("Alle tal, {head}, {years}", head=head(cases), years=span_in_words(years))
    return Table(
        name=Text("Alle tal"),
        title=title if cases else Text("Alle tal"),
        columns=(
            *(Column(name) for name in (Text("Nr."), Text("Forslag"), Text("Forvaltning"), Text("Udvalg"))),
            *(Column(area, figures=True, group=heading) for heading, _, area in used),
            Column(Text("Samlet økonomisk påvirkning"), figures=True),
            *(Column(basis, figures=True, group=Text("Tilbagebetalingstid, år"), is_count=True) for basis in bases),
        ),
        rows=pool.arrangement.rows(cases, line, sums),
        notes=(*notes(pool), *span_notes(pool), *budget_notes(pool)),
        is_rounded=True,
    )


def _areas(cases: Sequence[PoolCase], part: Callable[[PoolCase], ByName], profile: Profile) -> list[str]:
    """The areas on which a part of any case has lines, in the order of the profile."""
    return [area for area in profile.steering_areas if any(area in part(case) for case in cases)]


def _over(flows: Flows, years: range) -> ByName:
    """The sum of each area's money over some years."""
    return {area: flow.over(years).total for area, flow in flows.items()}

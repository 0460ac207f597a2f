"""Every figure of a pool: a row a case, in 1.000 kr. and in the signs of the cases."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Profile
from bizcase.engine.pool_case import ByName, PoolCase
from bizcase.tables.overview import MARKS, Arrangement, budget_in_words, explained_marks, head
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text, Words


def figures_overview(cases: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """Costs, efficiencies and lasting effect by steering area, the net effect and both paybacks of each case."""
    parts: tuple[tuple[Words, Callable[[PoolCase], ByName]], ...] = (
        (Text("Implementeringsomkostninger"), lambda case: case.costs),
        (Text("Varige ændringer"), lambda case: case.efficiencies),
        (Text("Ved fuld indfasning"), lambda case: case.lasting),
    )
    used = [(heading, part, area) for heading, part in parts for area in _areas(cases, part, arrangement.profile)]
    bases = Text("Service"), Text("Totaløkonomi")

    def amounts_of(summed: Sequence[PoolCase]) -> list[Decimal]:
        by_area = [sum((part(case).get(area, ZERO) for case in summed), ZERO) for _, part, area in used]
        return [*by_area, sum((case.net_effect for case in summed), ZERO)]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        title = f"{case.title}{MARKS[case.approval]}"
        paybacks = case.payback_service.in_figures, case.payback_total.in_figures
        return case.id, title, case.administration, case.committee, *amounts_of([case]), *paybacks

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, None, None, *amounts_of(summed), None, None

    return Table(
        name=Text("Alle tal"),
        title=Text("Alle tal, {head}", head=head(cases)),
        columns=(
            *(Column(name) for name in (Text("Nr."), Text("Forslag"), Text("Forvaltning"), Text("Udvalg"))),
            *(Column(area, figures=True, group=heading) for heading, _, area in used),
            Column(Text("Samlet økonomisk påvirkning"), figures=True),
            *(Column(basis, figures=True, group=Text("Tilbagebetalingstid, år"), is_count=True) for basis in bases),
        ),
        rows=arrangement.rows(cases, line, sums),
        notes=(*explained_marks(cases), *budget_in_words(budget, cases)),
    )


def _areas(cases: Sequence[PoolCase], part: Callable[[PoolCase], ByName], profile: Profile) -> list[str]:
    """The areas on which a part of any case has lines, in the order of the profile."""
    return [area for area in profile.steering_areas if any(area in part(case) for case in cases)]

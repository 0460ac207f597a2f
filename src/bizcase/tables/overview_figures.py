"""Every figure of a pool: a row a case, in 1.000 kr. and in the signs of the cases."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Profile
from bizcase.engine.pool_case import ByName, PoolCase
from bizcase.tables.overview import MARKS, Arrangement, budget_in_words, explained_marks, head
from bizcase.tables.table import Cell, Column, Table


def figures_overview(records: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """Costs, efficiencies and lasting effect by steering area, the net effect and both paybacks of each case."""
    shown, words = arrangement.shown, arrangement.shown.words
    parts: tuple[tuple[str, Callable[[PoolCase], ByName]], ...] = (
        (words.costs, lambda record: record.costs),
        (words.efficiencies, lambda record: record.efficiencies),
        (words.full_effect, lambda record: record.lasting),
    )
    used = [(heading, part, area) for heading, part in parts for area in _areas(records, part, shown.profile)]

    def amounts_of(cases: Sequence[PoolCase]) -> list[Decimal]:
        by_area = [sum((part(case).get(area, ZERO) for case in cases), ZERO) for _, part, area in used]
        return [*by_area, sum((case.net_effect for case in cases), ZERO)]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        title = f"{case.title}{MARKS[case.approval]}"
        paybacks = case.payback_service.in_figures, case.payback_total.in_figures
        return case.id, title, case.administration, case.committee, *amounts_of([case]), *paybacks

    def sums(cases: Sequence[PoolCase]) -> tuple[Cell, ...]:
        return None, None, None, *amounts_of(cases), None, None

    return Table(
        name=words.figures_name,
        title=words.figures_overview.format(head=head(records, shown)),
        columns=(
            *(Column(name) for name in (words.number, words.proposal, words.administration, words.committee)),
            *(Column(area, figures=True, group=heading) for heading, _, area in used),
            Column(words.net_effect, figures=True),
            *(Column(basis, figures=True, group=words.payback_years, is_count=True) for basis in words.payback_bases),
        ),
        rows=arrangement.rows(records, line, sums),
        words=words,
        unit=shown.unit,
        notes=(*explained_marks(records, words), *budget_in_words(budget, records, words)),
    )


def _areas(records: Sequence[PoolCase], part: Callable[[PoolCase], ByName], profile: Profile) -> list[str]:
    """The areas on which a part of any case has lines, in the order of the profile."""
    return [area for area in profile.steering_areas if any(area in part(record) for record in records)]

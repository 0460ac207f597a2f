"""Every figure of a pool: a row a case, in 1.000 kr. and in the signs of the cases."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from bizcase.case.profile import Profile
from bizcase.engine.record import ByName, Record
from bizcase.tables.overview import MARKS, NIL, Arrangement, budget_in_words, explained_marks, price_levels
from bizcase.tables.table import Cell, Column, Table

_PARTS: tuple[tuple[str, Callable[[Record], ByName]], ...] = (
    ("Implementeringsomkostninger", lambda record: record.costs),
    ("Varige ændringer", lambda record: record.efficiencies),
    ("Ved fuld indfasning", lambda record: record.lasting),
)


def figures_overview(records: Sequence[Record], arrangement: Arrangement, budget: Decimal | None) -> Table:
    """Costs, efficiencies and lasting effect by steering area, the net effect and both paybacks of each case."""
    used = [(heading, part, area) for heading, part in _PARTS for area in _areas(records, part, arrangement.profile)]

    def amounts_of(cases: Sequence[Record]) -> list[Decimal]:
        by_area = [sum((part(case).get(area, NIL) for case in cases), NIL) for _, part, area in used]
        return [*by_area, sum((case.net_effect for case in cases), NIL)]

    def line(case: Record) -> tuple[Cell, ...]:
        title = f"{case.title}{MARKS[case.approval]}"
        paybacks = case.payback_service.in_figures, case.payback_total.in_figures
        return case.id, title, case.administration, case.committee, *amounts_of([case]), *paybacks

    def sums(cases: Sequence[Record]) -> tuple[Cell, ...]:
        return None, None, None, *amounts_of(cases), None, None

    return Table(
        subject=arrangement.profile.municipality,
        title=f"Alle tal, 1.000 kr. {price_levels(records)} p/l",
        columns=(
            *(Column(name) for name in ("Nr.", "Forslag", "Forvaltning", "Udvalg")),
            *(Column(area, figures=True, group=heading) for heading, _, area in used),
            Column("Samlet økonomisk påvirkning", figures=True),
            *(Column(basis, figures=True, group="Tilbagebetalingstid, år") for basis in ("Service", "Totaløkonomi")),
        ),
        rows=arrangement.rows(records, line, sums),
        notes=(*explained_marks(records), *budget_in_words(budget, records)),
    )


def _areas(records: Sequence[Record], part: Callable[[Record], ByName], profile: Profile) -> list[str]:
    """The areas on which a part of any case has lines, in the order of the profile."""
    return [area for area in profile.steering_areas if any(area in part(record) for record in records)]

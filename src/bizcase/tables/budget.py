"""The frame of a pool against what its cases ask for, by steering area and year."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bizcase.engine.flow import Flow, spanned, total
from bizcase.tables.head import IN_ALL, SUM_OF_YEARS, and_the_last, year_columns
from bizcase.tables.overview import Pool, head
from bizcase.tables.price_level import marked_where
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Role, Sum, Table
from bizcase.texts.template import Text, Words

FRAME, ASKED, LEFT = Text("Ramme"), Text("Søgt om"), Text("Tilbage")


class Frame(NamedTuple):
    """What a pool may be asked for on one steering area, and what it is asked for, over the same years."""

    budget: Flow
    asked: Flow
    is_given: bool = True

    @property
    def left(self) -> Flow:
        """What nobody asks for; negative where too much is asked for."""
        return self.budget - self.asked


def frames(pool: Pool) -> dict[str, Frame]:
    """The frame of each steering area that has one or that money is asked for on; none where no file gives any."""
    if pool.budget is None or not pool.budget.by_steering_area:
        return {}
    given = pool.budget.by_steering_area
    asked = [(area, flow) for case in pool.cases for area, flow in case.asked.items() if any(flow.amounts)]
    named = [period.named_years for amounts in given.values() for period in amounts]
    years = spanned(*named, *(range(year, year + 1) for _, flow in asked for year in flow.years_with_money))
    return {
        area: Frame(
            total([Flow.of(given.get(area, {}), years)], years),
            total((flow for name, flow in asked if name == area), years),
            area in given,
        )
        for area in pool.profile.steering_areas
        if area in given or any(name == area for name, _ in asked)
    }


def budget_table(pool: Pool) -> list[Table]:
    """A block a steering area and one for all of them; no table where no file gives a budget by area and year."""
    framed = frames(pool)
    if not framed:
        return []
    years = next(iter(framed.values())).budget.years
    rows = Rows()
    frame_rows: list[int] = []
    asked_rows: list[int] = []

    def left(flow: Flow, frame: int, asked: int) -> None:
        rows.add(Role.TOTAL, LEFT, *flow.amounts, flow.total, recipe=Sum((frame,), less=(asked,)))

    without = [area for area, frame in framed.items() if not frame.is_given]
    for area, frame in framed.items():
        rows.section(area)
        given = (*frame.budget.amounts, frame.budget.total) if frame.is_given else ()
        frame_rows.append(rows.line(FRAME, *given))
        asked_rows.append(rows.line(ASKED, *frame.asked.amounts, frame.asked.total))
        if frame.is_given:
            left(frame.left, frame_rows[-1], asked_rows[-1])
        else:
            rows.line(LEFT)
    rows.section(IN_ALL)
    sums = Frame(
        total((frame.budget for frame in framed.values()), years),
        total((frame.asked for frame in framed.values()), years),
    )
    every = [
        rows.sum(added, label, *flow.amounts, flow.total, role=Role.LINE)
        for added, label, flow in ((frame_rows, FRAME, sums.budget), (asked_rows, ASKED, sums.asked))
    ]
    left(sums.left, *every)
    table = Table(
        name=FRAME,
        title=Text("Puljens ramme og det, der er søgt om"),
        columns=(Column(head(pool.cases)), *year_columns(years), SUM_OF_YEARS),
        rows=rows.all(),
        notes=tuple(_without_a_frame(without)),
        is_rounded=True,
    )
    estimates = [case.asked for case in pool.cases if case.rests_on_estimates]
    on_estimates = {
        row: total((asked[area] for asked in estimates if area in asked), years)
        for area, row in zip(framed, asked_rows, strict=True)
    }
    return [marked_where(table, on_estimates)]


def _without_a_frame(areas: Sequence[str]) -> Iterator[Words]:
    """The areas that money is asked for on and that have no frame, which the sum of all areas holds all the same."""
    if areas:
        yield Text(
            "Der er ingen ramme til {areas}; det, der er søgt om dér, er trukket fra under I alt.",
            areas=and_the_last(areas),
        )

"""Calculated cases as CSV: one figure a row, so that a script needs no shape to add them up."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bizcase.engine.flow import Flow
from bizcase.engine.result import Result
from bizcase.examine.one import Outcome
from bizcase.output.data.csv_style import PLAIN, CsvCell, CsvStyle
from bizcase.output.data.drivers import StatedAssumption, StatedFigure
from bizcase.output.data.result_shape import CASE, PAYBACK, SCHEMA_VERSION, SECTION, YEARS, years_of
from bizcase.output.data.shape import leaves

COLUMNS = (
    "schema_version", "id", "title", "price_level", "converted_from", "figure", "name", "steering_area", "committee",
    "year", "amount", "path", "errors",
)  # fmt: skip


def render(results: Iterable[Result], left_out: Iterable[Outcome[Any]], style: CsvStyle = PLAIN) -> Iterator[str]:
    """A header, the figures of each case, and a row for each file that was left out. Amounts are in 1.000 kr."""
    yield style.beginning
    yield from map(style.row, _rows(results, left_out))


def _rows(results: Iterable[Result], left_out: Iterable[Outcome[Any]]) -> Iterator[Sequence[CsvCell]]:
    yield COLUMNS
    for result in results:
        case = result.case
        start = None if result.converted is None else result.converted.start
        for row in _figures(result):
            yield SCHEMA_VERSION, case.id, case.title, result.price_level, start, *row, None, None
    for file in left_out:
        yield SCHEMA_VERSION, *[None] * (len(COLUMNS) - 3), file.path, file.errors


def _figures(result: Result) -> Iterator[tuple[CsvCell, ...]]:
    """Figure, name, steering area, committee, year and amount.

    The parts of lines and the loan's rows, drawn money negative, add up to the net effect of each year.
    """
    for figure, shape, value in leaves(CASE.item, result):
        if shape is SECTION:
            for part in (part for line in value.lines for part in line.parts):
                yield from _by_year(figure, part.flow, part.line.name, part.line.steering_area, part.committee)
        elif shape is YEARS:
            yield from _by_year(figure, value)
        elif figure == "lasting_effect.by_steering_area":
            yield from (("lasting_effect", None, area, None, None, amount) for area, amount in value.items())
        elif figure in ("assumptions", "derived"):
            yield from _stated(figure, value)
        elif shape is PAYBACK:  # its status as the name, the year in which it is reached, its whole years as the amount
            yield figure, value.status, None, None, value.reached_in, years_of(value)


def _stated(figure: str, stated: Iterable[StatedAssumption | StatedFigure]) -> Iterator[tuple[CsvCell, ...]]:
    """What lines are worked out of, its unit behind its name; a number of a period stands by the first year of it."""
    for each in stated:
        name = f"{each.name} ({each.unit})" if each.unit else each.name
        if each.value is not None:
            yield figure, name, None, None, None, each.value
        for period, number in each.by_period.items():
            yield figure, name, None, None, int(period[:4]), number


def _by_year(figure: str, flow: Flow, *names: str) -> Iterator[tuple[CsvCell, ...]]:
    name, area, committee = names or (None, None, None)
    for year, amount in flow.by_year.items():
        yield figure, name, area, committee, year, amount

"""Calculated cases as CSV: one figure a row, so that a script needs no shape to add them up."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO

from bizcase.engine.result import NamedYears, Payback, Result
from bizcase.output.json_result import SCHEMA_VERSION
from bizcase.output.json_text import to_json
from bizcase.tables.paper import LeftOut

COLUMNS = (
    "schema_version", "id", "title", "price_level", "figure", "name", "steering_area", "committee", "year", "amount",
    "path", "errors",
)  # fmt: skip

_Cell = str | int | Decimal | None


def render(results: Iterable[Result], left_out: Iterable[LeftOut]) -> str:
    """A header, the figures of each case, and a row for each file that was left out. Amounts are in 1.000 kr."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in results:
        case = result.case
        for row in _figures(result):
            written = [to_json(cell) if isinstance(cell, Decimal) else cell for cell in row]
            writer.writerow([SCHEMA_VERSION, case.id, case.title, case.price_level, *written, None, None])
    for file in left_out:
        writer.writerow([SCHEMA_VERSION, *[None] * (len(COLUMNS) - 3), file.path, file.errors])
    return text.getvalue()


def _figures(result: Result) -> Iterator[tuple[_Cell, ...]]:
    """Figure, name, steering area, committee, year and amount.

    The parts of lines and the loan's rows, drawn money negative, add up to the net effect of each year.
    """
    for figure, section in (
        ("implementation_costs", result.implementation_costs),
        ("efficiencies", result.efficiencies),
    ):
        for line in section.lines:
            for committee, amounts in line.by_committee.items():
                for year, amount in _by_year(amounts, result.years):
                    yield figure, line.name, line.steering_area, committee, year, amount
    rows: list[tuple[str, NamedYears]] = [("net_effect", result.net_effect), ("cumulative", result.cumulative)]
    if result.loan is not None:
        drawn = tuple(-amount for amount in result.loan.drawn)
        loan = [("drawn", drawn), ("repayment", result.loan.repayment), ("interest", result.loan.interest)]
        rows = [*((f"internal_loan.{name}", amounts) for name, amounts in loan), *rows]
    for figure, amounts in rows:
        for year, amount in _by_year(amounts, result.years):
            yield figure, None, None, None, year, amount
    yield _payback("payback.service", result.payback_service)
    yield _payback("payback.total", result.payback_total)


def _by_year(amounts: NamedYears, years: range) -> Iterator[tuple[int, Decimal]]:
    for year, amount in zip(years, amounts, strict=True):
        yield year, amount or Decimal(0)


def _payback(figure: str, payback: Payback) -> tuple[_Cell, ...]:
    """A payback: its status as the name, the year in which it is reached, and its whole years as the amount."""
    return figure, payback.status, None, None, payback.reached_in, payback.years

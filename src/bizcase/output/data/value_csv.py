"""What cases and their pool are worth, as CSV: one figure a row, with all that it is worked out by beside it."""

from collections.abc import Iterator, Sequence

from bizcase.engine.present_value import Value, Worth
from bizcase.engine.result import PaybackTime
from bizcase.output.data.csv_style import PLAIN, CsvCell, CsvStyle
from bizcase.output.data.result_shape import SCHEMA_VERSION, years_of
from bizcase.output.data.value_shape import NUMBER, WORTH, Document, as_number, share_of

COLUMNS = (
    "schema_version", "scope", "id", "title", "price_level", "converted_from", "base_year", "timing", "discount",
    "rates", "last_year", "figure", "status", "amount", "path", "errors",
)  # fmt: skip


def render(document: Document, style: CsvStyle = PLAIN) -> Iterator[str]:
    """A header, the figures of each case, those of the pool, and a row for each file that was left out."""
    yield style.beginning
    yield from map(style.row, _rows(document))


def _rows(document: Document) -> Iterator[Sequence[CsvCell]]:
    yield COLUMNS
    for case, value in document.valuation.cases:
        start = None if case.converted is None else case.converted.start
        head = SCHEMA_VERSION, "case", case.id, case.title, *_conventions(value, start)
        for row in _figures(value):
            yield *head, *row, case.path, None
    if (pool := document.valuation.pool) is not None:
        for row in _figures(pool):
            yield SCHEMA_VERSION, "pool", None, None, *_conventions(pool, None), *row, None, None
    for file in document.left_out:
        yield SCHEMA_VERSION, *[None] * (len(COLUMNS) - 3), file.path, file.errors


def _conventions(value: Value, converted_from: int | None) -> tuple[CsvCell, ...]:
    """What a value is worked out by, and the price level that a case was converted from.

    Each rate stands behind its first year, counted from the base year.
    """
    discounting = value.discounting
    rates = " ".join(f"{each.from_year}:{share_of(each).normalize():f}" for each in discounting.rates)
    return value.price_level, converted_from, discounting.base_year, discounting.timing, discounting.name, rates


def _figures(value: Value) -> Iterator[tuple[CsvCell, ...]]:
    """Last year, figure, status and amount; the paybacks have no horizon of their own."""
    for worth in value.horizons:
        yield from ((worth.last_year, *row) for row in _of_horizon(worth))
    for figure, paybacks in (("payback", value.paybacks), ("payback_discounted", value.discounted)):
        for basis, payback in paybacks.items():
            yield from ((None, *row) for row in _of_payback(f"{figure}.{basis}", payback))


def _of_horizon(worth: Worth) -> Iterator[tuple[CsvCell, ...]]:
    for figure, (find, shape) in WORTH.items():
        if figure != "last_year":
            yield figure, None, as_number(find(worth), shape)
    if worth.internal_rate is not None:
        yield "irr", worth.internal_rate.status, as_number(worth.internal_rate.rate, NUMBER)


def _of_payback(figure: str, payback: PaybackTime) -> Iterator[tuple[CsvCell, ...]]:
    """Whole years (or a simple ratio), the year in which it is reached, and the years with their fraction."""
    yield figure, payback.status, years_of(payback)
    yield f"{figure}.reached_in", payback.status, payback.reached_in
    yield f"{figure}.fraction", payback.status, as_number(payback.exactly, NUMBER)

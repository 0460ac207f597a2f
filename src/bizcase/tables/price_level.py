"""Amounts in another price level than their files': notes on how they came there, and marks where that is estimated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from bizcase.case.profile import Basis, PaybackRule
from bizcase.engine.flow import Flow
from bizcase.engine.result import Conversion
from bizcase.tables.figures import Number
from bizcase.tables.head import listed
from bizcase.tables.payback_words import in_words
from bizcase.tables.table import Cell, Covered, Estimated, OwnEstimated, OwnFigure, Row, Running, Sum, Table
from bizcase.texts.template import Text, Words

_DECIMALS_OF_A_FACTOR = 6


def converted(tables: Iterable[Table], conversion: Conversion | None) -> list[Table]:
    """The tables of a case as they stand in the price level that it was converted to; as they are where it was not."""
    if conversion is None:
        return list(tables)
    said = Text(
        "Omregnet fra {start} til {end} p/l med {index} ({source}): beløbene er ganget med {factors}.",
        factors=_factors([conversion]),
        **_names(conversion),
    )
    notes = (said, *estimate_notes([conversion]))
    return [
        replace(all_marked(table) if conversion.estimates_from else table, notes=(*table.notes, *notes))
        if _has_money(table)
        else table
        for table in tables
    ]


def pool_notes(conversions: Iterable[Conversion | None]) -> Iterator[Words]:
    """The same of several cases, by the price level that they came from."""
    by_start: dict[int, list[Conversion]] = {}
    for each in conversions:
        if each is not None:
            by_start.setdefault(each.start, []).append(each)
    for start in sorted(by_start):
        those = by_start[start]
        values = {"factors": _factors(those), **_names(those[0])}
        if len(those) == 1:
            yield Text(
                "1 sag er omregnet fra {start} til {end} p/l med {index} ({source}): beløbene er ganget med {factors}.",
                **values,
            )
        else:
            yield Text(
                "{count} sager er omregnet fra {start} til {end} p/l med {index} ({source}): beløbene er ganget med "
                "{factors}.",
                count=len(those),
                **values,
            )
    yield from estimate_notes([each for those in by_start.values() for each in those])


def paybacks_before(
    conversion: Conversion | None, printed: Iterable[tuple[Basis, PaybackRule, Words]]
) -> Iterator[Words]:
    """What the paybacks that a table has are in the file's own price level, where that is another."""
    if conversion is None:
        return
    said = [
        Text("{label} {payback}", label=label, payback=in_words(before))
        for basis, rule, label in printed
        if (before := conversion.before.get(basis, {}).get(rule)) is not None
    ]
    if said:
        yield Text(
            "Områderne har hvert sit indeks, og det ændrer tilbagebetalingstiden. I {start} p/l: {paybacks}.",
            start=conversion.start,
            paybacks=listed(said, "; "),
        )


def estimate_notes(conversions: Sequence[Conversion]) -> Iterator[Words]:
    """What the mark of estimated amounts means, where there are any."""
    first = next((each.estimates_from for each in conversions if each.estimates_from), None)
    if first is not None:
        yield Text("~ Hviler på skøn: indeksets tal er skøn fra {year} og frem.", year=first)


def _names(conversion: Conversion) -> dict[str, object]:
    return {
        "start": conversion.start,
        "end": conversion.end,
        "index": conversion.index,
        "source": conversion.source,
    }


def _factors(conversions: Iterable[Conversion]) -> Words:
    """The one factor of all areas, or that of each of them."""
    by_area = {area: factor for each in conversions for area, factor in each.factors.items()}
    shown = {area: Number(factor, _DECIMALS_OF_A_FACTOR) for area, factor in by_area.items()}
    if len(set(by_area.values())) < 2:
        return Text("{factor}", factor=next(iter(shown.values()), ""))
    return listed(Text("{factor} på {area}", factor=factor, area=area) for area, factor in shown.items())


def _has_money(table: Table) -> bool:
    return any(column.figures and not column.is_count for column in table.columns)


def _estimated(cell: Cell) -> Cell:
    """An amount with its mark; nil rests on nothing."""
    if not isinstance(cell, Decimal) or not cell:
        return cell
    return OwnEstimated(cell) if isinstance(cell, OwnFigure) else Estimated(cell)


def marked(cells: Sequence[Cell], conversion: Conversion | None) -> Sequence[Cell]:
    """The cells of a line, its amounts with their mark where they were converted by estimates."""
    return tuple(map(_estimated, cells)) if conversion and conversion.rests_on_estimates else cells


def marked_where(table: Table, on_estimates: Mapping[int, Flow]) -> Table:
    """The table with marks in some of its rows, in the years in which what rests on estimates has money."""
    rows = list(table.rows)
    for number, flow in on_estimates.items():
        years = set(map(str, flow.years_with_money))
        cells = zip(table.columns, rows[number].cells, strict=True)
        marked_cells = tuple(_estimated(cell) if str(column.heading) in years else cell for column, cell in cells)
        rows[number] = replace(rows[number], cells=marked_cells)
    return replace(table, rows=tuple(rows))


def all_marked(table: Table) -> Table:
    """The table with the mark on every amount."""
    money = [column.figures and not column.is_count for column in table.columns]
    return replace(
        table,
        rows=tuple(
            replace(
                row,
                cells=tuple(
                    _estimated(cell) if is_money else cell for cell, is_money in zip(row.cells, money, strict=True)
                ),
            )
            for row in table.rows
        ),
    )


def carried_into_sums(table: Table) -> Table:
    """The table with the marks of its lines on everything that adds them up."""
    rows: list[Row] = []
    for row in table.rows:
        cells = list(row.cells)
        for index, cell in enumerate(cells):
            if any(isinstance(each, Estimated) for each in _sources(rows, row, index, table, cells)):
                cells[index] = _estimated(cell)
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=tuple(rows))


def _sources(above: Sequence[Row], row: Row, index: int, table: Table, cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells that a cell comes of: of the rows that its row adds up, and of the years that its column adds up."""
    if table.columns[index].adds_up:
        yield from cells[:index]
    match row.recipe:
        case Sum(rows, less):
            yield from (above[number].cells[index] for number in (*rows, *less))
        case Running(number):
            yield from (above[number].cells[index], cells[index - 1])
        case Covered(number, asked):
            yield from (above[each].cells[index] for each in (number, asked))
        case None:
            return
        case _:
            assert_never(row.recipe)

"""Personalemæssige konsekvenser: the årsværk (full-time equivalents) of lines, in a table of their own."""

from decimal import Decimal

from bizcase.engine.flow import Flow, total
from bizcase.engine.result import Result
from bizcase.tables.figures import Number
from bizcase.tables.head import IN_ALL, year_columns
from bizcase.tables.rows import Rows
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text

DECIMALS = 2


def persons(result: Result) -> list[Table]:
    """The table, in the sign of each line; none where no line has any årsværk."""
    lines = [line for line in result.lines if line.line.fte]
    if not lines:
        return []
    rows = Rows()
    flows = [Flow.seen_over(line.line.fte or {}, result.years) for line in lines]
    for line, flow in zip(lines, flows, strict=True):
        rows.line(line.name, line.steering_area, *map(_cell, flow.amounts))
    rows.sum((), IN_ALL, None, *map(_cell, total(flows, result.years).amounts))
    title = Text("Personalemæssige konsekvenser")
    return [
        Table(
            name=Text("Årsværk"),
            title=title,
            columns=(
                Column(Text("Årsværk")),
                Column(Text("Styringsområde")),
                *(Column(column.heading, figures=True, is_count=True) for column in year_columns(result.years)),
            ),
            rows=rows.all(),
        )
    ]


def _cell(number: Decimal | None) -> Cell:
    return None if number is None else Text("{number}", number=Number(number, DECIMALS))

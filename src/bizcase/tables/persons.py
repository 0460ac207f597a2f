"""Personalemæssige konsekvenser: the årsværk (full-time equivalents) of lines, in a table of their own."""

from dataclasses import replace

from bizcase.case.period_amounts import DECIMALS_OF_FTE
from bizcase.engine.flow import total
from bizcase.engine.result import Result
from bizcase.tables.head import IN_ALL, year_columns
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Table
from bizcase.texts.template import Text


def persons(result: Result) -> list[Table]:
    """The table, in the sign of each line; none where no line has any årsværk."""
    lines = [line for line in result.lines if line.line.fte]
    if not lines:
        return []
    rows = Rows()
    added: list[int] = []
    flows = [line.persons for line in lines]
    for line, flow in zip(lines, flows, strict=True):
        added.append(rows.line(line.name, line.steering_area, *flow.amounts))
    rows.sum(added, IN_ALL, None, *total(flows, result.years).amounts)
    return [
        Table(
            name=Text("Årsværk"),
            title=Text("Personalemæssige konsekvenser"),
            columns=(
                Column(Text("Årsværk")),
                Column(Text("Styringsområde")),
                *(replace(column, is_count=True, decimals=DECIMALS_OF_FTE) for column in year_columns(result.years)),
            ),
            rows=rows.all(),
        )
    ]

"""The rows that tables have in common: lines of one name as one row, and the sums by steering area."""

from collections.abc import Iterable
from decimal import Decimal

from bizcase.engine.result import NamedYears, ResultLine, Section
from bizcase.tables.table import Role, Row


def line_rows(lines: Iterable[ResultLine]) -> list[Row]:
    """A row for each name and steering area; lines that share both are printed as one."""
    merged: dict[tuple[str, str], NamedYears] = {}
    for line in lines:
        key = (line.name, line.steering_area)
        merged[key] = together(merged[key], line.amounts) if key in merged else line.amounts
    return [Row(Role.LINE, (name, area, *amounts)) for (name, area), amounts in merged.items()]


def together(one: NamedYears, other: NamedYears) -> NamedYears:
    """Two lines added up; a year that neither names stays unnamed."""
    return tuple(
        None if a is None and b is None else (a or Decimal(0)) + (b or Decimal(0))
        for a, b in zip(one, other, strict=True)
    )


def sum_rows(label: str, section: Section) -> list[Row]:
    """The sum of a section, below one for each steering area where there are several."""
    rows = []
    if len(section.by_steering_area) > 1:
        for area, amounts in section.by_steering_area.items():
            rows.append(Row(Role.SUBTOTAL, (label, area, *amounts)))
    rows.append(Row(Role.TOTAL, (label, None, *section.total)))
    return rows

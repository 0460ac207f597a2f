"""Tables as Markdown, for GitHub and every reader of its tables."""

import re
from collections.abc import Iterable

from bizcase.tables.figures import written
from bizcase.tables.table import LeftOut, Role, Row, Table
from bizcase.tables.wording import left_out_in_words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&$]|@(?=\w)|:(?=[\w+-]+:))")


def render(tables: Iterable[Table], left_out: Iterable[LeftOut]) -> str:
    """The tables one below the other, each under its subject."""
    parts = [_table(table) for table in tables]
    if missing := left_out_in_words(left_out):
        heading, *files = missing
        parts.append("\n".join([f"**{heading}**", "", *(f"- {escaped(file)}" for file in files)]) + "\n")
    return "\n".join(parts)


def _table(table: Table) -> str:
    lines = [f"## {escaped(table.subject)}", "", f"**{escaped(table.title)}**", ""]
    lines.append(_row([escaped(column.in_full) for column in table.columns]))
    lines.append(_row(["---:" if column.figures else "---" for column in table.columns]))
    lines += [_row(_cells(row, table)) for row in table.rows]
    for note in table.notes:
        lines += ["", escaped(note)]
    return "\n".join(lines) + "\n"


def _cells(row: Row, table: Table) -> list[str]:
    cells = [escaped(written(cell, table)) for cell in row.cells]
    if row.role in (Role.SECTION, Role.TOTAL):
        return [f"**{cell}**" if cell else "" for cell in cells]
    return cells


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

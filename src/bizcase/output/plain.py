"""Tables as plain aligned columns, at their natural width: for pipes and logs, and for tables of thousands of rows."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from bizcase.tables.figures import written
from bizcase.tables.table import Column, LeftOut, Role, Row, Table
from bizcase.tables.wording import left_out_in_words

GAP = "  "
INDENT = "  "


def render(tables: Iterable[Table], left_out: Iterable[LeftOut], *, box_characters: bool = True) -> str:
    """The tables one below the other; a stream that is not UTF-8 gets its lines in ASCII."""
    texts = [draw(table, box_characters=box_characters) for table in tables]
    if missing := left_out_in_words(left_out):
        texts.append("\n".join(missing) + "\n")
    return "\n".join(texts)


def draw(table: Table, *, box_characters: bool = True) -> str:
    """One table: its headings, a rule, its rows."""
    headings = [column.heading for column in table.columns]
    cells = [[row_label(row, table), *(written(cell, table) for cell in row.cells[1:])] for row in table.rows]
    widths = [max(map(columns_of, column)) for column in zip(headings, *cells, strict=True)]
    groups = _group_line(table.columns, widths)
    right = [column.figures for column in table.columns]
    rule = ("─" if box_characters else "-") * (sum(widths) + len(GAP) * (len(widths) - 1))
    lines = [table.subject, table.title, ""]
    lines += [*groups, _line(headings, widths, right), rule]
    lines += [_line(row, widths, right) for row in cells]
    if table.notes:
        lines += ["", *table.notes]
    return "\n".join(lines) + "\n"


def _group_line(columns: Iterable[Column], widths: list[int]) -> list[str]:
    """The headings that several columns share, centred above them; a column widens where they need more room."""
    line, any_group = "", False
    for group, members in groupby(enumerate(columns), key=lambda member: member[1].group):
        positions = [index for index, _ in members]
        room = sum(widths[index] for index in positions) + len(GAP) * (len(positions) - 1)
        if columns_of(group) > room:
            widths[positions[0]] += columns_of(group) - room
            room = columns_of(group)
        line += (GAP if line else "") + group.center(room)
        any_group = any_group or bool(group)
    return [line.rstrip()] if any_group else []


def row_label(row: Row, table: Table) -> str:
    """The first cell of a row; lines stand in below their section."""
    return f"{INDENT}{written(row.cells[0], table)}" if row.role is Role.LINE else written(row.cells[0], table)


def columns_of(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    padded = []
    for cell, width, to_the_right in zip(cells, widths, right, strict=True):
        space = " " * (width - columns_of(cell))
        padded.append(space + cell if to_the_right else cell + space)
    return GAP.join(padded).rstrip()

"""Tables as text: drawn for the width of a terminal, plain where there is none or where rows go into the thousands."""

from collections.abc import Iterable

from bizcase.output import plain
from bizcase.output.surface import Surface
from bizcase.tables.table import LeftOut, Table

DRAWN_ROWS = 300
"""Rows up to which a table is drawn to a terminal's width; drawing costs more than half a millisecond a row."""


def render(tables: Iterable[Table], left_out: Iterable[LeftOut], surface: Surface) -> str:
    """The tables one below the other, then the files that were left out."""
    every = list(tables)
    if surface.width is None or sum(len(table.rows) for table in every) > DRAWN_ROWS:
        return plain.render(every, left_out, box_characters=surface.box_characters)
    from bizcase.output import terminal

    return terminal.render(every, left_out, surface)

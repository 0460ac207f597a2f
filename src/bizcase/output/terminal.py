"""Tables as text for a terminal, a pipe or a log, drawn with rich."""

import re
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Drawing
from rich.text import Text

from bizcase.output.blocks import GAP, layout
from bizcase.output.plain import INDENT, row_label
from bizcase.output.surface import Surface
from bizcase.tables.figures import written
from bizcase.tables.table import Cell, Column, LeftOut, Role, Row, Table
from bizcase.tables.wording import left_out_in_words

_STYLES = {Role.SECTION: "bold", Role.LINE: "", Role.SUBTOTAL: "italic", Role.TOTAL: "bold", Role.REMARK: ""}
_LONG_HEADING = 12
_NARROW = 60
_LONG_WORD = re.compile("(?<=[a-zæøå])(?=omkostninger|effektivisering|forvaltning)")


def render(tables: Iterable[Table], left_out: Iterable[LeftOut], surface: Surface) -> str:
    """The tables one below the other; figures are never cut, whatever the width."""
    texts = [draw(table, surface) for table in tables]
    if missing := left_out_in_words(left_out):
        texts.append("\n".join(missing) + "\n")
    return "\n".join(texts)


def draw(table: Table, surface: Surface) -> str:
    """One table, in as many blocks as the surface needs."""
    if surface.width is not None and surface.width < _NARROW:
        table = _with_texts_in_the_label(table)
    figures = [index for index, column in enumerate(table.columns) if column.figures]
    texts = [index for index, column in enumerate(table.columns) if not column.figures]
    widths = [
        max(
            cell_len(part)
            for part in [*_heading(column).split("\n"), *(_cell(row, index, table) for row in table.rows)]
        )
        for index, column in enumerate(table.columns)
    ]
    fitted = layout([widths[index] for index in texts], [widths[index] for index in figures], surface.width)
    for index, width in zip(texts, fitted.text_widths, strict=True):
        widths[index] = width
    drawings = [_block(table, [figures[at] for at in block], widths) for block in fitted.blocks]
    return _printed(table, drawings, sum(widths) + GAP * len(widths), surface)


def _heading(column: Column) -> str:
    """A column's heading; above figures a long one stands a word a line."""
    return (
        "\n".join(column.in_full.split()) if column.figures and len(column.in_full) > _LONG_HEADING else column.in_full
    )


def _cell(row: Row, index: int, table: Table) -> str:
    """A cell as it stands on one line."""
    return row_label(row, table) if index == 0 else written(row.cells[index], table)


def _with_texts_in_the_label(table: Table) -> Table:
    """The same table with every other column of text moved into the label, in brackets behind it."""
    texts = [index for index, column in enumerate(table.columns) if not column.figures]
    figures = [index for index, column in enumerate(table.columns) if column.figures]

    def moved(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        more = "".join(f" ({cells[index]})" for index in texts[1:] if cells[index])
        return (f"{cells[texts[0]]}{more}", *(cells[index] for index in figures))

    columns = tuple(table.columns[index] for index in (texts[0], *figures))
    return replace(table, columns=columns, rows=tuple(Row(row.role, moved(row.cells)) for row in table.rows))


def _block(table: Table, figures: list[int], widths: list[int]) -> Drawing:
    """The columns of text, and of the columns of figures those that stand in this block."""
    drawing = Drawing(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP // 2, 0, 0))
    shown = [index for index, column in enumerate(table.columns) if not column.figures or index in figures]
    for index in shown:
        column = table.columns[index]
        if column.figures:
            drawing.add_column(Text(_heading(column)), width=widths[index], justify="right", no_wrap=True)
        else:
            drawing.add_column(Text(_heading(column)), width=widths[index], overflow="fold")
    first_figure = next((index for index, column in enumerate(table.columns) if column.figures), None)
    for row in table.rows:
        if row.role is Role.REMARK and first_figure is not None and first_figure not in figures:
            continue  # a remark has one cell, and has been read in the first block
        cells = [Text(written(row.cells[index], table)) for index in shown]
        label = _broken(cells[0].plain, widths[shown[0]])
        indent = len(INDENT) if row.role is Role.LINE else 0
        drawing.add_row(Padding(Text(label), (0, 0, 0, indent)), *cells[1:], style=_STYLES[row.role])
    return drawing


def _broken(label: str, width: int) -> str:
    """A label whose words that are too long for the column may break between their parts."""
    words = label.split(" ")
    return " ".join(_LONG_WORD.sub("- ", word, count=1) if len(word) > width else word for word in words)


def _printed(table: Table, drawings: list[Drawing], natural: int, surface: Surface) -> str:
    """The drawings below their titles; a terminal narrower than a figure gets the figure all the same."""
    buffer = StringIO()
    width = surface.width or 1_000_000
    console = Console(
        file=buffer,
        width=max(width, natural),
        height=25,  # given, or else a dumb terminal would be taken to be 80 columns wide
        force_terminal=surface.styled,
        color_system="standard" if surface.styled else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    console.print(Text(table.subject, style="bold"), width=width)
    console.print(Text(table.title), width=width)
    for drawing in drawings:
        drawing.box = box.SIMPLE_HEAD if surface.box_characters else _ASCII
        console.print()
        console.print(drawing)
    if table.notes:
        console.print()
    for note in table.notes:
        console.print(Text(note), width=width)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


_ASCII = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)

"""Papers as text: at a terminal's width with the years in blocks, or as wide as they are for pipes, files and logs."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import assert_never

from bizcase.output.papers.page import GAP, LABEL_MINIMUM, layout
from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.view import View
from bizcase.tables.paper import Bullets, Heading, Notice, Paper, Paragraph, Piece
from bizcase.tables.table import Cell, Column, Role, Table

INDENT = "  "
_PROSE_WIDTH = 100
_LONG_HEADING = 12
_NARROW = 60
_LONG_WORD = re.compile("(?<=[a-zæøå])(?=omkostninger|effektivisering|forvaltning)")
_BOLD, _ITALIC, _PLAIN = "\x1b[1m", "\x1b[3m", "\x1b[0m"
_STYLES = {Role.SECTION: _BOLD, Role.SUBTOTAL: _ITALIC, Role.TOTAL: _BOLD}


def render(paper: Paper, view: View, terminal: Terminal) -> str:
    """The parts of a paper one below the other; figures are never cut, whatever the width."""
    text, before = "", None
    for part in paper.pieces:
        close = isinstance(before, Heading) and isinstance(part, Table)  # a table's title belongs to the heading
        text += ("" if before is None or close else "\n") + "".join(
            f"{line}\n" for line in _lines(part, view, terminal)
        )
        before = part
    return text


def _lines(part: Piece, view: View, terminal: Terminal) -> Iterator[str]:
    match part:
        case Table():
            yield from draw(_said(part, view), terminal)
        case Heading(text):
            yield from (_styled(line, _BOLD, terminal) for line in _wrapped(view.words(text), terminal.width))
        case Paragraph(text):
            yield from _wrapped(view.words(text), terminal.width or _PROSE_WIDTH)
        case Bullets(items):
            for item in items:
                first, *rest = _wrapped(view.words(item), (terminal.width or _PROSE_WIDTH) - len(INDENT))
                yield f"- {first}"
                yield from (INDENT + line for line in rest)
        case Notice(_, text, items):
            yield _styled(view.words(text), _BOLD, terminal)
            yield from map(view.words, items)
        case _:
            assert_never(part)


def draw(table: Table, terminal: Terminal) -> Iterator[str]:
    """One table: its title, then its headings, a rule and its rows in as many blocks as the terminal needs."""
    cells, widths = _measured(table, terminal)
    if terminal.width is not None and _is_crowded(table, widths, terminal.width):
        table = _with_texts_in_the_label(table)
        cells, widths = _measured(table, terminal)
    texts = [index for index, column in enumerate(table.columns) if not column.figures]
    figures = [index for index, column in enumerate(table.columns) if column.figures]
    fitted = layout([widths[index] for index in texts], [widths[index] for index in figures], terminal.width)
    for index, width in zip(texts, fitted.text_widths, strict=True):
        widths[index] = width
    yield from _wrapped(str(table.title), terminal.width)
    for number, block in enumerate(fitted.blocks):
        shown = sorted([*texts, *(figures[at] for at in block)])
        yield ""
        yield from _block(table, cells, shown, widths, terminal, first=number == 0)
    if table.notes:
        yield ""
    for note in table.notes:
        yield from _wrapped(str(note), terminal.width)


def _said(table: Table, view: View) -> Table:
    printed = view.printed(table)
    return replace(
        table,
        title=printed.title,
        columns=tuple(
            replace(column, heading=heading, group=group)
            for column, heading, group in zip(table.columns, printed.headings, printed.groups, strict=True)
        ),
        rows=tuple(replace(row, cells=tuple(cells)) for row, cells in zip(table.rows, printed.cells, strict=True)),
        notes=tuple(printed.notes),
    )


def _measured(table: Table, terminal: Terminal) -> tuple[list[list[str]], list[int]]:
    """Every cell on one line, lines standing in below their section, and how wide each column would like to be."""
    indented = table.has_sections
    cells = [
        [INDENT + text[0] if indented and row.role is Role.LINE else text[0], *text[1:]]
        for row, text in zip(table.rows, [[str(cell or "") for cell in row.cells] for row in table.rows], strict=True)
    ]
    headings = [_heading(column, terminal) for column in table.columns]
    parts = zip(headings, *cells, strict=True)
    widths = [max(columns_of(part) for part in [*heading, *column]) for heading, *column in parts]
    for group, members in groupby(range(len(widths)), key=lambda index: str(table.columns[index].group)):
        positions = list(members)
        if terminal.width is None:
            taken = sum(widths[index] for index in positions) + GAP * (len(positions) - 1)
            widths[positions[-1]] += max(0, columns_of(group) - taken)
        else:
            longest = max((len(word) for word in _LONG_WORD.sub("- ", group).split()), default=0)
            for index in positions:
                widths[index] = max(widths[index], longest)
    return cells, widths


def _is_crowded(table: Table, widths: list[int], width: int) -> bool:
    """Whether texts beside the label would leave the figures too little room."""
    texts = [min(wide, LABEL_MINIMUM) for wide, column in zip(widths, table.columns, strict=True) if not column.figures]
    return len(texts) > 1 and (width < _NARROW or sum(texts) + GAP * len(texts) > width * 0.6)


def _block(
    table: Table, cells: Sequence[list[str]], shown: list[int], widths: list[int], terminal: Terminal, *, first: bool
) -> Iterator[str]:
    """Some columns of a table. A remark has one figure, and has been read in the first block."""
    columns = [table.columns[index] for index in shown]
    room = [widths[index] for index in shown]
    grouped = _group_lines(columns, room)
    headings = [
        _heading(column, terminal) if column.figures else _in_lines(str(column.heading), width, column)
        for column, width in zip(columns, room, strict=True)
    ]
    tallest = max(len(heading) for heading in headings)
    lifted = [[""] * (tallest - len(heading)) + heading for heading in headings]
    rule = ("─" if terminal.box_characters else "-") * (sum(room) + GAP * (len(room) - 1))
    yield from (_styled(line, _BOLD, terminal) for line in [*grouped, *_aligned(lifted, columns, room)])
    yield rule
    for row, text in zip(table.rows, cells, strict=True):
        if row.role is Role.REMARK and not first:
            continue
        tall = [_in_lines(text[index], widths[index], table.columns[index]) for index in shown]
        for line in _aligned(tall, columns, room):
            yield _styled(line, _STYLES.get(row.role, ""), terminal)


def _aligned(cells: Sequence[Sequence[str]], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    """Cells of one or more lines side by side, figures to the right."""
    for line in zip_longest(*cells, fillvalue=""):
        padded = []
        for text, column, width in zip(line, columns, widths, strict=True):
            space = " " * (width - columns_of(text))
            padded.append(space + text if column.figures else text + space)
        yield (" " * GAP).join(padded).rstrip()


def _group_lines(columns: Sequence[Column], widths: Sequence[int]) -> list[str]:
    """The headings that several columns share, centred above them; where they need more room they stand in lines."""
    groups = []
    for group, members in groupby(zip(columns, widths, strict=True), key=lambda member: str(member[0].group)):
        taken = [width for _, width in members]
        room = sum(taken) + GAP * (len(taken) - 1)
        groups.append([line.center(room) for line in textwrap.wrap(_parted(group, room), room)] or [" " * room])
    if not any(line.strip() for group in groups for line in group):
        return []
    tallest = max(len(group) for group in groups)
    lifted = [[" " * len(group[0])] * (tallest - len(group)) + group for group in groups]
    return [(" " * GAP).join(line).rstrip() for line in zip(*lifted, strict=True)]


def _heading(column: Column, terminal: Terminal) -> list[str]:
    """A column's heading; where room is limited, a long one stands a word a line."""
    long = terminal.width is not None and len(str(column.heading)) > _LONG_HEADING
    return str(column.heading).split() if long else [str(column.heading)]


def _with_texts_in_the_label(table: Table) -> Table:
    """The same table with every other column of text moved into the label, in brackets behind it.

    What stands behind the figures is told by its heading, which would be gone otherwise.
    """
    texts = [index for index, column in enumerate(table.columns) if not column.figures]
    figures = [index for index, column in enumerate(table.columns) if column.figures]

    def moved(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        more = "".join(
            f" ({'' if index < figures[0] else f'{table.columns[index].heading!s}: '}{cells[index]})"
            for index in texts[1:]
            if cells[index]
        )
        return (f"{cells[texts[0]] or ''}{more}", *(cells[index] for index in figures))

    columns = tuple(table.columns[index] for index in (texts[0], *figures))
    return replace(table, columns=columns, rows=tuple(replace(row, cells=moved(row.cells)) for row in table.rows))


def _in_lines(text: str, width: int, column: Column) -> list[str]:
    """A cell in as many lines as it needs; a figure always stands on one."""
    if column.figures or columns_of(text) <= width:
        return [text]
    indent = INDENT if text.startswith(INDENT) else ""
    parted = _parted(text, width - len(indent))
    return textwrap.wrap(parted, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _parted(text: str, width: int) -> str:
    """A text whose words that are too long for the width may break between their parts."""
    return " ".join(_LONG_WORD.sub("- ", word, count=1) if len(word) > width else word for word in text.split())


def _wrapped(text: str, width: int | None) -> list[str]:
    """A text in lines of at most so many characters."""
    return [text] if width is None else textwrap.wrap(text, max(width, 20), break_on_hyphens=False) or [""]


def _styled(line: str, style: str, terminal: Terminal) -> str:
    return f"{style}{line}{_PLAIN}" if style and line and terminal.styled else line


def columns_of(text: str) -> int:
    """The columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )

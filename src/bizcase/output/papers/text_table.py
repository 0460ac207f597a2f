"""A table as text: fitted to the terminal, and every text in it broken into lines that fit their columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import ge

from rich.cells import cell_len

from bizcase.output.papers.joints import break_word, parts_of
from bizcase.output.papers.lines import wrap
from bizcase.output.papers.page import GAP, LABEL_MINIMUM, Page, fit, least_widths
from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.text_block import Block, draw_by_rich, join_lines
from bizcase.output.papers.view import Printed
from bizcase.tables.table import Role, Table

INDENT = "  "
_NARROW = 60
_TITLE = 20
"""Letters that a column of text has at least, as long as blocks of figures can be made smaller instead."""

_LOOKED_AT = 200
"""Lines up to which rich draws a block: it takes a third of a millisecond a line, and longer ones are not looked at."""


def draw_blocks(table: Table, printed: Printed, terminal: Terminal) -> Iterator[tuple[str, Iterator[str]]]:
    """The blocks of a table, each with its caption; a remark has one figure, and has been read in the first block."""
    room = terminal.width
    if room is not None and _is_crowded(table, printed, room):
        table, printed = _with_texts_in_the_label(table, printed)
    printed = _indented(table, printed)
    figures = [column.figures for column in table.columns]
    page = _page(figures, printed, room)
    for number, (caption, shown) in enumerate(zip(page.captions(printed.title), page.blocks, strict=True)):
        rows = (
            (row.role, cells)
            for row, cells in zip(table.rows, printed.cells, strict=True)
            if row.role is not Role.REMARK or number == 0
        )
        block = _block(shown, page.widths, figures, printed, rows)
        if len(table.rows) > _LOOKED_AT:  # its rows are made one by one, as they are drawn
            yield caption, join_lines(block, terminal)
            continue
        block = block._replace(rows=list(block.rows))
        yield caption, (draw_by_rich if block.height <= _LOOKED_AT else join_lines)(block, terminal)


def _page(figures: Sequence[bool], printed: Printed, room: int | None) -> Page:
    """How the table stands in its room: with whole words where that takes one block, else broken at their joints."""
    if room is None:
        return fit(figures, _natural(printed), None)
    page = fit(figures, least_widths(printed, cell_len), room)
    if len(page.blocks) == 1 and all(map(ge, page.widths, _longest_parts(printed, str.split))):
        return page
    least = [max(_TITLE, part) for part in _longest_parts(printed, parts_of)]
    widths = least_widths(printed, cell_len, parts_of)
    page = fit(figures, widths, room, least=least, groups=printed.groups)
    alone = {group for group in printed.groups if group and sum(_holds(page, printed, group)) > 1}
    if not alone:
        return page
    for index, group in enumerate(printed.groups):  # a heading that stands over each part of its columns again
        if group in alone:
            widths[index] = max(widths[index], *map(cell_len, parts_of(group)))
    return fit(figures, widths, room, least=least, groups=printed.groups)


def _holds(page: Page, printed: Printed, group: str) -> list[bool]:
    """Of each block, whether any column of a group stands in it."""
    return [any(printed.groups[index] == group for index in block) for block in page.blocks]


def _natural(printed: Printed) -> list[int]:
    """Every heading on one line; what a shared one needs beyond its columns is the last column's."""
    widths = [max(map(cell_len, column)) for column in zip(printed.headings, *printed.cells, strict=True)]
    for group, members in groupby(range(len(widths)), key=lambda index: printed.groups[index]):
        positions = list(members)
        taken = sum(widths[index] for index in positions) + GAP * (len(positions) - 1)
        widths[positions[-1]] += max(0, cell_len(group) - taken)
    return widths


def _longest_parts(printed: Printed, parts: Callable[[str], list[str]]) -> list[int]:
    """The longest part of the cells of each column, behind the indent of its line."""
    columns = zip(*printed.cells, strict=True) if printed.cells else [()] * len(printed.headings)
    return [
        max((len(_indent_of(cell)) + cell_len(part) for cell in column for part in parts(cell)), default=0)
        for column in columns
    ]


def _is_crowded(table: Table, printed: Printed, room: int) -> bool:
    """Whether texts beside the label would leave the figures too little room."""
    widths = zip(least_widths(printed, cell_len), table.columns, strict=True)
    texts = [min(width, LABEL_MINIMUM) for width, column in widths if not column.figures]
    return len(texts) > 1 and (room < _NARROW or sum(texts) + GAP * len(texts) > room * 0.6)


def _with_texts_in_the_label(table: Table, printed: Printed) -> tuple[Table, Printed]:
    """The same table with every other column of text moved into the label, in brackets behind it.

    What stands behind the figures is told by its heading, which would be gone otherwise.
    """
    texts = [index for index, column in enumerate(table.columns) if not column.figures]
    figures = [index for index, column in enumerate(table.columns) if column.figures]
    kept = [texts[0], *figures]

    def moved(cells: Sequence[str]) -> list[str]:
        more = "".join(
            f" ({printed.headings[index]}: {cells[index]})" if index > kept[-1] else f" ({cells[index]})"
            for index in texts[1:]
            if cells[index]
        )
        return [cells[texts[0]] + more, *(cells[index] for index in figures)]

    rows = tuple(replace(row, cells=tuple(row.cells[index] for index in kept)) for row in table.rows)
    narrowed = replace(table, columns=tuple(table.columns[index] for index in kept), rows=rows)
    return narrowed, printed._replace(
        headings=[printed.headings[index] for index in kept],
        groups=[printed.groups[index] for index in kept],
        cells=[moved(cells) for cells in printed.cells],
    )


def _indented(table: Table, printed: Printed) -> Printed:
    """The table with its lines standing in below their sections."""
    if not table.has_sections:
        return printed
    cells = [
        [INDENT + label, *rest] if row.role is Role.LINE else [label, *rest]
        for row, (label, *rest) in zip(table.rows, printed.cells, strict=True)
    ]
    return printed._replace(cells=cells)


def _block(
    shown: Sequence[int],
    widths: Sequence[int],
    figures: Sequence[bool],
    printed: Printed,
    rows: Iterable[tuple[Role, list[str]]],
) -> Block:
    """Some columns with every heading and cell in lines; headings stand on the rule, and a figure is never broken."""
    heads = [_in_lines(printed.headings[index], widths[index]) for index in shown]
    tallest = max(map(len, heads), default=0)
    return Block(
        widths=[widths[index] for index in shown],
        figures=[figures[index] for index in shown],
        shared=_shared_headings([printed.groups[index] for index in shown], [widths[index] for index in shown]),
        headings=[[""] * (tallest - len(head)) + head for head in heads],
        rows=(
            (role, [[cells[at]] if figures[at] else _in_lines(cells[at], widths[at]) for at in shown])
            for role, cells in rows
        ),
    )


def _shared_headings(groups: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The headings that several columns share, centred above them; where they need more room they stand in lines."""
    blocks = []
    for group, members in groupby(zip(groups, widths, strict=True), key=lambda member: member[0]):
        taken = [width for _, width in members]
        room = sum(taken) + GAP * (len(taken) - 1)
        blocks.append([line.center(room) for line in _in_lines(group, room)])
    if not any(line.strip() for block in blocks for line in block):
        return []
    tallest = max(map(len, blocks))
    lifted = [[" " * len(block[0])] * (tallest - len(block)) + block for block in blocks]
    return [(" " * GAP).join(line).rstrip() for line in zip(*lifted, strict=True)]


def _in_lines(text: str, width: int) -> list[str]:
    """A text in as many lines as it needs; a word longer than the width breaks at a joint, if it has one."""
    if len(text) * 2 <= width or cell_len(text) <= width:  # no letter is wider than two
        return [text]
    indent = _indent_of(text)
    room = width - len(indent)
    words = " ".join(part for word in text.split() for part in break_word(word, room))
    return [indent + line for line in wrap(words, room)]


def _indent_of(text: str) -> str:
    return INDENT if text.startswith(INDENT) else ""

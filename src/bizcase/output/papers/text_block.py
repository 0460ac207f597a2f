"""Columns that stand side by side, drawn as lines of text by rich; none of the lines ends in a space."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest
from typing import NamedTuple

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text as Styled

from bizcase.output.papers.page import GAP
from bizcase.output.papers.terminal import Terminal
from bizcase.tables.table import Role

_BOLD = Style(bold=True)
_STYLES = {Role.SECTION: _BOLD, Role.SUBTOTAL: Style(italic=True), Role.TOTAL: _BOLD}
_BOX = "    \n    \n {0}{0} \n    \n    \n    \n    \n    \n"
"""Nothing but a rule below the head."""


class Block(NamedTuple):
    """Headings and cells in lines that fit the widths; `shared` are the lines of headings over several columns."""

    widths: list[int]
    figures: list[bool]
    shared: list[str]
    headings: list[list[str]]
    rows: Iterable[tuple[Role, list[list[str]]]]

    @property
    def width(self) -> int:
        """The characters that the whole of it takes."""
        return sum(self.widths) + GAP * (len(self.widths) - 1)

    @property
    def height(self) -> int:
        """The lines that its rows take."""
        return sum(max(map(len, cells), default=0) for _, cells in self.rows)


def draw_by_rich(block: Block, terminal: Terminal) -> Iterator[str]:
    """The lines of a block; rich is given the width of every column, so that it measures and cuts nothing."""
    rule = _rule(terminal)
    box = Box(_BOX.format(rule), ascii=rule == "-")
    grid = Grid(box=box, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style=_BOLD)
    for heading, width, is_figure in zip(block.headings, block.widths, block.figures, strict=True):
        grid.add_column(Styled("\n".join(heading)), width=width, justify="right" if is_figure else "left", no_wrap=True)
    for role, cells in block.rows:
        grid.add_row(*(Styled("\n".join(cell)) for cell in cells), style=_STYLES.get(role))
    console = Console(file=StringIO(), width=block.width, height=1, color_system=None, legacy_windows=False)
    yield from bold_lines(block.shared, terminal)
    for line in console.render_lines(grid, pad=False):
        yield "".join(paint(segment.text, segment.style, terminal) for segment in _without_end(line))


def join_lines(block: Block, terminal: Terminal) -> Iterator[str]:
    """The same lines put together without rich."""
    yield from bold_lines([*block.shared, *_side_by_side(block.headings, block)], terminal)
    yield _rule(terminal) * block.width
    for role, cells in block.rows:
        yield from (paint(line, _STYLES.get(role), terminal) for line in _side_by_side(cells, block))


def bold_lines(lines: Iterable[str], terminal: Terminal) -> Iterator[str]:
    """Lines that are set off, where the terminal takes styles."""
    return (paint(line, _BOLD, terminal) for line in lines)


def paint(text: str, style: Style | None, terminal: Terminal) -> str:
    """A stretch of a line in a style, where there is one and the terminal takes it."""
    return style.render(text, legacy_windows=False) if style and text and terminal.styled else text


def _rule(terminal: Terminal) -> str:
    return "─" if terminal.box_characters else "-"


def _without_end(line: Sequence[Segment]) -> list[Segment]:
    """A line without the spaces that it ends in."""
    segments = list(line)
    while segments and not segments[-1].text.strip():
        segments.pop()
    if segments:
        segments[-1] = Segment(segments[-1].text.rstrip(), segments[-1].style)
    return segments


def _side_by_side(cells: Sequence[Sequence[str]], block: Block) -> Iterator[str]:
    """Cells of one or more lines, figures to the right."""
    for line in zip_longest(*cells, fillvalue=""):
        padded = []
        for text, width, is_figure in zip(line, block.widths, block.figures, strict=True):
            wide = width if text.isascii() else width - cell_len(text) + len(text)
            padded.append(text.rjust(wide) if is_figure else text.ljust(wide))
        yield (" " * GAP).join(padded).rstrip()

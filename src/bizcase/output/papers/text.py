"""Papers as text: at a terminal's width with the years in blocks, or as wide as they are for pipes, files and logs."""

from collections.abc import Iterator
from typing import assert_never

from bizcase.output.papers.lines import wrap
from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.text_block import bold_lines
from bizcase.output.papers.text_table import draw_blocks
from bizcase.output.papers.view import View
from bizcase.tables.paper import Bullets, Heading, Notice, Paper, Paragraph, Piece
from bizcase.tables.table import Table

_HANGING = "  "
_PROSE_WIDTH = 100


def render(paper: Paper, view: View, terminal: Terminal) -> str:
    """The pieces of a paper one below the other; figures are never cut, whatever the width."""
    return "".join(written(paper, view, terminal))


def written(paper: Paper, view: View, terminal: Terminal) -> Iterator[str]:
    """The same line by line, so that nobody holds all of a long paper at once."""
    before = None
    for piece in paper.pieces:
        close = isinstance(before, Heading) and isinstance(piece, Table)  # a table's title belongs to the heading
        if before is not None and not close:
            yield "\n"
        yield from (f"{line}\n" for line in _lines(piece, view, terminal))
        before = piece


def _lines(piece: Piece, view: View, terminal: Terminal) -> Iterator[str]:
    match piece:
        case Table():
            yield from _table(piece, view, terminal)
        case Heading(text, _, below):
            yield from bold_lines(_wrapped(view.words(text), terminal.width), terminal)
            yield from _wrapped(view.words(below), terminal.width) if below else ()
        case Paragraph(text):
            yield from _wrapped(view.words(text), terminal.width or _PROSE_WIDTH)
        case Bullets(items):
            for item in items:
                first, *rest = _wrapped(view.words(item), (terminal.width or _PROSE_WIDTH) - len(_HANGING))
                yield f"- {first}"
                yield from (_HANGING + line for line in rest)
        case Notice(_, text, items):
            yield from bold_lines([view.words(text)], terminal)
            yield from map(view.words, items)
        case _:
            assert_never(piece)


def _table(table: Table, view: View, terminal: Terminal) -> Iterator[str]:
    """A table with its title above every block of it, and its notes below the last."""
    printed = view.printed(table)
    for number, (caption, lines) in enumerate(draw_blocks(table, printed, terminal)):
        if number:
            yield ""
        yield from _wrapped(caption, terminal.width)
        yield ""
        yield from lines
    if printed.notes:
        yield ""
    for note in printed.notes:
        yield from _wrapped(note, terminal.width)


def _wrapped(text: str, width: int | None) -> list[str]:
    """A text in lines of at most so many characters."""
    return [text] if width is None else wrap(text, max(width, 20))

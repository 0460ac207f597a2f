"""Papers as Markdown, for GitHub and every reader of its tables."""

import re
from collections.abc import Iterator
from typing import assert_never

from bizcase.output.papers.view import AS_PRINTED, View
from bizcase.tables.paper import Bullets, Heading, Notice, Paper, Paragraph, Piece
from bizcase.tables.table import Role, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&$]|@(?=\w)|:(?=[\w+-]+:))")
_START_OF_A_LIST = re.compile(r"^(\d{0,9})([-+.)])(?=\s|$)")


def render(paper: Paper, view: View = AS_PRINTED) -> str:
    """The parts of a paper one below the other."""
    return "".join(written(paper, view))


def written(paper: Paper, view: View = AS_PRINTED) -> Iterator[str]:
    """The same line by line."""
    for number, piece in enumerate(paper.pieces):
        if number:
            yield "\n"
        yield from (f"{line}\n" for line in _lines(piece, view))


def _lines(piece: Piece, view: View) -> Iterator[str]:
    match piece:
        case Table():
            yield from _table(piece, view)
        case Heading(text, level, below):
            yield f"{'#' * (level + 1)} {escaped(view.words(text))}"
            yield from ("", escaped(view.words(below))) if below else ()
        case Paragraph(text):
            yield _START_OF_A_LIST.sub(r"\1\\\2", escaped(view.words(text)))
        case Bullets(items):
            yield from (f"- {escaped(view.words(item))}" for item in items)
        case Notice(_, text, items):
            yield f"**{escaped(view.words(text))}**"
            yield ""
            yield from (f"- {escaped(view.words(item))}" for item in items)
        case _:
            assert_never(piece)


def _table(table: Table, view: View) -> Iterator[str]:
    printed = view.printed(table)
    yield f"**{escaped(printed.title)}**"
    yield ""
    yield _row([escaped(printed.in_full(index)) for index in range(len(table.columns))])
    yield _row(["---:" if column.figures else "---" for column in table.columns])
    for row, texts in zip(table.rows, printed.cells, strict=True):
        strong = row.role in (Role.SECTION, Role.TOTAL)
        yield _row([f"**{escaped(text)}**" if strong and text else escaped(text) for text in texts])
    for note in printed.notes:
        yield ""
        yield escaped(note)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

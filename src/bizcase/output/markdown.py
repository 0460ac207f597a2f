"""Papers as Markdown, for GitHub and every reader of its tables."""

import re
from collections.abc import Iterator
from typing import assert_never

from bizcase.tables.figures import printed
from bizcase.tables.paper import Bullets, Heading, Notice, Paper, Paragraph, Piece
from bizcase.tables.table import Role, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&$]|@(?=\w)|:(?=[\w+-]+:))")
_START_OF_A_LIST = re.compile(r"^(\d{0,9})([-+.)])(?=\s|$)")


def render(paper: Paper) -> str:
    """The parts of a paper one below the other."""
    return "\n".join("".join(f"{line}\n" for line in _lines(part)) for part in paper.pieces)


def _lines(part: Piece) -> Iterator[str]:
    match part:
        case Table():
            yield from _table(part)
        case Heading(text, level):
            yield f"{'#' * (level + 1)} {escaped(text)}"
        case Paragraph(text):
            yield _START_OF_A_LIST.sub(r"\1\\\2", escaped(text))
        case Bullets(items):
            yield from (f"- {escaped(item)}" for item in items)
        case Notice(text, items):
            yield f"**{escaped(text)}**"
            yield ""
            yield from (f"- {escaped(item)}" for item in items)
        case _:
            assert_never(part)


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.title)}**"
    yield ""
    yield _row([escaped(column.in_full) for column in table.columns])
    yield _row(["---:" if column.figures else "---" for column in table.columns])
    for row, texts in zip(table.rows, printed(table), strict=True):
        strong = row.role in (Role.SECTION, Role.TOTAL)
        yield _row([f"**{escaped(text)}**" if strong and text else escaped(text) for text in texts])
    for note in table.notes:
        yield ""
        yield escaped(note)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

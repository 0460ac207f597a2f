"""A paper as a neutral value: headings, text and tables in their order, for every format that is read by people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bizcase.examine.one import Outcome
from bizcase.reading.characters import printable
from bizcase.tables.table import Table
from bizcase.texts.template import Text, Words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a case or a pool, level 2 a chapter. What stands `below` it belongs to it."""

    text: Words
    level: int = 1
    below: Words = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text."""

    text: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points, in plain text."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that no reader may miss, with the points that it is about; `name` is short."""

    name: Words
    text: Words
    items: tuple[Words, ...]


Piece = Heading | Paragraph | Bullets | Notice | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, in no language and no unit."""

    pieces: tuple[Piece, ...]

    @property
    def title(self) -> Words:
        """What the paper is about: its first heading."""
        return next((piece.text for piece in self.pieces if isinstance(piece, Heading)), "bizcase")


def paper(pieces: Iterable[Piece], left_out: Sequence[Outcome[Any]] = (), faulty: Sequence[Outcome[Any]] = ()) -> Paper:
    """A paper that ends with the files that it is of in spite of their errors, and those that it had to leave out."""
    notices = []
    if faulty:
        said = Text("{count} filer har fejl, men er regnet med:", count=len(faulty))
        if len(faulty) == 1:
            said = Text("1 fil har fejl, men er regnet med:")
        notices.append(Notice(Text("Har fejl"), said, _files(faulty)))
    if left_out:
        said = Text("{count} filer er udeladt, fordi de har fejl:", count=len(left_out))
        if len(left_out) == 1:
            said = Text("1 fil er udeladt, fordi den har fejl:")
        notices.append(Notice(Text("Udeladt"), said, _files(left_out)))
    return Paper((*pieces, *notices))


def _files(outcomes: Sequence[Outcome[Any]]) -> tuple[Text, ...]:
    return tuple(
        Text("{file} ({errors})", file=printable(outcome.path), errors=Text("{count} fejl", count=outcome.errors))
        for outcome in outcomes
    )

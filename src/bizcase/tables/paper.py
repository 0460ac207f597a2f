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


def paper(pieces: Iterable[Piece], left_out: Sequence[Outcome[Any]] = ()) -> Paper:
    """A paper that ends with the files that it had to leave out, if there are any."""
    if not left_out:
        return Paper(tuple(pieces))
    if (count := len(left_out)) == 1:
        said = Text("1 fil er udeladt, fordi den har fejl:")
    else:
        said = Text("{count} filer er udeladt, fordi de har fejl:", count=count)
    files = tuple(
        Text("{file} ({errors})", file=printable(outcome.path), errors=Text("{count} fejl", count=outcome.errors))
        for outcome in left_out
    )
    return Paper((*pieces, Notice(Text("Udeladt"), said, files)))

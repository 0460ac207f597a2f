"""A paper as a neutral value: headings, text and tables in their order, for every format that is read by people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bizcase.examine.one import Outcome
from bizcase.reading.text import printable
from bizcase.tables.table import Table
from bizcase.tables.words import Words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a case or a pool, level 2 a chapter."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points, in plain text."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that no reader may miss, with the points that it is about."""

    text: str
    items: tuple[str, ...]


Piece = Heading | Paragraph | Bullets | Notice | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in one language."""

    pieces: tuple[Piece, ...]
    words: Words

    @property
    def title(self) -> str:
        """What the paper is about: its first heading."""
        return next((piece.text for piece in self.pieces if isinstance(piece, Heading)), "bizcase")


def paper(parts: Iterable[Piece], left_out: Sequence[Outcome[Any]], words: Words) -> Paper:
    """A paper that ends with the files that it had to leave out, if there are any."""
    if not left_out:
        return Paper(tuple(parts), words)
    heading = words.left_out_one if len(left_out) == 1 else words.left_out_many.format(count=len(left_out))
    files = tuple(
        f"{printable(file.path)} ({words.error if file.errors == 1 else words.errors.format(count=file.errors)})"
        for file in left_out
    )
    return Paper((*parts, Notice(heading, files)), words)

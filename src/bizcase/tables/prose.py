"""Plain text of a case file as paragraphs and bullet lists."""

import re
from collections.abc import Iterator

from bizcase.tables.paper import Bullets, Paragraph

_BULLET = re.compile(r"\s*[-*•]\s+(.*)")
_NUMBERED = re.compile(r"\s*[0-9]{1,2}[.)]\s+.*")


def prose(text: str) -> Iterator[Paragraph | Bullets]:
    """A blank line ends a paragraph; `-`, `*` or `•` begins a point of a list, and a number a paragraph of its own."""
    for block in re.split(r"\n\s*\n", text):
        paragraphs: list[list[str]] = []
        points: list[list[str]] = []
        for line in block.splitlines():
            if bullet := _BULLET.fullmatch(line):
                points.append([bullet[1].strip()])
            elif points:
                points[-1].append(line.strip())
            elif paragraphs and not _NUMBERED.fullmatch(line):
                paragraphs[-1].append(line.strip())
            else:
                paragraphs.append([line.strip()])
        yield from (Paragraph(" ".join(lines)) for lines in paragraphs)
        if points:
            yield Bullets(tuple(" ".join(point) for point in points))

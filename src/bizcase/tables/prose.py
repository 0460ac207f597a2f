"""Plain text of a case file as paragraphs and bullet lists."""

import re
from collections.abc import Iterator

from bizcase.tables.paper import Bullets, Paragraph

_BULLET = re.compile(r"\s*[-*•]\s+(.*)")


def prose(text: str) -> Iterator[Paragraph | Bullets]:
    """A blank line ends a paragraph; a line that begins with `-`, `*` or `•` begins a point of a list."""
    for block in re.split(r"\n\s*\n", text):
        words: list[str] = []
        points: list[list[str]] = []
        for line in block.splitlines():
            if bullet := _BULLET.fullmatch(line):
                points.append([bullet[1].strip()])
            elif points:
                points[-1].append(line.strip())
            else:
                words.append(line.strip())
        if words:
            yield Paragraph(" ".join(words))
        if points:
            yield Bullets(tuple(" ".join(point) for point in points))

"""A table on a page: columns are measured and years broken into blocks here, so that no figure is ever cut."""

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from bizcase.output.papers.view import Printed

GAP = 2
"""Characters between two columns."""

LABEL_MINIMUM = 24
"""The width below which texts are not narrowed as long as blocks of figures can be made smaller instead."""

LABEL_LEAST = 8
"""The width below which texts are not narrowed at all; a terminal still narrower wraps the lines itself."""


class Page(NamedTuple):
    """The width of each column, in characters, and which columns stand side by side in each block.

    Every block begins with the columns of text, which tell what its rows are.
    """

    widths: list[int]
    blocks: list[list[int]]

    def captions(self, title: str) -> list[str]:
        """The title above each block, with its number where there are several."""
        count = len(self.blocks)
        return [title if count == 1 else f"{title} ({number}/{count})" for number in range(1, count + 1)]


def least_widths(
    printed: Printed, letters: Callable[[str], int] = len, parts: Callable[[str], list[str]] = str.split
) -> list[int]:
    """The least width of each column: cells stand on one line, headings wrap between their `parts`.

    Columns share the room that the heading above them needs.
    """
    widths = []
    for index, (heading, group) in enumerate(zip(printed.headings, printed.groups, strict=True)):
        members = printed.groups.count(group)
        words = [*map(letters, parts(heading)), *(-(-letters(part) // members) for part in parts(group))]
        widths.append(max([0, *words, *(letters(row[index]) for row in printed.cells)]))
    return widths


def fit(
    figures: Sequence[bool],
    widths: Sequence[int],
    room: int | None,
    *,
    least: Sequence[int] | None = None,
    groups: Sequence[str] = (),
) -> Page:
    """A table in so much room, or at its natural width where there is no limit; `figures` tells them from texts.

    The widest texts wrap first, down to the `least` of each; then the figures break into as few blocks as can be,
    about equally wide; then texts take what is left, and give way further only where one figure alone needs it.
    Columns that share a heading, as `groups` tells, stay side by side where there is room for all of them at all.
    """
    of_texts = [index for index, is_figure in enumerate(figures) if not is_figure]
    of_figures = [index for index, is_figure in enumerate(figures) if is_figure]
    texts, gaps = [widths[index] for index in of_texts], GAP * (len(of_texts) - 1)  # none stands behind the last column
    if room is None or sum(texts) + sum(widths[index] + GAP for index in of_figures) + gaps <= room:
        return Page(list(widths), [list(range(len(widths)))])
    narrowest = [LABEL_LEAST] * len(texts)
    leasts = [LABEL_MINIMUM] * len(texts) if least is None else [least[index] for index in of_texts]
    atoms = _atoms(of_figures, widths, groups, room - sum(_narrowed(texts, 0, narrowest)) - gaps)
    spans = [sum(widths[index] + GAP for index in atom) for atom in atoms]
    blocks = [
        [index for atom in atoms[block.start : block.stop] for index in atom]
        for block in _evened(spans, room - sum(_narrowed(texts, 0, leasts)) - gaps)
    ]
    taken = max(sum(widths[index] + GAP for index in block) for block in blocks)
    narrowed = dict(zip(of_texts, _narrowed(texts, room - taken - gaps, narrowest), strict=True))
    fitting = [narrowed.get(index, width) for index, width in enumerate(widths)]
    return Page(fitting, [sorted([*of_texts, *block]) for block in blocks])


def _atoms(of_figures: Sequence[int], widths: Sequence[int], groups: Sequence[str], room: int) -> list[list[int]]:
    """Columns that no block parts: those of one heading, if they fit into the room, else each by itself."""
    atoms: list[list[int]] = []
    for group, members in groupby(of_figures, key=lambda index: groups[index] if groups else ""):
        together = list(members)
        if group and sum(widths[index] + GAP for index in together) <= room:
            atoms.append(together)
        else:
            atoms += [[index] for index in together]
    return atoms


def fit_by_count(figures: Sequence[bool], widths: Sequence[int], room: int, most: int) -> Page:
    """A table whose blocks have about as many figures each, `most` of them at most, and as few as need be to fit.

    A text behind a figure stays beside it. Texts in front wrap where they are shown, below a width of their own.
    """
    every = len(figures)
    of_figures = [index for index, is_figure in enumerate(figures) if is_figure] or [every]
    in_front = list(range(of_figures[0]))
    room -= sum(min(widths[index] + GAP, LABEL_MINIMUM) for index in in_front)
    blocks: list[list[int]] = []
    for count in range(-(-len(of_figures) // most), len(of_figures) + 1):
        starts = [of_figures[len(of_figures) * place // count] for place in range(count)]
        blocks = [list(range(*span)) for span in pairwise([*starts, every])]
        if all(sum(widths[index] + GAP for index in block) <= room for block in blocks):
            break
    return Page(list(widths), [[*in_front, *block] for block in blocks])


def _narrowed(widths: Sequence[int], room: int, leasts: Sequence[int]) -> list[int]:
    """Widths that add up to the room, if that can be: the widest give way, none of them below its least."""
    narrowed = list(widths)
    while (excess := sum(narrowed) - room) > 0:
        yielding = [at for at, (width, least) in enumerate(zip(narrowed, leasts, strict=True)) if width > least]
        if not yielding:
            break
        widest = max(narrowed[at] for at in yielding)
        tied = [at for at in yielding if narrowed[at] == widest]
        bound = max([*(leasts[at] for at in tied), *(narrowed[at] for at in yielding if narrowed[at] < widest)])
        together = min(excess // len(tied), widest - bound)  # as far as they can all go before another is as wide
        for at in tied if together else tied[:1]:
            narrowed[at] -= together or 1
    return narrowed


def _evened(spans: Sequence[int], room: int) -> list[range]:
    """Columns side by side in as few blocks as the room allows, none much wider than another."""
    blocks = _filled(spans, room)
    while spans and room > max(spans) and len(narrower := _filled(spans, room - 1)) == len(blocks):
        room, blocks = room - 1, narrower
    return blocks


def _filled(spans: Sequence[int], room: int) -> list[range]:
    """Columns side by side as long as there is room; one that has no room at all stands alone."""
    blocks, start, taken = [], 0, 0
    for index, span in enumerate(spans):
        if taken and taken + span > room:
            blocks.append(range(start, index))
            start, taken = index, 0
        taken += span
    return [*blocks, range(start, len(spans))]

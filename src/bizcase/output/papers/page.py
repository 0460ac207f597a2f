"""How a table too wide for its page is broken into blocks of columns, so that no figure is ever cut."""

from dataclasses import dataclass

GAP = 2
"""Characters between two columns."""

LABEL_MINIMUM = 24
"""The width below which texts are not narrowed as long as blocks of figures can be made smaller instead."""

LABEL_LEAST = 8
"""The width below which texts are not narrowed at all; a terminal still narrower wraps the lines itself."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths of the columns of text, and which columns of figures stand side by side in each block."""

    text_widths: tuple[int, ...]
    blocks: tuple[range, ...]


def layout(text_widths: list[int], figure_widths: list[int], width: int | None) -> Layout:
    """Fit a table into `width` characters, or let it have its natural width where there is no limit.

    The widest columns of text wrap first; then the figures break into as few blocks as can be, about equally wide.
    """
    spans = [figure + GAP for figure in figure_widths]
    gaps = GAP * (len(text_widths) - 1)  # none stands behind the last column
    if width is None or sum(text_widths) + sum(spans) + gaps <= width:
        return Layout(tuple(text_widths), (range(len(figure_widths)),))
    for_figures = width - sum(_narrowed(text_widths, 0, LABEL_MINIMUM)) - gaps
    blocks = _filled(spans, for_figures)
    while spans and len(_filled(spans, for_figures - 1)) == len(blocks) and for_figures > max(spans):
        for_figures -= 1
        blocks = _filled(spans, for_figures)
    taken = max(sum(spans[index] for index in block) for block in blocks)
    return Layout(tuple(_narrowed(text_widths, width - taken - gaps, LABEL_LEAST)), tuple(blocks))


def _narrowed(widths: list[int], room: int, least: int) -> list[int]:
    """Widths that add up to the room, if that can be: the widest give way, none of them below the least."""
    narrowed = list(widths)
    while sum(narrowed) > room and max(narrowed, default=0) > least:
        narrowed[narrowed.index(max(narrowed))] -= 1
    return narrowed


def _filled(spans: list[int], room: int) -> list[range]:
    """Columns side by side as long as there is room; one that has no room at all stands alone."""
    blocks, start, taken = [], 0, 0
    for index, span in enumerate(spans):
        if taken and taken + span > room:
            blocks.append(range(start, index))
            start, taken = index, 0
        taken += span
    return [*blocks, range(start, len(spans))]

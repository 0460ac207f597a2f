"""How a table too wide for a terminal is broken into blocks of years, so that no figure is ever cut."""

from dataclasses import dataclass

GAP = 2
"""Characters between two columns."""

LABEL_MINIMUM = 24
"""The width below which labels are not narrowed as long as blocks of years can be made smaller instead."""


LABEL_LEAST = 8
"""The width below which labels are not narrowed at all; a terminal still narrower wraps the lines itself."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths of the columns of text, and which columns of figures stand side by side in each block."""

    text_widths: tuple[int, ...]
    blocks: tuple[range, ...]


def layout(text_widths: list[int], figure_widths: list[int], width: int | None) -> Layout:
    """Fit a table into `width` characters, or let it have its natural width where there is no limit.

    The widest column of text wraps first; then the figures break into as few blocks as can be, about equally wide.
    """
    if width is None or not figure_widths or not text_widths:
        return Layout(tuple(text_widths), (range(len(figure_widths)),))
    widest = max(range(len(text_widths)), key=lambda index: text_widths[index])
    label = text_widths[widest]
    room = width - sum(other + GAP for index, other in enumerate(text_widths) if index != widest)
    spans = [figure + GAP for figure in figure_widths]
    for_figures = room - min(label, LABEL_MINIMUM)
    blocks = _filled(spans, for_figures)
    while len(_filled(spans, for_figures - 1)) == len(blocks) and for_figures > max(spans):
        for_figures -= 1
        blocks = _filled(spans, for_figures)
    taken = max(sum(spans[index] for index in block) for block in blocks)
    widths = list(text_widths)
    widths[widest] = max(min(label, room - taken), min(label, LABEL_LEAST))
    return Layout(tuple(widths), tuple(blocks))


def _filled(spans: list[int], room: int) -> list[range]:
    """Columns side by side as long as there is room; one that has no room at all stands alone."""
    blocks, start, taken = [], 0, 0
    for index, span in enumerate(spans):
        if taken and taken + span > room:
            blocks.append(range(start, index))
            start, taken = index, 0
        taken += span
    return [*blocks, range(start, len(spans))]

"""How a table too wide for a terminal is broken into blocks of years, so that no figure is ever cut."""

from dataclasses import dataclass

GAP = 2
"""Characters between two columns."""

LABEL_MINIMUM = 24
"""The width below which labels are not narrowed as long as blocks of years can be made smaller instead."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths of the columns of text, and which columns of figures stand side by side in each block."""

    text_widths: tuple[int, ...]
    blocks: tuple[range, ...]


def layout(text_widths: list[int], figure_widths: list[int], width: int | None) -> Layout:
    """Fit a table into `width` characters, or let it have its natural width where there is no limit.

    The widest column of text wraps first; then the figures break into blocks of about equal size.
    """
    count = len(figure_widths)
    if width is None or not count or not text_widths:
        return Layout(tuple(text_widths), (range(count),))
    widest = max(range(len(text_widths)), key=lambda index: text_widths[index])
    label = text_widths[widest]
    figure = max(figure_widths) + GAP
    room = width - sum(other + GAP for index, other in enumerate(text_widths) if index != widest)
    narrowest = min(label, LABEL_MINIMUM)
    in_a_block = max(1, min(count, (room - narrowest) // figure))
    blocks = -(-count // in_a_block)
    in_a_block = -(-count // blocks)
    widths = list(text_widths)
    widths[widest] = max(min(label, room - in_a_block * figure), min(label, 8))
    return Layout(tuple(widths), tuple(range(at, min(at + in_a_block, count)) for at in range(0, count, in_a_block)))

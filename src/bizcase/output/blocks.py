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

    The label, which is the first column of text, wraps first; then the years break into blocks of about equal size.
    """
    label, *others = text_widths
    count = len(figure_widths)
    if width is None or not count:
        return Layout(tuple(text_widths), (range(count),))
    figure = max(figure_widths) + GAP
    room = width - sum(other + GAP for other in others)  # for the label and the figures
    narrowest = min(label, LABEL_MINIMUM)
    in_a_block = max(1, min(count, (room - narrowest) // figure))
    blocks = -(-count // in_a_block)
    in_a_block = -(-count // blocks)
    label = max(min(label, room - in_a_block * figure), min(label, 8))
    return Layout((label, *others), tuple(range(at, min(at + in_a_block, count)) for at in range(0, count, in_a_block)))

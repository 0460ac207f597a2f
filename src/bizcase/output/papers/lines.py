"""Texts in lines, measured by the columns that their letters take on a terminal."""

import textwrap

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of at most so many columns, broken between its words; a word that is wider is broken itself."""
    if cell_len(text) == len(text):
        return textwrap.wrap(text, width, break_on_hyphens=False) or [""]
    lines = Styled(" ".join(text.split())).wrap(Console(width=width), width, overflow="fold")  # letters of two columns
    return [line.plain.rstrip() for line in lines]

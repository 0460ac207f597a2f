"""Texts in lines, measured by the columns that their letters take on a terminal."""

import textwrap

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

_CONSOLE = Console(width=1)
"""What rich asks for where it wraps; the width is given with each text."""


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of at most so many columns, broken between its words; a word that is wider is broken itself."""
    if text.isascii() or all(cell_len(letter) == 1 for letter in text):
        return textwrap.wrap(text, width, break_on_hyphens=False) or [""]
    lines = Styled(" ".join(text.split())).wrap(_CONSOLE, width, overflow="fold")
    return [line.plain.rstrip() for line in lines]

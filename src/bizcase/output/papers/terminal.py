"""The terminal that a text is printed on: how wide it is, whether it takes styles, and which characters it can show."""

import os
import sys
from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal, or a pipe or a file in its place; `width` is nothing where a text may be as wide as it likes."""

    width: int | None = None
    styled: bool = False
    box_characters: bool = True
    encoding: str = "utf-8"


def terminal_of(stream: TextIO | None) -> Terminal:
    """The terminal behind a stream: only a terminal has a width, and only one that wants colour is styled."""
    if stream is None:
        return Terminal()
    encoding = (stream.encoding or "ascii").lower()
    terminal = stream.isatty()
    return Terminal(
        width=_terminal_width(stream) if terminal else None,
        styled=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        box_characters=encoding.replace("-", "") == "utf8",
        encoding=encoding,
    )


def standard_output() -> Terminal:
    """The terminal that the result of a command is printed on."""
    return terminal_of(sys.stdout)


def _terminal_width(stream: TextIO) -> int | None:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except OSError:
        return None

"""A progress bar on stderr, where stderr is a terminal and the run is long enough to wonder."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from bizcase.cli.emit import say

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

WORTH_SHOWING = 500
"""Files below which a run is over before a bar could be read."""


class Watch:
    """Shows how many of `count` things have come, and keeps what is said meanwhile apart from the bar."""

    def __init__(self, count: int, *, quiet: bool) -> None:
        self._count = count
        terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = terminal and not quiet and count >= WORTH_SHOWING
        self._bar: Progress | None = None

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """The items as they come."""
        if not self._shown:
            yield from items
            return
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True, markup=False, highlight=False, emoji=False)
        with Progress(console=console, transient=True, redirect_stderr=False, redirect_stdout=False) as self._bar:
            task = self._bar.add_task("cases", total=self._count)
            for item in items:
                yield item
                self._bar.advance(task)
        self._bar = None

    def say(self, text: str) -> None:
        """Say something on stderr, above the bar where there is one."""
        if self._bar is None:
            say(text)
            return
        from rich.text import Text as Styled

        self._bar.console.print(Styled.from_ansi(text), soft_wrap=True)

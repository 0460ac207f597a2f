"""A progress bar on stderr, where stderr is a terminal and the run is long enough to wonder."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

WORTH_SHOWING = 500
"""Files below which a run is over before a bar could be read."""


def watched(items: Iterable[T], count: int, *, quiet: bool) -> Iterator[T]:
    """The items as they come, with a bar that shows how many of `count` have."""
    shown = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    if quiet or count < WORTH_SHOWING or not shown:
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # what is said on stderr meanwhile goes past the bar: it is drawn again with the next file
    bar = Progress(console=Console(stderr=True), transient=True, redirect_stderr=False, redirect_stdout=False)
    with bar as progress:
        task = progress.add_task("cases", total=count)
        for item in items:
            yield item
            progress.advance(task)

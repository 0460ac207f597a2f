"""What commands that print papers have in common: the form, the library that it needs, and one price level."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

import typer

from bizcase.cli.choices import Form

if TYPE_CHECKING:
    from bizcase.output.papers.view import View
    from bizcase.tables.paper import Paper


def refuse_without_library(form: Form, output: str | None) -> None:
    """End the run where a form needs a file to go to, or a library that is not installed."""
    from bizcase.cli.emit import say
    from bizcase.cli.exits import TROUBLE
    from bizcase.output.papers.render import BINARY, missing_library

    if form.value in BINARY and output is None:
        raise typer.BadParameter(f"{form} is no text; say where it goes: -o FILE.{form}", param_hint="--output")
    if library := missing_library(form.value):
        say(f'bizcase: --format {form} needs {library}; install it with: pip install "bizcase[{form}]"')
        raise typer.Exit(TROUBLE)


def render_paper(paper: "Paper", form: Form, view: "View", output: str | None) -> bytes:
    """A paper in a form, for the terminal that stdout is, or for a file."""
    from bizcase.output.papers.render import PaperForm, render
    from bizcase.output.papers.terminal import Terminal, standard_output

    name = cast("PaperForm", form.value)  # its values are these words, which mypy takes for any text
    return render(paper, name, view, standard_output() if output is None else Terminal())


def refuse_mixed_price_levels(cases: Iterable[tuple[int, str]], otherwise: str = "") -> None:
    """Kroner of different years do not add up; end the run where cases, each with a name, stand in several."""
    from bizcase.cli.emit import say
    from bizcase.cli.exits import TROUBLE

    by_level: dict[int, list[str]] = {}
    for level, name in cases:
        by_level.setdefault(level, []).append(name)
    if len(by_level) < 2:
        return
    say("bizcase: the cases stand in different price levels, and kroner of different years do not add up:")
    for level, names in sorted(by_level.items()):
        say(f"  {level}: {len(names)} case{'s' * (len(names) > 1)}, such as {names[0]}")
    say(", ".join(filter(None, ["name the cases of one price level", otherwise])))
    raise typer.Exit(TROUBLE)

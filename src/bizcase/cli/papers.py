"""What commands that print papers have in common: the form, the library that it needs, and one price level."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, cast

import typer

from bizcase.cli.choices import CsvName, Form
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.output.papers.view import View
    from bizcase.tables.paper import Paper


def refuse_without_library(form: StrEnum, output: str | None) -> None:
    """End the run where a form needs a file to go to, or a library that is not installed."""
    from bizcase.cli.emit import say
    from bizcase.cli.exits import TROUBLE
    from bizcase.cli.misuse import refuse
    from bizcase.output.papers.render import BINARY, missing_library

    if form.value in BINARY and output is None:
        refuse(Text("{form} kan ikke vises på skærmen; skriv, hvor det skal hen: -o FIL.{form}", form=form), "--output")
    if library := missing_library(form.value):
        message = Text(
            "bizcase: --format {form} bruger {library}, som ikke er installeret; installer det med: {remedy}",
            form=form,
            library=library,
            remedy=f"python -m pip install {library}",
        )
        say(message)
        raise typer.Exit(TROUBLE)


def refuse_other_than_csv(form: Form, csv: CsvName) -> None:
    """End the run where the separators of CSV are asked for and something else is written."""
    from bizcase.cli.misuse import refuse

    if csv is not CsvName.PLAIN and form is not Form.CSV:
        refuse(Text("hører til csv; tilføj --format csv, eller -o FIL.csv"), "--csv")


def render_paper(paper: "Paper", form: Form, view: "View", output: str | None) -> Iterator[bytes]:
    """A paper in a form piece by piece, for the terminal that stdout is, or for a file."""
    from bizcase.output.papers.render import PaperForm, render
    from bizcase.output.papers.terminal import Terminal, standard_output

    name = cast("PaperForm", form.value)  # its values are these words, which mypy takes for any text
    return render(paper, name, view, standard_output() if output is None else Terminal())


def refuse_mixed_price_levels(cases: Iterable[tuple[int, str]], *, besides: int = 0) -> None:
    """Kroner of different years do not add up; end the run where cases, each with a name, stand in several.

    `besides` is how many other cases were read that are not to be added up.
    """
    from bizcase.cli.emit import say
    from bizcase.cli.exits import TROUBLE

    by_level: dict[int, list[str]] = {}
    for level, name in cases:
        by_level.setdefault(level, []).append(name)
    if len(by_level) < 2:
        return
    say(Text("bizcase: sagerne står i forskellige p/l, og kroner fra forskellige år kan ikke lægges sammen:"))
    for level, names in sorted(by_level.items()):
        how_many = Text("1 sag") if len(names) == 1 else Text("{count} sager", count=len(names))
        say(Text("  {level}: {cases}, fx {name}", level=level, cases=how_many, name=names[0]))
    if besides:
        say(
            Text("  1 sag, som ikke lægges sammen her, er ikke talt med")
            if besides == 1
            else Text("  {count} sager, som ikke lægges sammen her, er ikke talt med", count=besides)
        )
    say(Text("vælg sager i ét p/l, eller omregn dem: --price-level {level} --prices FIL", level=max(by_level)))
    raise typer.Exit(TROUBLE)

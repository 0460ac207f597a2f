"""`bizcase profile`: what belongs to one municipality, checked or shown."""

from typing import Annotated

import typer

from bizcase.cli.configuration import settings_for
from bizcase.cli.options import ExcerptOption, OutputOption
from bizcase.texts.template import Text


def check(
    file: Annotated[
        str | None, typer.Argument(metavar="FIL", help="Filen med profilen.", show_default="den, der gælder her")
    ] = None,
    *,
    excerpt: ExcerptOption = True,
) -> None:
    """Check a profile and print every finding; exit codes as of `bizcase validate`."""
    from bizcase.case.profile_validation import validate_profile
    from bizcase.cli.emit import emit, say
    from bizcase.cli.language import language
    from bizcase.cli.options import read_beside
    from bizcase.cli.run import Run
    from bizcase.examine.one import Outcome
    from bizcase.output.findings.text import render
    from bizcase.reading.finding import in_order

    path = file or settings_for(()).profile_path(None)
    profile, findings = read_beside(path, validate_profile, key="municipality")
    run = Run(strict=False, severity={}, says="none")
    for outcome in run.over([Outcome(path, profile, in_order(findings))]):
        emit("".join(render(each, language(), excerpt=excerpt) for each in outcome.findings), None)
    say(run.tally.in_words)
    raise typer.Exit(run.exit_code)


def show(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAVN", help="Et navn eller en fil, fx copenhagen.", show_default="den, der gælder her"),
    ] = None,
    *,
    output: OutputOption = None,
) -> None:
    """Print the file of a profile, to be read or to start one's own from."""
    from bizcase.cli.emit import emit, refuse_to_replace, say
    from bizcase.cli.language import said
    from bizcase.cli.options import profile_from
    from bizcase.reading.characters import printable
    from bizcase.reading.read import read

    settings = settings_for(())
    path = settings.profile_path(name, said(Text("NAVN")))
    refuse_to_replace([path], output)
    profile_from(name, settings)
    say(Text("bizcase: profilen er {path}", path=printable(path)))
    emit(_without_modeline(read(path).text), output)


def _without_modeline(text: str) -> str:
    """A profile without the line that leads from where it lies to its schema, and from nowhere else."""
    first, _, rest = text.partition("\n")
    return rest if first.startswith("# yaml-language-server:") else text

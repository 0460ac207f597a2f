"""`bizcase convert`: a case as the form that people fill in, and a form as the file that people compare."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from bizcase.cli.choices import Form
from bizcase.cli.configuration import settings_for
from bizcase.cli.misuse import refuse
from bizcase.cli.options import OutputOption, ProfileOption
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.profile import Profile
    from bizcase.engine.result import Result
    from bizcase.reading.source import Source

_AS_TEXT, _AS_FORM = (".yaml", ".yml"), (".xlsx",)


def convert(
    path: Annotated[str, typer.Argument(metavar="SAG", help="En sag (*.yaml) eller en formular (*.xlsx).")],
    output: OutputOption = None,
    profile: ProfileOption = None,
) -> None:
    """Write a case in its other form; nothing is written where it has errors, and no case is ever replaced."""
    from bizcase.cli.emit import emit, refuse_to_replace, say
    from bizcase.cli.options import profile_from
    from bizcase.cli.papers import refuse_without_library
    from bizcase.cli.run import Run
    from bizcase.examine.one import examine_source
    from bizcase.reading.characters import printable
    from bizcase.reading.read import read

    ending = "" if output is None else os.path.splitext(output)[1].casefold()
    if ending not in (*_AS_TEXT, *_AS_FORM):
        refuse(
            Text("skriv, hvad sagen skal blive til: -o FIL.xlsx (formular) eller -o FIL.yaml (tekstfil)"), "--output"
        )
    if ending in _AS_FORM:
        refuse_without_library(Form.XLSX, output)
    settings = settings_for([path])
    refuse_to_replace([path, *settings.files(profile)], output)
    words = profile_from(profile, settings)
    source = read(path)
    run = Run(strict=False, severity=settings.severity, says="open", refused=[path])
    for outcome in run.over([examine_source(source, words)]):
        if outcome.kept is None:
            say(Text("bizcase: {path} har fejl, og {output} er ikke skrevet", path=printable(path), output=output))
            raise typer.Exit(run.exit_code)
        emit(_as_form(outcome.kept, words) if ending in _AS_FORM else _as_text(outcome.kept), output)
        if count := _comments_in(source):
            say(Text("bizcase: kommentarer, der ikke er med: {count}", count=count))
    raise typer.Exit(run.exit_code)


def _as_form(result: "Result", profile: "Profile") -> bytes:
    from bizcase.case.written import document_of
    from bizcase.output.form.book import form_of

    return form_of(document_of(result.case, joined=False), profile, result.years, result)


def _as_text(result: "Result") -> str:
    from bizcase.case.written import document_of
    from bizcase.reading.yaml_text import yaml_text

    return yaml_text(document_of(result.case, joined=True))


def _comments_in(source: "Source") -> int:
    """How many lines of a text file are, or end with, a comment; of a form how many somebody has put on its cells."""
    from bizcase.reading.yaml_text import comments_in

    return source.form.comments if source.form is not None else comments_in(source.text)

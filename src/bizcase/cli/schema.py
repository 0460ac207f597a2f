"""`bizcase schema`: the JSON Schemas of case files and profiles, for editors, and of results, for scripts."""

import os
import shlex
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from bizcase.cli.misuse import names_of, one_of, refuse
from bizcase.cli.options import OutputOption, ProfileOption
from bizcase.texts.system import reason_of
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.profile import Profile


class SchemaName(StrEnum):
    """What a schema describes."""

    CASE = "case"
    PROFILE = "profile"
    RESULT = "result"
    VALUE = "value"


def schema(
    name: Annotated[
        SchemaName,
        typer.Argument(parser=one_of(SchemaName), metavar=names_of(SchemaName), help="Hvad skemaet beskriver."),
    ] = SchemaName.CASE,
    *,
    check: Annotated[
        str | None, typer.Option(metavar="MAPPE", help="Slut med 1, hvis filerne i mappen er forældede.")
    ] = None,
    write: Annotated[str | None, typer.Option(metavar="MAPPE", help="Skriv alle skemaer i mappen.")] = None,
    output: OutputOption = None,
    profile: ProfileOption = None,
) -> None:
    """Print a JSON Schema, or keep the files of all schemas fresh."""
    from bizcase.cli.emit import emit, fresh
    from bizcase.cli.exits import FAULTS
    from bizcase.cli.options import profile_from

    if output is not None and (check is not None or write is not None):
        refuse(Text("kan ikke stå sammen med --check eller --write, som selv navngiver filerne"), "--output")
    if check is not None and write is not None:
        refuse(Text("kan ikke stå sammen med --write; brug kun det ene"), "--check")
    known = profile_from(profile)
    if check is None and write is None:
        emit(_text(name, known), output)
        return
    if check is not None:
        own = "" if profile is None else f" --profile {shlex.quote(profile)}"
        remedy = f"bizcase schema --write {shlex.quote(check)}{own}"
        all_fresh = [fresh(_path(check, each), _text(each, known), remedy) for each in SchemaName]
        raise typer.Exit(0 if all(all_fresh) else FAULTS)
    if write is not None:
        try:
            os.makedirs(write, exist_ok=True)
        except OSError as error:
            refuse(Text("{path} kan ikke være en mappe ({reason})", path=write, reason=reason_of(error)), "--write")
        for each in SchemaName:
            emit(_text(each, known), _path(write, each))


def _text(name: SchemaName, profile: "Profile") -> str:
    from bizcase.case.json_schema import case_schema, profile_schema
    from bizcase.checks.rule import acceptable
    from bizcase.output.data.json_text import to_json
    from bizcase.output.data.result_schema import result_schema
    from bizcase.output.data.value_shape import value_schema

    match name:
        case SchemaName.CASE:
            described = case_schema(profile, acceptable())
        case SchemaName.PROFILE:
            described = profile_schema()
        case SchemaName.RESULT:
            described = result_schema()
        case SchemaName.VALUE:
            described = value_schema()
        case _:
            assert_never(name)
    return to_json(described) + "\n"


def _path(folder: str, name: SchemaName) -> str:
    return os.path.join(folder, f"{name}.schema.json")

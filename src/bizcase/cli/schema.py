"""`bizcase schema`: the JSON Schemas of what people write, for editors, and of all JSON, for scripts."""

import os
import shlex
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from bizcase.cli.configuration import as_asked, settings_for
from bizcase.cli.misuse import names_of, one_of, refuse
from bizcase.cli.options import OutputOption, ProfileOption, QuietOption
from bizcase.texts.system import reason_of
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bizcase.case.json_schema import JsonSchema
    from bizcase.case.profile import Profile


class SchemaName(StrEnum):
    """What a schema describes."""

    CASE = "case"
    PROFILE = "profile"
    PRICES = "prices"
    RESULT = "result"
    CONFIGURATION = "configuration"
    RESULT_LINE = "result-line"
    POOL = "pool"
    POOL_LINE = "pool-line"
    VALUE = "value"
    VALUE_LINE = "value-line"
    FINDINGS = "findings"


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
    quiet: QuietOption = False,  # noqa: ARG001 - its callback has seen to it
) -> None:
    """Print a JSON Schema, or keep the files of all schemas fresh."""
    from bizcase.cli.emit import emit, fresh
    from bizcase.cli.exits import FAULTS
    from bizcase.cli.options import profile_from

    if output is not None and (check is not None or write is not None):
        refuse(Text("kan ikke stå sammen med --check eller --write, som selv navngiver filerne"), "--output")
    if check is not None and write is not None:
        refuse(Text("kan ikke stå sammen med --write; brug kun det ene"), "--check")
    known = profile_from(profile, settings_for(()))
    if check is None and write is None:
        emit(_text(name, known), output)
        return
    if check is not None:
        own = "" if profile is None else f" --profile {shlex.quote(profile)}"
        remedy = f"bizcase schema --write {shlex.quote(check)}{own}{as_asked()}"
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
    from bizcase.case.json_schema import configuration_schema, price_index_schema, profile_schema
    from bizcase.checks.rule import warnings
    from bizcase.cli.editor_schema import case_schema_text
    from bizcase.output.data.json_text import to_json

    match name:
        case SchemaName.CASE:
            return case_schema_text(profile)
        case SchemaName.PROFILE:
            described = profile_schema()
        case SchemaName.CONFIGURATION:
            described = configuration_schema(warnings())
        case SchemaName.PRICES:
            described = price_index_schema(profile)
        case _:
            described = _of_what_is_printed(name)
    return to_json(described) + "\n"


def _of_what_is_printed(name: SchemaName) -> "JsonSchema":
    from bizcase.output.data.result_schema import pool_line_schema, pool_schema, result_line_schema, result_schema
    from bizcase.output.data.value_shape import value_line_schema, value_schema
    from bizcase.output.findings.json import findings_schema

    made: dict[SchemaName, Callable[[], JsonSchema]] = {
        SchemaName.RESULT: result_schema,
        SchemaName.RESULT_LINE: result_line_schema,
        SchemaName.POOL: pool_schema,
        SchemaName.POOL_LINE: pool_line_schema,
        SchemaName.VALUE: value_schema,
        SchemaName.VALUE_LINE: value_line_schema,
        SchemaName.FINDINGS: findings_schema,
    }
    return made[name]()


def _path(folder: str, name: SchemaName) -> str:
    return os.path.join(folder, f"{name}.schema.json")

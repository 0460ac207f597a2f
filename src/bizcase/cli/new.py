"""`bizcase new`: a commented case file to start from."""

import os
from typing import Annotated

import typer

from bizcase.cli.options import OutputOption, ProfileOption


def new(
    identity: Annotated[str, typer.Argument(metavar="ID", help="The case's id, such as BC07.")],
    output: OutputOption = None,
    profile: ProfileOption = None,
) -> None:
    """Write a commented case file to start from, ID.yaml unless told otherwise; never over an existing file."""
    import re

    from bizcase.case.fields import IDENTIFIER
    from bizcase.case.template import template
    from bizcase.cli.emit import emit
    from bizcase.cli.options import profile_from
    from bizcase.reading.characters import compose

    identity = compose(identity)
    if not re.fullmatch(IDENTIFIER, identity) or identity.strip(".") == "":
        message = f"{identity!r} is no id: write at most 32 letters, digits, points, _ and -"
        raise typer.BadParameter(message, param_hint="ID")
    path = output or f"{identity}.yaml"
    if os.path.lexists(path):
        message = f"{path} exists already, and new never writes over a file; choose another id, or -o FILE"
        raise typer.BadParameter(message, param_hint="ID")
    emit(template(identity, profile_from(profile), _schema_seen_from(path)), path)


def _schema_seen_from(path: str) -> str:
    """The way from a new file to the schema of cases, where one lies in a folder `schemas` above it."""
    start = os.path.dirname(os.path.abspath(path))
    folder = start
    while True:
        schema = os.path.join(folder, "schemas", "case.schema.json")
        if os.path.exists(schema):
            return os.path.relpath(schema, start).replace(os.sep, "/")
        if folder == os.path.dirname(folder):
            return "schemas/case.schema.json"
        folder = os.path.dirname(folder)

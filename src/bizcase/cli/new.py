"""`bizcase new`: a commented case file to start from."""

import os
from typing import Annotated

import typer

from bizcase.cli.misuse import refuse
from bizcase.cli.options import OutputOption, ProfileOption, QuietOption
from bizcase.texts.template import Text


def new(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Sagens id, fx BC07.")],
    output: OutputOption = None,
    profile: ProfileOption = None,
    *,
    quiet: QuietOption = False,  # noqa: ARG001 - its callback has seen to it
) -> None:
    """Write a commented case file to start from, ID.yaml unless told otherwise; never over an existing file."""
    import re

    from bizcase.case.fields import IDENTIFIER
    from bizcase.case.template import template
    from bizcase.cli.emit import emit, refuse_no_place, remark
    from bizcase.cli.language import language
    from bizcase.cli.options import profile_from
    from bizcase.reading.characters import compose, printable

    identity = compose(identity).removesuffix(".yaml").removesuffix(".yml")
    if not re.fullmatch(IDENTIFIER, identity) or identity.strip(".") == "":
        message = Text(
            "{found} er ikke et id; skriv højst 32 tegn: bogstaver, cifre, punktum, _ og -", found=identity or '""'
        )
        refuse(message, "ID")
    path = output or f"{identity}.yaml"
    refuse_no_place(path)
    if os.path.lexists(path):
        refuse(Text("{path} findes allerede og overskrives ikke; vælg et andet id, eller -o FIL", path=path), "ID")
    emit(template(identity, profile_from(profile), path, _schema_seen_from(path), language()), path)
    remark(Text("udfyld den, og tjek den med: bizcase validate {path}", path=printable(path)))


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

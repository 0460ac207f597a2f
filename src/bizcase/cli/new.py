"""`bizcase new`: a commented case file or an empty form to start from."""

import os
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bizcase.cli.choices import Form
from bizcase.cli.configuration import settings_for
from bizcase.cli.misuse import refuse, whole_number
from bizcase.cli.options import OutputOption, ProfileOption, QuietOption
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.profile import Profile
    from bizcase.case.template import Start
    from bizcase.cli.configuration import Settings


def new(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Sagens id, fx BC07.")],
    output: OutputOption = None,
    profile: ProfileOption = None,
    *,
    administration: Annotated[
        str | None, typer.Option("--administration", metavar="FORVALTNING", help="Fremstillende forvaltning, fx SUF.")
    ] = None,
    first_year: Annotated[
        int | None, typer.Option("--first-year", metavar="ÅR", parser=whole_number, help="Tabellernes første år.")
    ] = None,
    years: Annotated[
        int | None,
        typer.Option("--years", metavar="ANTAL", parser=whole_number, help="Hvor mange år tabellerne viser, ellers 6."),
    ] = None,
    quiet: QuietOption = False,  # noqa: ARG001 - its callback has seen to it
) -> None:
    """Write a case file or a form to start from, ID.yaml unless told otherwise; never over an existing file."""
    from bizcase.case.template import Start
    from bizcase.cli.emit import emit, refuse_no_place, remark
    from bizcase.cli.options import profile_from
    from bizcase.reading.characters import printable

    identity = _identity(identity)
    path = output or f"{identity}.yaml"
    refuse_no_place(path)
    if os.path.lexists(path):
        if output is not None:
            refuse(Text("{path} findes allerede og overskrives ikke; vælg et andet navn", path=path), "-o")
        refuse(Text("{path} findes allerede og overskrives ikke; vælg et andet id, eller -o FIL", path=path), "ID")
    settings = settings_for([path])
    known = profile_from(profile, settings)
    start = Start(identity, _administration(administration, known), _years(first_year, years))
    emit(_form(start, known, path) if path.casefold().endswith(".xlsx") else _text(start, known, path, settings), path)
    remark(Text("udfyld den, og tjek den med: bizcase validate {path}", path=printable(path)))


def _identity(identity: str) -> str:
    """The id of the case, without an ending that somebody took for a part of it."""
    import re

    from bizcase.case.fields import IDENTIFIER
    from bizcase.reading.characters import compose

    identity = compose(identity).removesuffix(".yaml").removesuffix(".yml").removesuffix(".xlsx")
    if not re.fullmatch(IDENTIFIER, identity) or identity.strip(".") == "":
        message = Text(
            "{found} er ikke et id; skriv højst 32 tegn: bogstaver, cifre, punktum, _ og -", found=identity or '""'
        )
        refuse(message, "ID")
    return identity


def _administration(name: str | None, profile: "Profile") -> str | None:
    """The administration by its short name."""
    if name is None:
        return None
    from bizcase.case.nearest import choose_from

    known = profile.administration_names
    if (meant := known.meant_by(name)) is None:
        advice = choose_from(name, known)
        refuse(
            Text(
                "{found} er ikke en forvaltning i {municipality}; {advice}",
                found=name,
                municipality=profile.municipality,
                advice=advice,
            ),
            "--administration",
        )
    return meant


_USUAL_YEARS = 6


def _years(first: int | None, count: int | None) -> range | None:
    """The years that the tables are to show; nothing where nobody says."""
    from bizcase.case.periods import FIRST_YEAR, LAST_YEAR

    if first is None and count is None:
        return None
    first = first or _next_year()
    if not FIRST_YEAR <= first <= LAST_YEAR:
        bounds = {"first": FIRST_YEAR, "last": LAST_YEAR}
        message = Text("{found} kan ikke stå her; skriv et år fra {first} til {last}", found=first, **bounds)
        refuse(message, "--first-year")
    last = first + (count or _USUAL_YEARS) - 1
    if last > LAST_YEAR:
        most = LAST_YEAR - first + 1
        message = Text("{found} år går ud over {last}; skriv højst {most}", found=count, last=LAST_YEAR, most=most)
        refuse(message, "--years")
    return range(first, last + 1)


def _next_year() -> int:
    """The year that a budget is made for."""
    return datetime.now().astimezone().year + 1


def _text(start: "Start", profile: "Profile", path: str, settings: "Settings") -> str:
    """The commented case file."""
    from bizcase.case.template import template
    from bizcase.cli.editor_schema import schema_for
    from bizcase.cli.language import language

    return template(start, profile, path, schema_for(path, profile, settings), language())


def _form(start: "Start", profile: "Profile", path: str) -> bytes:
    """The form, empty but for what is known; without years it has columns for the next ones."""
    from bizcase.cli.papers import refuse_without_library

    refuse_without_library(Form.XLSX, path)
    from bizcase.output.form.book import form_of

    document = {"id": start.identity}
    if start.administration:
        document["administration"] = start.administration
    if start.years:
        document |= {"first_year": str(start.years[0]), "last_year": str(start.years[-1])}
    columns = start.years or range(_next_year(), _next_year() + _USUAL_YEARS)
    return form_of(document, profile, columns, None)

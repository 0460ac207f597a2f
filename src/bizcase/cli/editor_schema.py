"""The JSON Schema that an editor is to use for a new case: one that lies there already, or one that is written."""

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bizcase.cli.emit import emit, say
from bizcase.reading.characters import printable
from bizcase.texts.system import reason_of
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.profile import Profile
    from bizcase.cli.configuration import Settings

OWN_FOLDER = ".bizcase"
"""Where a schema is written for those who keep none themselves."""

_FOLDERS = ("schemas", OWN_FOLDER)
_NAME = "case.schema.json"


def schema_for(path: str, profile: "Profile", settings: "Settings") -> str | None:
    """The way from a new case at `path` to the schema of its municipality; nothing where another one's is in the way.

    A schema in a folder `schemas` is its owner's and stays as it is; the one in our own folder is kept fresh.
    """
    start = os.path.dirname(os.path.abspath(path))
    fresh = case_schema_text(profile)
    for found in _schemas_above(start):
        if _title(found) in (None, json.loads(fresh)["title"]):
            if os.path.basename(os.path.dirname(found)) == OWN_FOLDER:
                _keep_fresh(found, fresh)
            return _seen_from(start, found)
    home = os.path.dirname(os.path.abspath(settings.path)) if settings.path else start
    own = os.path.join(home, OWN_FOLDER, _NAME)
    if os.path.lexists(own):
        message = Text(
            "{path} er ikke skemaet for {municipality}, så editoren får intet; skriv et med: bizcase schema -o FIL",
            path=printable(os.path.relpath(own)),
            municipality=profile.municipality,
        )
        say(message)
        return None
    try:
        os.makedirs(os.path.dirname(own), exist_ok=True)
    except OSError as error:
        reason = reason_of(error)
        say(Text("{path} kan ikke skrives ({reason}), så editoren får intet skema", path=printable(own), reason=reason))
        return None
    emit(fresh, os.path.relpath(own))
    return _seen_from(start, own)


def case_schema_text(profile: "Profile") -> str:
    """The schema of the cases of a municipality, as it stands in a file."""
    from bizcase.case.json_schema import case_schema
    from bizcase.checks.manual import manual
    from bizcase.checks.rule import acceptable
    from bizcase.output.data.json_text import to_json

    described = case_schema(profile, {code: manual()[code].summary("da") for code in acceptable()})
    return to_json(described) + "\n"


def _schemas_above(folder: str) -> Iterator[str]:
    """The schemas of cases in a folder and above it, the nearest first."""
    from bizcase.reading.configuration_file import upwards

    for each in upwards(folder):
        yield from filter(os.path.isfile, (os.path.join(each, name, _NAME) for name in _FOLDERS))


def _title(path: str) -> object:
    """What a schema says that it is of; nothing where it does not say, or cannot be read."""
    from bizcase.reading.content import content_of

    content = content_of(path)
    try:
        document = json.loads(content) if isinstance(content, bytes) else None
    except (ValueError, RecursionError):
        return None
    return document.get("title") if isinstance(document, dict) else None


def _keep_fresh(path: str, text: str) -> None:
    with open(path, encoding="utf-8", newline="", errors="replace") as file:
        if file.read() == text:
            return
    emit(text, os.path.relpath(path))


def _seen_from(folder: str, path: str) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")

"""How the parts of a workbook name each other: by relationships, never by where they lie."""

import posixpath
from typing import NamedTuple

from bizcase.reading.workbook.markup import Attributes, walk
from bizcase.reading.workbook.package import Package

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relationship(NamedTuple):
    """A part that another one names: what it is to it (`worksheet`), and where; beyond the file, as written."""

    kind: str
    target: str
    external: bool


def relationships(package: Package, part: str = "") -> dict[str, Relationship]:
    """What a part names, by its ids; without a part, what the workbook as a whole does."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relationship] = {}

    def take(attributes: Attributes) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        external = attributes.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[attributes.get("Id", "")] = Relationship(kind, target, external)

    if file in package:
        walk(package, file, {"Relationship": take}, {}, (_NAMESPACE,))
    return found


def first_of(kind: str, among: dict[str, Relationship]) -> str | None:
    """The part of a kind, where one is named."""
    return next((each.target for each in among.values() if each.kind == kind and not each.external), None)

"""From the content of a file to its workbook, or to why it cannot be read."""

import struct
import zipfile
import zlib
from collections.abc import Collection

from bizcase.reading.characters import printable
from bizcase.reading.workbook.bounds import SHEETS, Unreadable, damaged
from bizcase.reading.workbook.cells import Common, SheetReader
from bizcase.reading.workbook.formats import formats_by_style
from bizcase.reading.workbook.markup import Attributes, walk
from bizcase.reading.workbook.package import Package, other_kind
from bizcase.reading.workbook.relationships import Relationship, first_of, relationships
from bizcase.reading.workbook.sheet import Sheet, Workbook
from bizcase.reading.workbook.strings import plain, shared_strings
from bizcase.texts.template import Text

_DAMAGE = (
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What zipfile raises over a file that is no whole zip."""

_MACROS = ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet")
_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_PROPERTIES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
)


def open_workbook(content: bytes, without: Collection[str] = ()) -> Workbook | Text:
    """The workbook that a file's content is; in words, with advice, why it cannot be read as a whole.

    Sheets `without` which it is asked for are not looked at.
    """
    if other := other_kind(content):
        return other
    try:
        return _read(Package(content), without)
    except Unreadable as reason:
        return reason.text
    except _DAMAGE:
        return damaged("zip").text


def _read(package: Package, without: Collection[str]) -> Workbook:
    top = relationships(package)
    part = first_of("officeDocument", top)
    if part is None or part not in package:
        raise Unreadable(
            Text("dette er ikke et Excel-ark; åbn det, og gem det som .xlsx, eller angiv en anden fil"),
        )
    named = relationships(package, part)
    listed = _Listed()
    walk(package, part, {"workbook": listed.begin, "workbookPr": listed.set_up, "sheet": listed.take}, {})
    if not listed.is_workbook:
        raise Unreadable(
            Text("dette er ikke et Excel-ark; åbn det, og gem det som .xlsx, eller angiv en anden fil"),
        )
    common = Common(
        shared_strings(package, first_of("sharedStrings", named)),
        formats_by_style(package, first_of("styles", named)),
        listed.since_1904,
    )
    return Workbook(
        _sheets(package, part, [sheet for sheet in listed.sheets if sheet.get("name") not in without], named, common),
        _properties(package, first_of("custom-properties", top) or first_of("customProperties", top)),
        any(each.kind in _MACROS for each in named.values()),
        _external_links(package, named),
    )


class _Listed:
    """What the workbook's own part lists: its sheets, and from which year it counts days."""

    def __init__(self) -> None:
        self.is_workbook = False
        self.since_1904 = False
        self.sheets: list[Attributes] = []

    def begin(self, _: Attributes) -> None:
        """It is a workbook, and no Word document."""
        self.is_workbook = True

    def set_up(self, attributes: Attributes) -> None:
        """What holds for all of it."""
        self.since_1904 = attributes.get("date1904") in ("1", "true")

    def take(self, attributes: Attributes) -> None:
        """A sheet of any kind."""
        self.sheets.append(attributes)


def _sheets(
    package: Package, part: str, listed: list[Attributes], named: dict[str, Relationship], common: Common
) -> tuple[Sheet, ...]:
    """The sheets with cells, in the order of their tabs; charts and macros on a sheet of their own are none."""
    if len(listed) > SHEETS:
        raise Unreadable(
            Text("filen har mere end {limit} ark; slet dem, der ikke hører til sagen", limit=SHEETS),
        )
    sheets: dict[str, Sheet] = {}
    for attributes in listed:
        relationship = named.get(next((attributes[key] for key in _ID if key in attributes), ""))
        name = plain(attributes.get("name", ""), package.budget)
        if relationship is None or name.casefold() in sheets:
            raise damaged(part)
        if relationship.kind == "worksheet":
            hidden = attributes.get("state", "visible") != "visible"
            sheets[name.casefold()] = SheetReader(package, name, relationship.target, common).read(hidden=hidden)
    return tuple(sheets.values())


def _properties(package: Package, part: str | None) -> dict[str, str]:
    """The document properties that are no program's own."""
    properties: dict[str, str] = {}
    name = ""

    def begin(attributes: Attributes) -> None:
        nonlocal name
        name = attributes.get("name", "")

    def end(text: str) -> None:
        properties[name] = plain(text.strip(), package.budget)

    if part is not None:
        walk(package, part, {"property": begin}, {"property": end}, _PROPERTIES)
    return properties


def _external_links(package: Package, named: dict[str, Relationship]) -> tuple[str, ...]:
    """What other files the workbook's formulas point to."""
    links: list[str] = []
    for each in named.values():
        if each.kind == "externalLink":
            targets = [found.target for found in relationships(package, each.target).values() if found.external]
            links.extend(map(printable, targets or [each.target]))
    return tuple(links)

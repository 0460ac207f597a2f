"""Workbooks put together part by part, for what no program saves and for what several save in their own way."""

import struct
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
BOOK = "xl/workbook.xml"

Part = str | bytes


def sheet(rows: str, *, before: str = "", after: str = "", main: str = MAIN) -> str:
    """A sheet's part, with these rows in it."""
    return f'{HEAD}<worksheet xmlns="{main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def cells(*written: str) -> str:
    """A sheet's part, with these cells in its first row."""
    return sheet(f'<row r="1">{"".join(written)}</row>')


def strings(*items: str) -> str:
    """The part of shared texts."""
    return f'{HEAD}<sst xmlns="{MAIN}">{"".join(items)}</sst>'


def styles(*codes: str) -> str:
    """The part of styles, with a style for each of these number formats, a built-in one by its number."""
    own = {code: str(200 + index) for index, code in enumerate(codes) if not code.isdecimal() or len(code) > 2}
    defined = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for code, number in own.items()
    )
    used = "".join(f'<xf numFmtId="{own.get(code, code)}"/>' for code in codes)
    inner = f'<numFmts>{defined}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{used}</cellXfs>'
    return f'{HEAD}<styleSheet xmlns="{MAIN}">{inner}</styleSheet>'


def related(*named: tuple[str, str, str], kinds: str = KINDS) -> str:
    """A part of relationships: id, kind and target of each, outside of the file where the kind says so."""
    beyond = {True: ' TargetMode="External"', False: ""}
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kinds}/{kind.strip("!")}" Target="{target}"{beyond[kind.endswith("!")]}/>'
        for key, kind, target in named
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>'


def book(*sheets: str, before: str = "", main: str = MAIN, kinds: str = KINDS) -> str:
    """The workbook's own part, with a sheet of each of these names, the first called by the id rId1."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{index}" r:id="rId{index}"/>' for index, name in enumerate(sheets, start=1)
    )
    return f'{HEAD}<workbook xmlns="{main}" xmlns:r="{kinds}">{before}<sheets>{listed}</sheets></workbook>'


def parts(changed: Mapping[str, Part | None]) -> dict[str, Part]:
    """The parts of a workbook with one sheet, Ark1, some of them changed or left out."""
    usual: dict[str, Part | None] = {
        "[Content_Types].xml": f"{HEAD}<Types/>",
        "_rels/.rels": related(("rId1", "officeDocument", BOOK)),
        BOOK: book("Ark1"),
        "xl/_rels/workbook.xml.rels": related(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId8", "sharedStrings", "sharedStrings.xml"),
            ("rId9", "styles", "styles.xml"),
        ),
        SHEET: cells(),
        STRINGS: strings(),
        STYLES: styles("1"),
    }
    return {name: part for name, part in {**usual, **changed}.items() if part is not None}


def packed(named: Iterable[tuple[str, Part]], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as package:
        for name, part in named:
            package.writestr(name, part)
    return file.getvalue()


def workbook(**changed: Part | None) -> bytes:
    """A workbook of one sheet; a part is changed by what it is called in this module, such as `SHEET=cells(…)`."""
    names = {"SHEET": SHEET, "STRINGS": STRINGS, "STYLES": STYLES, "BOOK": BOOK}
    return packed(parts({names[name]: part for name, part in changed.items()}).items())


def old_container(*entries: str) -> bytes:
    """A container as Office used it before 2007: 512 bytes of header, then a directory of 128 bytes an entry."""
    directory = b"".join(
        struct.pack("<64sH62x", name.encode("utf-16-le"), 2 * len(name) + 2) for name in ("Root Entry", *entries)
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + directory.ljust(512, b"\0")

"""Workbooks that nobody should open: each is refused in words and within bounds, and none ends in a traceback."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_workbooks import (
    BOOK,
    HEAD,
    KINDS,
    MAIN,
    SHEET,
    STRINGS,
    STYLES,
    book,
    cells,
    old_container,
    packed,
    parts,
    related,
    sheet,
    strings,
    styles,
    workbook,
)

from bizcase.reading.workbook import bounds
from bizcase.reading.workbook.opening import open_workbook
from bizcase.reading.workbook.sheet import Workbook
from bizcase.texts.template import Text


def refused(content: bytes) -> str:
    """Why a workbook cannot be read."""
    found = open_workbook(content)
    assert isinstance(found, Text), found
    return str(found)


def flagged(content: bytes) -> bytes:
    """A zip whose parts say that they are encrypted, as some programs that pack do with a password."""
    changed = bytearray(content)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(mark, at + 1)
    return bytes(changed)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "er tom"),
        (b"id: X1\n", "ikke et Excel-ark"),
        (b"<html><table>", "ikke et Excel-ark"),
        (old_container("EncryptionInfo", "EncryptedPackage"), "adgangskode"),
        (old_container("Workbook"), "gammelt Excel-ark"),
        (old_container("Book"), "gammelt Excel-ark"),
        (old_container("WordDocument"), "ikke et Excel-ark"),
        (packed([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], zipfile.ZIP_STORED), ".ods"),
        (packed([("xl/workbook.bin", b"")]), ".xlsb"),
        (packed([("word/document.xml", "")]), "ikke et Excel-ark"),
        (
            packed(
                [
                    ("_rels/.rels", related(("rId1", "officeDocument", "word/document.xml"))),
                    ("word/document.xml", '<document xmlns="urn:word"/>'),
                ]
            ),
            "ikke et Excel-ark",
        ),
        (packed([]), "ikke et Excel-ark"),
    ],
)
def test_what_is_no_workbook_is_told_apart(content: bytes, said: str) -> None:
    """A password, an old or a foreign kind of sheet, and anything else have their own way out."""
    assert said in refused(content)


def test_a_bound_word_in_the_text_of_an_old_file_is_no_password() -> None:
    """Only the directory of the container tells, and its entries stand 128 bytes apart."""
    assert "gammelt" in refused(old_container("Workbook") + b"x" + "EncryptedPackage\0".encode("utf-16-le"))


LAUGHS = (
    '<!DOCTYPE worksheet [<!ENTITY a "ha">'
    + "".join(map('<!ENTITY {1} "&{0};&{0};&{0};&{0};&{0};&{0};&{0};&{0};">'.format, "abcdefghi", "bcdefghij"))
    + "]>"
)
OUTSIDE = '<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("part", ["_rels/.rels", BOOK, "xl/_rels/workbook.xml.rels", SHEET, STRINGS, "xl/styles.xml"])
@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, "<!DOCTYPE worksheet>"])
def test_entities_are_refused_in_every_part(part: str, doctype: str) -> None:
    """What is declared before a part could be a bomb, or another file's content."""
    usual = str(parts({})[part])
    assert "DOCTYPE" in refused(packed(parts({part: usual.replace(HEAD, HEAD + doctype)}).items()))


MANY = 1_100_000

GROWN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "spaces": ("100000 tegn", lambda: workbook(SHEET=sheet(" " * 2_000_000))),
    "comments": ("250000 celler", lambda: workbook(SHEET=sheet("<!---->" * MANY))),
    "one comment": ("beskadiget", lambda: workbook(SHEET=sheet(f"<!--{' ' * 30_000_000}-->"))),
    "unpacked": ("32 MiB", lambda: workbook(SHEET=sheet(f"<!--{' ' * 200_000}-->" * 200))),
    "rows": ("Ark1!A20001", lambda: workbook(SHEET=sheet("<row><c><v>1</v></c></row>" * MANY))),
    "empty rows": ("250000 celler", lambda: workbook(SHEET=sheet("<row/>" * MANY))),
    "cells": ("Ark1!A201", lambda: workbook(SHEET=sheet(f"<row>{'<c><v>1.5</v></c>' * 500}</row>" * 210))),
    "corner": ("Ark1!XFD1048576", lambda: workbook(SHEET=cells('<c r="XFD1048576"><v>1</v></c>'))),
    "column": ("Ark1!SS1", lambda: workbook(SHEET=cells('<c r="SS1"><v>1</v></c>'))),
    "depth": ("250000 celler", lambda: workbook(SHEET=sheet("<a>" * MANY))),
    "tag": ("beskadiget", lambda: workbook(SHEET=sheet(f'<x r="{"A" * 30_000_000}"/>'))),
    "names": ("beskadiget", lambda: workbook(SHEET=sheet("".join(f"<a{each}/>" for each in range(MANY))))),
    "prefixes": ("beskadiget", lambda: workbook(SHEET=sheet("".join(f'<a xmlns:a{n}="u"/>' for n in range(MANY))))),
    "namespace": ("beskadiget", lambda: workbook(SHEET=sheet(f'<a xmlns="{"u" * 200_000}">{"<c/>" * MANY}</a>'))),
    "attributes": (
        "beskadiget",
        lambda: workbook(SHEET=sheet("<a " + " ".join(map("a{}=''".format, range(20_000))) + "/>")),
    ),
    "strings": ("250000 celler", lambda: workbook(STRINGS=strings("<si><t>ab</t></si>" * MANY))),
    "text": ("100000 tegn", lambda: workbook(STRINGS=strings(f"<si><t>{'a' * 20_000_000}</t></si>"))),
    "runs": (
        "100000 tegn",
        lambda: workbook(STRINGS=strings("<si>" + f"<r><t>😀{'a' * 90_000}</t></r>" * 300 + "</si>")),
    ),
    "texts": ("8 millioner", lambda: workbook(STRINGS=strings(f"<si><t>😀{'a' * 90_000}</t></si>" * 300))),
    "accents": ("accenttegn", lambda: workbook(STRINGS=strings(f"<si><t>a{chr(0x301) * 90_000}</t></si>"))),
    "merged": ("100000 udfyldte", lambda: workbook(SHEET=sheet("", after='<mergeCell ref="A1:XFD1048576"/>' * MANY))),
    "array": ("100000 udfyldte", lambda: workbook(SHEET=cells('<c><f t="array" ref="A1:XFD1048576"/></c>'))),
    "columns": ("beskadiget", lambda: workbook(SHEET=sheet("", before='<col min="1" max="9" hidden="1"/>' * MANY))),
    "formats": ("beskadiget", lambda: workbook(STYLES=styles(*("0" * 99 + str(each) for each in range(60_000))))),
    "sheets": ("200 ark", lambda: workbook(BOOK=book(*(f"Ark{each}" for each in range(60_000))))),
    "parts": ("5000 dele", lambda: packed((f"x{each}", "") for each in range(6_000))),
    "lzma": ("pakket", lambda: packed(parts({SHEET: sheet(" " * 40_000_000)}).items(), zipfile.ZIP_LZMA)),
}
"""What grows without an end, by what is said of it."""


@pytest.mark.parametrize("name", GROWN)
def test_what_grows_without_an_end_is_refused(name: str) -> None:
    """Each bound has a file that passes it, and words that say which."""
    said, made = GROWN[name]
    assert said in refused(made())


MEASURE = """
import resource, sys
from bizcase.reading.workbook.opening import open_workbook
from bizcase.texts.template import Text
content = open(sys.argv[1], "rb").read()
in_use = int(next(line for line in open("/proc/self/status") if line.startswith("VmSize")).split()[1])
limit = in_use * 1024 + 300 * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
print(type(open_workbook(content)) is Text)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell how much memory is used")
@pytest.mark.parametrize("name", ["depth", "cells", "strings", "runs", "texts", "tag", "attributes", "merged"])
def test_no_workbook_takes_more_than_300_mib(tmp_path: Path, name: str) -> None:
    """Those that ask for most are refused by a process that can have no more than that beside what it began with."""
    (tmp_path / "x.xlsx").write_bytes(GROWN[name][1]())
    command = [sys.executable, "-c", MEASURE, str(tmp_path / "x.xlsx")]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "True\n"


ONE = cells('<c t="s"><v>0</v></c>')


@pytest.mark.parametrize(
    "content",
    [
        workbook(SHEET=cells("<c r='A1'><v>1</v></c>", "<c r='A1'><v>2</v></c>")),
        workbook(SHEET=cells("<c r='1A'><v>1</v></c>")),
        workbook(SHEET=cells("<c r='A0'><v>1</v></c>")),
        workbook(SHEET=cells('<c t="s"><v>7</v></c>')),
        workbook(SHEET=cells('<c t="s"><v>-1</v></c>')),
        workbook(SHEET=sheet("<row r='0'/>")),
        workbook(SHEET=sheet("<row r='x'/>")),
        workbook(SHEET=sheet("<row>").replace("</worksheet>", "")),
        workbook(SHEET=""),
        workbook(SHEET=None),
        workbook(SHEET=sheet("", after='<mergeCell ref="B"/>')),
        workbook(BOOK=None),
        workbook(BOOK=book("Ark1", "Ark2")),
        workbook(BOOK=book("Ark1").replace("</sheets>", '<sheet name="ARK1" r:id="rId1"/></sheets>')),
        workbook(BOOK=f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets><sheet name="x"/></sheets></workbook>'),
        packed(parts({"XL/WORKSHEETS/Sheet1.xml": ONE}).items()),
        packed(parts({"xl/../../x": ""}).items()),
        packed(parts({}).items(), zipfile.ZIP_BZIP2),
        flagged(workbook()),
        workbook()[:-30],
        workbook()[: len(workbook()) // 2],
        packed(parts({}).items(), zipfile.ZIP_STORED).replace(b"sheetData", b"sheetdata", 1),
    ],
)
def test_a_damaged_workbook_is_refused_with_advice(content: bytes) -> None:
    """Cells that stand twice or nowhere, parts that are missing or broken, a zip that is cut or repacked."""
    assert "gem den igen" in refused(content) or "gem det som .xlsx" in refused(content)


def test_what_stands_behind_a_zip_does_not_matter() -> None:
    """A mail program that adds a few bytes does not keep a workbook from being read."""
    assert isinstance(open_workbook(workbook() + b"\r\n"), Workbook)


def test_exactly_at_the_bounds_is_read() -> None:
    """The last row and the last column of what is read."""
    last = sheet(f'<row r="{bounds.ROWS}"><c r="SR{bounds.ROWS}"><v>1</v></c></row>')
    found = open_workbook(workbook(SHEET=last))
    assert isinstance(found, Workbook)
    assert found.sheets[0].cells.keys() == {(bounds.ROWS, bounds.COLUMNS)}


def test_a_refusal_obeys_no_terminal() -> None:
    """A sheet's name may hold what a terminal obeys; a message does not."""
    said = refused(workbook(BOOK=book("&#x9b;31mArk&#x202e;"), SHEET=cells('<c r="XFD1"><v>1</v></c>')))
    assert "\x9b" not in said
    assert "\u202e" not in said


EVERYTHING = parts(
    {
        BOOK: book("Ark1", before='<workbookPr date1904="1"/>'),
        STRINGS: strings("<si><t>ø_x000D_</t></si>", "<si><r><t>a</t></r><rPh><t>b</t></rPh></si>"),
        SHEET: sheet(
            '<row r="1" hidden="1"><c r="A1" s="1"><v>46082.5</v></c><c t="s"><v>1</v></c><c t="b"><v>1</v></c></row>'
            '<row><c r="B2" t="e"><f t="array" ref="B2:B3">1/0</f><v>#REF!</v></c><c t="d"><v>2026-03-01</v></c></row>',
            before='<cols><col min="1" max="3" hidden="1"/></cols>',
            after='<mergeCells><mergeCell ref="A9:B9"/></mergeCells>',
        ),
        STYLES: styles("0.0", "d. mmm yyyy"),
    }
)
"""A workbook that has something of every kind."""

SLIPS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4)), max_size=4)
"""Where bytes are changed, and to what."""


def changed(content: bytes, slips: list[tuple[float, bytes]]) -> bytes:
    """Bytes with slips in them."""
    for where, instead in slips:
        at = int(where * len(content))
        content = content[:at] + instead + content[at + len(instead) :]
    return content


@given(SLIPS)
def test_whatever_a_zip_is_it_ends_in_a_workbook_or_in_words(slips: list[tuple[float, bytes]]) -> None:
    """Bytes changed by chance, in what is packed and in the lists of the zip."""
    assert isinstance(open_workbook(changed(packed(EVERYTHING.items()), slips)), Workbook | Text)


@given(st.sampled_from([name for name in EVERYTHING if "Content_Types" not in name]), SLIPS)
def test_whatever_a_part_is_it_ends_in_a_workbook_or_in_words(part: str, slips: list[tuple[float, bytes]]) -> None:
    """Bytes changed by chance in one part, before it is packed."""
    slipped = changed(str(EVERYTHING[part]).encode(), slips)
    assert isinstance(open_workbook(packed({**EVERYTHING, part: slipped}.items())), Workbook | Text)

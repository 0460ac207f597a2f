"""Cells of a form as the manuals show them, typed into the small form.

    Økonomi | B         | H                   | I
    5       | Navn      | 2026                | 2027
    7       | Opsætning | =500+100 (shows 600)| (merged with H7)

A row may be `(hidden)`, a sheet `(the sheet is deleted)`. A sheet that the form does not have is added to it.
"""

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

import openpyxl
from made_forms import form_with, worked_in
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.external_link.external import ExternalBook, ExternalLink

CORNER = re.compile(r"\w+ *\|(?: *[A-Z]{1,2} *(?:\||$))+")
"""The first line of a table of cells: the sheet, then letters of columns."""

SHOWS = re.compile(r"(?P<formula>=.*) \(shows (?P<value>.*)\)")
MERGED = re.compile(r"\(merged with (?P<first>[A-Z]+\d+)\)")
NUMBER = re.compile(r"-?\d+(,\d+)?")
LINKS = "xl/_rels/workbook.xml.rels"
MACROS = (
    '<Relationship Id="rIdMacros" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
    'Target="vbaProject.bin"/>'
)


class Shown(NamedTuple):
    """A cell of an example: where it is, whether its row is hidden, and what is seen in it."""

    sheet: str
    row: int
    column: str
    hidden: bool
    seen: str

    @property
    def name(self) -> str:
        """What a spreadsheet calls the cell."""
        return f"{self.column}{self.row}"


@cache
def form_of_cells(text: str, *, with_macros: bool = False) -> bytes:
    """The small form, with the cells of an example typed into it."""
    shown = list(cells_of(text))

    def work(book: openpyxl.Workbook) -> None:
        for cell in shown:
            _type(book, cell)

    form = worked_in(work, _small_form())
    if not with_macros and not any(SHOWS.fullmatch(cell.seen) for cell in shown):
        return form
    return _as_a_spreadsheet_saves_it(form, shown, with_macros=with_macros)


@cache
def _small_form() -> bytes:
    return form_with()


def cells_of(text: str) -> Iterator[Shown]:
    """The cells in the tables of an example."""
    sheet, columns = "", [""]
    for line in filter(None, text.splitlines()):
        first, *rest = (part.strip() for part in line.split("|"))
        if CORNER.fullmatch(line):
            sheet, columns = first, rest
            continue
        row, _, mark = first.partition(" ")
        assert mark in ("", "(hidden)"), line
        for column, seen in zip(columns, rest, strict=True):
            yield Shown(sheet, int(row), column, bool(mark), seen)


def _type(book: openpyxl.Workbook, cell: Shown) -> None:
    if cell.seen == "(the sheet is deleted)":
        book.remove(book[cell.sheet])
        return
    if cell.sheet not in book.sheetnames:
        book.create_sheet(cell.sheet)
    sheet = book[cell.sheet]
    if cell.hidden:
        sheet.row_dimensions[cell.row].hidden = True
    if merged := MERGED.fullmatch(cell.seen):
        sheet.merge_cells(f"{merged['first']}:{cell.name}")
        return
    formula = SHOWS.fullmatch(cell.seen)
    sheet[cell.name].value = formula["formula"] if formula else _value(cell.seen)
    if other := re.search(r"\[(.*)\]", cell.seen):
        link = ExternalLink(externalBook=ExternalBook(id="rId1"))
        link.file_link = Relationship(type="externalLinkPath", Target=other[1], TargetMode="External", Id="rId1")
        book._external_links.append(link)  # type: ignore[attr-defined]  # its types do not know of them


def _value(seen: str) -> Any:
    """A number where a spreadsheet with Danish settings takes one, and nothing where nothing stands."""
    if NUMBER.fullmatch(seen):
        return float(seen.replace(",", ".")) if "," in seen else int(seen)
    return seen or None


def _as_a_spreadsheet_saves_it(form: bytes, shown: list[Shown], *, with_macros: bool) -> bytes:
    """A form with what the other program does not write: what its formulas show, and macros."""
    numbers = {name: number for number, name in enumerate(openpyxl.load_workbook(BytesIO(form)).sheetnames, start=1)}
    values = {
        (f"xl/worksheets/sheet{numbers[cell.sheet]}.xml", cell.name): formula["value"]
        for cell in shown
        if (formula := SHOWS.fullmatch(cell.seen)) and formula["value"] != "nothing"
    }
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(form)) as read, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as written:
        for part in read.namelist():
            text = read.read(part)
            for (sheet, cell), value in values.items():
                if part == sheet:
                    text = _with_value(text.decode(), cell, value).encode()
            if with_macros and part == LINKS:
                text = text.replace(b"</Relationships>", f"{MACROS}</Relationships>".encode())
            written.writestr(part, text)
        if with_macros:
            written.writestr("xl/vbaProject.bin", b"no program")
    return content.getvalue()


def _with_value(sheet: str, cell: str, value: str) -> str:
    """A sheet's part in which a formula has the value that it was last worked out to."""
    changed, count = re.subn(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)(?:<v ?/>|<v></v>)', rf"\g<1><v>{value}</v>", sheet)
    assert count == 1, cell
    return changed

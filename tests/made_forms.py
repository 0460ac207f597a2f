"""Forms as people hand them in: written by the program, then worked in with another program."""

from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from support import copenhagen

from bizcase.case.profile import Profile
from bizcase.case.validation import validate_case
from bizcase.case.written import Document, document_of
from bizcase.checks.rule import acceptable
from bizcase.engine.calculate import calculate
from bizcase.engine.result import Result
from bizcase.examine.one import Outcome, examine
from bizcase.output.form.book import form_of
from bizcase.reading.cell import reference
from bizcase.reading.document import Node
from bizcase.reading.form.layout import ASKED_ABOUT
from bizcase.reading.form.opening import Opened, open_form
from bizcase.reading.loader import load

CODES_OF_A_FORM = ASKED_ABOUT | {
    "cell-error",
    "formula-without-value",
    "lost-cells",
    "merged-cells",
    "not-a-form",
    "other-municipality",
}
"""The codes of findings that only a workbook can have."""

SMALL = """\
id: BC42
title: Digital post i stedet for breve
price_level: 2026
administration: KFF
implementation_costs:
  - {name: Opsætning, steering_area: Service, amounts: {2026: 600, 2027: 150}}
  - {name: Oplæring, steering_area: Service, amounts: {2026: 80}}
efficiencies:
  - {name: Færre portoudgifter, steering_area: Service, amounts: {2027: -200, 2028+: -350}}
"""
"""A case of three lines over 2026 to 2029: its rows in Økonomi are 6 (the saving), 7 and 8 (the costs), its years the
columns H to K.
"""

FIRST_ROW, FIRST_YEAR = 6, 8


@cache
def form_with(text: str = SMALL) -> bytes:
    """The form of a case that a YAML text holds; written once, because many tests begin with the same one."""
    return written_anew(text)


def written_anew(text: str = SMALL) -> bytes:
    """The same, written at every call."""
    result = result_in(text)
    return form_of(document_of(result.case, joined=False), copenhagen(), result.years, result)


def result_in(text: str, profile: Profile | None = None) -> Result:
    """The case that a YAML text holds, calculated, in Copenhagen's words unless others are given."""
    profile = profile or copenhagen()
    loaded = load(text)
    assert loaded.root is not None
    assert not loaded.faults
    case, faults = validate_case(loaded.root, profile, acceptable())
    assert case is not None, [(fault.code, fault.where, str(fault.text)) for fault in faults]
    return calculate(case, profile)


def document_in(root: Node | None, profile: Profile | None = None) -> Document:
    """The normal form of the case that a document holds; it must hold one."""
    assert root is not None
    case, faults = validate_case(root, profile or copenhagen(), acceptable())
    assert case is not None, [(fault.code, fault.where, str(fault.text)) for fault in faults]
    return document_of(case, joined=False)


def read_back(form: bytes, profile: Profile | None = None) -> Document:
    """The normal form of the case that a form holds, which must be without a fault."""
    opened = open_form(form)
    assert isinstance(opened, Opened)
    assert not opened.asked_about, [str(fault.text) for fault in opened.asked_about]
    assert not opened.faults, [(fault.code, fault.where, str(fault.text)) for fault in opened.faults]
    return document_in(opened.root, profile)


Work = Callable[[openpyxl.Workbook], object]


def worked_in(work: Work, form: bytes | None = None) -> bytes:
    """A form that somebody has opened, worked in and saved, with another program's hands."""
    book = openpyxl.load_workbook(BytesIO(form or form_with()))
    work(book)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def typed(cells: dict[str, Any], sheet: str = "Økonomi") -> bytes:
    """The small case with values typed into cells of a sheet."""

    def work(book: openpyxl.Workbook) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value

    return worked_in(work)


def handed_in(form: bytes, folder: Path, name: str = "BC42.xlsx") -> Outcome[Result]:
    """What becomes of a form that lies in a folder."""
    path = folder / name
    path.write_bytes(form)
    return examine(str(path), copenhagen())


def cells_told(outcome: Outcome[Result]) -> list[tuple[str, str]]:
    """The cells that findings are about, as a spreadsheet calls them, and their codes."""
    return [
        (f"{finding.place.sheet}!{reference(finding.place.line, finding.place.column)}", finding.code)
        for finding in outcome.findings
    ]


def move_rows(sheet: Worksheet, rows: Iterable[list[Any]], first: int) -> None:
    """Write rows of values over those from `first` on."""
    for number, values in enumerate(rows, start=first):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value


def property_of(book: openpyxl.Workbook, name: str) -> Any:
    """A document property of a workbook; the other program's types do not know of them."""
    return book.custom_doc_props[name]  # type: ignore[attr-defined]

"""Papers as a workbook: a sheet a table, and what had to be left out on the first one."""

import re
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bizcase.output.papers.view import AS_PRINTED, View
from bizcase.output.papers.xlsx_looks import Looks, cut
from bizcase.output.papers.xlsx_sheet import Sheet
from bizcase.tables.paper import Heading, Notice, Paper
from bizcase.tables.table import Table
from bizcase.texts.template import Text

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same day in every workbook, so that the same figures make the same file."""

_SHEETS_APART = Text("Arkene er ikke forbundne: et tal, der ændres her, ændrer ikke de andre ark.")
_LONGEST_NAME = 31


def render(paper: Paper, view: View = AS_PRINTED) -> bytes:
    """The workbook. What had to be left out stands on the first sheet, where nobody can miss it."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"title": view.words(paper.title), "created": _MADE, "author": "bizcase"})
    looks = Looks(book)
    names = Names()
    for notice in [piece for piece in paper.pieces if isinstance(piece, Notice)]:
        _write_notice(book.add_worksheet(names.free(view.words(notice.name))), notice, looks, view)
    cases = [piece for piece in paper.pieces if isinstance(piece, Heading) and piece.level == 1]
    several = sum(isinstance(piece, Table) for piece in paper.pieces) > 1
    headings: list[Heading] = []
    for piece in paper.pieces:
        if isinstance(piece, Heading):
            headings = [*(heading for heading in headings if heading.level < piece.level), piece]
        elif isinstance(piece, Table):
            above = [view.words(heading.text) for heading in headings]
            whose = f"{above[0].split()[0]} " if len(cases) > 1 and above else ""
            sheet = book.add_worksheet(names.free(f"{whose}{view.words(piece.name)}"))
            Sheet(sheet, piece, looks, view).write(above, [_SHEETS_APART] if several else [])
    if not book.worksheets():
        book.add_worksheet()
    book.close()
    return content.getvalue()


class Names:
    """Names of sheets, each only once: at most 31 characters, and none that a spreadsheet would not take."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, wish: str) -> str:
        """The name that is wished for, or the nearest that is free."""
        name = re.sub(r"[\[\]:*?/\\']", "-", wish)[:_LONGEST_NAME]
        number = 1
        while name.casefold() in self._taken:
            number += 1
            suffix = f" ({number})"
            name = name[: _LONGEST_NAME - len(suffix)].removesuffix(f" ({number - 1})") + suffix
        self._taken.add(name.casefold())
        return name


def _write_notice(sheet: Worksheet, notice: Notice, looks: Looks, view: View) -> None:
    """What no reader may miss, on a sheet of its own."""
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, cut(view.words(notice.text)), looks.of(bold=True, font_color="#C00000", font_size=14))
    for number, item in enumerate(notice.items):
        sheet.write_string(number + 1, 0, cut(view.words(item)), looks.of(text_wrap=True))

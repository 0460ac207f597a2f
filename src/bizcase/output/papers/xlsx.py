"""Papers as a workbook: a sheet a table, and what had to be left out on the first one."""

import re
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bizcase.output.papers.office import finished
from bizcase.output.papers.view import AS_PRINTED, View
from bizcase.output.papers.xlsx_looks import Looks, cut
from bizcase.output.papers.xlsx_sheet import Sheet
from bizcase.tables.paper import Bullets, Heading, Notice, Paper, Paragraph
from bizcase.tables.table import Table
from bizcase.texts.template import Text

_SHEETS_APART = Text("Arkene er ikke forbundne: et tal, der ændres her, ændrer ikke de andre ark.")
_LONGEST_NAME = 31


def render(paper: Paper, view: View = AS_PRINTED) -> bytes:
    """The workbook. What had to be left out stands on the first sheet, where nobody can miss it."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"title": view.words(paper.title), "author": "bizcase"})
    looks = Looks(book)
    names = Names()
    for notice in [piece for piece in paper.pieces if isinstance(piece, Notice)]:
        _write_notice(book.add_worksheet(names.free(view.words(notice.name))), notice, looks, view)
    cases = [piece for piece in paper.pieces if isinstance(piece, Heading) and piece.level == 1]
    several = sum(isinstance(piece, Table) for piece in paper.pieces) > 1
    headings: list[Heading] = []
    texts: list[str] = []

    def flush() -> None:
        """Give the texts that have come together a sheet."""
        if texts:
            _write_texts(book.add_worksheet(names.free(view.words(headings[-1].text))), headings, texts, looks, view)
            texts.clear()

    for piece in paper.pieces:
        if isinstance(piece, Heading):
            flush()
            headings = [*(heading for heading in headings if heading.level < piece.level), piece]
        elif isinstance(piece, Table):
            above = [view.words(text) for heading in headings for text in (heading.text, heading.below) if text]
            whose = f"{above[0].split()[0]} " if len(cases) > 1 and above else ""
            sheet = book.add_worksheet(names.free(f"{whose}{view.words(piece.name)}"))
            Sheet(sheet, piece, looks, view).write(above, [_SHEETS_APART] if several else [])
        elif isinstance(piece, Paragraph):
            texts.append(view.words(piece.text))
        elif isinstance(piece, Bullets):
            texts += [f"- {view.words(item)}" for item in piece.items]
    flush()
    if not book.worksheets():
        book.add_worksheet()
    book.close()
    return finished(content)


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


def _write_texts(sheet: Worksheet, headings: list[Heading], texts: list[str], looks: Looks, view: View) -> None:
    """What stands in words, on a sheet of its own."""
    sheet.set_column(0, 0, 100)
    above = [view.words(heading.text) for heading in headings]
    for number, heading in enumerate(above):
        sheet.write_string(number, 0, cut(heading), looks.of(bold=True, font_size=14 if number == 0 else 12))
    for number, text in enumerate(texts, start=len(above) + 1):
        sheet.write_string(number, 0, cut(text), looks.of(text_wrap=True, valign="top"))
        sheet.set_row(number, 15 * max(1, len(wrap(text, 95))))


def _write_notice(sheet: Worksheet, notice: Notice, looks: Looks, view: View) -> None:
    """What no reader may miss, on a sheet of its own."""
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, cut(view.words(notice.text)), looks.of(bold=True, font_color="#C00000", font_size=14))
    for number, item in enumerate(notice.items):
        sheet.write_string(number + 1, 0, cut(view.words(item)), looks.of(text_wrap=True))

"""Findings as a workbook that goes back to whoever filled in the form: a row a finding, linked to its cell."""

import os
from collections.abc import Sequence
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bizcase.output.papers.office import finished
from bizcase.output.papers.xlsx_looks import Looks, cut
from bizcase.reading.cell import reference
from bizcase.reading.finding import Finding, Tally
from bizcase.tables.findings_paper import HEADINGS, TITLE, row_of
from bizcase.texts.template import Language, spoken

_WIDTHS = (28, 18, 12, 26, 100)
_TOP, _LINE = 3, 15
_LONGEST_LINK = 2_000


def render(findings: Sequence[Finding], tally: Tally, language: Language, beside: str) -> bytes:
    """The workbook; links are seen from `beside`, the folder that it will lie in."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"title": spoken(TITLE, language), "author": "bizcase"})
    looks = Looks(book)
    sheet = book.add_worksheet(spoken(HEADINGS[-1], language))
    sheet.write_string(0, 0, spoken(TITLE, language), looks.of(bold=True, font_size=14))
    sheet.write_string(1, 0, spoken(tally.in_words, language), looks.of())
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        sheet.write_string(_TOP, column, spoken(heading, language), looks.of(bold=True, bottom=1))
        sheet.set_column(column, column, width)
    for row, finding in enumerate(findings, start=_TOP + 1):
        _write(sheet, row, finding, language, beside, looks)
    sheet.freeze_panes(_TOP + 1, 0)
    if findings:
        sheet.autofilter(_TOP, 0, _TOP + len(findings), len(HEADINGS) - 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()
    return finished(content)


def _write(sheet: Worksheet, row: int, finding: Finding, language: Language, beside: str, looks: Looks) -> None:
    """A finding, its place a link to the cell where it stands in one."""
    texts = [cut(spoken(words, language)) for words in row_of(finding)]
    look = looks.of(text_wrap=True, valign="top", bold=False)
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, look)
    if (link := _link(finding, beside)) is not None:
        sheet.write_url(row, 1, link, looks.of(valign="top", font_color="#0563C1", underline=1), texts[1])
    lines = max(1, len(wrap(texts[-1], _WIDTHS[-1])))
    sheet.set_row(row, _LINE * lines)


def _link(finding: Finding, beside: str) -> str | None:
    """The way to the finding's cell from the folder of the workbook, where there is one."""
    place = finding.place
    if not place.sheet:
        return None
    try:
        path = os.path.relpath(finding.path, beside or ".")
    except ValueError:  # on another drive
        path = os.path.abspath(finding.path)
    name = place.sheet.replace("'", "''")
    link = f"external:{path}#'{name}'!{reference(place.line, place.column)}"
    return link if len(link) <= _LONGEST_LINK else None

"""Tables of a Word document: real ones that can be pasted into a proposal, in as many blocks as the page needs."""

from copy import deepcopy
from itertools import groupby

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from bizcase.output.papers.docx_words import add_words, write_words
from bizcase.output.papers.page import fit, least_widths
from bizcase.output.papers.view import Printed
from bizcase.tables.table import Role, Table

IN_TABLES = "Table Text"
"""The style of what stands in tables and below them."""

_LETTER = Cm(0.205)
"""The width of a bold digit in a table, in the broadest typeface that a computer without Arial puts in its place."""

_PADDING = Cm(0.12)
"""The room at either side of a cell."""

_LABEL = 40
"""Characters that a column of text may take before a page is turned on its side for it."""

_KEPT_TOGETHER = 28
"""Rows up to which a table stands on one page."""


def write_table(document: WordDocument, table: Table, printed: Printed, room: Length) -> None:
    """A caption, the table in as many blocks of columns as the page needs, and its notes."""
    # the gap that the page leaves between columns is more than the padding of two cells
    fitting = fit([column.figures for column in table.columns], _wishes(table, printed), room // _LETTER)
    for number, (caption, block) in enumerate(zip(fitting.captions(printed.title), fitting.blocks, strict=True)):
        title = document.add_paragraph(style="Caption")
        add_words(title, caption)
        title.paragraph_format.keep_with_next = True
        widths = {index: _wide(fitting.widths[index]) for index in block}
        _Block(document, table, printed, _filled_up(widths, table, printed, room)).write(with_remarks=number == 0)
    for note in printed.notes:
        add_words(document.add_paragraph(style=IN_TABLES), note)


def _wide(letters: int) -> Length:
    """The width of a column of so many letters."""
    return Length(letters * _LETTER + 2 * _PADDING)


def _filled_up(widths: dict[int, Length], table: Table, printed: Printed, room: int) -> dict[int, Length]:
    """The widths with what the page has left: all of it for texts alone, else for labels as far as they need it."""
    left = max(0, room - sum(widths.values()))
    texts = [index for index in widths if not table.columns[index].figures]
    if len(texts) == len(widths):
        together = sum(widths.values())
        return {index: Length(width + left * width // together) for index, width in widths.items()}
    longest = max((len(row[0]) for row in printed.cells), default=0)
    wished = _wide(longest + len("  "))
    return widths | {0: Length(min(widths[0] + left, max(widths[0], wished)))}


class _Block:
    """Some columns of a table as a table of the document."""

    def __init__(self, document: WordDocument, table: Table, printed: Printed, widths: dict[int, Length]) -> None:
        self._table = table
        self._printed = printed
        self._has_sections = table.has_sections
        self._shown = list(widths)
        self._widths = list(widths.values())
        self._drawn = document.add_table(rows=0, cols=len(widths))
        self._drawn.autofit = False
        self._drawn._tblPr.append(_padding())
        self._models: dict[tuple[Role, bool], BaseOxmlElement] = {}
        for column, width in zip(self._drawn.columns, self._widths, strict=True):
            column.width = width

    def write(self, *, with_remarks: bool) -> None:
        """The head, which every page repeats, and the rows, none of which breaks over two pages."""
        self._write_head()
        rows = [
            (row.role, [texts[index] for index in self._shown])
            for row, texts in zip(self._table.rows, self._printed.cells, strict=True)
            if row.role is not Role.REMARK or with_remarks
        ]
        for number, (role, texts) in enumerate(rows):
            close = len(rows) <= _KEPT_TOGETHER or role is Role.SECTION or number >= len(rows) - 3
            self._write_row(texts, role, keep=close and number < len(rows) - 1)

    def _write_head(self) -> None:
        groups = [self._printed.groups[index] for index in self._shown]
        if any(groups):
            cells = self._add_row(repeated=True)
            for group, members in groupby(enumerate(groups), key=lambda member: member[1]):
                positions = [index for index, _ in members]
                if group:
                    _fill(cells[positions[0]].merge(cells[positions[-1]]), group, bold=True, align="center")
                    _border(cells[positions[0]], "bottom")
        cells = self._add_row(repeated=True)
        for cell, index in zip(cells, self._shown, strict=True):
            _fill(cell, self._printed.headings[index], bold=True, align=_alignment(self._table, index))
            _border(cell, "bottom")

    def _write_row(self, texts: list[str], role: Role, *, keep: bool) -> None:
        """A row as a copy of the model of its kind: drawing each cell anew is most of what a long table costs."""
        if (role, keep) not in self._models:
            self._models[role, keep] = self._model_row(role, keep=keep)
        row = deepcopy(self._models[role, keep])
        self._drawn._tbl.append(row)
        own = texts[:1] if role is Role.SECTION else texts
        for run, text in zip(row.iter(qn("w:r")), own, strict=True):
            write_words(run, text)

    def _model_row(self, role: Role, *, keep: bool) -> BaseOxmlElement:
        """A row without words that stands in no table yet."""
        cells = self._add_row()
        if role is Role.SECTION:
            _fill(cells[0].merge(cells[-1]), "", bold=True, keep=keep)
        else:
            indented = role is Role.LINE and self._has_sections
            bold, italic = role is Role.TOTAL, role is Role.SUBTOTAL
            for position, cell in enumerate(cells):
                align = _alignment(self._table, self._shown[position])
                paragraph = _fill(cell, "", bold=bold, italic=italic, align=align, keep=keep)
                if position == 0 and indented:
                    paragraph.paragraph_format.left_indent = Cm(0.3)
                if bold:
                    _border(cell, "top")
        row: BaseOxmlElement = self._drawn.rows[-1]._tr
        self._drawn._tbl.remove(row)
        return row

    def _add_row(self, *, repeated: bool = False) -> tuple[_Cell, ...]:
        row: _Row = self._drawn.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if repeated:
            properties.append(OxmlElement("w:tblHeader"))
        cells = row.cells
        for cell, width in zip(cells, self._widths, strict=True):
            cell.width = width
        return cells


def _alignment(table: Table, index: int) -> str:
    """Figures to the right, texts to the left, and marks behind figures in the middle."""
    if table.columns[index].figures:
        return "right"
    return "center" if any(column.figures for column in table.columns[:index]) else "left"


def _padding() -> BaseOxmlElement:
    """Little room at the sides of cells."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(_PADDING.twips)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def _fill(
    cell: _Cell, text: str, *, bold: bool = False, italic: bool = False, align: str = "left", keep: bool = False
) -> WordParagraph:
    """Put text into a cell."""
    paragraph: WordParagraph = cell.paragraphs[0]
    paragraph._p.style = IN_TABLES.replace(" ", "")  # by its id: looking a name up is two thirds of all
    run = add_words(paragraph, text)
    run.bold, run.italic = bold, italic
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    paragraph.paragraph_format.keep_with_next = keep
    return paragraph


def _border(cell: _Cell, edge: str) -> None:
    """A thin line at an edge of a cell."""
    borders = OxmlElement("w:tcBorders")
    line = OxmlElement(f"w:{edge}")
    for name, value in (("val", "single"), ("sz", "4"), ("color", "404040")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)


def natural_width(table: Table, printed: Printed) -> Length:
    """The width that a table would like to have."""
    return Length(sum(map(_wide, _wishes(table, printed))))


def _wishes(table: Table, printed: Printed) -> list[int]:
    """The characters that each column would like to have; texts wrap beyond a limit, figures never."""
    alone = printed._replace(groups=[""] * len(table.columns))  # a heading over several columns wraps in its own cell
    wishes = []
    for column, heading, longest in zip(table.columns, printed.headings, least_widths(alone), strict=True):
        word = max(map(len, heading.split()), default=0)
        wishes.append(longest + 1 if column.figures else max(word + 1, min(longest, _LABEL)))
    return wishes

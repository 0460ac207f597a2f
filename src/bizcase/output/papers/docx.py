"""Papers as a Word document: headings, text and tables on A4."""

from io import BytesIO
from typing import assert_never

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from bizcase.output.papers.docx_table import IN_TABLES, natural_width, write_table
from bizcase.output.papers.docx_words import LANGUAGES, add_words
from bizcase.output.papers.office import finished
from bizcase.output.papers.view import AS_PRINTED, View
from bizcase.tables.paper import Bullets, Heading, Notice, Paper, Paragraph, Piece
from bizcase.tables.table import Table

_TYPEFACE = "Arial"
_MARGIN = Cm(2)
_SHORT, _LONG = Cm(21), Cm(29.7)
_SMALL = Pt(8.5)
_LONGEST_PROPERTY = 255
"""Letters that a property of a document has room for."""


def render(paper: Paper, view: View = AS_PRINTED) -> bytes:
    """The document, on A4; on its side where a table is too wide to stand upright."""
    document = Document()
    _set_up(document, paper, view)
    for number, piece in enumerate(paper.pieces):
        _write(document, piece, view, first=number == 0)
    content = BytesIO()
    document.save(content)
    return finished(content)


def _set_up(document: WordDocument, paper: Paper, view: View) -> None:
    """The page, the typeface, the language, and what the file says of itself."""
    section = document.sections[0]
    tables = [piece for piece in paper.pieces if isinstance(piece, Table)]
    widest = max((natural_width(table, view.printed(table)) for table in tables), default=0)
    upright = widest <= _SHORT - 2 * _MARGIN
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (_SHORT, _LONG) if upright else (_LONG, _SHORT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    for name, size in (("Normal", Pt(10.5)), ("Heading 1", Pt(16)), ("Heading 2", Pt(12.5)), ("Caption", Pt(10))):
        style = document.styles[name]
        style.font.name, style.font.size = _TYPEFACE, size
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.styles["Caption"].paragraph_format.space_before = Pt(12)
    in_tables = document.styles.add_style(IN_TABLES, WD_STYLE_TYPE.PARAGRAPH)
    in_tables.base_style = document.styles["Normal"]
    in_tables.font.size = _SMALL
    in_tables.paragraph_format.space_after = in_tables.paragraph_format.space_before = Pt(1)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGES[view.language])
    _number_pages(section.footer.paragraphs[0])
    properties = document.core_properties
    properties.title, properties.author = view.words(paper.title)[:_LONGEST_PROPERTY], "bizcase"
    properties.language = view.language
    properties.comments, properties.last_modified_by = "", "bizcase"


def _number_pages(paragraph: WordParagraph) -> None:
    """The number of the page, which the word processor fills in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _write(document: WordDocument, piece: Piece, view: View, *, first: bool) -> None:
    match piece:
        case Heading(text, level, below):
            heading = document.add_heading("", level)
            add_words(heading, view.words(text))
            heading.paragraph_format.page_break_before = level == 1 and not first
            if below:
                add_words(document.add_paragraph(), view.words(below))
        case Paragraph(text):
            add_words(document.add_paragraph(), view.words(text))
        case Bullets(items):
            for item in items:
                add_words(document.add_paragraph(style="List Bullet"), view.words(item))
        case Notice(_, text, items):
            run = add_words(document.add_paragraph(), view.words(text))
            run.bold, run.font.color.rgb = True, RGBColor(0xC0, 0, 0)
            for item in items:
                add_words(document.add_paragraph(style="List Bullet"), view.words(item))
        case Table():
            write_table(
                document, piece, view.printed(piece), Length((document.sections[0].page_width or 0) - 2 * _MARGIN)
            )
        case _:
            assert_never(piece)

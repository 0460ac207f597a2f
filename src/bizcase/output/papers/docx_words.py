"""Words of a Word document, marked where they are in another language than the document."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from bizcase.output.papers.view import WRITTEN_IN, OwnWords
from bizcase.texts.template import Language

LANGUAGES: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}
"""The languages by the codes that word processors know."""


def add_words(paragraph: WordParagraph, text: str) -> Run:
    """Words at the end of a paragraph."""
    run: Run = paragraph.add_run()
    write_words(run._r, text)
    return run


def write_words(run: CT_R, text: str) -> None:
    """The words of a run; a case's own are checked for spelling in the language they are written in."""
    if text.isprintable():
        if text:
            run.add_t(text)
    else:
        run.text = text  # looks at each letter, for what becomes a tab or a new line
    if isinstance(text, OwnWords):
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGES[WRITTEN_IN])
        run.get_or_add_rPr().append(language)

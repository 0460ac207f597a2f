"""Words of a Word document, marked where they are in another language than the document."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from bizcase.output.papers.view import WRITTEN_IN, OwnWords
from bizcase.texts.template import Language

LANGUAGES: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}
"""The languages by the codes that word processors know."""


def add_words(paragraph: WordParagraph, text: str) -> Run:
    """Words at the end of a paragraph; a case's own are checked for spelling in the language they are written in."""
    run: Run = paragraph.add_run(text)
    if isinstance(text, OwnWords):
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGES[WRITTEN_IN])
        run._r.get_or_add_rPr().append(language)
    return run

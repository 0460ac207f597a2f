"""Which form a paper is given: one module a form, imported when it is asked for."""

from importlib.util import find_spec
from typing import Literal, assert_never

from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.view import View
from bizcase.tables.paper import Paper

PaperForm = Literal["text", "markdown", "html", "xlsx", "docx"]
"""Forms that people read."""

BINARY = {"xlsx": ("xlsxwriter", "XlsxWriter"), "docx": ("docx", "python-docx")}
"""Forms that are no text, each with the module and the name of the library that an extra of the same name brings."""


def missing_library(form: str) -> str | None:
    """The name of the library that a form needs and that is not installed."""
    module, name = BINARY.get(form, ("bizcase", ""))
    return None if find_spec(module) else name


def render(paper: Paper, form: PaperForm, view: View, terminal: Terminal) -> bytes:
    """A paper as `text`, `markdown`, `html`, `xlsx` or `docx`; `terminal` is what text is printed on."""
    match form:
        case "markdown":
            from bizcase.output.papers import markdown

            return markdown.render(paper, view).encode()
        case "html":
            from bizcase.output.papers import html

            return html.render(paper, view).encode()
        case "xlsx":
            from bizcase.output.papers import xlsx

            return xlsx.render(paper, view)
        case "docx":
            from bizcase.output.papers import docx

            return docx.render(paper, view)
        case "text":
            from bizcase.output.papers import text

            return text.render(paper, view, terminal).encode(terminal.encoding, errors="replace")
        case _:
            assert_never(form)

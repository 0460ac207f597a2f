"""Which form a paper is given: one module a form, imported when it is asked for."""

from importlib.util import find_spec
from typing import Literal, assert_never

from bizcase.output.surface import Surface
from bizcase.tables.paper import Paper

PaperForm = Literal["table", "markdown", "html", "xlsx", "docx"]
"""Forms that people read."""

BINARY = {"xlsx": ("xlsxwriter", "XlsxWriter"), "docx": ("docx", "python-docx")}
"""Forms that are no text, each with the module and the name of the library that an extra of the same name brings."""


def missing_library(form: str) -> str | None:
    """The name of the library that a form needs and that is not installed."""
    module, name = BINARY.get(form, ("bizcase", ""))
    return None if find_spec(module) else name


def render(paper: Paper, form: PaperForm, surface: Surface) -> bytes:
    """A paper as `table`, `markdown`, `html`, `xlsx` or `docx`; `surface` is what text is printed on."""
    match form:
        case "markdown":
            from bizcase.output import markdown

            return markdown.render(paper).encode()
        case "html":
            from bizcase.output import html

            return html.render(paper).encode()
        case "xlsx":
            from bizcase.output import xlsx

            return xlsx.render(paper)
        case "docx":
            from bizcase.output import docx

            return docx.render(paper)
        case "table":
            from bizcase.output import text

            return text.render(paper, surface).encode(surface.encoding, errors="replace")
        case _:
            assert_never(form)

"""Which form a paper is given: one module a form, imported when it is asked for."""

from collections.abc import Iterator
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


def render(paper: Paper, form: PaperForm, view: View, terminal: Terminal) -> Iterator[bytes]:
    """A paper as `text`, `markdown`, `html`, `xlsx` or `docx`, in pieces; `terminal` is what text is printed on."""
    match form:
        case "markdown":
            from bizcase.output.papers import markdown

            yield from map(str.encode, markdown.written(paper, view))
        case "html":
            from bizcase.output.papers import html

            yield from map(str.encode, html.written(paper, view))
        case "xlsx":
            from bizcase.output.papers import xlsx

            yield xlsx.render(paper, view)
        case "docx":
            from bizcase.output.papers import docx

            yield docx.render(paper, view)
        case "text":
            from bizcase.output.papers import text

            for line in text.written(paper, view, terminal):
                yield line.encode(terminal.encoding, errors="replace")
        case _:
            assert_never(form)

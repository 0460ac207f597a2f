"""Which form a paper is given: one module a form, imported when it is asked for."""

from importlib import import_module
from importlib.util import find_spec

from bizcase.output.surface import Surface
from bizcase.tables.paper import Paper

BINARY = {"xlsx": ("xlsxwriter", "XlsxWriter"), "docx": ("docx", "python-docx")}
"""Forms that are no text, each with the module and the name of the library that an extra of the same name brings."""


def missing_library(form: str) -> str | None:
    """The name of the library that a form needs and that is not installed."""
    module, name = BINARY.get(form, ("bizcase", ""))
    return None if find_spec(module) else name


def render(paper: Paper, form: str, surface: Surface) -> bytes:
    """A paper as `table`, `markdown`, `html`, `xlsx` or `docx`; `surface` is what text is printed on."""
    renderer = import_module(f"bizcase.output.{'text' if form == 'table' else form}")
    if form == "table":
        text: str = renderer.render(paper, surface)
        return text.encode(surface.encoding, errors="replace")
    rendered: str | bytes = renderer.render(paper)
    return rendered.encode() if isinstance(rendered, str) else rendered

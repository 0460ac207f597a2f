"""Tables as Markdown."""

import pytest
from support import assert_snapshot, copenhagen, left_out_file, result_of

from bizcase.output.papers.markdown import escaped, render
from bizcase.tables.paper import Heading, Piece, paper
from bizcase.tables.tabel1 import tabel_1

LINES = "implementation_costs: [{name: 'A | B *c* <i>', steering_area: Service, amounts: {2018: 1725, 2019: 1075}}]\n"


def test_looks() -> None:
    """A table with everything in its name that Markdown would take for its own."""
    parts: list[Piece] = [Heading("X1 Prøve"), tabel_1(result_of(LINES), copenhagen())]
    assert_snapshot("tabel1.md", render(paper(parts, [left_out_file("x_y.yaml", 1)])))


@pytest.mark.parametrize("text", ["a|b", "*a*", "<b>", "[x](y)", "`c`", "a_b", "# a", "$x$", "@me", ":smile:"])
def test_text_of_the_file_is_escaped(text: str) -> None:
    """Every character that could mean something has a backslash in front of it."""
    shown = escaped(text)
    assert shown != text
    assert shown.replace("\\", "") == text

"""Tables on terminals of every width, on pipes, and where a stream cannot show every character."""

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import HEAD, ROOT, assert_snapshot, copenhagen, left_out_file, printed, result_of

from bizcase.examine.one import Outcome, examine
from bizcase.output.papers.page import layout
from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.text import render
from bizcase.output.papers.view import AS_PRINTED
from bizcase.tables.paper import Heading, Piece, paper
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel3 import tabel_3
from bizcase.tables.table import Table

LONG_NAME = "Meget lang betegnelse på en udgift " * 6


def text_of(*parts: Piece, terminal: Terminal, left_out: Sequence[Outcome[Any]] = ()) -> str:
    """A paper as text."""
    return render(paper(parts, left_out), AS_PRINTED, terminal)


def real(name: str) -> Table:
    """Tabel 1 of a real case."""
    result = examine(str(ROOT / f"cases/{name}.yaml"), copenhagen()).kept
    assert result is not None
    return tabel_1(result)


def wide() -> Table:
    """Tabel 1 of a case of many years, large figures and long names."""
    lines = "implementation_costs:\n" + "".join(
        f"  - {{name: {LONG_NAME}, steering_area: {area}, amounts: {{2018-2042: {amount}}}}}\n"
        for area, amount in (("Service", 123456789), ("Overførsler (EO)", -987654321.5))
    )
    return tabel_1(result_of(lines, HEAD))


@pytest.mark.parametrize("width", [None, 120, 80, 40])
def test_looks(width: int | None) -> None:
    """A real table at the widths that people have, as somebody has looked at it."""
    assert_snapshot(
        f"tabel1-{width or 'natural'}.txt",
        text_of(Heading("B25-1"), real("budget-2025/fasit"), terminal=Terminal(width)),
    )


def test_looks_without_box_characters() -> None:
    """Where a stream is not UTF-8, lines are drawn in ASCII."""
    text = text_of(real("innovationspuljen-2018/BC07"), terminal=Terminal(box_characters=False))
    assert_snapshot("tabel1-ascii.txt", text)
    assert text.encode("latin-1")


@pytest.mark.parametrize("width", [None, 200, 80, 60, 59, 40, 30, 14])
def test_every_figure_stands_whole_at_every_width(width: int | None) -> None:
    """No figure is cut or wrapped, and none is lost between blocks."""
    table = wide()
    text = text_of(table, terminal=Terminal(width))
    figures = [text for row in printed(table).cells[:-2] for text in row[2:]]
    for figure in set(figures) - {""}:
        assert len(re.findall(rf"(?<![\d.-]){re.escape(figure)}(?![\d.])", text)) == figures.count(figure)
    if width is not None and width >= 30:  # a figure of its own width stands whole where even it does not fit
        assert max(map(len, text.splitlines())) <= width


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=3),
    st.lists(st.integers(1, 20), max_size=30),
    st.integers(20, 250),
)
def test_blocks_hold_every_column_once(texts: list[int], figures: list[int], width: int) -> None:
    """However the years are broken up, each stands in one block, in order."""
    fitted = layout(texts, figures, width)
    assert [index for block in fitted.blocks for index in block] == list(range(len(figures)))
    assert len(fitted.text_widths) == len(texts)


def test_brackets_and_other_markup_print() -> None:
    """Text of a file is never taken for an instruction."""
    lines = "implementation_costs: [{name: '[red]A[/red] :smile: {x}', steering_area: Service, amounts: {2018: 1}}]\n"
    assert "[red]A[/red] :smile: {x}" in text_of(tabel_1(result_of(lines)), terminal=Terminal())


def test_nothing_but_a_terminal_gets_styles() -> None:
    """A pipe gets plain text, a terminal bold totals."""
    table = real("innovationspuljen-2018/BC07")
    assert "\x1b" not in text_of(table, terminal=Terminal(80))
    assert "\x1b[1m" in text_of(table, terminal=Terminal(80, styled=True))


def test_the_document_says_what_it_leaves_out() -> None:
    """A file that could not be calculated is named below the tables."""
    text = text_of(left_out=[left_out_file("x.yaml", 1), left_out_file("[y].yaml", 2)], terminal=Terminal())
    assert text == "Udeladt er 2 filer, som har fejl:\nx.yaml (1 fejl)\n[y].yaml (2 fejl)\n"


def test_a_table_that_fits_to_the_character_is_not_broken() -> None:
    """At a width of just its rule it is as on a wide terminal, and a character less changes it."""
    table = tabel_3(
        result_of("efficiencies: [{name: A, steering_area: Service, amounts: {2018-2022: -1}}]\n"), copenhagen()
    )
    roomy = text_of(table, terminal=Terminal(200))
    (rule,) = {len(line) for line in roomy.splitlines() if line.startswith("─")}
    assert text_of(table, terminal=Terminal(rule)) == roomy
    assert text_of(table, terminal=Terminal(rule - 1)) != roomy

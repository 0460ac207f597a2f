"""Tables on terminals of every width, on pipes, and where a stream cannot show every character."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from rich.cells import cell_len
from support import HEAD, ROOT, assert_snapshot, copenhagen, left_out_file, printed, result_of

from bizcase.engine.pool_case import pool_case_of
from bizcase.examine.one import Outcome, examine
from bizcase.output.papers import text_table
from bizcase.output.papers.joints import parts_of
from bizcase.output.papers.terminal import Terminal
from bizcase.output.papers.text import render
from bizcase.output.papers.view import AS_PRINTED
from bizcase.reading.characters import compose
from bizcase.tables.overview import Arrangement
from bizcase.tables.overview_investment import investment_overview
from bizcase.tables.paper import Heading, Piece, paper
from bizcase.tables.pool_paper import pool_of
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
    return tabel_1(result, copenhagen())


def wide() -> Table:
    """Tabel 1 of a case of many years, large figures and long names."""
    lines = "implementation_costs:\n" + "".join(
        f"  - {{name: {LONG_NAME}, steering_area: {area}, amounts: {{2018-2042: {amount}}}}}\n"
        for area, amount in (("Service", 123456789), ("Overførsler (EO)", -987654321.5))
    )
    return tabel_1(result_of(lines, HEAD), copenhagen())


def overview() -> Table:
    """Bilag 2 of the cases of 2018 and 2025, whose titles have long words."""
    cases = []
    for path in [*ROOT.glob("cases/innovationspuljen-2018/*.yaml"), *ROOT.glob("cases/budget-2025/*.yaml")]:
        result = examine(str(path), copenhagen()).kept
        assert result is not None
        cases.append(pool_case_of(result, path.name))
    return investment_overview(pool_of("figures", cases, Arrangement(copenhagen(), sort="id")))


def flat(table: Table) -> list[str]:
    """All that a table says."""
    seen = printed(table)
    return [seen.title, *seen.headings, *seen.groups, *seen.notes, *(cell for row in seen.cells for cell in row)]


def parts_of_a_joint(word: str) -> list[str]:
    """The parts of a word that may stand on lines of their own, one or several of them together."""
    parts = [part.rstrip("-") for part in parts_of(word)]
    return ["".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)]


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


@pytest.mark.parametrize("width", [None, 80, 40])
@pytest.mark.parametrize("box_characters", [True, False])
def test_a_long_table_looks_as_if_rich_had_drawn_it(
    width: int | None, *, box_characters: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables too long to be looked at are joined without rich; on a small one, both ways give the same lines."""
    terminal = Terminal(width, box_characters=box_characters)
    pieces = [overview(), real("budget-2025/fasit"), wide()]
    by_rich = text_of(*pieces, terminal=terminal)
    monkeypatch.setattr(text_table, "draw_by_rich", None)  # nobody draws with it unseen
    monkeypatch.setattr(text_table, "_LOOKED_AT", 0)
    assert text_of(*pieces, terminal=terminal) == by_rich


@pytest.mark.parametrize(
    "name",
    [
        "日本語" * 9 + " a\u030a" * 20 + " " + "ubrydeligtord" * 6,
        "日本語" * 6 + " " + "q\u0303" * 18,  # as many letters as columns, and no line of it so
    ],
)
@pytest.mark.parametrize("width", [None, 120, 80, 40, 24])
def test_no_letter_is_lost_at_any_width(width: int | None, name: str) -> None:
    """Wide letters, combining ones and words without any space stand whole, in columns that hold them."""
    lines = f"implementation_costs: [{{name: '{name}', steering_area: Service, amounts: {{2018-2024: 1000}}}}]\n"
    text = text_of(tabel_1(result_of(lines), copenhagen()), terminal=Terminal(width))
    assert "…" not in text
    printed_letters = Counter(re.sub(r"\s", "", text.partition("Samlede")[0]))
    assert not Counter(re.sub(r"\s", "", compose(name))) - printed_letters
    assert width is None or max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("width", [None, 120, 80, 40])
def test_no_line_ends_in_a_space(width: int | None) -> None:
    """Nor in one that a style would colour, nor does any style reach beyond its line."""
    text = text_of(overview(), wide(), terminal=Terminal(width, styled=True))
    for line in text.splitlines():
        assert not re.sub(r"\x1b\[[0-9;]*m", "", line).endswith(" ")
        assert len(re.findall(r"\x1b\[[1-9]", line)) == line.count("\x1b[0m")


def test_the_overview_of_investments_stands_in_two_blocks_at_80_columns() -> None:
    """Titles have 20 letters at least, and a word breaks at its joint alone: betalingstid behind Tilbage."""
    text = text_of(overview(), terminal=Terminal(80))
    heads = [line for line in text.splitlines() if line.startswith("Udvalg")]
    assert len(heads) <= 2
    titles = [line[line.index("Forslag") : line.index("Service")] for line in heads if "Service" in line]
    assert min(map(len, titles)) >= 20
    ours = {word for table in [overview()] for text in flat(table) for word in text.split()}
    for word in re.sub(r"\(\d/\d\)|─+", "", text).split():
        assert word in ours or any(word.rstrip("-") in parts_of_a_joint(whole) for whole in ours), word


def test_brackets_and_other_markup_print() -> None:
    """Text of a file is never taken for an instruction."""
    lines = "implementation_costs: [{name: '[red]A[/red] :smile: {x}', steering_area: Service, amounts: {2018: 1}}]\n"
    assert "[red]A[/red] :smile: {x}" in text_of(tabel_1(result_of(lines), copenhagen()), terminal=Terminal())


def test_nothing_but_a_terminal_gets_styles() -> None:
    """A pipe gets plain text, a terminal bold totals."""
    table = real("innovationspuljen-2018/BC07")
    assert "\x1b" not in text_of(table, terminal=Terminal(80))
    assert "\x1b[1m" in text_of(table, terminal=Terminal(80, styled=True))


def test_the_document_says_what_it_leaves_out() -> None:
    """A file that could not be calculated is named below the tables."""
    text = text_of(left_out=[left_out_file("x.yaml", 1), left_out_file("[y].yaml", 2)], terminal=Terminal())
    assert text == "2 filer er udeladt, fordi de har fejl:\nx.yaml (1 fejl)\n[y].yaml (2 fejl)\n"


def test_a_table_that_fits_to_the_character_is_not_broken() -> None:
    """At a width of just its rule it is as on a wide terminal, and a character less changes it."""
    table = tabel_3(
        result_of("efficiencies: [{name: A, steering_area: Service, amounts: {2018-2022: -1}}]\n"), copenhagen()
    )
    roomy = text_of(table, terminal=Terminal(200))
    (rule,) = {len(line) for line in roomy.splitlines() if line.startswith("─")}
    assert text_of(table, terminal=Terminal(rule)) == roomy
    assert text_of(table, terminal=Terminal(rule - 1)) != roomy

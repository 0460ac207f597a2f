"""Pages: columns are broken into blocks so that every figure stands once, and words where they may break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizcase.output.papers.joints import break_word, parts_of
from bizcase.output.papers.page import GAP, LABEL_LEAST, Page, fit, fit_by_count

WIDTHS = st.lists(st.tuples(st.booleans(), st.integers(1, 40)), min_size=1, max_size=30)


def holds_every_figure_once(page: Page, figures: list[bool]) -> None:
    """Each figure stands in one block, in order."""
    shown = [index for block in page.blocks for index in block if figures[index]]
    assert shown == [index for index, is_figure in enumerate(figures) if is_figure]


@given(WIDTHS, st.integers(1, 250), st.integers(0, 4))
def test_blocks_hold_every_figure_once(columns: list[tuple[bool, int]], room: int, members: int) -> None:
    """However a table is broken up, each figure stands in one block, in order, and every text in all of them."""
    figures, widths = [each[0] for each in columns], [each[1] for each in columns]
    groups = [f"g{index // members}" if members else "" for index in range(len(columns))]
    page = fit(figures, widths, room, groups=groups)
    holds_every_figure_once(page, figures)
    texts = {index for index, is_figure in enumerate(figures) if not is_figure}
    assert all(texts <= set(block) and block == sorted(block) for block in page.blocks)
    for index, (is_figure, width) in enumerate(columns):
        assert page.widths[index] == width if is_figure else page.widths[index] <= width


@given(WIDTHS, st.integers(1, 250), st.integers(1, 12))
def test_counted_blocks_hold_every_figure_once(columns: list[tuple[bool, int]], room: int, most: int) -> None:
    """A block has at most so many figures, and a text behind a figure stands once."""
    figures, widths = [each[0] for each in columns], [each[1] for each in columns]
    page = fit_by_count(figures, widths, room, most)
    holds_every_figure_once(page, figures)
    assert max(sum(figures[index] for index in block) for block in page.blocks) <= most
    assert {index for block in page.blocks for index in block} == set(range(len(columns)))


def test_a_table_is_broken_only_where_it_does_not_fit() -> None:
    """A label of 30 and two figures of 5 take 30 + 7 + 7."""
    figures, widths = [False, True, True], [30, 5, 5]
    assert fit(figures, widths, 30 + 2 * (5 + GAP)).blocks == [[0, 1, 2]]
    assert fit(figures, widths, 30 + 2 * (5 + GAP) - 1).widths == [29, 5, 5]  # the label gives way first
    assert fit(figures, widths, LABEL_LEAST + 5 + GAP).blocks == [[0, 1], [0, 2]]


def test_columns_of_one_heading_stay_together() -> None:
    """A block of two and one of two, where filling the first would make it three and part the second pair."""
    figures, widths, groups = [False, *[True] * 4], [20, 6, 6, 6, 6], ["", "a", "a", "b", "b"]
    assert fit(figures, widths, 20 + 3 * (6 + GAP), groups=groups).blocks == [[0, 1, 2], [0, 3, 4]]


def test_the_caption_counts_the_blocks() -> None:
    """Where there are several."""
    assert Page([1], [[0]]).captions("T") == ["T"]
    assert Page([1, 1], [[0], [1]]).captions("T") == ["T (1/2)", "T (2/2)"]


@pytest.mark.parametrize(
    ("word", "width", "parts"),
    [
        ("implementeringsomkostninger", 30, ["implementeringsomkostninger"]),
        ("implementeringsomkostninger", 20, ["implementerings-", "omkostninger"]),
        ("Tilbagebetalingstid,", 15, ["Tilbage-", "betalingstid,"]),
        ("uddannelsesinstitution", 14, ["uddannelses-", "institution"]),
        # as long a part as can be, and where even the shortest is too long, no break is made up
        ("uarbejdsdygtighedserklæringer", 20, ["uarbejdsdygtigheds-", "erklæringer"]),
        ("uarbejdsdygtighedserklæringer", 12, ["uarbejds-", "dygtigheds-", "erklæringer"]),
        ("servicebotter", 8, ["servicebotter"]),
        ("Hastings", 5, ["Hastings"]),  # nothing stands behind the ending
    ],
)
def test_a_long_word_breaks_at_its_joints(word: str, width: int, parts: list[str]) -> None:
    """Between the parts that it is made of, with a hyphen."""
    assert break_word(word, width) == parts


def test_every_joint_of_a_text() -> None:
    """For measuring how narrow a column can be."""
    assert parts_of("Samlede implementeringsomkostninger i alt") == [
        "Samlede", "implementerings-", "omkostninger", "i", "alt",
    ]  # fmt: skip

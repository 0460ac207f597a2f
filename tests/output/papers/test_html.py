"""Papers as a page of HTML: whole, well formed, safe to open, and nothing in it twice."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from support import ROOT, copenhagen, left_out_file, printed, result_of

from bizcase.engine.pool_case import pool_case_of
from bizcase.engine.result import Result
from bizcase.examine.one import Outcome, examine
from bizcase.output.papers.html import render
from bizcase.output.papers.view import AS_PRINTED, View
from bizcase.tables.case_paper import case_pieces
from bizcase.tables.overview import Arrangement
from bizcase.tables.overview_figures import figures_overview
from bizcase.tables.paper import Bullets, Heading, Paragraph, Piece, paper
from bizcase.tables.pool_paper import pool_of
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.table import Role, Table
from bizcase.texts.template import Language, Text

HOSTILE = '<script>alert(1)</script> & "x" \' onload=y'
YEARS = range(2026, 2051)
REAL = ["innovationspuljen-2018/BC07", "budget-2025/fasit", "investeringspuljen-2016/case-1"]


@dataclass
class Element:
    """An element with everything in it."""

    tag: str
    attributes: dict[str, str | None]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, *tags: str) -> list["Element"]:
        """The elements of some tags in it, in their order; without tags, every element."""
        found = [child for child in self.children if isinstance(child, Element)]
        return [
            each for child in found for each in ([child] if not tags or child.tag in tags else []) + child.all(*tags)
        ]


class Page(HTMLParser):
    """A page as a tree; an end that closes nothing, or not what was opened last, is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(text)
        self.close()
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element below the last one that is open."""
        assert len(dict(attrs)) == len(attrs)
        element = Element(tag, dict(attrs))
        self._open[-1].children.append(element)
        if tag != "meta":
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        """Keep what stands between two tags."""
        self._open[-1].children.append(data)


def written(*parts: Piece, left_out: tuple[Outcome[Any], ...] = (), view: View = AS_PRINTED) -> str:
    """A paper as a page."""
    return render(paper(parts, left_out), view)


def page_of(*parts: Piece, left_out: tuple[Outcome[Any], ...] = (), view: View = AS_PRINTED) -> Element:
    """A paper as the tree of its page."""
    return Page(written(*parts, left_out=left_out, view=view)).root


def calculated(name: str) -> Result:
    """A real case."""
    result = examine(str(ROOT / f"cases/{name}.yaml"), copenhagen()).kept
    assert result is not None
    return result


def whole(name: str) -> list[Piece]:
    """All tables of a real case."""
    return case_pieces(calculated(name), "all", copenhagen())


def wide() -> Table:
    """Tabel 1 of 25 years, each with a figure of its own."""
    amounts = ", ".join(f"{year}: {year * 1000 + 7}" for year in YEARS)
    lines = (
        f"implementation_costs: [{{name: {'Lang betegnelse ' * 12}, steering_area: Service, amounts: {{{amounts}}}}}]"
    )
    return tabel_1(result_of(lines), copenhagen())


def overview(group_by: str = "none") -> Table:
    """The overview of all figures, with columns that share headings."""
    records = [pool_case_of(calculated(name), f"{name}.yaml") for name in REAL]
    return figures_overview(pool_of("figures", records, Arrangement(copenhagen(), group_by)))


def rows_of(table: Element) -> list[list[str]]:
    """The texts of a table's body, row by row."""
    return [[cell.text for cell in row.all("th", "td")] for body in table.all("tbody") for row in body.all("tr")]


@pytest.mark.parametrize("name", REAL)
def test_every_cell_stands_where_it_belongs(name: str) -> None:
    """The rows of every table are those that every other format prints; a heading of rows stands alone."""
    parts = whole(name)
    tables = [part for part in parts if isinstance(part, Table)]
    expected = [
        [
            texts[:1] if row.role is Role.SECTION else texts
            for row, texts in zip(table.rows, printed(table).cells, strict=True)
        ]
        for table in tables
    ]
    assert [rows_of(table) for table in page_of(*parts).all("table")] == expected


def test_a_wide_table_has_every_figure_once() -> None:
    """Twenty-five years stand in blocks of at most twelve, each with the label, and no figure is lost or repeated."""
    table = wide()
    blocks = page_of(table).all("table")
    heads = [[cell.text for cell in block.all("thead")[0].all("th")] for block in blocks]
    assert [head[:2] for head in heads] == [["1.000 kr. 2018 p/l", "Styringsområde"]] * len(blocks)
    assert [year for head in heads for year in head[2:]] == [str(year) for year in YEARS]
    assert max(len(head) - 2 for head in heads) <= 12
    for row, texts in zip(table.rows, printed(table).cells, strict=True):
        if row.role not in (Role.SECTION, Role.REMARK):
            found = [text for block in blocks for cells in rows_of(block) if cells[0] == texts[0] for text in cells[2:]]
            assert found == texts[2:]
    figures = [cell.text for block in blocks for cell in block.all("td") if cell.text]
    assert figures.count("2.026.007") == 3  # 2026 x 1000 + 7: of the line, of the costs and of the whole


def test_wide_figures_make_smaller_blocks() -> None:
    """Where figures are long, a block has as few of them as fit on the paper, and each payback is said once."""
    lines = "implementation_costs: [{name: A, steering_area: Service, amounts: {2026-2037: 123456789012}}]"
    blocks = page_of(tabel_1(result_of(lines), copenhagen()), view=View(unit="kr.")).all("table")
    # "123.456.789.012.000" takes 19 + 2 characters; 160 less two columns of text (24 and 14 + 2) has room for 5
    assert [len(block.all("thead")[0].all("th")) - 2 for block in blocks] == [4, 4, 4]
    assert [sum(row.attributes.get("class") == "remark" for row in block.all("tr")) for block in blocks] == [2, 0, 0]
    assert [block.all("caption")[0].text[-6:] for block in blocks] == [" (1/3)", " (2/3)", " (3/3)"]


def test_text_of_a_file_is_text() -> None:
    """Whatever a name, a title or a path holds is shown letter for letter, and is no element of the page."""
    name = HOSTILE.replace("'", "''")
    table = tabel_1(
        result_of(f"efficiencies: [{{name: '{name}', steering_area: Service, amounts: {{2018+: -1}}}}]"), copenhagen()
    )
    page = page_of(
        Heading(HOSTILE), Paragraph(HOSTILE), Bullets((HOSTILE,)), table, left_out=(left_out_file(HOSTILE, 2),)
    )
    assert [each.text for each in page.all("title", "h1", "p", "li")][:3] == [HOSTILE, f"{HOSTILE} (2 fejl)", HOSTILE]
    assert HOSTILE in [cell.text for cell in page.all("th")]
    assert page.text.count("<script>") == 6  # the title, the heading, the paragraph, both lists and the table
    assert not page.all("script")


@pytest.mark.parametrize("name", REAL)
def test_nothing_runs_and_nothing_is_fetched(name: str) -> None:
    """A page needs nothing but itself: no script, no event, no address, and one style."""
    text = written(*whole(name), left_out=(left_out_file("x.yaml", 1),))
    elements = Page(text).root.all()
    assert {"script", "link", "img", "iframe", "base"}.isdisjoint(element.tag for element in elements)
    attributes = {name for element in elements for name in element.attributes}
    assert not [name for name in attributes if name.startswith("on") or name in ("src", "href", "style")]
    assert not re.search(r"https?:|url\(|@import", text)
    assert len([element for element in elements if element.tag == "style"]) == 1


@pytest.mark.parametrize("table", [wide(), overview(), *(part for part in whole(REAL[2]) if isinstance(part, Table))])
def test_tables_tell_what_their_cells_are(table: Table) -> None:
    """Every table has a caption that names its region, every heading says what it heads, and each row is as wide."""
    page = page_of(table)
    for region in page.all("div"):
        (caption,) = region.all("caption")
        assert caption.text.startswith(printed(table).title)
        assert region.attributes["aria-labelledby"] == caption.attributes["id"]
        assert {cell.attributes.get("scope") for cell in region.all("th")} <= {"col", "colgroup", "row", "rowgroup"}
        widths = {
            sum(int(cell.attributes.get("colspan") or 1) for cell in row.all("th", "td"))
            for body in region.all("tbody")
            for row in body.all("tr")
        }
        heads = [cell for cell in region.all("thead")[0].all("th") if cell.attributes["scope"] == "col"]
        assert widths == {len(heads)}
    names = [caption.attributes["id"] for caption in page.all("caption")]
    assert len(set(names)) == len(names) > 0


def test_columns_that_share_a_heading() -> None:
    """A shared heading spans its columns, and the others stand beside it over both rows."""
    upper, lower = page_of(overview()).all("table")[0].all("thead")[0].all("tr")
    spans = [int(cell.attributes["colspan"] or 0) for cell in upper.all("th") if "colspan" in cell.attributes]
    assert sum(spans) == len(lower.all("th"))
    groups = [
        (cell.text, int(cell.attributes["colspan"] or 0)) for cell in upper.all("th") if "colspan" in cell.attributes
    ]
    # costs on Service and Anlæg; savings, now and for good, on Service alone; two paybacks
    assert groups == [
        ("Implementeringsomkostninger", 2),
        ("Varige ændringer", 1),
        ("Pr. år ved fuld indfasning", 1),
        ("Tilbagebetalingstid, år", 2),
    ]
    assert all(cell.attributes["rowspan"] == "2" for cell in upper.all("th") if cell.attributes["scope"] == "col")


def test_cases_stand_in_their_groups() -> None:
    """Each administration heads its cases over the whole width and ends with its sum; the sum of all comes last."""
    (table, *_) = page_of(overview("administration")).all("table")
    rows = [row for body in table.all("tbody") for row in body.all("tr")]
    assert [(row.attributes["class"], row.all("th")[0].text) for row in rows] == [
        ("section", "ØKF"),
        ("line", "BC07"),
        ("subtotal", "I alt ØKF"),
        ("section", "BIF"),
        ("line", "B25-1"),
        ("line", "INV2016-1"),
        ("subtotal", "I alt BIF"),
        ("total", "I alt"),
    ]
    columns = len(rows[1].all("th", "td"))
    assert {row.all("th")[0].attributes["colspan"] for row in rows if row.attributes["class"] == "section"} == {
        str(columns)
    }


def test_files_left_out_stand_first() -> None:
    """What had to be left out is named above everything else, each file with its errors."""
    (main,) = page_of(*whole(REAL[0]), left_out=(left_out_file("a.yaml", 1), left_out_file("b.yaml", 3))).all("main")
    first = main.all()[0]
    assert first.attributes["role"] == "note"
    assert [item.text for item in first.all("strong", "li")] == [
        "2 filer er udeladt, fordi de har fejl:",
        "a.yaml (1 fejl)",
        "b.yaml (3 fejl)",
    ]


@pytest.mark.parametrize("language", ["da", "en"])
def test_language(language: Language) -> None:
    """The page says which language it is in."""
    (html,) = (element for element in Page(written(Heading("X"), view=View(language))).root.all("html"))
    assert html.attributes["lang"] == language


def test_words_of_a_case_are_marked_on_a_page_in_another_language() -> None:
    """A browser hyphenates, reads aloud and translates them as what they are; a Danish page has nothing to mark."""
    pieces = (Heading("BC1 Færre opkald"), Paragraph(Text("Ikke udfyldt.")), Paragraph("2018"))
    english = Page(written(*pieces, view=View("en"))).root
    assert [span.text for span in english.all("span") if span.attributes.get("lang") == "da"] == ["BC1 Færre opkald"]
    danish = Page(written(*pieces, view=View("da"))).root
    assert [span for span in danish.all("span") if "lang" in span.attributes] == []


def test_same_input_same_bytes() -> None:
    """Nothing of the day or of chance is in a page."""
    first, second = (written(*whole(REAL[1]), wide()) for _ in range(2))
    assert first == second


def test_headings_go_down_one_at_a_time() -> None:
    """A case is a heading of the first level, a chapter of it one of the second, and none is passed over."""
    page = page_of(*whole(REAL[2]), *whole(REAL[1]))
    levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))

"""Word documents, read back by their own library and looked at through their XML."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.table import _Row
from support import CASES, ROOT, case_paper, copenhagen, left_out_file, printed, result_of, tables_of

from bizcase.output.papers.docx import render
from bizcase.output.papers.view import View
from bizcase.tables.paper import Heading, Paper, paper
from bizcase.tables.proposal import proposal
from bizcase.tables.tabel1 import tabel_1

SAMPLE = ROOT / "tests/samples/tables/many-areas.yaml"
CASE_1 = ROOT / "cases/investeringspuljen-2016/case-1.yaml"


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts_of(row: _Row) -> list[str]:
    """The texts of the cells that stand in a row; one that spans several columns counts once."""
    return ["".join(node.text or "" for node in cell.iter(f"{W}t")) for cell in row._tr.iter(f"{W}tc")]


def is_head(row: _Row) -> bool:
    """Whether every page repeats the row."""
    return "w:tblHeader" in row._tr.xml


def xml_of(document: bytes) -> str:
    """The body of a document."""
    with ZipFile(BytesIO(document)) as parts:
        return parts.read("word/document.xml").decode()


@pytest.mark.parametrize("path", [SAMPLE, CASE_1], ids=lambda path: path.stem)
def test_every_figure_of_every_table_stands_in_the_document(path: Path) -> None:
    """Cell by cell as the other formats print it; the years of a wide table stand in several blocks."""
    whole = case_paper(path)
    drawn = iter(Document(BytesIO(render(whole))).tables)
    for table in tables_of(whole):
        figures = [index for index, column in enumerate(table.columns) if column.figures]
        expected = [[row[index] for index in figures if row[index]] for row in printed(table).cells]
        found: list[list[str]] = [[] for _ in table.rows]
        while sum(map(len, found)) < sum(map(len, expected)) or not figures:
            block = next(drawn)
            body = [texts_of(row) for row in block.rows if not is_head(row)]
            headings = texts_of([row for row in block.rows if is_head(row)][-1])
            years = {printed(table).headings[index] for index in figures}
            places = [at for at, text in enumerate(headings) if text in years]
            for number, row in enumerate(body):
                found[number] += [row[at] for at in places if len(row) == len(headings) and row[at]]
        assert found == expected
    assert next(drawn, None) is None


def test_tables_are_ready_to_paste() -> None:
    """The head is repeated on every page, figures stand to the right, sums are bold, and a caption is above."""
    body = xml_of(render(case_paper(CASE_1, "1")))
    assert body.count("<w:tblHeader/>") == 1
    assert body.count("<w:cantSplit/>") == 1 + 12
    total = re.search(r"<w:tr>(?:(?!</w:tr>).)*Samlet økonomisk påvirkning.*?</w:tr>", body, re.DOTALL)
    assert total is not None
    assert total[0].count("<w:b/>") == 8
    assert total[0].count('<w:jc w:val="right"/>') == 6
    assert '<w:pStyle w:val="Caption"/>' in body


def test_a_case_begins_a_page() -> None:
    """Every case but the first."""
    table = tabel_1(
        result_of("efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n"), copenhagen()
    )
    body = xml_of(render(Paper((Heading("A"), table, Heading("B"), table))))
    assert len(re.findall("<w:pageBreakBefore/>", body)) == 1


def test_what_is_left_out_is_named() -> None:
    """In red, below the tables."""
    assert "x.yaml (1 fejl)" in xml_of(render(paper([], [left_out_file("x.yaml", 1)])))


@pytest.mark.parametrize("path", [SAMPLE, *CASES[:3]], ids=lambda path: path.stem)
def test_the_same_case_makes_the_same_bytes(path: Path) -> None:
    """No clock and no chance is in the file: every time in it is the same."""
    first = render(case_paper(path))
    assert first == render(case_paper(path))
    with ZipFile(BytesIO(first)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert (
            re.findall(r">(\d{4}-[^<]*)<", parts.read("docProps/core.xml").decode()) == []
        )  # no date that nobody gave


def test_the_document_is_in_the_language_of_its_view() -> None:
    """So that a word processor checks its spelling rightly."""
    lines = "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n"
    for view, code in ((View("da"), "da-DK"), (View("en"), "en-GB")):
        document = render(Paper(tuple(proposal(result_of(lines), copenhagen()))), view)
        with ZipFile(BytesIO(document)) as parts:
            assert f'w:lang w:val="{code}"' in parts.read("word/styles.xml").decode()
            assert ('<w:lang w:val="da-DK"/>' in parts.read("word/document.xml").decode()) == (code == "en-GB")


def test_a_title_of_any_length_makes_a_document() -> None:
    """A property of a document has room for 255 letters; the heading has all of them."""
    title = "a" * 1000
    content = render(Paper((Heading(title),)))
    with ZipFile(BytesIO(content)) as parts:
        assert title in parts.read("word/document.xml").decode()
        assert f"<dc:title>{'a' * 255}</dc:title>" in parts.read("docProps/core.xml").decode()

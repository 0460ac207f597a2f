"""The documents in Danish: what they show is typed and filled in as they say, and stands in one place each."""

import json
import re
import shlex
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
import yaml
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet
from support import ROOT, bizcase, copenhagen

from bizcase.case.kinds import APPROVALS, CAPITAL_CATEGORIES, FUNDINGS, KINDS
from bizcase.output.form.words import offered
from bizcase.reading.form.layout import SHEETS

FOLDER = ROOT / "docs/da"
EXAMPLES = FOLDER / "eksempler"
PAGES = sorted(FOLDER.glob("*.md"))
FENCED = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"arket \**(?P<sheet>\w+)\**[^\n]*:\n\n(?P<rows>(?:\|.*\n)+)")
FIELDS = "Felt"
"""The first heading of a table that shows fields, each with its cell to the right."""

BREAK = "<br>"
"""A new line within a cell, as a page shows it."""


SCHEMA: Any = json.loads((ROOT / "schemas/case.schema.json").read_text("utf-8"))
STARTS = {"Økonomi": ("ImplementationCost", "Efficiency"), "Forudsætninger": ("Assumption", "DerivedFigure")}
"""The mappings of the format that a sheet's rows are, where they are not the case itself."""


class Shown(NamedTuple):
    """A piece of a form's sheet, as a page shows it in a table."""

    sheet: str
    headings: list[str]
    rows: list[list[str]]


def page(name: str) -> str:
    """A page's text."""
    return (FOLDER / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The code blocks of a page in a language."""
    return [block["text"] for block in FENCED.finditer(page(name)) if block["language"] == language]


def pieces_of_forms(name: str) -> Iterator[Shown]:
    """The tables of a page that are pieces of a form: each stands below a line that names its sheet."""
    for found in TABLE.finditer(page(name)):
        headings, _, *rows = (
            [cell.strip() for cell in line.strip("|\n").split("|")] for line in found["rows"].splitlines()
        )
        yield Shown(found["sheet"], headings, rows)


def table_below(name: str, heading: str, first: str) -> list[list[str]]:
    """The rows of a page's table that stands below a heading and whose own first heading is given."""
    part = re.split(r"^## ", page(name).partition(f"{heading}\n")[2], flags=re.MULTILINE)[0]
    rows = re.search(rf"^\| {re.escape(first)} \|.*\n\|[- |:]+\n((?:\|.*\n)+)", part, re.MULTILINE)
    assert rows, (name, heading, first)
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in rows[1].splitlines()]


def in_code(text: str) -> str:
    """What stands in the marks of code, all of a cell."""
    return text.removeprefix("`").removesuffix("`")


def definition(name: str) -> Any:
    """A mapping of the format, as its schema has it."""
    return SCHEMA if name == "Case" else SCHEMA["definitions"][name]


def leads(start: str, name: str) -> str:
    """Where a name with its steps leads in the schema: what is said there, or nothing where there is no such key."""
    node: Any = definition(start)
    for step in name.split("."):
        node = node.get("items", node)
        pointed_at = [each["$ref"].rpartition("/")[2] for each in (node, *node.get("allOf", ())) if "$ref" in each]
        node = next((found for found in map(definition, pointed_at) if "properties" in found), node)
        node = node.get("properties", {}).get(step, node.get("additionalProperties", False))
        if not node:
            return ""
    return str(node.get("description", name))


def heading_row(sheet: Worksheet, headings: list[str]) -> tuple[int, list[int]]:
    """The row of a sheet that has all of these headings, and their columns."""
    for row in sheet.iter_rows():
        columns = {str(cell.value): cell.column for cell in row}
        if set(headings) <= set(columns):
            return row[0].row or 0, [columns[heading] or 0 for heading in headings]
    raise AssertionError((sheet.title, headings))


def seen(cell: Cell | MergedCell) -> str:
    """What a reader sees in a cell."""
    if isinstance(cell.value, datetime):
        return cell.value.strftime("%d-%m-%Y")
    if isinstance(cell.value, int | float) and "%" in cell.number_format:
        return f"{cell.value * 100:g} %"
    return (
        ""
        if cell.value is None
        else str(cell.value).replace(".", ",", isinstance(cell.value, float)).replace("\n", BREAK)
    )


def typed(text: str) -> str | int | float | date:
    """What a spreadsheet makes of what somebody types."""
    if re.fullmatch(r"-?\d+(,\d+)?", text):
        return float(text.replace(",", ".")) if "," in text else int(text)
    if re.fullmatch(r"\d\d-\d\d-\d{4}", text):
        return date(int(text[6:]), int(text[3:5]), int(text[:2]))
    return text.replace(BREAK, "\n")


def fill_in(form: Path, name: str) -> None:
    """Type into an empty form what a page shows: fields beside their labels, and a row for each line, once."""
    book = openpyxl.load_workbook(form)
    lines: dict[tuple[str, int, str, str], int] = {}
    for shown in pieces_of_forms(name):
        sheet: Worksheet = book[shown.sheet]
        for texts in shown.rows:
            if shown.headings[0] == FIELDS:
                row, columns = heading_row(sheet, texts[:1])
                sheet.cell(row, columns[0] + 1).value = typed(texts[1])
                continue
            top, columns = heading_row(sheet, shown.headings)
            others = sum(line[:2] == (shown.sheet, top) for line in lines)
            row = lines.setdefault((shown.sheet, top, texts[0], texts[1]), top + 1 + others)
            for column, text in zip(columns, texts, strict=True):
                sheet.cell(row, column).value = typed(text) if text else sheet.cell(row, column).value
    book.save(form)


def conversation(text: str) -> Iterator[tuple[list[str], str]]:
    """The commands of a block, each with what it prints."""
    for part in re.split(r"^\$ bizcase ", text, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield shlex.split(command), printed


def test_who_starts_from_nothing_gets_to_the_figures(tmp_path: Path) -> None:
    """`Kom i gang` in an empty folder: the file and the form that it has one write both print what it shows."""
    (text,) = blocks("kom-i-gang.md", "yaml")
    (tmp_path / "BC42.yaml").write_text(text, "utf-8")
    new, figures = blocks("kom-i-gang.md", "console")
    for words, printed in conversation(new):
        run = bizcase(*words, cwd=tmp_path)
        assert run.out + run.err == printed
    fill_in(tmp_path / "BC42.xlsx", "kom-i-gang.md")
    for words, printed in conversation(figures):
        for name in ("BC42.yaml", "BC42.xlsx"):
            run = bizcase(*(word.replace("BC42.yaml", name) for word in words), cwd=tmp_path)
            assert run.out + run.err == printed, name


def test_a_block_that_names_its_file_is_that_file() -> None:
    """What a page tells one to save as a file lies among the examples, letter for letter."""
    named = [text.partition("\n") for path in PAGES for text in blocks(path.name, "yaml") if text.startswith("# ")]
    assert named
    for head, _, text in named:
        assert text == (EXAMPLES / head.removeprefix("# ")).read_text("utf-8")


def is_of(piece: Any, whole: Any) -> bool:
    """Whether all of a piece of a document stands in the whole: its keys, and of a list's items some."""
    if isinstance(piece, dict):
        return isinstance(whole, dict) and all(key in whole and is_of(each, whole[key]) for key, each in piece.items())
    if isinstance(piece, list):
        return isinstance(whole, list) and all(any(is_of(each, one) for one in whole) for each in piece)
    return bool(piece == whole)


@pytest.mark.parametrize("text", blocks("skriv-en-sag.md", "yaml"), ids=lambda text: text.split("\n")[0])
def test_a_piece_of_a_case_stands_in_the_whole_case(text: str) -> None:
    """What `Skriv en sag` shows of the hard case is in its file, key and all, which is checked as a whole."""
    piece, *wholes = (
        yaml.safe_load(each)
        for each in (text, *((EXAMPLES / f"{case}.yaml").read_text("utf-8") for case in ("BC43", "BC46")))
    )
    assert piece.keys() <= SCHEMA["properties"].keys()
    assert any(is_of(piece, whole) for whole in wholes)


@pytest.mark.parametrize("text", blocks("skriv-en-sag.md", "yaml"), ids=lambda text: text.split("\n")[0])
def test_a_line_that_is_shown_is_a_whole_line(text: str) -> None:
    """Whoever copies it into a case has its name, its area and its amounts, or what they are worked out of."""
    shown = yaml.safe_load(text)
    for line in (*shown.get("implementation_costs", ()), *shown.get("efficiencies", ())):
        assert {"name", "steering_area"} < line.keys()
        assert "amounts" in line or {"saving", "phase_in"} < line.keys()


def test_what_is_told_to_be_typed_works_where_the_reader_stands(tmp_path: Path) -> None:
    """The commands of `Skriv en sag`, in the folder that `Kom i gang` makes beside the documents, write their files."""
    folder = tmp_path / "sager"
    folder.mkdir()
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    told = re.findall(r"^    bizcase (.*)$", page("skriv-en-sag.md"), re.MULTILINE)
    assert len(told) == 2
    for words in map(shlex.split, told):
        run = bizcase(*words, cwd=folder)
        assert run.code == 0, run.err
        assert (folder / words[-1]).is_file()


def test_what_is_shown_of_a_form_stands_in_the_form(tmp_path: Path) -> None:
    """Each table of `Skriv en sag` is a piece of the hard case's form: sheet, headings and what the cells show."""
    run = bizcase("convert", EXAMPLES / "BC43.yaml", "-o", tmp_path / "BC43.xlsx")
    assert run.code == 0, run.err
    book = openpyxl.load_workbook(tmp_path / "BC43.xlsx")
    shown_pieces = list(pieces_of_forms("skriv-en-sag.md"))
    assert len(shown_pieces) >= 15
    for shown in shown_pieces:
        sheet: Worksheet = book[shown.sheet]
        for texts in shown.rows:
            if shown.headings[0] == FIELDS:
                row, columns = heading_row(sheet, texts[:1])
                assert seen(sheet.cell(row, columns[0] + 1)) == texts[1]
                continue
            top, columns = heading_row(sheet, shown.headings)
            below = range(top + 1, sheet.max_row + 1)
            assert texts in [[seen(sheet.cell(row, column)) for column in columns] for row in below], texts


def test_who_fills_in_what_is_shown_has_the_hard_case(tmp_path: Path) -> None:
    """An empty form with all that `Skriv en sag` shows of it has no error, and comes to the figures of the file."""
    form = tmp_path / "BC43.xlsx"
    bizcase("new", "BC43", "-o", form, "--administration", "KFF", "--first-year", "2026", "--years", "6")
    fill_in(form, "skriv-en-sag.md")
    told = [json.loads(bizcase("calc", path, "--format", "json", "-q").out) for path in (form, EXAMPLES / "BC43.yaml")]
    (by_hand,), (written,) = (document["cases"] for document in told)
    for key in ("net_effect", "cumulative", "lasting_effect", "payback", "by_committee", "internal_loan", "derived"):
        assert by_hand[key] == written[key], key


def test_a_finding_is_accepted_by_the_place_that_the_page_shows(tmp_path: Path) -> None:
    """Each place of an accepted finding, as the text file has it, is what the form has in its column."""
    shown = table_below("skriv-en-sag.md", "## Accepterede fund", "fundet gælder")
    assert len(shown) >= 4
    case = (EXAMPLES / "BC42.yaml").read_text("utf-8")
    for number, (_, written, place) in enumerate(shown):
        (tmp_path / f"{number}.yaml").write_text(f"{case}\naccepted: {{{in_code(written)}}}\n", "utf-8")
        run = bizcase("convert", tmp_path / f"{number}.yaml", "-o", tmp_path / f"{number}.xlsx")
        assert run.code == 0, run.err
        sheet: Worksheet = openpyxl.load_workbook(tmp_path / f"{number}.xlsx")["Kontrol"]
        top, (column,) = heading_row(sheet, ["Fundets sted"])
        assert sheet.cell(top + 1, column).value == in_code(place)


@pytest.mark.parametrize("text", blocks("til-dig-der-gransker.md", "yaml"), ids=lambda text: text.split("\n")[1])
def test_a_file_of_a_frame_or_of_targets_is_read(text: str, tmp_path: Path) -> None:
    """What the page for reviewers shows beside cases is a whole file, and every row of it is in the overview."""
    (tmp_path / "fil.yaml").write_text(text, "utf-8")
    options = ("--budget",) if "budget:" in text else ("--layout", "profile", "--target")
    run = bizcase("pool", EXAMPLES / "BC42.yaml", EXAMPLES / "BC46.yaml", *options, tmp_path / "fil.yaml")
    assert run.code == 0, run.err
    for name in re.findall(r"^  (\w+): \{", text, re.MULTILINE):
        assert re.search(rf"^{name}\n  .*\n  (Søgt om|Måltal) ", run.out, re.MULTILINE), name


def test_a_case_has_the_figures_alone_and_among_others_that_the_page_names() -> None:
    """BC42 alone to 2029: 600 + 150/1,035 - 200/1,035 - 350/1,035² - 350/1,035³ is -91; two years more take 600 off."""
    alone, among = (bizcase("value", path, "-q").out for path in (EXAMPLES / "BC42.yaml", EXAMPLES))
    assert re.search(r"^Nettogevinst i nutidsværdi +91 ", alone, re.MULTILINE)
    assert re.search(r"^BC42 .* 690 ", among, re.MULTILINE)
    assert re.search(r"\s91 alene.*\s690 i mappen", page("hvad-er-den-vaerd.md"), re.DOTALL)


def test_the_list_of_fields_is_the_form_s() -> None:
    """Every label and heading of the form stands in the list once, on its sheet, in the form's order."""
    for sheet in SHEETS:
        columns = [column.heading for table in sheet.tables for column in table.columns]
        listed = [label for label, _ in table_below("felter.md", f"## {sheet.name}", "I formularen")]
        assert [label for label in listed if label != "årene"] == [*(field.label for field in sheet.fields), *columns]


def test_what_a_field_is_called_in_the_text_file_is_a_key_of_the_format() -> None:
    """Every name in the list leads through the schema; a field's is the form's own, and no key is left out."""
    reached = {"schema_version"}
    for sheet in SHEETS:
        own = {field.label: ".".join(field.where) for field in sheet.fields}
        starts = STARTS.get(sheet.name, ("Case",))
        for label, told in table_below("felter.md", f"## {sheet.name}", "I formularen"):
            names = [name for name in re.findall("`([^`]+)`", told) if not name[0].isdigit()]
            assert label not in own or names == [own[label]]
            for name in names:
                assert any(leads(start, name) for start in (*starts, "Case", "ImplementationCost")), name
                reached.update(name.split("."))
    for label, told in table_below("felter.md", "## Kontrol", "Trykt række"):
        (name,) = re.findall("`([^`]+)`", told)
        described = leads("ImplementationCost" if "linjen" in told else "Case", name)
        assert described
        assert "linjen" in told or label.casefold().endswith(described.casefold())
        reached.update(name.split("."))
    for kind in ("Case", "ImplementationCost", "Efficiency", "Assumption", "DerivedFigure", "Published", "Sections"):
        assert definition(kind)["properties"].keys() <= reached, kind


def test_the_list_of_words_is_the_form_s_and_the_format_s() -> None:
    """Each word that the form offers is listed, in its order, beside the key that the format takes it for."""
    offers = offered(copenhagen())
    assert [row for row, _ in table_below("felter.md", "## Kontrol", "Trykt række")] == offers["row"]
    listed = [(word.replace("\\", ""), in_code(key)) for _, word, key in table_below("felter.md", "## Valg", "Felt")]
    lists = {"kind": KINDS, "approval": APPROVALS, "funding": FUNDINGS, "capital_category": CAPITAL_CATEGORIES}
    assert listed == [(word, names.meant_by(word)) for key, names in lists.items() for word in offers[key]]


def test_no_sentence_stands_on_two_pages() -> None:
    """What is said once is linked to from elsewhere. Headings, tables and examples may say the same."""
    said: Counter[str] = Counter()
    for path in PAGES:
        prose = re.sub(r"^([|>#].*|    .*)$", "", FENCED.sub("", page(path.name)), flags=re.MULTILINE)
        sentences = re.split(r"(?<=[.:?])\s+|\n\n", re.sub(r"(?<!\n)\n(?![\n-])", " ", prose))
        said.update({sentence.strip() for sentence in sentences if len(sentence.split()) > 5})
    assert [sentence for sentence, pages in said.items() if pages > 1] == []


def test_every_page_is_in_the_index() -> None:
    """The page that says which one is for whom leaves none out."""
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", page("index.md")))
    assert linked >= {path.name for path in PAGES} - {"index.md"}


def test_every_picture_is_small_and_shown() -> None:
    """A page loads quickly over a slow line, and no picture lies there for nothing."""
    shown = set(re.findall(r"\]\(billeder/([\w.-]+)\)", "".join(page(path.name) for path in PAGES)))
    pictures = list((FOLDER / "billeder").iterdir())
    assert {picture.name for picture in pictures} == shown
    assert max(picture.stat().st_size for picture in pictures) <= 150_000

"""The form from the command line: made, converted, checked, answered, and never lost."""

import json
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from made_forms import SMALL, form_with, typed, worked_in
from openpyxl.comments import Comment
from support import ROOT, bizcase

BC07 = ROOT / "cases/innovationspuljen-2018/BC07.yaml"


def test_a_case_by_way_of_its_form_prints_the_same_tables(tmp_path: Path) -> None:
    """YAML to form to YAML: every table of BC07, and the form itself, print what the case prints."""
    form, text = tmp_path / "BC07.xlsx", tmp_path / "BC07.yaml"
    assert bizcase("convert", str(BC07), "-o", str(form)).code == 0
    assert bizcase("convert", str(form), "-o", str(text)).code == 0
    whole = [bizcase("calc", str(path), "--whole", "--no-notes").out for path in (BC07, form, text)]
    assert whole[1] == whole[0]
    assert whole[2] == whole[0]


def test_comments_that_are_left_behind_are_counted(tmp_path: Path) -> None:
    """Two of them in a file, and none in the form."""
    case = tmp_path / "x.yaml"
    case.write_text(f"# en\n{SMALL}# to\n", "utf-8")
    run = bizcase("convert", str(case), "-o", str(tmp_path / "x.xlsx"))
    assert "kommentarer, der ikke er med: 2" in run.err
    assert "kommentarer" not in bizcase("convert", str(tmp_path / "x.xlsx"), "-o", str(tmp_path / "y.yaml")).err


def test_comments_on_cells_are_counted_too(tmp_path: Path) -> None:
    """One that somebody has put on an amount; the form's own helps at its headings are none."""

    def comment(book: openpyxl.Workbook) -> None:
        book["Økonomi"]["H7"].comment = Comment("spørg Lone", "NN")

    (tmp_path / "x.xlsx").write_bytes(worked_in(comment))
    run = bizcase("convert", str(tmp_path / "x.xlsx"), "-o", str(tmp_path / "x.yaml"))
    assert "kommentarer, der ikke er med: 1" in run.err


def test_comments_are_counted_in_what_is_sent_in(tmp_path: Path) -> None:
    """Standard input can be read once only."""
    run = bizcase("convert", "-", "-o", str(tmp_path / "x.yaml"), stdin=f"# en\n{SMALL}".encode())
    assert "kommentarer, der ikke er med: 1" in run.err


def test_a_case_with_errors_is_not_converted(tmp_path: Path) -> None:
    """It is said what is wrong, and that nothing was written."""
    (tmp_path / "x.xlsx").write_bytes(typed({"H7": "ca. 4.400"}))
    run = bizcase("convert", str(tmp_path / "x.xlsx"), "-o", str(tmp_path / "x.yaml"))
    assert run.code == 1
    assert "x.xlsx:Økonomi!H7: error[not-a-number]" in run.err
    assert not (tmp_path / "x.yaml").exists()


@pytest.mark.parametrize("output", [None, "x.txt", "x.docx", "x"])
def test_the_ending_says_what_a_case_becomes(output: str | None, tmp_path: Path) -> None:
    """Only a form or a text file; without an ending that says which, nothing is guessed."""
    run = bizcase("convert", str(BC07), *(["-o", str(tmp_path / output)] if output else []))
    assert run.code == 2
    assert "-o FIL.xlsx" in run.err


def test_no_form_is_ever_replaced(tmp_path: Path) -> None:
    """By no command, with --force neither, not even an empty one that nobody has touched."""
    form = tmp_path / "BC42.xlsx"
    assert bizcase("new", "BC42", "-o", str(form)).code == 0
    before = form.read_bytes()
    for command in (
        ["new", "BC42", "-o", str(form)],
        ["convert", str(BC07), "-o", str(form)],
        ["pool", str(BC07), "-o", str(form), "--force"],
        ["calc", str(BC07), "-o", str(form), "--force"],
        ["validate", str(BC07), "-o", str(form), "--force"],
    ):
        assert bizcase(*command).code == 2, command
    assert form.read_bytes() == before


@pytest.mark.parametrize("ending", ["txt", "docx", "html", "md", "csv", "json"])
def test_a_case_under_another_name_is_not_replaced(ending: str, tmp_path: Path) -> None:
    """A symbolic link to it, a copy of the text and a copy of the form, each called as an output is."""
    case, form, output = tmp_path / "BC42.yaml", tmp_path / "BC42.xlsx", tmp_path / f"ud.{ending}"
    case.write_text(SMALL, "utf-8")
    form.write_bytes(form_with())
    for target in (case, form):
        output.symlink_to(target)
        before = target.read_bytes()
        assert bizcase("calc", str(BC07), "-o", str(output), "--force").code == 2
        assert target.read_bytes() == before
        output.unlink()
        output.write_bytes(before)
        assert bizcase("calc", str(BC07), "-o", str(output), "--force").code == 2
        assert output.read_bytes() == before
        output.unlink()
    for _ in range(2):  # what the command has written itself may be written anew
        assert bizcase("calc", str(BC07), "-o", str(output)).code == 0


def test_tables_in_a_workbook_may_be_written_anew(tmp_path: Path) -> None:
    """A workbook of tables is no form: the same command may be run again."""
    book = tmp_path / "tabeller.xlsx"
    for _ in range(2):
        assert bizcase("calc", str(BC07), "-o", str(book)).code == 0


def test_a_new_form_has_what_is_asked_for(tmp_path: Path) -> None:
    """Administration, first and last year, and a column for each of the six years."""
    form = tmp_path / "BC42.xlsx"
    made = bizcase("new", "BC42", "-o", str(form), "--administration", "SUF", "--first-year", "2027", "--years", "6")
    assert made.code == 0
    book = openpyxl.load_workbook(form)
    fields = {row[0].value: row[1].value for row in book["Sag"].iter_rows(min_row=4, max_col=2)}
    assert (fields["Nummer"], fields["Fremstillende forvaltning"]) == ("BC42", "SUF")
    assert (fields["Første år"], fields["Sidste år"]) == (2027, 2032)
    assert [cell.value for cell in book["Økonomi"][5] if isinstance(cell.value, int)] == list(range(2027, 2033))


def test_a_new_text_file_has_what_is_asked_for(tmp_path: Path) -> None:
    """The same options for YAML."""
    made = bizcase(
        "new", "BC42", "-o", str(tmp_path / "x.yaml"), "--administration", "Sundheds- og Omsorgsforvaltningen",
        "--first-year", "2027", "--years", "4",
    )  # fmt: skip
    assert made.code == 0
    text = (tmp_path / "x.yaml").read_text("utf-8")
    assert "\nadministration: SUF " in text
    assert "\nfirst_year: 2027 " in text
    assert "\nlast_year: 2030\n" in text


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--administration", "XYZ"], "forvaltning"), (["--first-year", "1066"], "1990"), (["--years", "200"], "højst")],
)
def test_what_cannot_be_asked_for_is_refused(options: list[str], said: str, tmp_path: Path) -> None:
    """An administration that nobody knows, a year before the format's, and years beyond it; no file is left."""
    run = bizcase("new", "BC42", "-o", str(tmp_path / "x.xlsx"), *options)
    assert run.code == 2
    assert said in run.err
    assert not (tmp_path / "x.xlsx").exists()


def test_the_answer_goes_back_with_links_to_the_cells(tmp_path: Path) -> None:
    """A row a finding in a workbook beside the form; its place opens the form at the cell."""
    (tmp_path / "BC42.xlsx").write_bytes(typed({"H7": "ca. 4.400"}))
    run = bizcase("validate", str(tmp_path / "BC42.xlsx"), "-o", str(tmp_path / "fund.xlsx"))
    assert run.code == 1
    sheet = openpyxl.load_workbook(tmp_path / "fund.xlsx").active
    assert sheet is not None
    row = [cell.value for cell in sheet[5]]
    assert row[1:4] == ["Økonomi!H7", "fejl", "not-a-number"]
    link = sheet["B5"].hyperlink
    assert link is not None
    assert (link.target, link.location) == ("BC42.xlsx", "'Økonomi'!H7")


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_the_answer_may_be_a_page_or_a_document(ending: str, tmp_path: Path) -> None:
    """The finding stands in it with its cell."""
    (tmp_path / "BC42.xlsx").write_bytes(typed({"H7": "ca. 4.400"}))
    answer = tmp_path / f"fund.{ending}"
    assert bizcase("validate", str(tmp_path / "BC42.xlsx"), "-o", str(answer)).code == 1
    content = answer.read_bytes()
    if ending == "docx":
        table = docx.Document(BytesIO(content)).tables[0]
        assert [cell.text for cell in table.rows[1].cells][1] == "Økonomi!H7"
    else:
        assert "Økonomi!H7" in content.decode()


@pytest.mark.parametrize("form", ["json", "github", "sarif", "gitlab", "azure", "junit", "text"])
def test_every_format_of_findings_names_the_cell(form: str, tmp_path: Path) -> None:
    """Sheet and cell, as a spreadsheet calls them."""
    (tmp_path / "BC42.xlsx").write_bytes(typed({"H7": "ca. 4.400"}))
    out = bizcase("validate", str(tmp_path / "BC42.xlsx"), "--format", form).out
    if form == "json":
        finding = json.loads(out)["findings"][0]
        assert (finding["sheet"], finding["cell"], finding["line"], finding["column"]) == ("Økonomi", "H7", 7, 8)
    else:
        assert "Økonomi!H7" in out


def test_a_pool_takes_forms_and_text_files_alike(tmp_path: Path) -> None:
    """One case as a form and one as a text: both are in the records, in the order of their names."""
    (tmp_path / "a.xlsx").write_bytes(form_with())
    (tmp_path / "b.yaml").write_text(SMALL.replace("BC42", "BC43"), "utf-8")
    run = bizcase("pool", str(tmp_path), "--format", "jsonl")
    assert run.code == 0
    assert [json.loads(line)["id"] for line in run.out.splitlines()] == ["BC42", "BC43"]


def test_a_form_may_come_from_standard_input() -> None:
    """By what it begins with; nobody has to give it a name."""
    run = bizcase("calc", "-", stdin=form_with())
    assert run.code == 0
    assert "Digital post i stedet for breve" in run.out


def test_the_commands_of_the_page_do_what_it_says(tmp_path: Path) -> None:
    """Every command of the Danish page, in its order: an empty form has errors, one that is filled in has none."""
    page = (ROOT / "docs/da/formularen.md").read_text("utf-8")
    commands = [line.removeprefix("$ bizcase ").split() for line in page.splitlines() if line.startswith("$ bizcase ")]
    assert [command[0] for command in commands] == ["new", "validate", "calc", "convert", "convert"]
    for command in commands:
        if command[-1].endswith(".yaml"):
            (tmp_path / "BC42.xlsx").write_bytes(form_with())
        if command[0] == "convert" and command[-1].endswith(".xlsx"):
            (tmp_path / "BC42.xlsx").unlink()
        wanted = (
            1 if command[0] in ("validate", "calc") and "BC42.yaml" not in [p.name for p in tmp_path.iterdir()] else 0
        )
        assert bizcase(*command, cwd=tmp_path).code == wanted, command


def test_a_hook_takes_forms_and_passes_over_other_workbooks(tmp_path: Path) -> None:
    """Handed all that has changed, it names the list of addresses and checks the form."""
    (tmp_path / "BC42.xlsx").write_bytes(typed({"H7": "ca. 4.400"}))
    openpyxl.Workbook().save(tmp_path / "adresser.xlsx")
    run = bizcase("validate", "--only-cases", "BC42.xlsx", "adresser.xlsx", cwd=tmp_path)
    assert run.code == 1
    assert "BC42.xlsx:Økonomi!H7" in run.out
    assert "adresser.xlsx er ikke en sag; sprunget over" in run.err

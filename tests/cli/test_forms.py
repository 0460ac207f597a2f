"""The forms of papers on the command line: which go together, where they go, and what happens without a library."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from support import ROOT, bizcase

BC07 = "cases/innovationspuljen-2018/BC07.yaml"
CASE_1 = "cases/investeringspuljen-2016/case-1.yaml"
CASE_2 = "cases/investeringspuljen-2016/case-2.yaml"
BAD = "tests/samples/refused/thousands-with-a-point.yaml"


@pytest.mark.parametrize(("form", "library"), [("xlsx", "XlsxWriter"), ("docx", "python-docx")])
@pytest.mark.parametrize("command", ["calc", "pool"])
def test_a_missing_library_is_one_line_that_says_how_to_get_it(
    command: str, form: str, library: str, tmp_path: Path
) -> None:
    """Exit code 2, before anything is calculated, and no file."""
    program = (
        "import importlib.util as u, sys; find = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name in ('docx', 'xlsxwriter') else find(name, *rest)\n"
        "from bizcase.cli import main; main()"
    )
    target = tmp_path / f"x.{form}"
    words = [sys.executable, "-c", program, command, BC07, "--format", form, "-o", str(target)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    said = f"bizcase: --format {form} bruger {library}, som ikke er installeret; installer det med: "
    assert done.stderr == f"{said}python -m pip install {library}\n"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_workbook_is_never_poured_over_a_terminal(form: str) -> None:
    """It needs a file to go to."""
    run = bizcase("calc", BC07, "--format", form)
    assert (run.code, run.out) == (2, "")
    assert f"-o FIL.{form}" in run.err


@pytest.mark.parametrize("form", ["markdown", "html", "xlsx", "docx", "csv", "json", "jsonl", "table"])
@pytest.mark.parametrize("command", ["calc", "pool"])
def test_every_form_is_written_whole_and_is_the_same_twice(command: str, form: str, tmp_path: Path) -> None:
    """A bad file among good ones is named, the document is written all the same, and nothing else is left."""
    first, second = tmp_path / "first", tmp_path / "second"
    for target in (first, second):
        run = bizcase(command, CASE_1, CASE_2, BAD, "--format", form, "-o", target)
        assert (run.code, run.out) == (1, "")
        assert run.err.endswith(f"bizcase: {target} er skrevet\n")
    assert first.read_bytes() == second.read_bytes()
    assert sorted(os.listdir(tmp_path)) == ["first", "second"]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.xlsx", b"PK"),
        ("x.DOCX", b"PK"),
        ("x.md", b"## BC07"),
        ("x.html", b"<!"),
        ("x.txt", b"BC07"),
        ("csv", b"BC07"),
    ],
)
def test_a_file_is_what_its_name_says(name: str, start: bytes, tmp_path: Path) -> None:
    """A file that ends with .xlsx is a workbook, though nobody said --format."""
    assert bizcase("calc", BC07, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_bytes().lower().startswith(start.lower())


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "json", "--table", "3"],
        ["--format", "csv", "--unit", "mio"],
        ["--layout", "memo", "--table", "2"],
        ["--layout", "memo", "--whole", "--format", "html"],
        ["--whole"],
        ["--whole", "--format", "html", "--table", "2"],
    ],
    ids=" ".join,
)
def test_options_that_do_not_go_together_are_refused(options: list[str]) -> None:
    """None of them is passed over in silence."""
    run = bizcase("calc", BC07, *options)
    assert (run.code, run.out) == (2, "")


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "jsonl", "--layout", "table"],
        ["--format", "json", "--budget", "375"],
        ["--layout", "profile", "--budget", "375"],
        ["--layout", "profile", "--sort", "cost"],
        ["--layout", "profile", "--group-by", "kind"],
    ],
    ids=" ".join,
)
def test_options_of_a_pool_that_do_not_go_together_are_refused(options: list[str]) -> None:
    """Records have no layout, and a profile has no cases to order."""
    run = bizcase("pool", BC07, *options)
    assert (run.code, run.out) == (2, "")


def test_cases_of_one_table_stand_in_one_price_level() -> None:
    """Kroner of 2016 and of 2018 are not printed side by side."""
    run = bizcase("calc", BC07, CASE_1, "--layout", "memo")
    assert (run.code, run.out) == (2, "")
    assert "forskellige p/l" in run.err


def test_english_tables_have_english_figures() -> None:
    """A point in an English figure is a decimal point."""
    run = bizcase("calc", BC07, "--lang", "en")
    assert "Total implementation costs" in run.out
    assert "1,725" in run.out
    assert "1.725" not in run.out


def test_units_are_shown_as_asked() -> None:
    """1.725 thousand are 1,7 million and 1.725.000 kroner."""
    assert "mio. kr. 2018 p/l" in (millions := bizcase("calc", BC07, "--unit", "mio").out)
    assert " 1,7 " in millions
    assert "1.725.000" in bizcase("calc", BC07, "--unit", "kr").out


def test_a_table_can_be_asked_for_by_name() -> None:
    """Each prints its own title and no other."""
    titles = {
        "1": "Tabel 1. Forslagets samlede økonomiske konsekvenser",
        "2": "Tabel 2. Serviceinvesteringer i forslaget",
        "3": "Tabel 3. Fordeling mellem udvalg",
        "annex": "Tabel 2. Bevillingsmæssige konsekvenser",
        "cashflow": "Pengestrøm. Årlig og akkumuleret økonomisk påvirkning",
    }
    for name, title in titles.items():
        printed = bizcase("calc", CASE_1, "--table", name, "--no-notes").out
        assert [each for each in titles.values() if each in printed] == [title]
    assert "Beregningsforudsætninger" in bizcase("calc", BC07, "--table", "drivers").out
    assert "ingen forudsætninger" in bizcase("calc", CASE_1, "--table", "drivers", "--no-notes").out
    printed = bizcase("calc", CASE_1, "--table", "all", "--no-notes").out
    titles["annex"] = "Tabel 6. Bevillingsmæssige konsekvenser"  # Tabel 2 is three tables here, and Tabel 3 follows
    titles["3"] = "Tabel 5. Fordeling mellem udvalg"
    assert all(title in printed for title in titles.values())


def test_lines_of_json_hold_a_case_each() -> None:
    """And a file that was left out in its place."""
    lines = [json.loads(line) for line in bizcase("calc", BC07, BAD, "--format", "jsonl").out.splitlines()]
    assert [line.get("id", line.get("path")) for line in lines] == ["BC07", BAD]


def test_the_whole_proposal_has_all_twelve_chapters() -> None:
    """In the order of the template; what nothing is written for is listed at the end, and has no heading."""
    run = bizcase("calc", "tests/samples/tables/many-areas.yaml", "--whole", "--format", "markdown")
    written, _, missing = run.out.partition("### Ikke udfyldt")
    chapters = [line.split()[1] for line in written.splitlines() if line.startswith("### ")]
    empty = re.findall(r"^- (1\.\d+)", missing, re.MULTILINE)
    assert empty
    assert sorted([*chapters, *empty], key=lambda number: int(number[2:])) == [f"1.{each}" for each in range(1, 13)]
    assert chapters == sorted(chapters, key=lambda number: int(number[2:]))


def test_the_memo_runs_over_the_years_that_are_asked_for() -> None:
    """The paper prints 1.750 and 2.000 of costs and -1.500 of savings for 2016 and 2017: 2.250 together."""
    run = bizcase("calc", CASE_1, "--layout", "memo", "--years", "2016-2017")
    together = next(line for line in run.out.splitlines() if line.startswith("Samlet"))
    assert together.split() == ["Samlet", "1.750", "500", "2.250"]
    said = "Tabellen viser kun 2016-2017, og beløb i andre år er ikke med."
    assert said in run.out
    assert said.partition(" kun")[0] not in bizcase("calc", CASE_1, "--layout", "memo").out


def test_a_case_can_be_seen_over_other_years() -> None:
    """2017 to 2023: 2.000 and 250 of costs, what lasts goes on after 2021, and what falls in 2016 is said to be out."""
    run = bizcase("calc", CASE_1, "--years", "2017-2023", "--no-notes")
    rows = {line[:40].strip(): line.split()[-7:] for line in run.out.splitlines() if line.startswith("Saml")}
    assert rows["Samlet varig ændring"] == ["-1.500", "-2.500", *["-3.000"] * 5]
    assert rows["Samlede implementeringsomkostninger"] == ["2.000", "250", *["0"] * 5]
    assert rows["Samlet økonomisk påvirkning"] == ["500", "-2.250", *["-3.000"] * 5]
    assert "tabellerne viser kun 2017-2023, og beløb i andre år er ikke med" in run.out
    assert "3 år" in run.out  # the payback is that of the whole case
    own = bizcase("calc", CASE_1, "--no-notes").out
    assert "tabellerne viser kun" not in own


def test_csv_for_a_danish_spreadsheet(tmp_path: Path) -> None:
    """A mark of the encoding, semicolons, decimal commas; a text that would run as a formula is made harmless."""
    case = tmp_path / "case.yaml"
    case.write_text(
        "id: X\ntitle: '=1+1'\nprice_level: 2026\nadministration: ØKF\n"
        "efficiencies: [{name: '@SUM(A1)', steering_area: Service, amounts: {2026: -0.5}}]\n",
        "utf-8",
    )
    for command in ("calc", "pool"):
        text = bizcase(command, case, "--format", "csv", "--csv", "danish").out
        assert text.startswith("\ufeffschema_version;")
        assert ";'=1+1;" in text
        assert ";-0,5;" in text
        assert bizcase(command, case, "--csv", "danish").code == 2
    assert ";'@SUM(A1);" in bizcase("calc", case, "--format", "csv", "--csv", "danish").out
    assert ",=1+1," in bizcase("calc", case, "--format", "csv").out


def test_findings_are_written_as_the_ending_says(tmp_path: Path) -> None:
    """JSON and SARIF by their endings, text without one; an ending that nothing is written as is refused at once."""
    for name, start in (("r.json", "{"), ("r.sarif", "{"), ("r.txt", BAD), ("r", BAD)):
        assert bizcase("validate", BAD, "-o", tmp_path / name).code == 1
        assert (tmp_path / name).read_text("utf-8").startswith(start)
    assert '"$schema"' in (tmp_path / "r.sarif").read_text("utf-8")
    run = bizcase("validate", BAD, "-o", tmp_path / "r.pdf")
    assert (run.code, (tmp_path / "r.pdf").exists()) == (2, False)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_document_that_somebody_has_worked_in_is_not_replaced(tmp_path: Path, ending: str) -> None:
    """As it was written it is replaced without a word; changed, or somebody else's, only by --force."""
    output = tmp_path / f"sag.{ending}"
    assert bizcase("calc", CASE_1, "-o", output).code == 0
    written = output.read_bytes()
    assert bizcase("calc", CASE_1, "-o", output).code == 0
    assert output.read_bytes() == written
    with ZipFile(output, "a") as archive:
        archive.writestr("word/comments.xml", "<ret/>")
    changed = output.read_bytes()
    for content in (changed, b"not an archive", b""):
        output.write_bytes(content)
        run = bizcase("calc", CASE_1, "-o", output)
        assert (run.code, output.read_bytes()) == (2, content)
        assert "eller overskriv den med --force" in run.err
        assert bizcase("pool", CASE_1, "-o", output).code == 2
    assert bizcase("calc", CASE_1, "-o", output, "--force").code == 0
    assert output.read_bytes() == written

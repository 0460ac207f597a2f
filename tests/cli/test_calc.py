"""`bizcase calc`: the document on stdout, everything else on stderr, and an exit code that tells."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, bizcase, on_a_terminal

BC07 = "cases/innovationspuljen-2018/BC07.yaml"
BC08 = "cases/innovationspuljen-2018/BC08.yaml"
"""A case with nothing to be told of; the other one accepts what its paper prints."""
BAD = "tests/samples/refused/thousands-with-a-point.yaml"


def test_a_good_case_prints_and_nothing_is_said() -> None:
    """Exit code 0, Tabel 1 on stdout, nothing on stderr."""
    run = bizcase("calc", BC08)
    assert (run.code, run.err) == (0, "")
    assert re.search("Samlede implementeringsomkostninger +850 ", run.out)


def test_a_bad_case_among_good_ones_is_named_in_the_document_and_on_stderr() -> None:
    """The good case prints, the bad one is never left out in silence, and the exit code is 1."""
    run = bizcase("calc", BC08, BAD)
    assert run.code == 1
    assert " 850" in run.out
    assert f"1 fil er udeladt, fordi den har fejl:\n{BAD} (1 fejl)" in run.out
    assert run.err.startswith(f"{BAD}:9:21: error[ambiguous-thousands] amounts.2018: 1.025 er en komma nul to fem")


@pytest.mark.parametrize("path", ["none.yaml", "cases", "tests/samples"])
def test_a_file_that_cannot_be_read_is_trouble(path: str) -> None:
    """Exit code 2, one finding, and a document that says what is not in it."""
    run = bizcase("calc", path)
    assert (run.code, run.out) == (2, f"1 fil er udeladt, fordi den har fejl:\n{path} (1 fejl)\n")
    assert run.err.startswith(f"{path}:1:1: error[unreadable-file] ")


def test_a_case_comes_from_standard_input() -> None:
    """A dash is the file that stdin holds."""
    run = bizcase("calc", "-", "--format", "json", stdin=(ROOT / BC07).read_bytes())
    assert run.code == 0
    assert json.loads(run.out)["cases"][0]["net_effect"] == {
        "2018": 1725,
        "2019": 1075,
        "2020": 0,
        "2021": 0,
        "2022": 0,
    }


def test_json_names_what_it_leaves_out() -> None:
    """A script finds the files that are missing in the document itself."""
    run = bizcase("calc", BAD, "--format", "json")
    assert run.code == 1
    assert json.loads(run.out) == {"schema_version": 1, "cases": [], "left_out": [{"path": BAD, "errors": 1}]}


def test_two_cases_of_one_id_are_an_error(tmp_path: Path) -> None:
    """The second is told where the first is; both print."""
    copy = tmp_path / "copy.yaml"
    copy.write_bytes((ROOT / BC07).read_bytes())
    run = bizcase("calc", BC07, copy, "--format", "json")
    assert run.code == 1
    assert f"{copy}:3:5: error[duplicate-id] id: BC07 er også id for {BC07}" in run.err
    assert len(json.loads(run.out)["cases"]) == 2


def test_a_result_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """-o writes what stdout would have had, says so, and leaves nothing else behind."""
    target = tmp_path / "table.md"
    run = bizcase("calc", BC08, "--format", "markdown", "-o", target)
    assert (run.code, run.out, run.err) == (0, "", f"bizcase: {target} er skrevet\n")
    assert target.read_text("utf-8") == bizcase("calc", BC08, "--format", "markdown").out
    assert os.listdir(tmp_path) == ["table.md"]


def test_a_file_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    """Writing anew is no reason to open a closed file, or to turn a link into a file."""
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "real.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    assert bizcase("calc", BC07, "--format", "markdown", "-o", tmp_path / "link.md").code == 0
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8").startswith("## BC07")
    assert (tmp_path / "real.md").stat().st_mode & 0o777 == 0o640


def test_a_case_is_never_written_over(tmp_path: Path) -> None:
    """-o with the name of a file that is read is wrong usage."""
    case = tmp_path / "BC07.yaml"
    case.write_bytes((ROOT / BC07).read_bytes())
    run = bizcase("calc", case, "-o", tmp_path / "." / "BC07.yaml")
    assert run.code == 2
    assert "en fil kan ikke skrives som .yaml" in run.err
    assert "læses i samme kørsel" in bizcase("calc", case, "--format", "text", "-o", case).err
    assert case.read_bytes() == (ROOT / BC07).read_bytes()


def test_a_device_stays_a_device() -> None:
    """What is no file is written into."""
    assert bizcase("calc", BC07, "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


def test_a_dash_is_standard_output() -> None:
    """For writing as for reading."""
    assert bizcase("calc", BC07, "-o", "-").out == bizcase("calc", BC07).out


@pytest.mark.parametrize(
    ("redirected", "said"),
    [
        ("calc - <&-", "der kommer intet fra standardinput"),
        (f"calc {BC07} >&-", "standardoutput: kan ikke skrives (den er lukket)"),
        (f"calc {BC07} >/dev/full", "standardoutput: kan ikke skrives (der er ikke mere plads)"),
        (f"calc {BC07} -o /dev/full", "/dev/full: kan ikke skrives (der er ikke mere plads)"),
        (
            f"calc {BC07} --table all --format xlsx -o /dev/full",
            "/dev/full: kan ikke skrives (der er ikke mere plads)",
        ),
    ],
)
def test_a_stream_that_fails_is_told_in_a_line(redirected: str, said: str) -> None:
    """Nobody is asked to report a full disk as a bug."""
    command = f"{sys.executable} -m bizcase {redirected}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert "fejl i programmet" not in done.stderr


def test_the_same_file_by_two_names_is_one_case() -> None:
    """A case is not its own double."""
    run = bizcase("calc", BC07, f"./{BC07}", "--format", "json")
    assert (run.code, len(json.loads(run.out)["cases"])) == (0, 1)


def test_a_file_that_cannot_be_written_is_trouble(tmp_path: Path) -> None:
    """A folder that is not there, a folder instead of a file, and no name: each says what it is, and is exit code 2."""
    run = bizcase("calc", BC07, "-o", tmp_path / "none" / "x.txt")
    assert (run.code, run.out) == (2, "")
    assert f"mappen {tmp_path / 'none'} findes ikke; opret den først" in run.err
    assert "er en mappe; skriv et filnavn i den" in bizcase("calc", BC07, "-o", tmp_path).err
    assert "skriv et filnavn" in bizcase("calc", BC07, "-o", "").err


@pytest.mark.parametrize("name", ["BC07.yaml", "tal.xls", "tal.pdf"])
def test_a_file_of_an_ending_that_nothing_is_written_as_is_refused(name: str, tmp_path: Path) -> None:
    """Another case is not replaced by a table, and no table is called a workbook or a PDF."""
    (tmp_path / name).write_text("mine")
    run = bizcase("calc", BC07, "-o", tmp_path / name)
    assert (run.code, (tmp_path / name).read_text()) == (2, "mine")
    assert "brug en af disse: txt, md, html, xlsx, docx," in run.err
    if name.endswith(".yaml"):
        assert bizcase("calc", BC07, "--format", "text", "-o", tmp_path / name).code == 2
        assert (tmp_path / name).read_text() == "mine"


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    """`bizcase calc … | head -1` ends well."""
    command = f"{sys.executable} -m bizcase calc {BC08} {BC08.replace('08', '09')}; echo code $? >&2"
    done = subprocess.run(["/bin/sh", "-c", f"({command}) | head -1"], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b"code 0\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_stream_that_cannot_show_every_letter_gets_every_figure(encoding: str) -> None:
    """Lines are drawn in ASCII, and no character crashes the run."""
    run = bizcase("calc", BC07, PYTHONIOENCODING=encoding)
    assert run.code == 0
    assert "─" not in run.out
    assert "1.725  1.075     0     0     0" in run.out


def test_a_wrong_option_is_wrong_usage() -> None:
    """Exit code 2, and the reason on stderr."""
    run = bizcase("calc", BC07, "--format", "pdf")
    assert (run.code, run.out) == (2, "")
    assert "bizcase: --format: pdf kan ikke stå her; tilladt: text, markdown," in run.err


def test_another_municipality_has_another_profile(tmp_path: Path) -> None:
    """A profile of one's own brings its own names, and a bad one ends the run with its findings."""
    shipped = (ROOT / "src/bizcase/profiles/copenhagen.yaml").read_text("utf-8")
    (tmp_path / "odense.yaml").write_text(shipped.replace("ØKF:", "BKF:").replace("Københavns", "Odense"), "utf-8")
    run = bizcase("calc", BC07, "--profile", tmp_path / "odense.yaml")
    assert run.code == 1
    assert "administration: ØKF er ikke en forvaltning i Odense Kommune" in run.err
    (tmp_path / "bad.yaml").write_text(shipped.replace("limit_years: 6", "limit_years: seks"), "utf-8")
    run = bizcase("calc", BC07, "--profile", tmp_path / "bad.yaml")
    assert (run.code, run.out) == (2, "")
    assert "error[wrong-type] payback.limit_years: her står seks" in run.err


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_terminal_has_its_width_and_styles(columns: int) -> None:
    """The table fits, is bold where it sums up, and the styles are off with NO_COLOR and on a dumb terminal."""
    run = on_a_terminal("stdout", "calc", BC07, COLUMNS=str(columns), NO_COLOR="1")
    assert run.code == 0
    assert "\x1b" not in run.out
    assert max(map(len, run.out.splitlines())) <= columns
    assert "\x1b[1m" in on_a_terminal("stdout", "calc", BC07, COLUMNS=str(columns)).out
    assert "\x1b" not in on_a_terminal("stdout", "calc", BC07, COLUMNS=str(columns), TERM="dumb").out


def test_a_case_that_is_counted_in_spite_of_an_error_says_so_on_paper(tmp_path: Path) -> None:
    """A printed figure that is wrong keeps no case from its table, and who has only the paper is told."""
    text = (ROOT / "cases/investeringspuljen-2016/case-1.yaml").read_text("utf-8")
    (tmp_path / "x.yaml").write_text(text.replace("  lasting: -3000\n", "  lasting: -3001\n"), "utf-8")
    for run in (bizcase(command, "x.yaml", cwd=tmp_path) for command in ("calc", "pool", "value")):
        assert (run.code, "error[published-mismatch]" in run.err) == (1, True)
        assert "1 fil har fejl, men er regnet med:\nx.yaml (1 fejl)\n" in run.out


def test_what_is_accepted_is_not_said_at_every_run() -> None:
    """The paper has the reasons of what it accepts; validate shows the findings themselves."""
    assert bizcase("calc", BC07).err == ""
    assert "Accepteret med en begrundelse" in bizcase("calc", BC07).out
    assert bizcase("validate", BC07).out.count("error[published-mismatch]") == 2

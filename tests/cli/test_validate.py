"""`bizcase validate`: every finding of every file, in order, and what it comes to."""

import json
import os
from pathlib import Path

import pytest
from support import ROOT, bizcase, on_a_terminal


def test_good_cases_are_counted_and_nothing_is_printed() -> None:
    """Nothing on stdout but what a case accepts, one line on stderr, exit code 0."""
    run = bizcase("validate", "cases/innovationspuljen-2018/BC08.yaml", "cases/innovationspuljen-2018/BC09.yaml")
    assert (run.code, run.out, run.err) == (0, "", "2 filer, 0 fejl, 0 advarsler\n")
    every = bizcase("validate", "cases", "--no-excerpt")
    assert (every.code, every.out.count("(accepteret: ")) == (0, 2)
    assert every.err == "15 filer, 0 fejl, 0 advarsler, 2 accepteret, 2 sprunget over, som ikke er sager\n"


def test_findings_come_sorted_by_file_and_place(tmp_path: Path) -> None:
    """Two files with two faults each are four findings in order, whatever their kind."""
    good = (ROOT / "cases/innovationspuljen-2018/BC08.yaml").read_text("utf-8")
    for name in ("b", "a"):
        text = good.replace("id: BC08", f"id: {name}").replace("2018: 850", "2018: 1.850")
        (tmp_path / f"{name}.yaml").write_text(text.replace("administration: ØKF\n", "administration: ØKO\n"), "utf-8")
    run = bizcase("validate", tmp_path, "--no-excerpt")
    lines = [line.removeprefix(f"{tmp_path}/") for line in run.out.splitlines()]
    found = [(line.partition(":")[0], int(line.split(":")[1])) for line in lines]
    assert run.code == 1
    assert found == sorted(found)
    assert [name for name, _ in found] == ["a.yaml"] * (len(found) // 2) + ["b.yaml"] * (len(found) // 2)
    assert run.err == f"2 filer, {len(found)} fejl, 0 advarsler\n"


def test_every_sample_reports_its_finding_in_one_run() -> None:
    """All the refused samples together: as many findings as files, no traceback, exit code 1."""
    samples = list((ROOT / "tests/samples/refused").glob("*.yaml"))
    run = bizcase("validate", "tests/samples/refused", "--no-excerpt")
    own = [line for line in run.out.splitlines() if "error[duplicate-id]" not in line]
    assert run.code == 1
    assert len(own) == len(samples)
    assert "Traceback" not in run.out + run.err


def test_a_path_without_cases_is_trouble(tmp_path: Path) -> None:
    """A misspelt path in somebody's CI must not pass."""
    run = bizcase("validate", tmp_path)
    assert run.code == 2
    assert "dette er en mappe uden sager, der kan læses (*.yaml, *.yml, *.xlsx)" in run.out


def test_the_same_file_twice_is_one_file() -> None:
    """A file that is named and lies in a named folder is not its own double."""
    run = bizcase("validate", "cases/budget-2025/fasit.yaml", "cases/budget-2025")
    assert (run.code, run.err) == (0, "3 filer, 0 fejl, 0 advarsler\n")


def test_a_case_comes_from_standard_input() -> None:
    """A dash is the file that stdin holds."""
    run = bizcase("validate", "-", stdin=b"id: [\n")
    assert run.code == 1
    assert run.out.startswith("-:1:5: error[yaml-syntax] ")


WARNS = """\
id: X1
title: Prøve
price_level: 2018
administration: ØKF
kind: innovation
efficiencies:
  - {name: A, steering_area: Service, amounts: {2019-2020: -300}}
"""


@pytest.mark.parametrize(
    ("text", "options", "code", "last"),
    [
        (WARNS, [], 0, "1 fil, 0 fejl, 1 advarsel\n"),
        (WARNS, ["--strict"], 1, "1 fil, 0 fejl, 1 advarsel\n"),
        (WARNS + "accepted: {not-permanent: forsøg}\n", ["--strict"], 0, "1 fil, 0 fejl, 0 advarsler, 1 accepteret\n"),
    ],
)
def test_warnings_count_when_they_are_told_to(text: str, options: list[str], code: int, last: str) -> None:
    """A warning passes, fails with --strict, and passes again once it is accepted; it is printed each time."""
    run = bizcase("validate", "-", *options, stdin=text.encode())
    assert (run.code, run.err) == (code, last)
    assert "-:7:49: warning[not-permanent] amounts.2019-2020: er den sidste periode og har et slutår" in run.out
    assert ("(accepteret: forsøg)" in run.out) == ("accepted" in text)


BAD = "tests/samples/refused/thousands-with-a-point.yaml"


def test_in_github_actions_text_becomes_annotations() -> None:
    """Unless text is asked for by name."""
    assert bizcase("validate", BAD, GITHUB_ACTIONS="true").out.startswith(f"::error file={BAD},line=9,col=21,")
    assert bizcase("validate", BAD, "--format", "text", GITHUB_ACTIONS="true").out.startswith(f"{BAD}:9:21: error[")


FORMATS = ["text", "json", "github", "sarif", "junit", "gitlab", "azure"]


def test_in_azure_pipelines_text_becomes_commands() -> None:
    """As in GitHub Actions, by the variable that says where it runs."""
    assert bizcase("validate", BAD, TF_BUILD="True").out.startswith("##vso[task.logissue type=error;")


@pytest.mark.parametrize(("name", "begins"), [("r.xml", "<?xml "), ("r.json", "{"), ("r.txt", BAD), ("r.sarif", "{")])
def test_the_ending_of_a_report_says_its_format(name: str, begins: str, tmp_path: Path) -> None:
    """One that is no format's is refused, and told which there are."""
    assert bizcase("validate", BAD, "-o", tmp_path / name).code == 1
    assert (tmp_path / name).read_text("utf-8").startswith(begins)
    refused = bizcase("validate", BAD, "-o", tmp_path / "r.pdf")
    assert (refused.code, "txt, json, sarif, xml" in refused.err) == (2, True)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_its_exit_code_and_can_go_into_a_file(form: str, tmp_path: Path) -> None:
    """The file holds what stdout would have had; the same input gives the same bytes."""
    printed = bizcase("validate", BAD, "cases", "--format", form)
    written = bizcase("validate", BAD, "cases", "--format", form, "-o", tmp_path / "report")
    assert (printed.code, written.code, written.out) == (1, 1, "")
    assert (tmp_path / "report").read_text("utf-8") == printed.out
    assert "ambiguous-thousands" in printed.out


def test_a_thousand_faults_in_a_thousand_files_are_a_thousand_findings(tmp_path: Path) -> None:
    """In one run, in order."""
    good = (ROOT / "cases/innovationspuljen-2018/BC08.yaml").read_text("utf-8")
    for number in range(1000):
        text = good.replace("id: BC08", f"id: N{number:04}").replace("amounts: {2018: 300}", "amounts: {2018: 1.300}")
        (tmp_path / f"{number:04}.yaml").write_text(text, "utf-8")
    run = bizcase("validate", tmp_path, "--format", "json")
    findings = json.loads(run.out)["findings"]
    assert run.code == 1
    assert [Path(finding["path"]).stem for finding in findings] == [f"{number:04}" for number in range(1000)]
    assert {finding["code"] for finding in findings} == {"ambiguous-thousands"}


def test_no_case_of_a_folder_is_written_over(tmp_path: Path) -> None:
    """-o with the name of a file that the folder brings is wrong usage, as if it had been named itself."""
    case = tmp_path / "a.yaml"
    case.write_text(WARNS, "utf-8")
    assert bizcase("validate", tmp_path, "-o", case).code == 2
    assert bizcase("pool", tmp_path, "-o", case).code == 2
    assert case.read_text("utf-8") == WARNS


def test_a_file_name_of_any_bytes_can_be_reported(tmp_path: Path) -> None:
    """Names that are no UTF-8 reach every format."""
    name = os.fsdecode(bytes(tmp_path) + b"/\xe5.yaml")
    Path(name).write_text("id: [", "utf-8")
    for form in FORMATS:
        run = bizcase("validate", tmp_path, "--format", form)
        assert (run.code, "fejl i programmet" in run.err) == (1, False)


@pytest.mark.parametrize("command", ["validate", "calc", "pool"])
def test_exit_zero_takes_faults_for_fine_and_a_file_that_is_not_there_for_trouble(command: str) -> None:
    """Everything is said as ever; only the exit code of faults is another."""
    run, plain = bizcase(command, BAD, "--exit-zero"), bizcase(command, BAD)
    assert (run.code, plain.code) == (0, 1)
    assert (run.out, run.err) == (plain.out, plain.err)
    assert bizcase(command, "none.yaml", "--exit-zero").code == 2


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    """In the same order, a twin between two processes among them."""
    for number in range(120):
        text = Path(BAD).read_text("utf-8").replace("PRØVE-1", f"P{number % 119}")
        (tmp_path / f"{number:03}.yaml").write_text(text, "utf-8")
    one, two = (bizcase("validate", tmp_path, "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
    assert "duplicate-id" in one.out


def test_quiet_says_what_is_wrong_and_nothing_else(tmp_path: Path) -> None:
    """No count, no word of what was written, no warning that nobody counts; errors and the exit code are as ever."""
    for command in ("validate", "calc", "pool"):
        quiet, plain = bizcase(command, BAD, "-q"), bizcase(command, BAD)
        assert (quiet.code, quiet.out) == (plain.code, plain.out)
        assert "ambiguous-thousands" in quiet.out + quiet.err
    warns = tmp_path / "w.yaml"
    warns.write_text(WARNS, "utf-8")
    for command in ("validate", "calc", "pool"):
        options = ["--layout", "innovation"] if command == "pool" else []  # its own kind, so that nothing is left out
        run = bizcase(command, warns, "--quiet", "-o", tmp_path / "out.txt", *options)
        assert (run.code, run.out, run.err) == (0, "", "")
        assert (tmp_path / "out.txt").exists()
        (tmp_path / "out.txt").unlink()
    assert "not-permanent" in bizcase("calc", warns, "-q", "--strict").err
    assert "1 advarsel" in bizcase("pool", warns, "-q", "--strict", "--layout", "innovation").err
    new = bizcase("new", "X9", "-q", "-o", tmp_path / "new.yaml")
    assert (new.code, new.out, new.err) == (0, "", "")
    for command, target in (("schema", tmp_path), ("explain", tmp_path / "f.md")):
        assert bizcase(command, "--write", target, "-q").err == ""


def test_standard_input_has_the_name_that_an_editor_gives_it(tmp_path: Path) -> None:
    """In findings of every command, and in place of the file of that name, which is no twin of it."""
    saved = tmp_path / "sag.yaml"
    saved.write_text(WARNS, "utf-8")
    unsaved = WARNS.replace("-300", "-3.000").encode()
    for paths in (["-"], ["-", tmp_path], [tmp_path, "-"], [saved, "-"]):
        run = bizcase("validate", *paths, "--stdin-filename", saved, "--no-excerpt", stdin=unsaved)
        assert (run.code, run.err) == (1, "1 fil, 1 fejl, 0 advarsler\n"), paths
        assert run.out.startswith(f"{saved}:7:60: error[ambiguous-thousands] "), paths
    for command in ("calc", "pool"):
        assert f"{saved}:7:60: error[" in bizcase(command, "-", "--stdin-filename", saved, stdin=unsaved).err
    twin = tmp_path / "twin.yaml"
    twin.write_text(WARNS, "utf-8")
    run = bizcase("validate", twin, "-", "--stdin-filename", saved, "--no-excerpt", stdin=WARNS.encode())
    assert f"{saved}:1:5: error[duplicate-id]" in run.out


def test_the_name_of_standard_input_belongs_to_it(tmp_path: Path) -> None:
    """Without `-` it says nothing, and the file of that name is read by the run, so that nothing is written over it."""
    assert bizcase("validate", BAD, "--stdin-filename", "x.yaml").code == 2
    assert bizcase("validate", "-", "--stdin-filename", "").code == 2
    saved = tmp_path / "sag.txt"
    saved.write_text(WARNS, "utf-8")
    run = bizcase("validate", "-", "--stdin-filename", saved, "-o", saved, stdin=WARNS.encode())
    assert (run.code, saved.read_text("utf-8")) == (2, WARNS)


def test_findings_have_colours_on_a_terminal_only() -> None:
    """On stdout for validate, on stderr for the others; never where somebody wants none."""
    red = "\x1b[1;31merror[ambiguous-thousands]\x1b[0m"
    assert red in on_a_terminal("stdout", "validate", BAD).out
    assert red in on_a_terminal("stderr", "calc", BAD).err
    assert "\x1b" not in on_a_terminal("stdout", "validate", BAD, NO_COLOR="1").out
    assert "\x1b" not in on_a_terminal("stderr", "calc", BAD, NO_COLOR="1").err
    assert "\x1b" not in bizcase("validate", BAD).out + bizcase("calc", BAD).err

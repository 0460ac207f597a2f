"""`bizcase validate`: every finding of every file, in order, and what it comes to."""

import json
import os
from pathlib import Path

import pytest
from support import ROOT, bizcase


def test_good_cases_are_counted_and_nothing_is_printed() -> None:
    """Nothing on stdout, one line on stderr, exit code 0."""
    run = bizcase("validate", "cases")
    assert (run.code, run.out, run.err) == (
        0,
        "",
        "15 filer, 0 fejl, 0 advarsler, 2 sprunget over, som ikke er sager\n",
    )


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
    assert "dette er en mappe uden sager, der kan læses (*.yaml, *.yml)" in run.out


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


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
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
    for form in ("text", "json", "github", "sarif"):
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

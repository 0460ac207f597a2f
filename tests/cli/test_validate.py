"""`bizcase validate`: every finding of every file, in order, and what it comes to."""

from pathlib import Path

from support import ROOT, bizcase


def test_good_cases_are_counted_and_nothing_is_printed() -> None:
    """Nothing on stdout, one line on stderr, exit code 0."""
    run = bizcase("validate", "cases")
    assert (run.code, run.out, run.err) == (0, "", "15 files, 0 errors, 0 warnings\n")


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
    assert run.err == f"2 files, {len(found)} errors, 0 warnings\n"


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
    assert "no case file was found in it" in run.out


def test_the_same_file_twice_is_one_file() -> None:
    """A file that is named and lies in a named folder is not its own double."""
    run = bizcase("validate", "cases/budget-2025/fasit.yaml", "cases/budget-2025")
    assert (run.code, run.err) == (0, "3 files, 0 errors, 0 warnings\n")


def test_a_case_comes_from_standard_input() -> None:
    """A dash is the file that stdin holds."""
    run = bizcase("validate", "-", stdin=b"id: [\n")
    assert run.code == 1
    assert run.out.startswith("-:1:5: error[yaml-syntax] ")

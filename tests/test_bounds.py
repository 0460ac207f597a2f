"""What a hostile file may cost: two seconds of a processor and 300 MiB, whatever stands in it."""

import json
import subprocess
import sys
from itertools import count, product
from pathlib import Path
from string import ascii_letters

import pytest
from support import HEAD, ROOT, bizcase

from bizcase.reading.content import SIZE_LIMIT

CPU = 2.0
MEMORY = 300 * 1024 * 1024
USUAL_START = 0.35
"""Seconds of a processor that a run over one small case takes where nothing else runs."""
LINE = "- {name: A, steering_area: Service, amounts: {2018: 1}}\n"
CASE = f"{HEAD}implementation_costs:\n{LINE}"
KEYS = tuple("".join(letters) for letters in product(ascii_letters, repeat=3))


def filled(start: str, pieces: "count[int]", form: str, end: str = "") -> str:
    """A text of the size that a file may have at most, made of numbered pieces."""
    room = SIZE_LIMIT - len(start.encode()) - len(end) - 100
    texts, taken = [], 0
    for text in (form.format(n=number, key=KEYS[number % len(KEYS)]) for number in pieces):
        taken += len(text.encode())
        if taken > room:
            break
        texts.append(text)
    return start + "".join(texts) + end


HOSTILE = {
    "brackets": "[" * SIZE_LIMIT,
    "dashes": "- " * (SIZE_LIMIT // 2),
    "nulls": "\0" * SIZE_LIMIT,
    "an open quotation": 'id: "' + "x" * (SIZE_LIMIT - 10),
    "anchors": filled(f"{HEAD}x: [", count(), "&a,", "]\n"),
    "aliases": filled(f"{HEAD}x: [", count(), "*a ,", "]\n"),
    "one key again and again": filled(f"{HEAD}x: {{a,", count(), "a,", "}\n"),
    "unknown keys": filled(CASE, count(), "k{n}:\n"),
    "unknown keys in every line": filled(f"{HEAD}implementation_costs:\n", count(), "- {{a,b,c,d,e,f,g,h}}\n"),
    "wrong amounts": HEAD + "implementation_costs:\n" + LINE.replace("1}", "b, 2019: x}") * 4000,
    "wrong years": filled(HEAD + "implementation_costs:\n" + LINE[:-3] + ", ", count(), "{n}k: 1,", "}}\n"),
    "hearings of nothing": filled(f"{CASE}hearings: [", count(), "a,", "]\n"),
    "hundreds of thousands of lines": filled(f"{HEAD}implementation_costs: [", count(), "a,", "]\n"),
    "administrations": filled(f"{CASE}affected_administrations: [", count(), "{key},", "]\n"),
    "lines of one name": f"{HEAD}efficiencies:\n" + LINE * 9990,
    "lines without a minus": f"{HEAD}efficiencies:\n" + LINE.replace("1}", "-1}") * 9000 + LINE,
    "calculations that do not cancel": HEAD
    + "assumptions:\n"
    + "".join(f"  a{n}: {{value: {n + 2}, unit: u{n}/v{n}, source: x}}\n" for n in range(30))
    + "derived:\n"
    + "".join(f"  d{n}: {{from: [{', '.join(f'a{each}' for each in range(30))}], unit: w}}\n" for n in range(900))
    + f"efficiencies:\n{LINE}",
    "reasons for thousands": HEAD
    + "implementation_costs:\n"
    + "".join(LINE.replace("name: A", f"name: A{n}").replace("1}", "-1}") for n in range(4000))
    + "accepted:\n  cost-with-negative-sign:\n    lines:\n"
    + "".join(f"      A{n}: meant\n" for n in range(900)),
    "signs of a comment": filled(f"{CASE}x:\n", count(), "- a #b\n"),
    "accents": CASE.replace("Prøve", "a" + "\u0301" * 300_000),
    "a name without end": CASE.replace("name: A", "name: " + "A" * 900_000),
    "a figure without end": CASE.replace("2018: 1", "2018: " + "9" * 900_000),
}


LAUNCHER = """
import os, sys
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[2:]], os.environ)
_, status, used = os.wait4(child, 0)
with open(sys.argv[1], "w") as file:
    print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss, file=file)
"""
"""Starts a program and notes what it took: a small one, since what it holds itself is counted with its child's."""


def cost(folder: Path, *arguments: str) -> tuple[int, float, int]:
    """The exit code of a run, the seconds of a processor that it took, and the bytes that it held at most."""
    command = [sys.executable, "-I", "-S", "-c", LAUNCHER, str(folder / "used"), "-m", "bizcase", *arguments]
    with (folder / "said").open("wb") as said:
        subprocess.run(command, cwd=ROOT, stdout=said, stderr=said, check=True)
    code, seconds, held = (folder / "used").read_text("utf-8").split()
    of_one = 1 if sys.platform == "darwin" else 1024
    return int(code), float(seconds), int(held) * of_one


def slowness(folder: Path) -> float:
    """How many times as long as on an idle machine a processor takes now, by a run over a good case."""
    file = folder / "good.yaml"
    file.write_text(CASE, "utf-8")
    return max(1.0, cost(folder, "validate", str(file))[1] / USUAL_START)


def holds_its_bounds(folder: Path, *arguments: str) -> tuple[int, str]:
    """A run that stays within its bounds; what other programs take of the processor meanwhile is not counted."""
    code, seconds, held = cost(folder, *arguments)
    said = (folder / "said").read_text("utf-8")
    assert held < MEMORY, f"{held // 1024 // 1024} MiB"
    assert seconds < CPU or seconds < CPU * slowness(folder), f"{seconds:.1f} s"
    return code, said


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_bounded(name: str, tmp_path: Path) -> None:
    """Each is told of in words, within two seconds of a processor and 300 MiB."""
    file = tmp_path / "case.yaml"
    file.write_text(HOSTILE[name], "utf-8")
    code, said = holds_its_bounds(tmp_path, "validate", "--format", "text", str(file))
    assert code in (0, 1)
    assert "fejl i programmet" not in said
    assert said.count("\n") < 5000


@pytest.mark.parametrize("form", ["text", "html", "markdown", "json", "jsonl", "csv"])
def test_memory_is_flat_in_the_rows(form: str, tmp_path: Path) -> None:
    """Three thousand lines over 111 years are written as they come: all of it as text would be 20 MB and more."""
    lines = "".join(LINE.replace("2018: 1", "1990-2100: 1").replace("A", f"A{n}") for n in range(3000))
    file = tmp_path / "case.yaml"
    file.write_text(f"{HEAD}implementation_costs:\n{lines}", "utf-8")
    _, _, held = cost(tmp_path, "calc", "--no-excerpt", "--format", form, str(file))
    assert held < 110 * 1024 * 1024, f"{held // 1024 // 1024} MiB"


def wrong_lines(number: int) -> str:
    """A case with so many errors, one a line."""
    return f"{HEAD}implementation_costs:\n" + LINE.replace("2018: 1", "2018: x") * number


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_more_findings_than_anybody_reads_are_counted_and_said(form: str, tmp_path: Path) -> None:
    """1.500 wrong amounts: 1.000 are told of, and 500 in one finding that every form has; the sum says 1.500."""
    file = tmp_path / "case.yaml"
    file.write_text(wrong_lines(1500), "utf-8")
    run = bizcase("validate", file, "--format", form)
    assert run.code == 1
    assert run.out.count("not-a-number") >= 1000
    assert "der 500 fejl og 0 advarsler" in run.out
    assert "1500 fejl, 0 advarsler" in run.err
    if form == "json":
        told = json.loads(run.out)
        assert (told["errors"], len(told["findings"]), told["findings"][-1]["code"]) == (1500, 1001, "more-findings")


def test_a_thousand_findings_are_all_told_of(tmp_path: Path) -> None:
    """The limit itself is allowed, and nothing stands for a rest that is not there."""
    file = tmp_path / "case.yaml"
    file.write_text(wrong_lines(1000), "utf-8")
    run = bizcase("validate", file, "--format", "text", "--no-excerpt")
    assert (run.out.count("\n"), "more-findings" in run.out) == (1000, False)


def test_an_error_is_told_of_before_a_thousand_warnings(tmp_path: Path) -> None:
    """Behind 1.200 lines with a minus too many stands a printed figure that differs: it is told of."""
    file = tmp_path / "case.yaml"
    lines = "".join(LINE.replace("A", f"A{n}").replace("2018: 1", "2018: -1") for n in range(1200))
    file.write_text(
        f"{HEAD}implementation_costs:\n{lines}published: {{source: Bilag, net_effect: {{2018: 7}}}}\n", "utf-8"
    )
    run = bizcase("validate", file, "--format", "text", "--no-excerpt")
    assert run.code == 1
    assert "error[published-mismatch]" in run.out
    assert "warning[more-findings]" in run.out


def test_a_pool_names_all_errors_of_a_file_that_it_leaves_out(tmp_path: Path) -> None:
    """1.500 errors are 1.500 in the record, though 1.000 are told of."""
    file = tmp_path / "case.yaml"
    file.write_text(wrong_lines(1500), "utf-8")
    run = bizcase("pool", file, "--format", "json")
    assert json.loads(run.out)["left_out"] == [{"path": str(file), "errors": 1500}]

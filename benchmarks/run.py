"""Measures bizcase beside its peers on the same files in one run, and writes the table of benchmarks/README.md.

`make bench` sets up the peers and runs this. Each command is run in turn, ROUNDS times over; what counts is the ratio
of medians within the run, because no two machines, and no two hours of one, are alike.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE.parent / ".bench"
PYTHON = WORK / "peers" / "bin"
BIZCASE = str(Path(sys.executable).parent / "bizcase")
SCHEMA = str(HERE.parent / "schemas" / "case.schema.json")
ONE_CASE = str(HERE.parent / "cases" / "innovationspuljen-2018" / "BC07.yaml")
ROUNDS = int(os.environ.get("ROUNDS", "5"))

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Installed programs have their bytecode; compiling it anew at every start is nobody's usual day."""

BARE_MODELS = """
import yaml, pydantic
from bizcase.case.model import Case
Case.model_rebuild(force=True)
"""
"""What a Python costs that only imports PyYAML and pydantic and builds the models."""


@dataclass
class Measured:
    """A command with the seconds that it took, round by round, and the most memory that it had."""

    name: str
    run: Callable[[], None]
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0

    @property
    def median(self) -> float:
        """The median of the rounds, in seconds."""
        return statistics.median(self.seconds)


def command(*words: str, stdin: str | None = None, may_fail: bool = True) -> Callable[[], None]:
    """A command to be measured; its output goes nowhere."""

    def run() -> None:
        with open(stdin or os.devnull, "rb") as given:
            done = subprocess.run(words, stdin=given, capture_output=True, env=ENVIRONMENT, check=False)
        if done.returncode and not may_fail:
            sys.exit(f"{' '.join(words[:4])} ended with {done.returncode}: {done.stderr.decode()[-300:]}")

    return run


def in_turn(measured: list[Measured], rounds: int = ROUNDS) -> None:
    """Run each once to warm up, then all of them in turn, so that a slow moment falls on all alike."""
    for each in measured:
        each.run()
    for _ in range(rounds):
        for each in measured:
            start = time.perf_counter()
            each.run()
            each.seconds.append(time.perf_counter() - start)


def peak_megabytes(*words: str) -> float:
    """The most memory that a command and its children had resident at once, one process at a time."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return float(done.stdout)


def files_of(count: int) -> tuple[Path, Path]:
    """A folder of so many made cases, and a file with their names."""
    folder, names = WORK / f"cases-{count}", WORK / f"cases-{count}.txt"
    if not names.exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, str(HERE / "make_cases.py"), str(folder), str(count)], check=True)
        names.write_text("".join(f"{path}\n" for path in sorted(folder.rglob("*.yaml"))))
    return folder, names


def validating() -> list[list[str]]:
    """Holding 1,000 files against the format, beside those who hold them against a schema or a style."""
    folder, _ = files_of(1000)
    files = [str(path) for path in sorted(folder.rglob("*.yaml"))]
    ours = Measured("bizcase validate", command(BIZCASE, "validate", str(folder), may_fail=False))
    peers = [Measured("check-jsonschema", command(str(PYTHON / "check-jsonschema"), "--schemafile", SCHEMA, *files))]
    peers.append(Measured("yamllint", command(str(PYTHON / "yamllint"), "-d", "relaxed", str(folder))))
    if (ajv := WORK / "node_modules" / ".bin" / "ajv").exists():
        peers.append(
            Measured(
                "ajv-cli", command(str(ajv), "validate", "-s", SCHEMA, "-d", f"{folder}/*/*.yaml", "--strict=false")
            )
        )
    in_turn([ours, *peers])
    target = {"check-jsonschema": "at least 15"}
    return [
        row("validate 1,000", ours.name, ours, 1.0, ""),
        *(row("", peer.name, peer, peer.median / ours.median, target.get(peer.name, "")) for peer in peers),
    ]


def pooling() -> list[list[str]]:
    """Summarising 10,000 files with one process and two, beside the bare parse and a schema validator."""
    folder, names = files_of(10_000)
    measured = [
        Measured(
            "pool --jobs 1", command(BIZCASE, "pool", str(folder), "--format", "jsonl", "--jobs", "1", may_fail=False)
        ),
        Measured(
            "pool --jobs 2", command(BIZCASE, "pool", str(folder), "--format", "jsonl", "--jobs", "2", may_fail=False)
        ),
    ]
    if (bare := WORK / "bare").exists():
        measured.append(Measured("libyaml alone, in C", command(str(bare), stdin=str(names), may_fail=False)))
    events = "import sys; from bizcase.reading.loader import Parser, StreamEndEvent\n" + (
        "for name in sys.stdin:\n    parser = Parser(open(name.strip(), encoding='utf-8').read())\n"
        "    while type(parser.get_event()) is not StreamEndEvent: pass"
    )
    measured.append(
        Measured("PyYAML's events alone", command(sys.executable, "-c", events, stdin=str(names), may_fail=False))
    )
    if (ajv := WORK / "node_modules" / ".bin" / "ajv").exists():
        glob = f"{folder}/*/*.yaml"
        measured.append(Measured("ajv-cli", command(str(ajv), "validate", "-s", SCHEMA, "-d", glob, "--strict=false")))
    in_turn(measured, min(ROUNDS, 3))
    by_name = {each.name: each for each in measured}
    rows = [row("pool 10,000", each.name, each, None, "") for each in measured]
    one, two = by_name["pool --jobs 1"], by_name["pool --jobs 2"]
    if bare_parse := by_name.get("libyaml alone, in C"):
        rows[0][3:] = [f"{one.median / bare_parse.median:.1f} times libyaml alone", "at most 10"]
    if ajv_cli := by_name.get("ajv-cli"):
        rows[1][3:] = [f"{two.median / ajv_cli.median:.2f} times ajv-cli", "at most 1.5"]
    events_alone = by_name["PyYAML's events alone"]
    rows.append(["", "", "", f"--jobs 1 is {one.median / events_alone.median:.1f} times PyYAML's events alone", ""])
    return rows


def growing() -> list[list[str]]:
    """The time a case and the memory, from 1,000 cases to 100,000."""
    counts = [1000, 10_000] + ([100_000] if os.environ.get("LARGE", "1") == "1" else [])
    rows, first = [], 0.0
    for count in counts:
        folder, _ = files_of(count)
        words = (BIZCASE, "pool", str(folder), "--format", "jsonl", "--jobs", "1", "--quiet")
        each = Measured("jsonl", command(*words, may_fail=False))
        in_turn([each], 1 if count > 10_000 else 3)
        a_case = each.median / count * 1e6
        first = first or a_case
        memory = peak_megabytes(*words)
        claim = f"{a_case:.0f} µs a case ({a_case / first:.2f} of the first), {memory:.0f} MB"
        rows.append(row(f"pool {count:,}", "--format jsonl --jobs 1", each, None, "within 10 %, below 150 MB"))
        rows[-1][3] = claim
    return rows


def starting() -> list[list[str]]:
    """One case, and no case: what a start costs."""
    base = Measured("imports and models alone", command(sys.executable, "-c", BARE_MODELS, may_fail=False))
    calc = Measured("calc one case", command(BIZCASE, "calc", ONE_CASE, may_fail=False))
    validate = Measured("validate one case", command(BIZCASE, "validate", ONE_CASE, may_fail=False))
    help_, version = (
        Measured("--help", command(BIZCASE, "--help")),
        Measured("--version", command(BIZCASE, "--version")),
    )
    in_turn([base, calc, validate, help_, version], max(ROUNDS, 10))
    return [
        row("start", base.name, base, 1.0, ""),
        row("", calc.name, calc, calc.median / base.median, "at most 1.5"),
        row("", validate.name, validate, validate.median / base.median, "at most 1.25"),
        row("", help_.name, help_, help_.median / validate.median, "below 0.5 of validate"),
        row("", version.name, version, version.median / validate.median, "below 0.5 of validate"),
    ]


def beside_a_spreadsheet() -> list[list[str]]:
    """One case as a spreadsheet, opened and recalculated without a window."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return [["one case", "LibreOffice, one sheet to CSV", "not installed", "", ""]]
    sheet = WORK / "one.csv"
    sheet.write_text("A;2018;2019;=B1+C1\n" * 10)
    words = (office, "--headless", "--convert-to", "xlsx", "--outdir", str(WORK), str(sheet))
    measured = [
        Measured("LibreOffice, one sheet", command(*words)),
        Measured("calc one case", command(BIZCASE, "calc", ONE_CASE)),
    ]
    in_turn(measured, 3)
    theirs, ours = measured
    return [row("one case", theirs.name, theirs, theirs.median / ours.median, "")]


def row(what: str, name: str, measured: Measured, ratio: float | None, target: str) -> list[str]:
    """A row of the table."""
    seconds = f"{measured.median:.3f} s" if measured.median < 1 else f"{measured.median:.2f} s"
    return [what, name, seconds, "" if ratio is None else f"{ratio:.2f}", target]


def main() -> None:
    """Measure everything and write the table between its marks."""
    WORK.mkdir(exist_ok=True)
    rows = [["what", "who", "median", "ratio", "target"], ["---"] * 5]
    for part in (starting, validating, pooling, growing, beside_a_spreadsheet):
        print(f"{part.__name__} …", flush=True)
        rows += part()
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    machine = f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}"
    page = HERE / "README.md"
    before, _, rest = page.read_text("utf-8").partition("<!-- table -->\n")
    after = rest.partition("<!-- /table -->")[2]
    page.write_text(f"{before}<!-- table -->\n{table}\n\nMeasured with {machine}.\n<!-- /table -->{after}", "utf-8")
    print(table)


if __name__ == "__main__":
    main()

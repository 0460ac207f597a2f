"""What the program is to be as quick as: one function a target, from the commands to the row of the table."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from make_cases import case_of_lines, cases
from measure import Measured, by_round, in_turn, load, was_busy

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".bench"
BIZCASE = str(Path(sys.executable).parent / "bizcase")
SCHEMA = str(ROOT / "schemas" / "case.schema.json")
ONE_CASE = str(ROOT / "cases" / "innovationspuljen-2018" / "BC07.yaml")
ROUNDS = int(os.environ.get("ROUNDS", "5"))

MODELS = "import yaml, pydantic\nfrom bizcase.case.model import Case\nCase.model_rebuild(force=True)\n"
"""What a Python costs that only imports PyYAML and pydantic and builds the models."""

EVENTS = """
import sys
from bizcase.reading.loader import Parser, StreamEndEvent
for name in sys.stdin:
    parser = Parser(open(name.strip(), encoding="utf-8").read())
    while type(parser.get_event()) is not StreamEndEvent: pass
"""
"""The least that a Python program can do with PyYAML: make an object of each event, and drop it."""


class Row(NamedTuple):
    """A target with what was measured, and whether it is met; the load is the machine's, ours included."""

    what: str
    figure: str
    target: str
    verdict: str
    cpu: str
    wall: str
    load: str


def files_of(count: int) -> tuple[Path, Path]:
    """A folder of so many made cases, and a file with their names."""
    folder, names = WORK / f"cases-{count}", WORK / f"cases-{count}.txt"
    if not names.exists():
        shutil.rmtree(folder, ignore_errors=True)
        names.write_text("".join(f"{path}\n" for path in cases(folder, count)))
    return folder, names


def bizcase(name: str, *words: str, alone: bool = True) -> Measured:
    """A run of this program."""
    return Measured(name, (BIZCASE, *words), alone=alone)


def pool(count: int, *words: str, alone: bool = True) -> Measured:
    """A pool of so many cases, by one process if nothing else is said."""
    form = () if "--format" in words or "-o" in words else ("--format", "jsonl")
    jobs = () if "--jobs" in words else ("--jobs", "1")
    folder, _ = files_of(count)
    return bizcase(f"pool {count:,}", "pool", str(folder), *form, *jobs, *words, "--quiet", alone=alone)


def python(name: str, code: str, stdin: Path | None = None) -> Measured:
    """A program of a few lines."""
    return Measured(name, (sys.executable, "-c", code), stdin)


def held(
    what: str,
    *measured: Measured,
    figure: Callable[..., float],
    at_most: float,
    by: Literal["cpu", "wall"] = "cpu",
    shown: str = "{:.2f}",
    rounds: int = ROUNDS,
) -> Row:
    """A figure of several commands held against its target; by the clock it says nothing where others were at work."""
    before = load()
    in_turn(*measured, rounds=rounds)
    found = by_round(lambda *runs: figure(*(getattr(used, by) for used in runs)), *measured)
    busy = was_busy(*measured)
    verdict = "met" if found <= at_most else "missed"
    medians = [each.median for each in measured]
    return Row(
        what,
        "–" if busy and by == "wall" else shown.format(found),
        f"at most {shown.format(at_most)}, by {'the clock' if by == 'wall' else 'CPU'}",
        "says nothing: busy" if busy and by == "wall" else verdict,
        _each(measured, [used.cpu for used in medians]),
        "busy" if busy else _each(measured, [used.wall for used in medians]),
        f"{before:.1f}–{load():.1f}",
    )


def _each(measured: tuple[Measured, ...], seconds: list[float]) -> str:
    return ", ".join(f"{each.name} {figure:.2f} s" for each, figure in zip(measured, seconds, strict=True))


def ratio(ours: float, theirs: float) -> float:
    """How many times as long ours takes."""
    return ours / theirs


def starts() -> Iterator[Row]:
    """What a start costs beyond the imports that it cannot do without."""
    base = python("imports and models", MODELS)
    ours = bizcase("validate", "validate", ONE_CASE)
    yield held("start of `validate`", ours, base, figure=ratio, at_most=1.15, rounds=2 * ROUNDS)
    base = python("the same and rich's table", f"{MODELS}import rich.table, rich.console\n")
    yield held(
        "start of `calc`", bizcase("calc", "calc", ONE_CASE), base, figure=ratio, at_most=1.15, rounds=2 * ROUNDS
    )


def one_process() -> Iterator[Row]:
    """10,000 cases in one process beside the bare events of the parser."""
    _, names = files_of(10_000)
    events = python("PyYAML's events", EVENTS, names)
    yield held("a pool beside PyYAML's events alone", pool(10_000), events, figure=ratio, at_most=3.5)


def two_jobs() -> Iterator[Row]:
    """10,000 cases in two processes beside a schema validator in JavaScript."""
    ajv = WORK / "node_modules" / ".bin" / "ajv"
    if not ajv.exists():
        return
    folder, _ = files_of(10_000)
    words = (str(ajv), "validate", "-s", SCHEMA, "-d", f"{folder}/*/*.yaml", "--strict=false")
    theirs, ours = Measured("ajv-cli", words, may_fail=True), pool(10_000, "--jobs", "2", alone=False)
    yield held("a pool with two jobs beside ajv-cli", ours, theirs, figure=ratio, at_most=2.1, by="wall")


def one_more_case() -> Iterator[Row]:
    """What a further case costs, of 1,000 beside 100, in two processes beside check-jsonschema."""

    def many(count: int) -> tuple[Measured, Measured]:
        folder, names = files_of(count)
        words = (str(WORK / "peers/bin/check-jsonschema"), "--schemafile", SCHEMA, *names.read_text().split())
        ours = bizcase(f"validate {count:,}", "validate", str(folder), "--jobs", "2", alone=False)
        return ours, Measured(f"check-jsonschema {count:,}", words, may_fail=True)

    yield held(
        "a further validated case with two jobs beside check-jsonschema",
        *many(1000),
        *many(100),
        figure=lambda ours, theirs, our_few, their_few: (ours - our_few) / (theirs - their_few),
        at_most=1 / 12,
        by="wall",
        shown="{:.3f}",
    )


def lines() -> Iterator[Row]:
    """A case of ten times the lines."""
    made = []
    for count in (10_000, 1_000):
        path = WORK / f"lines-{count}.yaml"
        path.write_text(case_of_lines(count), encoding="utf-8")
        made.append(bizcase(f"{count:,} lines", "validate", str(path)))
    yield held("10,000 lines beside 1,000", *made, figure=ratio, at_most=11)


def documents() -> Iterator[Row]:
    """What a document of 1,000 cases costs beyond reading and calculating them."""
    every = ("--kind", "investment", "--kind", "innovation")
    path = WORK / "pool.docx"
    ours, without = pool(1000, *every, "-o", str(path), "--force"), pool(1000)
    ours.name, without.name = "DOCX", "jsonl"
    own = "DOCX of 1,000 cases, its own seconds"
    yield held(own, ours, without, figure=lambda ours, others: ours - others, at_most=1.0)


def growth() -> Iterator[Row]:
    """100,000 cases beside 10,000, and the memory that they take."""
    large, small = pool(100_000), pool(10_000)
    yield held("100,000 cases beside 10,000", large, small, figure=ratio, at_most=10.5, rounds=1)
    memory, most = large.median.megabytes, 80
    verdict = "met" if memory <= most else "missed"
    yield Row("100,000 cases, memory", f"{memory:.0f} MB", f"at most {most} MB", verdict, "", "", "")


def every_target() -> Iterator[Row]:
    """All of them, the quick ones first."""
    parts = [starts, lines, documents, one_more_case, one_process, two_jobs]
    for part in [*parts, growth] if os.environ.get("LARGE", "1") == "1" else parts:
        print(f"{part.__name__} …", flush=True)
        for row in part():
            print(*row, sep=" | ", flush=True)
            yield row

"""Throws mutated files at every command and form until the time is up: `python tests/fuzz/fuzz.py SECONDS [SEED]`.

A find is an input that ends a run with a traceback, an internal error, an exit code that means nothing, or a figure
beside an error that keeps it from being calculated. It is written to `.fuzz/`: make it a sample or a test of its own.
"""

import contextlib
import io
import itertools
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from bizcase.cli import main

ROOT = Path(__file__).parent.parent.parent
FINDS = ROOT / ".fuzz"
SEEDS = [path.read_bytes() for path in sorted([*ROOT.glob("cases/*/*.yaml"), *ROOT.glob("tests/samples/refused/*")])]
WORDS = [line.split(b'"')[1] for line in (ROOT / "tests/fuzz/words.dict").read_bytes().splitlines() if b'"' in line]
BYTES = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\r\n", b"\t", b"\xc2\x85", b"\xe2\x80\xae", b"\x1b[31m", "é".encode() * 40]

CONVERTED = ("--price-level", "2025", "--prices", str(ROOT / "tests/samples/prices.yaml"))
PAPERS = ("text", "markdown", "html", "xlsx", "docx")
DATA = ("json", "jsonl", "csv")
COMMANDS = [
    *(
        ("calc", "--table", table, "--format", form)
        for table, form in itertools.product(("1", "2", "3", "annex", "cashflow", "drivers", "all"), PAPERS)
    ),
    *(("calc", "--layout", "memo", "--format", form) for form in PAPERS),
    *(("calc", "--whole", "--format", form) for form in ("markdown", "html", "docx")),
    *(("calc", "--format", form) for form in DATA),
    ("calc", "--format", "csv", "--csv", "danish"),
    *(
        ("pool", "--layout", layout, "--format", form)
        for layout, form in itertools.product(("investment", "innovation", "profile", "figures"), PAPERS)
    ),
    *(("pool", "--format", form) for form in DATA),
    *(("pool", "--group-by", group) for group in ("administration", "committee")),
    *(("value", "--format", form) for form in (*PAPERS, *DATA)),
    *((command, *CONVERTED, "--format", form) for command in ("calc", "pool", "value") for form in ("text", "json")),
    *(("validate", "--format", form) for form in ("text", "json", "github", "sarif", "junit", "gitlab", "azure")),
    *(("validate", "--format", form) for form in ("xlsx", "html", "docx")),
    ("convert",),
]
"""`convert` writes a form, and takes no other options."""
FORM = FINDS / "out.xlsx"
SPICE = ((), (), ("--lang", "en"), ("--strict",), ("--years", "2018-2025"))


def mutated(chance: random.Random) -> bytes:
    """A seed with some stretches cut out, doubled, moved from another seed or replaced by something unlucky."""
    content = chance.choice(SEEDS)
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(content))
        end = min(len(content), start + chance.choice((0, 1, 3, 10, 30, 200)))
        other = chance.choice(SEEDS)
        at = chance.randint(0, len(other))
        piece = chance.choice(
            (
                b"",
                content[start:end] * 2,
                chance.choice(WORDS),
                chance.choice(BYTES),
                chance.randbytes(chance.randint(1, 4)),
                other[at : at + chance.randint(1, 120)],
                str(chance.choice((0, -1, 10**30, 1.5, 1989, 2101, "1e400", "0.0000001"))).encode(),
            )
        )
        content = content[:start] + piece + content[end:]
    return content


def outcome(arguments: tuple[str, ...]) -> tuple[object, str]:
    """How a run ended, and what it said; everything happens in this process, which is a hundred times as fast."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    code: object = None
    argv = mock.patch.object(sys, "argv", ["bizcase", *arguments])
    with argv, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        except BaseException as error:  # noqa: BLE001 - whatever gets through is a find
            code = f"{type(error).__name__}: {error}"
    err.flush()
    return code, err.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]


def runs(seconds: float, seed: int) -> Iterator[tuple[bytes, tuple[str, ...], object, str]]:
    """Input, arguments, exit code and what was said of every run, until the time is up."""
    chance = random.Random(seed)  # noqa: S311 - inputs, and no secrets
    file, target = FINDS / "case.yaml", FINDS / "out"
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        content = mutated(chance)
        file.write_bytes(content)
        for command in chance.sample(COMMANDS, 4):
            output, spice = (FORM, ()) if command == ("convert",) else (target, chance.choice(SPICE))
            arguments = (*command, *spice, "-o", str(output), str(file))
            output.unlink(missing_ok=True)
            yield content, arguments, *outcome(arguments)


def is_a_find(code: object, said: str) -> bool:
    """Whether a run ended in a way that nobody has meant."""
    return code not in (0, 1, 2) or "fejl i programmet" in said or "Traceback" in said or "error in the program" in said


def fuzz(seconds: float, seed: int) -> int:
    """Run until the time is up, keep the finds, and give back how many there were."""
    FINDS.mkdir(exist_ok=True)
    count = finds = 0
    for content, arguments, code, said in runs(seconds, seed):
        count += 1
        if is_a_find(code, said):
            finds += 1
            kept = FINDS / f"find-{seed}-{count}.yaml"
            kept.write_bytes(content)
            sys.stdout.write(f"{kept}: {' '.join(arguments)}: {code}: {said.strip().splitlines()[-1:]}\n")
    left = [name for name in os.listdir(FINDS) if name.startswith(".bizcase-")]
    sys.stdout.write(f"{count} runs, {finds} finds, {len(left)} drafts left, seed {seed}\n")
    return finds + len(left)


if __name__ == "__main__":
    chosen = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**6)
    sys.exit(fuzz(float(sys.argv[1]), chosen) > 0)

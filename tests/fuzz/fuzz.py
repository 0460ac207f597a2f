"""Throws mutated files at the program until the time is up: `python tests/fuzz/fuzz.py SECONDS [SEED]`.

Each is examined. What comes out as a case that can be calculated goes on through a command and a form; of the others,
of which every command tells the same, one in twenty does. A find is an input that ends a run with a traceback, an
internal error or an exit code that means nothing. It is written to `.fuzz/`: make it a sample or a test of its own.
"""

import contextlib
import gc
import io
import itertools
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from bizcase.api.profile import profile_meant
from bizcase.case.profile import Profile
from bizcase.cli import main
from bizcase.examine.one import examine

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
OF_THE_OTHERS = 1 / 20
COLLECTED_EVERY = 500
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
        finally:
            gc.unfreeze()  # what a run that ends with its process has no need to clear away
    err.flush()
    return code, err.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]


def examined(path: Path, profile: Profile) -> tuple[bool, str]:
    """Whether a file can be calculated, and what went wrong where it was looked at."""
    try:
        return examine(str(path), profile).kept is not None, ""
    except Exception as error:  # noqa: BLE001 - whatever gets through is a find
        return False, f"{type(error).__name__}: {error}"


def runs(content: bytes, chance: random.Random, profile: Profile) -> Iterator[tuple[str, object, str]]:
    """Arguments, exit code and what was said, of every run of an input that says anything new."""
    folder = FINDS / f"run-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    file, target, form = folder / "case.yaml", folder / "out", folder / "out.xlsx"
    file.write_bytes(content)
    can_be_calculated, wrong = examined(file, profile)
    if wrong:
        yield "examine", wrong, ""
    elif can_be_calculated or chance.random() < OF_THE_OTHERS:
        command = chance.choice(COMMANDS)
        output, spice = (form, ()) if command == ("convert",) else (target, chance.choice(SPICE))
        arguments = (*command, *spice, "-o", str(output), str(file))
        output.unlink(missing_ok=True)
        yield " ".join(arguments), *outcome(arguments)
    left = [name for name in os.listdir(folder) if name.startswith(".bizcase-")]
    if left:
        yield "drafts left", "a draft", " ".join(left)


def is_a_find(code: object, said: str) -> bool:
    """Whether a run ended in a way that nobody has meant."""
    return code not in (0, 1, 2) or "fejl i programmet" in said or "Traceback" in said or "error in the program" in said


def fuzz(seconds: float, seed: int) -> int:
    """Throw inputs until the time is up, keep the finds, and give back how many there were."""
    FINDS.mkdir(exist_ok=True)
    chance = random.Random(seed)  # noqa: S311 - inputs, and no secrets
    profile = profile_meant(None, "da")
    inputs = count = finds = 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        content = mutated(chance)
        inputs += 1
        if inputs % COLLECTED_EVERY == 0:
            gc.collect()
        for arguments, code, said in runs(content, chance, profile):
            count += 1
            if is_a_find(code, said):
                finds += 1
                kept = FINDS / f"find-{seed}-{inputs}.yaml"
                kept.write_bytes(content)
                sys.stdout.write(f"{kept}: {arguments}: {code}: {said.strip().splitlines()[-1:]}\n")
    sys.stdout.write(f"{inputs} inputs, {count} runs, {finds} finds, seed {seed}\n")
    return finds


if __name__ == "__main__":
    chosen = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**6)
    sys.exit(fuzz(float(sys.argv[1]), chosen) > 0)

"""Compares all that the program prints with what it printed at an earlier revision, byte for byte.

    python tests/outputs.py REVISION

The real cases, the samples and some hundred made ones go through every form, unit, layout, language and width, once
with the sources of the revision (kept in `.outputs/`, so that the next comparison need not wait for them) and once with
those of the working tree; what differs is listed. It is for whoever changes how the program is built: no test, because
what is printed may well be meant to change.
"""

import difflib
import hashlib
import io
import itertools
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from made_cases import the_same_every_time

from bizcase.cli import main as bizcase

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".outputs"
MADE = 240
GROUP = 10
SHOWN_DIFFERENCES = 12

UNITS = ("kr", "1000", "mio")
LANGUAGES = ("da", "en")
TARGETS = "unit: mio. kr.\ntargets:\n  ØU: {2019: 0.5, 2020+: 1}\n  BIU: {2026-2028: 2.5}\n  BUU: {2018+: 40}\n"
PRICES = """\
name: Prøve
source: Prøve
changes: {general: {1990-2024: 2.5%, 2025-2100: 1.25%}, Anlæg: {1990-2100: 0%}}
estimates_from: 2025
"""


@dataclass(frozen=True)
class Run:
    """A command line, and what it is printed on: a pipe, or a terminal of so many columns, in an encoding."""

    arguments: tuple[str, ...]
    width: int | None = None
    encoding: str = "utf-8"
    writes: str = ""

    @property
    def name(self) -> str:
        """What the run goes by in the list of differences."""
        on = f" on {self.width} columns" if self.width else ""
        return " ".join(self.arguments) + on + (f" in {self.encoding}" if self.encoding != "utf-8" else "")

    @property
    def file(self) -> str:
        """What its output is kept as."""
        return hashlib.sha256(self.name.encode()).hexdigest()[:24]


def inputs(folder: Path) -> None:
    """Put everything that is read into a folder: real cases, samples, made cases, targets."""
    shutil.copytree(ROOT / "cases", folder / "cases")
    shutil.copytree(ROOT / "tests/samples", folder / "samples")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    (folder / "targets.yaml").write_text(TARGETS, "utf-8")
    (folder / "targets-2025.yaml").write_text(f"price_level: 2025\n{TARGETS}", "utf-8")
    (folder / "prices.yaml").write_text(PRICES, "utf-8")
    for number, text in enumerate(the_same_every_time(MADE)):
        place = folder / "made" / f"{number // GROUP:02}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:03}.yaml").write_text(text.replace("id: X1\n", f"id: M{number:03}\n"), "utf-8")


def runs(folder: Path) -> Iterator[Run]:
    """Every run over what lies in a folder."""
    real = sorted(str(path.relative_to(folder)) for path in folder.glob("cases/*/*.yaml"))
    tables = sorted(str(path.relative_to(folder)) for path in folder.glob("samples/tables/*.yaml"))
    refused = sorted(str(path.relative_to(folder)) for path in folder.glob("samples/refused/*"))
    made = [
        tuple(sorted(str(path.relative_to(folder)) for path in group.iterdir()))
        for group in sorted((folder / "made").iterdir())
    ]
    for case in (*real, *tables):
        yield from of_cases((case,), thorough=True)
    for number, group in enumerate(made):
        yield from of_cases(group, thorough=number < 2)
    pools = sorted(str(path.relative_to(folder)) for path in folder.glob("cases/*"))
    for pool in (*pools, "cases", "made", "samples", "made/00"):
        yield from of_a_pool(pool)
    for sample in refused:
        yield from (Run(("validate", sample, "--format", form)) for form in ("text", "json", "github", "sarif"))
        yield Run(("calc", sample))
    for form in ("text", "json", "github", "sarif"):
        yield Run(("validate", "cases", "made", "samples", "--format", form))
        yield Run(("validate", "cases", "made", "--strict", "--no-excerpt", "--format", form))
    yield Run(("calc", *real, *refused[:9], "--no-excerpt"))
    yield from (
        Run((command, "--help")) for command in ("calc", "validate", "pool", "value", "new", "schema", "explain")
    )
    yield from (Run(("schema", name)) for name in ("case", "profile", "result", "prices", "configuration", "value"))
    yield from (Run(each) for each in ((), ("--help",), ("explain",), ("explain", "no-lines"), ("explain", "nolines")))
    yield Run(("new", "NY1", "-o", "new.yaml"), writes="new.yaml")
    yield Run(("new", "NY 1"))


def of_cases(cases: tuple[str, ...], *, thorough: bool) -> Iterator[Run]:
    """What `calc` prints of some cases."""
    every = list(itertools.product(UNITS, LANGUAGES)) if thorough else [("1000", "da"), ("kr", "da"), ("mio", "en")]
    for unit, language in every:
        shown = ("--unit", unit, "--lang", language)
        for form in ("table", "markdown", "html"):
            yield Run(("calc", *cases, "--table", "all", "--format", form, *shown))
        yield Run(("calc", *cases, "--layout", "memo", *shown))
        yield from (Run(("value", *cases, "--format", form, *shown)) for form in ("text", "markdown", "html"))
        yield from (Run(("calc", *cases, "--table", "all", *shown), width=width) for width in (40, 80, 120))
        for ending in ("xlsx", *["docx"] * thorough):
            output = f"out.{ending}"
            options = ("--table", "all", "--unit", unit, "--lang", language, "-o", output)
            yield Run(("calc", *cases, *options), writes=output)
    yield from (Run(("calc", *cases, "--table", table)) for table in ("1", "2", "3", "annex", "cashflow", "drivers"))
    yield from (Run(("calc", *cases, "--format", form)) for form in ("json", "jsonl", "csv"))
    yield from (Run(("value", *cases, "--format", form)) for form in ("json", "jsonl", "csv"))
    yield from (Run(("calc", *cases, "--whole", "--format", form)) for form in ("html", "markdown"))
    if thorough:
        yield Run(("calc", *cases, "--whole", "-o", "out.docx"), writes="out.docx")
    yield Run(("calc", *cases, "--layout", "memo", "-o", "out.xlsx"), writes="out.xlsx")
    yield from (Run(("calc", *cases, *CONVERTED, "--table", "all", "--format", form)) for form in ("table", "html"))
    yield Run(("calc", *cases, *CONVERTED, "--format", "json"))
    yield Run(("calc", *cases), encoding="ascii")


CONVERTED = ("--price-level", "2025", "--prices", "prices.yaml")


def of_a_pool(pool: str) -> Iterator[Run]:
    """What `pool` prints of a folder."""
    mixed = ("pool", pool, *(() if pool.startswith("cases/") else CONVERTED))
    yield Run(("pool", pool))
    yield Run(("pool", pool, "--strict", "--quiet"))
    for layout, language in itertools.product(("investment", "innovation", "profile", "table"), LANGUAGES):
        shown = (*mixed, "--layout", layout, "--lang", language)
        yield from (Run((*shown, "--format", form)) for form in ("table", "markdown", "html"))
        yield from (Run(shown, width=width) for width in (40, 80, 120))
        yield from (Run((*shown, "-o", f"out.{ending}"), writes=f"out.{ending}") for ending in ("xlsx", "docx"))
        if layout != "profile":
            groups = ("administration", "committee", "kind", "none")
            yield from (Run((*shown, "--group-by", group)) for group in groups)
            yield Run((*shown, "--budget", "3.25", "--group-by", "committee", "--format", "html"))
    yield from (Run((*mixed, "--sort", key)) for key in ("path", "id", "title", "cost", "saving", "payback"))
    yield from (Run((*mixed, "--budget", budget)) for budget in ("1", "375", "1.025", "x"))
    yield from (Run((*mixed, "--format", form, *sort)) for form in ("json", "jsonl", "csv") for sort in ((), SORTED))
    targets = "targets.yaml" if pool.startswith("cases/") else "targets-2025.yaml"
    yield Run((*mixed, "--layout", "profile", "--target", targets))
    yield Run((*mixed, "--layout", "profile", "--target", targets, "-o", "out.xlsx"), writes="out.xlsx")


SORTED = ("--sort", "cost")


class Terminal(io.TextIOWrapper):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Whether somebody looks at it."""
        return True


def output_of(run: Run) -> bytes:
    """How a run ended and what it printed and wrote."""
    for name in ("COLUMNS", "GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
    if run.width:
        os.environ["COLUMNS"] = str(run.width)
    printed, said = io.BytesIO(), io.BytesIO()
    sys.argv = ["bizcase", *run.arguments]
    sys.stdout = (Terminal if run.width else io.TextIOWrapper)(printed, encoding=run.encoding)
    sys.stderr = io.TextIOWrapper(said, encoding="utf-8")
    sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    code: object = 0
    try:
        bizcase()
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        streams = [b"exit %d" % (code if isinstance(code, int) else 1), printed.getvalue(), said.getvalue()]
        sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__
    if run.writes and os.path.exists(run.writes):
        streams.append(Path(run.writes).read_bytes())
        os.unlink(run.writes)
    return b"\n--\n".join(streams)


def store(share: int, shares: int, folder: Path, kept: Path) -> None:
    """Keep the outputs of every n-th run."""
    place = kept.parent / f"{kept.name}.{share}"  # a file that one run writes must not be another's
    shutil.copytree(folder, place)
    os.chdir(place)
    for number, run in enumerate(runs(folder)):
        if number % shares == share:
            (kept / run.file).write_bytes(output_of(run))
    shutil.rmtree(place)


def stored_with(sources: Path, folder: Path, kept: Path) -> None:
    """Keep the outputs of all runs, made by the program whose sources lie there."""
    kept.mkdir(parents=True)
    shares = os.cpu_count() or 1
    names = os.environ | {"PYTHONPATH": str(sources), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, __file__, "--share"]
    at_work = [
        subprocess.Popen([*command, str(share), str(shares), str(folder), str(kept)], env=names)
        for share in range(shares)
    ]
    codes = [process.wait() for process in at_work]
    if any(codes):
        sys.exit(f"the runs with {sources} broke off")


def sources_of(revision: str, place: Path) -> Path:
    """The sources of a revision, unpacked."""
    git = shutil.which("git") or "git"
    packed = subprocess.run([git, "archive", revision, "src"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(place, filter="data")
    return place / "src"


def commit_of(revision: str) -> str:
    """The full name of a revision."""
    command = [shutil.which("git") or "git", "rev-parse", "--verify", f"{revision}^{{commit}}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def compared(before: Path, after: Path, every: Iterable[Run]) -> Iterator[tuple[Run, bytes, bytes]]:
    """The runs whose outputs differ, with both."""
    for run in every:
        one, other = ((kept / run.file).read_bytes() for kept in (before, after))
        if one != other:
            yield run, one, other


def fingerprint(folder: Path) -> str:
    """What the inputs are and which runs there are, in short: outputs are only compared with those of the same."""
    whole = hashlib.sha256("\n".join(run.name for run in runs(folder)).encode())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:12]


def main() -> None:
    """Compare the working tree with a revision; ends with 1 where anything differs."""
    if sys.argv[1:2] == ["--share"]:
        share, shares, folder, kept = sys.argv[2:]
        store(int(share), int(shares), Path(folder), Path(kept))
        return
    commit = commit_of(sys.argv[1])
    now = KEPT / "now"
    read = now / "inputs"
    shutil.rmtree(now, ignore_errors=True)
    read.mkdir(parents=True)
    inputs(read)
    before = KEPT / f"{commit[:12]}-{fingerprint(read)}"
    if not before.exists():
        draft = KEPT / f"{before.name}.draft"
        shutil.rmtree(draft, ignore_errors=True)
        stored_with(sources_of(commit, now / "before"), read, draft)
        draft.rename(before)
    after = now / "after"
    stored_with(ROOT / "src", read, after)
    every = list(runs(read))
    different = list(compared(before, after, every))
    for run, one, other in different[:SHOWN_DIFFERENCES]:
        print(f"\n$ bizcase {run.name}"[:300])
        if run.writes and b"\nPK" in one + other:
            print(f"  {run.writes} differs")
            continue
        old, new = (text.decode(errors="replace").splitlines() for text in (one, other))
        print("\n".join(itertools.islice(difflib.unified_diff(old, new, lineterm="", n=1), 30)))
    print(f"{len(every)} outputs compared with {sys.argv[1]}: {len(different)} differ")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()

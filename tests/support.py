"""What several tests need: a case from a few words, the program run from end to end, and texts kept as snapshots."""

import os
import pty
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from started import Started

from bizcase.case.kinds import Unit
from bizcase.case.model import Case
from bizcase.case.profile import Profile
from bizcase.case.profile_validation import validate_profile
from bizcase.case.validation import validate_case
from bizcase.engine.calculate import calculate
from bizcase.engine.flow import Flow
from bizcase.engine.result import PaybackTime, Result
from bizcase.examine.one import Outcome, examine
from bizcase.output.papers.view import Printed, View
from bizcase.reading.fault import Fault
from bizcase.reading.finding import START, Finding, Severity
from bizcase.reading.loader import load
from bizcase.tables.case_paper import case_pieces
from bizcase.tables.paper import Paper, paper
from bizcase.tables.table import Table
from bizcase.texts.template import Language, spoken

ROOT = Path(__file__).parent.parent
CASES = sorted(ROOT.glob("cases/*/*.yaml"))
SNAPSHOTS = ROOT / "tests" / "snapshots"
CONVERTED = ("--price-level", "2025", "--prices", ROOT / "tests/samples/prices.yaml")
"""What puts cases of any price level into one."""

HEAD = """\
id: X1
title: Prøve
price_level: 2018
administration: ØKF
"""


@cache
def copenhagen() -> Profile:
    """The profile that the program ships."""
    text = (ROOT / "src/bizcase/profiles/copenhagen.yaml").read_text(encoding="utf-8")
    root = load(text).root
    assert root is not None
    profile, faults = validate_profile(root)
    assert profile is not None, faults
    return profile


def told(payback: PaybackTime) -> tuple[str, int | None, int | None]:
    """A counted payback: what became of it, whole years, and the year in which it is reached."""
    return payback.status, payback.whole, payback.reached_in


def printed(table: Table, unit: Unit = "1.000 kr.", language: Language = "da") -> Printed:
    """A table as its reader sees it."""
    return View(language, unit).printed(table)


def case_paper(path: Path | str, which: str = "all") -> Paper:
    """The tables of a case file as a paper."""
    result = examine(str(path), copenhagen()).kept
    assert result is not None
    return paper(case_pieces(result, which, copenhagen()))


def left_out_file(path: str, errors: int) -> Outcome[Any]:
    """A file that could not be calculated for so many errors."""
    return Outcome(path, None, (Finding(path, START, Severity.ERROR, "bad-value", "is wrong"),) * errors)


def tables_of(whole: Paper) -> list[Table]:
    """The tables of a paper."""
    return [part for part in whole.pieces if isinstance(part, Table)]


def faults_in(text: str) -> list[Fault]:
    """What is wrong with a text as a case."""
    loaded = load(text)
    assert loaded.root is not None
    assert not loaded.faults
    return validate_case(loaded.root, copenhagen(), frozenset({"not-permanent"}))[1]


def message_of(found: Fault | Finding) -> str:
    """What is said of a fault or a finding, as it is printed today."""
    return spoken(found.text, "en")


def case_from(text: str) -> Case:
    """The case in a text, which must be a good one."""
    loaded = load(text)
    assert loaded.root is not None
    assert not loaded.faults
    case, faults = validate_case(loaded.root, copenhagen(), frozenset({"not-permanent"}))
    assert case is not None, faults
    return case


def result_of(lines: str, head: str = HEAD) -> Result:
    """A case of a usual head and these lines, calculated."""
    return calculate(case_from(head + lines), copenhagen())


def amounts_of(flow: Flow) -> list[object]:
    """What a flow has in each of its years, to be held against plain numbers."""
    return list(flow.amounts)


@dataclass(frozen=True)
class Run:
    """How a run of the program ended, and what it printed."""

    code: int
    out: str
    err: str


@cache
def _started() -> Started:
    return Started()


def bizcase(*arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **environment: str) -> Run:
    """Run the program in a process of its own, without a terminal."""
    with TemporaryFile() as entered, TemporaryFile() as printed, TemporaryFile() as said:
        entered.write(stdin)
        entered.seek(0)
        streams = [stream.fileno() for stream in (entered, printed, said)]
        _started().run(list(map(str, arguments)), cwd, os.environ | environment, streams)
        code = _started().ended()
        printed.seek(0)
        said.seek(0)
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        return Run(code, printed.read().decode(encoding), said.read().decode(encoding))


def on_a_terminal(stream: str, *arguments: str | Path, **environment: str) -> Run:
    """Run the program with a terminal for stdout or stderr, and nothing kept of the stream that is none."""
    ours, theirs = pty.openpty()
    nowhere = os.open(os.devnull, os.O_RDWR)
    streams = [nowhere, theirs if stream == "stdout" else nowhere, theirs if stream == "stderr" else nowhere]
    names = os.environ | {"TERM": "xterm"} | environment
    _started().run(list(map(str, arguments)), ROOT, names, streams)
    os.close(theirs)
    os.close(nowhere)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # how a terminal says that nobody writes to it any more
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    code = _started().ended()
    shown = printed.decode().replace("\r\n", "\n")
    return Run(code, shown if stream == "stdout" else "", shown if stream == "stderr" else "")


def assert_snapshot(name: str, text: str) -> None:
    """Compare a text with the one kept for it; UPDATE_SNAPSHOTS=1 keeps the new one, to be looked at in the diff."""
    kept = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")

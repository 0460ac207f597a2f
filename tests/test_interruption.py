"""A run that is ended at any moment leaves no draft and no process, and the old file or the whole new one.

KILLS=50 tries more moments of each form; `make fuzz` does.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import CASES, CONVERTED, ROOT, bizcase

KILLS = int(os.environ.get("KILLS", "3"))
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
FORMS = ("text", "markdown", "html", "json", "jsonl", "csv", "xlsx", "docx")
OLD = b"what stood here before"
OURS = os.path.join("bizcase", "cli").encode()  # in every traceback of a program that has begun


def started(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """A run in a process group of its own, so that only this test ends it."""
    command = [sys.executable, "-m", "bizcase", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def group_is_gone(group: int) -> bool:
    """Whether no process of a group is left, a moment after its first has ended."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("form", FORMS)
def test_a_signal_at_any_moment_leaves_the_old_file_or_the_new_one(form: str, tmp_path: Path) -> None:
    """Ctrl-C, the end of a job and of a terminal alike; nothing else lies in the folder, and nothing runs on."""
    target = tmp_path / "out" / "document"
    target.parent.mkdir()
    arguments: tuple[str | Path, ...] = (
        "pool",
        *CASES,
        *CONVERTED,
        "--jobs",
        "1",
        "--format",
        form,
        "-o",
        target,
        "--force",
    )
    begun = time.monotonic()
    bizcase(*arguments)
    whole, lasts = target.read_bytes(), time.monotonic() - begun
    chance = random.Random(os.environ.get("CI") and form)  # noqa: S311 - moments, and no secrets
    for _ in range(KILLS):
        target.write_bytes(OLD)
        run = started(*arguments)
        time.sleep(chance.uniform(0, lasts))
        number = chance.choice(SIGNALS)
        run.send_signal(number)
        _, said = run.communicate(timeout=30)
        assert os.listdir(target.parent) == ["document"]
        assert target.read_bytes() in (OLD, whole)
        assert b"Traceback" not in said or OURS not in said  # before a first line of ours has run, Python speaks
        assert group_is_gone(run.pid)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with more cases than two processes have done at once."""
    folder = tmp_path / "cases"
    folder.mkdir()
    text = CASES[0].read_text("utf-8")
    for number in range(3000):
        (folder / f"C{number}.yaml").write_text(text, "utf-8")
    return folder


def workers_of(run: subprocess.Popen[bytes]) -> list[int]:
    """The processes that a run has started, when there are two."""
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    for _ in range(3000):
        if len(found := children.read_text("ascii").split()) == 2:
            return [int(each) for each in found]
        time.sleep(0.01)
    raise AssertionError("the run has started no workers")


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for the children of a process")
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_workers_too(number: signal.Signals, many: Path) -> None:
    """None of them lives on, and the exit code tells the signal."""
    run = started("validate", many, "--jobs", "2", "--format", "text")
    workers_of(run)
    run.send_signal(number)
    run.communicate(timeout=30)
    assert run.returncode == 128 + number
    assert group_is_gone(run.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for the children of a process")
def test_a_worker_that_is_killed_is_told_of_with_the_files_that_are_missing(many: Path, tmp_path: Path) -> None:
    """As where the memory is used up: exit code 2, what to do, no document, and no fault of the program."""
    target = tmp_path / "out.csv"
    run = started("pool", many, "--jobs", "2", "-o", target)
    os.kill(workers_of(run)[1], signal.SIGKILL)
    _, said = run.communicate(timeout=60)
    text = said.decode()
    assert run.returncode == 2
    assert "(signal 9)" in text
    assert "--jobs 1" in text
    assert f"  {many}/C" in text
    assert "filer mangler" in text
    assert "fejl i programmet" not in text
    assert not target.exists()


def test_a_file_keeps_its_permissions_and_never_runs_as_somebody_else(tmp_path: Path) -> None:
    """Mode 4750 becomes 0750: what is replaced by other contents must not keep a setuid bit."""
    target = tmp_path / "x.md"
    target.write_bytes(OLD)
    target.chmod(0o4750)
    assert bizcase("calc", CASES[0], "-o", target).code == 0
    assert target.stat().st_mode & 0o7777 == 0o750


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    """Who owned a file owns what replaces it."""
    target = tmp_path / "x.md"
    target.write_bytes(OLD)
    os.chown(target, 12345, 23456)
    assert bizcase("calc", CASES[0], "-o", target).code == 0
    assert (target.stat().st_uid, target.stat().st_gid) == (12345, 23456)

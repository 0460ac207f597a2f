"""Starting up: nothing slow is loaded before it is needed, and no bug shows its insides."""

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time

import pytest
from support import ROOT, bizcase

SLOW = {"yaml", "rich.table", "rich.console", "bizcase.case.model"}


@pytest.mark.parametrize(
    ("arguments", "slow"),
    [
        (["--help"], SLOW | {"pydantic"}),
        (["--version"], SLOW | {"pydantic"}),
        (["calc", "--help"], SLOW),  # typer itself has pydantic look at the options of a command
        (["validate", "--help"], SLOW),
    ],
)
def test_help_loads_neither_models_nor_drawing(arguments: list[str], slow: set[str]) -> None:
    """Help and version start without pydantic, YAML and rich's tables."""
    code = (
        "import sys, contextlib\nfrom bizcase.cli import main\nsys.argv = ['bizcase', *sys.argv[1:]]\n"
        "with contextlib.suppress(SystemExit): main()\nprint('loaded', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert not slow & set(done.stdout.rpartition("loaded")[2].split())


def test_validate_does_not_load_drawing() -> None:
    """A command imports its own renderer and no other."""
    code = (
        "import sys, contextlib\nfrom bizcase.cli import main\nsys.argv = ['bizcase', 'validate', 'cases']\n"
        "with contextlib.suppress(SystemExit): main()\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"rich.table", "rich.console"} & set(done.stdout.split())


def test_a_bug_is_one_line_and_exit_code_2() -> None:
    """Whatever goes wrong inside, no traceback reaches a user."""
    code = (
        "import sys, bizcase.examine.many\nfrom bizcase.cli import main\nsys.argv = ['bizcase', 'validate', 'cases']\n"
        "bizcase.examine.many.examine_all = None\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr.startswith("bizcase: fejl i programmet: TypeError: ")
    assert done.stderr.count("\n") == 1


def test_interrupting_ends_at_once_with_130() -> None:
    """Ctrl-C while a run waits for the rest of its input, of which it has taken the beginning."""
    reads, writes = os.pipe()
    command = [sys.executable, "-m", "bizcase", "validate", "-"]
    with subprocess.Popen(command, stdin=reads, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        os.write(writes, b"id: BC1\n")
        while any(fcntl.ioctl(reads, termios.FIONREAD, bytes(4))):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        os.close(writes)
        out, err = process.communicate(timeout=30)
    os.close(reads)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_the_version_is_that_of_the_package() -> None:
    """--version names program and version."""
    from bizcase import __version__  # noqa: PLC0415 - the claim is about this very name

    assert bizcase("--version").out == f"bizcase {__version__}\n"


def test_no_command_is_help() -> None:
    """Without arguments the commands are listed."""
    assert "\nKommandoer:\n  calc " in bizcase().err


@pytest.mark.parametrize("words", [["--show-completion", "zsh"], ["--show-completion=zsh"]])
@pytest.mark.parametrize(
    ("shell", "mark"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete --command")]
)
def test_completion_is_of_the_shell_that_is_named(words: list[str], shell: str, mark: str) -> None:
    """Whichever shell asks."""
    run = bizcase(*[word.replace("zsh", shell) for word in words])
    assert (run.code, run.err) == (0, "")
    assert mark in run.out


def test_a_shell_without_completion_is_told() -> None:
    """With those that have it, and under the option's own name."""
    run = bizcase("--show-completion", "tcsh")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("bizcase: --show-completion: tcsh kan ikke stå her; tilladt: bash, zsh")

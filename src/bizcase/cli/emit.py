"""The last step of a command: its text on stdout, or in a file that appears whole or not at all."""

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TextIO

import typer

from bizcase.cli.exits import TROUBLE
from bizcase.reading.text import printable

STANDARD_OUTPUT = "-"
"""The name that stands for standard output."""


def emit(text: str, output: str | None, *, encoding: str = "utf-8") -> None:
    """Write a result to stdout, or to the file `output`."""
    with writing(output, encoding=encoding) as write:
        write(text)


@contextlib.contextmanager
def writing(output: str | None, *, encoding: str = "utf-8") -> Iterator[Callable[[str], None]]:
    """A way to write a result piece by piece, to stdout or to the file `output`, which appears when all is written."""
    target = "standard output" if output in (None, STANDARD_OUTPUT) else output or '""'
    try:
        with _standard_output() if output in (None, STANDARD_OUTPUT) else _file(str(output)) as stream:
            yield lambda text: _write(text.encode(encoding, errors="replace"), stream)
            stream.flush()
    except BrokenPipeError:
        _let_the_reader_go(sys.stdout)
        return
    except (OSError, ValueError) as error:
        say(f"bizcase: {printable(target)}: cannot be written ({getattr(error, 'strerror', None) or error})")
        raise typer.Exit(TROUBLE) from None
    if target == output:
        say(f"bizcase: wrote {printable(output)}")


def say(message: str) -> None:
    """Tell the user something beside the result, on stderr; nobody listening is no failure."""
    if sys.stderr is not None:
        try:
            sys.stderr.buffer.write(f"{message}\n".encode(sys.stderr.encoding, errors="replace"))
            sys.stderr.flush()
        except BrokenPipeError:
            _let_the_reader_go(sys.stderr)
        except OSError:
            pass


def refuse_to_replace(inputs: Iterable[str], output: str | None) -> None:
    """End the run where the file to write is one of those that are read."""
    for path in inputs:
        with contextlib.suppress(OSError, ValueError):
            if output is not None and os.path.samefile(path, output):
                message = f"{output} is the case that is read; write to another file"
                raise typer.BadParameter(message, param_hint="--output")


def fresh(path: str, text: str, remedy: str) -> bool:
    """Whether a generated file holds just this text; where it does not, stderr says how to write it anew."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            if file.read() == text:
                return True
        found = "is stale"
    except (OSError, UnicodeDecodeError):
        found = "cannot be read"
    say(f"bizcase: {path} {found}; write it anew with: {remedy}")
    return False


def _write(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


@contextlib.contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:
        raise ValueError("it is closed")
    yield sys.stdout.buffer


def _let_the_reader_go(stream: TextIO) -> None:
    """Whoever reads has seen enough (`| head`); nothing more may go down the pipe, not at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextlib.contextmanager
def _file(output: str) -> Iterator[BinaryIO]:
    """A regular file to be replaced whole, through links to it and with its permissions; anything else as it is."""
    target = os.path.realpath(output)
    try:
        status = os.stat(output)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    else:
        if not stat.S_ISREG(status.st_mode):
            with open(output, "wb") as stream:
                yield stream
            return
        mode = stat.S_IMODE(status.st_mode)
    descriptor, draft = tempfile.mkstemp(prefix=".bizcase-", dir=os.path.dirname(target))
    try:
        with open(descriptor, "wb") as file:
            yield file
        os.chmod(draft, mode)
        os.replace(draft, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise

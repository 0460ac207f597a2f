"""The last step of a command: its text on stdout, or in a file that appears whole or not at all."""

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from typing import BinaryIO, NoReturn

import typer

from bizcase.cli.exits import TROUBLE

STANDARD_OUTPUT = "-"
"""The name that stands for standard output."""


def emit(text: str, output: str | None, *, encoding: str = "utf-8") -> None:
    """Write a result to stdout, or to the file `output` through a temporary file and a rename."""
    content = text.encode(encoding, errors="replace")
    if output is None or output == STANDARD_OUTPUT:
        if sys.stdout is None:
            _cannot("standard output", "it is closed")
        try:
            _to_stream(content, sys.stdout.buffer)
        except OSError as error:
            _cannot("standard output", error.strerror)
        return
    try:
        _to_file(content, output)
    except (OSError, ValueError) as error:
        _cannot(output or '""', getattr(error, "strerror", None) or str(error))
    say(f"bizcase: wrote {output}")


def say(message: str) -> None:
    """Tell the user something beside the result, on stderr; nobody listening is no failure."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            _to_stream(f"{message}\n".encode(sys.stderr.encoding, errors="replace"), sys.stderr.buffer)


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


def _cannot(target: str, reason: str | None) -> NoReturn:
    say(f"bizcase: {target}: cannot be written ({reason})")
    raise typer.Exit(TROUBLE)


def _to_stream(content: bytes, stream: BinaryIO) -> None:
    try:
        stream.write(content)
        stream.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough (`| head`); nothing more may go down the pipe, not at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _to_file(content: bytes, output: str) -> None:
    """Replace a regular file whole, through links to it and with its permissions; write into anything else."""
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
                stream.write(content)
            return
        mode = stat.S_IMODE(status.st_mode)
    descriptor, draft = tempfile.mkstemp(prefix=".bizcase-", dir=os.path.dirname(target))
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.chmod(draft, mode)
        os.replace(draft, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise

"""The last step of a command: its text on stdout, or in a file that appears whole or not at all."""

import contextlib
import os
import sys
import tempfile

import typer

from bizcase.cli.exits import TROUBLE


def emit(text: str, output: str | None, *, encoding: str = "utf-8") -> None:
    """Write a result to stdout, or to the file `output` through a temporary file and a rename."""
    content = text.encode(encoding, errors="replace")
    if output is None:
        _to_stdout(content)
        return
    try:
        _to_file(content, output)
    except OSError as error:
        typer.echo(f"bizcase: {output}: cannot be written ({error.strerror})", err=True)
        raise typer.Exit(TROUBLE) from None
    typer.echo(f"bizcase: wrote {output}", err=True)


def _to_stdout(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough (`| head`); nothing more may go down the pipe, not at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_file(content: bytes, output: str) -> None:
    folder = os.path.dirname(output) or "."
    descriptor, draft = tempfile.mkstemp(prefix=".bizcase-", dir=folder)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(draft, 0o666 & ~umask)
        os.replace(draft, output)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(draft)
        raise


def fresh(path: str, text: str, remedy: str) -> bool:
    """Whether a generated file holds just this text; where it does not, stderr says how to write it anew."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            if file.read() == text:
                return True
    except (OSError, UnicodeDecodeError):
        pass
    typer.echo(f"bizcase: {path} is stale; write it anew with: {remedy}", err=True)
    return False

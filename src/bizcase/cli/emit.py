"""The last step of a command: its text on stdout, or in a file that appears whole or not at all."""

import contextlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TextIO

import typer

from bizcase.cli.draft import drafted
from bizcase.cli.exits import TROUBLE
from bizcase.cli.language import said
from bizcase.cli.misuse import refuse
from bizcase.reading.characters import printable
from bizcase.texts.system import reason_of
from bizcase.texts.template import Text, Words

STANDARD_OUTPUT = "-"
"""The name that stands for standard output."""


def emit(text: str | bytes, output: str | None, *, encoding: str = "utf-8") -> None:
    """Write a result to stdout, or to the file `output`."""
    with writing(output, encoding=encoding) as write:
        write(text)


@contextlib.contextmanager
def writing(output: str | None, *, encoding: str = "utf-8") -> Iterator[Callable[[str | bytes], None]]:
    """A way to write a result piece by piece, to stdout or to the file `output`, which appears when all is written."""
    to_stdout = output is None or output == STANDARD_OUTPUT
    refuse_no_place(output)
    try:
        with _standard_output() if to_stdout else _file(str(output)) as stream:

            def write(text: str | bytes) -> None:
                with _telling():
                    stream.write(text if isinstance(text, bytes) else text.encode(encoding, errors="replace"))

            yield write
            with _telling():
                stream.flush()
    except BrokenPipeError:
        let_go(sys.stdout)
        return
    except CannotWriteError as error:
        if to_stdout and sys.stdout is not None:
            let_go(sys.stdout)
        target = Text("standardoutput") if to_stdout else printable(str(output))
        say(Text("bizcase: {target}: kan ikke skrives ({reason})", target=target, reason=error.reason))
        raise typer.Exit(TROUBLE) from None
    if not to_stdout:
        remark(Text("bizcase: {path} er skrevet", path=printable(str(output))))


def refuse_no_place(output: str | None) -> None:
    """End the run where a file has no name, a folder has it, or its folder is not there."""
    if output is None or output == STANDARD_OUTPUT:
        return
    if not output:
        refuse(Text("her står ingenting; skriv et filnavn"), "--output")
    if os.path.isdir(output):
        refuse(Text("{path} er en mappe; skriv et filnavn i den", path=printable(output)), "--output")
    folder = os.path.dirname(output)
    if folder and not os.path.isdir(folder):
        refuse(Text("mappen {folder} findes ikke; opret den først", folder=printable(folder)), "--output")


class CannotWriteError(Exception):
    """A result that could not be put where it was to go, and why."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason)
        self.reason = reason


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    """Tell a fault of the file system from one of the program: only what is done here is about writing."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise CannotWriteError(reason_of(error)) from None


def say(message: Words) -> None:
    """Tell the user something beside the result, on stderr; nobody listening is no failure."""
    if sys.stderr is not None:
        try:
            sys.stderr.buffer.write(f"{said(message)}\n".encode(sys.stderr.encoding or "utf-8", errors="replace"))
            sys.stderr.flush()
        except BrokenPipeError:
            let_go(sys.stderr)
        except OSError:
            pass


_quiet = False


def be_quiet() -> None:
    """Say from now on what is wrong, and nothing else."""
    global _quiet  # noqa: PLW0603 - a process has one reader
    _quiet = True


def remark(message: Words) -> None:
    """Tell the user what is good to know and nothing to be done about, unless that is not wanted."""
    if not _quiet:
        say(message)


def refuse_to_replace(inputs: Iterable[str | None], output: str | None, *, force: bool = False) -> None:
    """End the run where the file to write is one of those that are read, a case, or a document somebody has worked in.

    A document is replaced all the same where that is asked for by `force`.
    """
    refuse_no_place(output)
    if output is None or output == STANDARD_OUTPUT or not os.path.exists(output):
        return
    for path in inputs:
        with contextlib.suppress(OSError, ValueError):
            if path is not None and os.path.samefile(path, output):
                message = Text("{path} læses i samme kørsel; skriv til en anden fil", path=printable(output))
                refuse(message, "--output")
    if _is_a_case(output):
        refuse(Text("{path} er en sag og overskrives ikke; skriv til en anden fil", path=printable(output)), "--output")
    if not force and output.casefold().endswith((".docx", ".xlsx")) and os.path.isfile(output):
        from bizcase.output.papers.office import is_as_written

        if not is_as_written(output):
            message = Text(
                "{path} er ændret, siden programmet skrev den, eller er ikke skrevet af programmet; skriv til en "
                "anden fil, eller overskriv den med --force",
                path=printable(output),
            )
            refuse(message, "--output")


_KEYS_OF_A_CASE = tuple(re.compile(rb"^[\"']?%s[\"']?[ \t]*:" % key, re.MULTILINE) for key in (b"id", b"price_level"))
"""Keys that every case has at the beginning of a line, and no output of a command."""


def _is_a_case(path: str) -> bool:
    """Whether a file holds a case: by its name or that of the file that links lead to, or else by its content."""
    from bizcase.reading.content import SIZE_LIMIT, is_case_file, is_workbook  # what reads a file is there by now

    target = os.path.realpath(path)
    if any(is_case_file(name) and not is_workbook(name) for name in (path, target)):
        return True
    if not os.path.isfile(target):
        return False
    from bizcase.output.papers.office import is_form

    with contextlib.suppress(OSError), open(target, "rb") as file:
        content = file.read(SIZE_LIMIT)
        return is_form(target) or all(key.search(content) for key in _KEYS_OF_A_CASE)
    return False


def fresh(path: str, text: str, remedy: str) -> bool:
    """Whether a generated file holds just this text; where it does not, stderr says how to write it anew."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            if file.read() == text:
                return True
        message = Text("bizcase: {path} er forældet; skriv den på ny med: {remedy}", path=path, remedy=remedy)
    except (OSError, UnicodeDecodeError):
        message = Text("bizcase: {path} kan ikke læses; skriv den på ny med: {remedy}", path=path, remedy=remedy)
    say(message)
    return False


@contextlib.contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:
        raise CannotWriteError(Text("den er lukket"))
    yield sys.stdout.buffer


def let_go(stream: TextIO) -> None:
    """Nobody reads on (`| head`), or nothing more can be taken: what is left must not be tried again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextlib.contextmanager
def _file(output: str) -> Iterator[BinaryIO]:
    """A file that appears when all is written; what is told of it is about the file and not about what is put in."""
    with contextlib.ExitStack() as stack:
        with _telling():
            stream = stack.enter_context(drafted(output))
        yield stream
        with _telling():
            stack.close()

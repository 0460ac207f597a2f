"""From a path to the text of one case file; whatever keeps it from being read is a finding and not an exception."""

import codecs
import os
import stat
import sys
from dataclasses import dataclass, field

from bizcase.reading.document import Node, is_blank
from bizcase.reading.finding import START, Finding, Severity
from bizcase.reading.loader import load
from bizcase.reading.problem import Problem
from bizcase.reading.text import lines_of, place_at

SIZE_LIMIT = 1024 * 1024
"""Bytes that a case file may have."""

STANDARD_INPUT = "-"
"""The path that stands for standard input."""

UNREADABLE = "unreadable-file"
"""The code of every finding about a file that could not be read at all."""

_A_FOLDER = "this is a folder, and no case file (*.yaml, *.yml) was read from it; name the files, or check the path"


@dataclass(slots=True)
class Source:
    """A case file as it was read: its text, its document, and the findings that reading it brought."""

    path: str
    text: str = ""
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    _lines: list[str] | None = None

    def line(self, number: int) -> str:
        """A line of the text, counted from 1; empty past the end."""
        if self._lines is None:
            self._lines = lines_of(self.text)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def report(self, problem: Problem) -> None:
        """Take up a problem as an error of this file."""
        self.findings.append(Finding(self.path, problem.place, Severity.ERROR, problem.code, problem.message))


def read(path: str) -> Source:
    """Read the file at `path` (or standard input for `-`) down to a document. Never raises for what a file is."""
    source = Source(path)
    content = _bytes_of(path)
    if isinstance(content, str):
        source.report(Problem(UNREADABLE, content, START))
        return source
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        source.text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        source.text = content.decode("utf-8", errors="replace")
        source.report(_encoding_problem(content, error.start))
        return source
    loaded = load(source.text)
    source.root = loaded.root
    for problem in loaded.problems:
        source.report(problem)
    if (loaded.root is None and not loaded.problems) or is_blank(loaded.root):
        source.root = None
        source.report(
            Problem("empty-file", "nothing stands in this file; `bizcase new ID` writes a case to start from", START)
        )
    return source


def _bytes_of(path: str) -> bytes | str:
    """The content of a file, or in words why there is none."""
    try:
        content = _standard_input() if path == STANDARD_INPUT else _file(path)
    except IsADirectoryError:
        return _A_FOLDER
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"cannot be read ({reason}); check the name and the permissions"
    if isinstance(content, bytes) and len(content) > SIZE_LIMIT:
        return f"larger than {SIZE_LIMIT // 1024} KiB, which no case needs; split it into cases of their own"
    return content


def _standard_input() -> bytes | str:
    if sys.stdin is None:
        return "standard input is closed; give the case to it, or name a file"
    return sys.stdin.buffer.read(SIZE_LIMIT + 1) or b""


def _file(path: str) -> bytes | str:
    """The content of a regular file; not blocking, because a pipe without a writer must not hang the run."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb", buffering=0) as file:
        before = os.fstat(descriptor)
        if stat.S_ISDIR(before.st_mode):
            return _A_FOLDER
        if not stat.S_ISREG(before.st_mode):
            return "this is a pipe or a device, and a case is a file; use - to read standard input"
        content = file.read(min(before.st_size, SIZE_LIMIT) + 1)  # room for the limit would cost more than the rest
        after = os.fstat(descriptor)
    whole = len(content) == min(after.st_size, SIZE_LIMIT + 1)
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or not whole:
        return "changed while it was read; run again when nobody writes to it"
    return content


def _encoding_problem(content: bytes, position: int) -> Problem:
    """What stands at the first byte that is no UTF-8."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) or b"\0" in content[:400]:
        found = "UTF-16 or UTF-32"
    else:
        found = f"a byte {content[position]:02X} (Windows-1252 or ISO 8859-1?)"
    return Problem(
        "not-utf8",
        f"the file is not UTF-8: {found} stands here; save it again with the encoding UTF-8",
        place_at(content[:position].decode("utf-8"), position),
    )

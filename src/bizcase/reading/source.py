"""From a path to the text of one case file; whatever keeps it from being read is a finding and not an exception."""

import os
import re
import stat
import sys
from dataclasses import dataclass, field

from bizcase.reading.document import Node, is_blank
from bizcase.reading.finding import START, Finding, Place, Severity
from bizcase.reading.loader import Problem, load

SIZE_LIMIT = 1024 * 1024
"""Bytes that a case file may have."""

STANDARD_INPUT = "-"
"""The path that stands for standard input."""

UNREADABLE = "unreadable-file"
"""The code of every finding about a file that could not be read at all."""

_A_FOLDER = "this is a folder and not a case file (*.yaml, *.yml), and no case file was found in it; check the name"

_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line for the YAML parser, so that an excerpt shows the line that a place names."""


@dataclass(slots=True)
class Source:
    """A case file as it was read: its text, its document, and the findings that reading it brought."""

    path: str
    text: str = ""
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)

    def line(self, number: int) -> str:
        """A line of the text, counted from 1; empty past the end."""
        lines = _LINE_BREAK.split(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""

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
    try:
        source.text = content.decode("utf-8-sig")
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
        if path == STANDARD_INPUT:
            content = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        else:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with open(descriptor, "rb") as file:  # not blocking: a pipe without a writer must not hang the run
                mode = os.fstat(descriptor).st_mode
                if stat.S_ISDIR(mode):
                    return _A_FOLDER
                if not stat.S_ISREG(mode):
                    return "this is a pipe or a device, and a case is a file; use - to read standard input"
                content = file.read(SIZE_LIMIT + 1)
    except IsADirectoryError:
        return _A_FOLDER
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"cannot be read ({reason}); check the name and the permissions"
    if len(content) > SIZE_LIMIT:
        return f"larger than {SIZE_LIMIT // 1024} KiB, which no case needs; split it into cases of their own"
    return content


def _encoding_problem(content: bytes, position: int) -> Problem:
    before = content[:position].decode("utf-8-sig", errors="replace")
    line = before.count("\n") + 1
    column = (position and len(before) - (before.rfind("\n") + 1) + 1) or 1
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = "UTF-16"
    else:
        found = f"a byte {content[position]:02X} (Windows-1252 or ISO 8859-1?)"
    return Problem(
        "not-utf8",
        f"the file is not UTF-8: {found} stands here; save it again with the encoding UTF-8",
        Place(line, column, line, column + 1),
    )

"""From a path to the text of one case file; whatever keeps it from being read is a finding and not an exception."""

import codecs
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from bizcase.reading.characters import each_line, place_at
from bizcase.reading.document import Node, is_blank, locate, name_of
from bizcase.reading.fault import Fault
from bizcase.reading.finding import START, UNREADABLE, Finding, Place
from bizcase.reading.loader import load
from bizcase.texts.template import Text

SIZE_LIMIT = 1024 * 1024
"""Bytes that a case file may have."""

STANDARD_INPUT = "-"
"""The path that stands for standard input."""

_A_FOLDER = "this is a folder, and no case file (*.yaml, *.yml) was read from it; name the files, or check the path"


@dataclass(slots=True)
class Source:
    """A case file as it was read: its text, its document, and the findings that reading it brought."""

    path: str
    text: str = ""
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _more_lines: Iterator[str] | None = None

    def line(self, number: int) -> str:
        """A line of the text, counted from 1; empty past the end."""
        if self._more_lines is None:
            self._more_lines = each_line(self.text)
        self._lines.extend(islice(self._more_lines, max(0, number - len(self._lines))))
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def finding(self, fault: Fault, accepted_reason: str | None = None) -> Finding:
        """A fault as a finding of this file."""
        where = fault.where
        place = where if isinstance(where, Place) else locate(self.root, where, at_key=fault.at_key)
        return finding_at(self.path, place, self.line(place.line), fault, accepted_reason)

    def report(self, fault: Fault) -> None:
        """Take up a fault that reading the file has brought."""
        self.findings.append(self.finding(fault))


def finding_at(path: str, place: Place, line: str, fault: Fault, accepted_reason: str | None = None) -> Finding:
    """A fault with its place in a file and that place's line, led by the name that it is about."""
    name = "" if isinstance(fault.where, Place) else name_of(fault.where)
    text = Text("{name}: {fault}", name=name, fault=fault.text) if name else fault.text
    return Finding(path, place, fault.severity, fault.code, text, accepted_reason, line)


def read(path: str) -> Source:
    """Read the file at `path` (or standard input for `-`) down to a document. Never raises for what a file is."""
    source = Source(path)
    content = _bytes_of(path)
    if isinstance(content, str):
        source.report(Fault(UNREADABLE, START, content))
        return source
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        source.text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        source.text = content.decode("utf-8", errors="replace")
        source.report(_encoding_fault(content, error.start))
        return source
    loaded = load(source.text)
    source.root = loaded.root
    for fault in loaded.faults:
        source.report(fault)
    if (loaded.root is None and not loaded.faults) or is_blank(loaded.root):
        source.root = None
        source.report(
            Fault("empty-file", START, "nothing stands in this file; `bizcase new ID` writes a case to start from")
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


def _encoding_fault(content: bytes, position: int) -> Fault:
    """What stands at the first byte that is no UTF-8."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) or b"\0" in content[:400]:
        found = "UTF-16 or UTF-32"
    else:
        found = f"a byte {content[position]:02X} (Windows-1252 or ISO 8859-1?)"
    return Fault(
        "not-utf8",
        place_at(content[:position].decode("utf-8"), position),
        f"the file is not UTF-8: {found} stands here; save it again with the encoding UTF-8",
    )

"""From a path to the text of one case file; whatever keeps it from being read is a finding and not an exception."""

import codecs
import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from bizcase.reading.characters import each_line, long_run_of_marks, place_at
from bizcase.reading.document import Node, is_blank, locate, name_of
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import MORE, MOST_FINDINGS, START, UNREADABLE, Finding, Place, Rest, Severity, in_order
from bizcase.reading.loader import Loaded, load
from bizcase.texts.system import reason_of
from bizcase.texts.template import Text

SIZE_LIMIT = 1024 * 1024
"""Bytes that a case file may have."""

STANDARD_INPUT = "-"
"""The path that stands for standardinput."""

SUFFIXES = (".yaml", ".yml")
"""What the name of a case file ends with, in upper or lower case."""

FOLDERS_LOOKED_INTO = 1000
"""Folders that are looked into for an example of a file to name."""


@dataclass(slots=True)
class Source:
    """A case file as it was read: its text, its document, and what was found in it.

    The first 1,000 findings are kept, and of the others how many there are.
    """

    path: str
    text: str = ""
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    rest: Rest = field(default_factory=Rest)
    codes: set[str] = field(default_factory=set)
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

    def report(self, fault: Fault, accepted_reason: str | None = None) -> None:
        """Take up a fault; what weighs most is to come first, because it is kept."""
        self.codes.add(fault.code)
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(self.finding(fault, accepted_reason))
        elif accepted_reason is not None:
            self.rest.accepted += 1
        elif fault.severity is Severity.ERROR:
            self.rest.errors += 1
        else:
            self.rest.warnings += 1

    def report_all(self, faults: Faults) -> None:
        """Take up errors and what stands behind them."""
        for fault in faults:
            self.report(fault)
        self.rest.errors += faults.rest
        self.codes |= faults.codes

    @property
    def told(self) -> tuple[Finding, ...]:
        """What is told of the file, sorted by place; where there is more than is kept, that comes last."""
        if self.rest == Rest():
            return in_order(self.findings)
        severity = Severity.ERROR if self.rest.errors else Severity.WARNING
        return in_order([*self.findings, Finding(self.path, START, severity, MORE, self.rest.in_words, rest=self.rest)])


def finding_at(path: str, place: Place, line: str, fault: Fault, accepted_reason: str | None = None) -> Finding:
    """A fault with its place in a file and that place's line, led by the name that it is about."""
    name = "" if isinstance(fault.where, Place) else name_of(fault.where)
    text = Text("{name}: {fault}", name=name, fault=fault.text) if name else fault.text
    return Finding(path, place, fault.severity, fault.code, text, accepted_reason, line)


class StandardInput(str):
    """What standard input is called by whoever sends it: an editor, for a file that it has not saved yet."""

    __slots__ = ()


class LinkOut(str):
    """A path found in a folder that leads out of it by a link; nobody has named what it leads to."""

    __slots__ = ()


def read(path: str, load: Callable[[str], Loaded] = load) -> Source:
    """Read the file at `path` (or standard input for `-`) down to a document. Never raises for what a file is.

    `load` reads its text: as YAML, or as what else a file is written in.
    """
    source = Source(path)
    if isinstance(path, LinkOut):
        message = Text("er et link ud af mappen og følges ikke; nævn filen selv, hvis den skal læses")
        source.report(Fault(UNREADABLE, START, message))
        return source
    content = content_of(path)
    if isinstance(content, Text):
        source.report(Fault(UNREADABLE, START, content))
        return source
    if other := _other_kind(content):
        source.report(Fault("not-utf8", START, other))
        return source
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        source.text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" not in content:  # otherwise a line of it shows nothing that anybody wrote
            source.text = content.decode("utf-8", errors="replace")
        source.report(_encoding_fault(content, error.start))
        return source
    if not source.text.isascii() and (marks := long_run_of_marks(source.text)) is not None:
        message = Text("her står mange accenttegn efter hinanden, som ingen tekst bruger; fjern dem")
        source.report(Fault("yaml-syntax", place_at(source.text, marks), message))
        return source
    loaded = load(source.text)
    source.root = loaded.root
    source.report_all(loaded.faults)
    if (loaded.root is None and not loaded.faults) or is_blank(loaded.root):
        source.root = None
        source.report(Fault("empty-file", START, Text("filen er tom; `bizcase new ID` skriver en sag at begynde med")))
    return source


def is_standard_input(path: str) -> bool:
    """Whether a path stands for standard input, by its own name or by the one that it was given."""
    return path == STANDARD_INPUT or isinstance(path, StandardInput)


def content_of(path: str) -> bytes | Text:
    """The content of a file, or in words why there is none."""
    try:
        content = _standard_input() if is_standard_input(path) else _file(path)
    except IsADirectoryError:
        return _folder(path)
    except (OSError, ValueError) as error:
        return Text("kan ikke læses ({reason}); tjek navn og adgang", reason=reason_of(error))
    if isinstance(content, bytes) and len(content) > SIZE_LIMIT:
        return Text("fylder mere end de tilladte {limit} KiB; del den i flere sager", limit=SIZE_LIMIT // 1024)
    return content


def _standard_input() -> bytes | Text:
    if sys.stdin is None:
        return Text("der kommer intet fra standardinput; send sagen ind, eller angiv en fil")
    return sys.stdin.buffer.read(SIZE_LIMIT + 1) or b""


def _file(path: str) -> bytes | Text:
    """The content of a regular file; not blocking, because a pipe without a writer must not hang the run."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb", buffering=0) as file:
        before = os.fstat(descriptor)
        if stat.S_ISDIR(before.st_mode):
            return _folder(path)
        if not stat.S_ISREG(before.st_mode):
            return Text("dette er ikke en almindelig fil; skriv - for at læse standardinput")
        content = file.read(min(before.st_size, SIZE_LIMIT) + 1)  # room for the limit would cost more than the rest
        after = os.fstat(descriptor)
    whole = len(content) == min(after.st_size, SIZE_LIMIT + 1)
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or not whole:
        return Text("blev ændret, mens den blev læst; kør igen, når ingen skriver i den")
    return content


def is_case_file(name: str) -> bool:
    """Whether a file is called as a case is."""
    return name.lower().endswith(SUFFIXES)


def _folder(path: str) -> Text:
    """What to do where a folder is named and a file is meant."""
    for folder, _, names in islice(os.walk(path), FOLDERS_LOOKED_INTO):
        for name in sorted(names):
            if is_case_file(name):
                return Text("dette er en mappe; angiv en fil i den, fx {example}", example=os.path.join(folder, name))
    return Text("dette er en mappe uden sager, der kan læses (*.yaml, *.yml); angiv filerne, eller tjek stien")


def _other_kind(content: bytes) -> Text | None:
    """What a file is that another program wrote, by the bytes that it begins with."""
    if content.startswith(b"PK\x03\x04") and b"xl/" in content:
        return Text("dette er et Excel-ark, og en sag er en tekstfil; `bizcase new ID` skriver en at begynde med")
    if content.startswith(b"PK\x03\x04") and b"word/" in content:
        return Text("dette er et Word-dokument, og en sag er en tekstfil; `bizcase new ID` skriver en at begynde med")
    if content.startswith(b"%PDF-"):
        return Text("dette er en PDF, og en sag er en tekstfil; `bizcase new ID` skriver en at begynde med")
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return Text(
            "dette er en fil fra et andet program, og en sag er en tekstfil; `bizcase new ID` skriver en at begynde med"
        )
    return None


def _encoding_fault(content: bytes, position: int) -> Fault:
    """What stands at the first byte that is no UTF-8."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) or b"\0" in content[:400]:
        message = Text(
            "filen er ikke UTF-8, men UTF-16 eller UTF-32; gem den igen som UTF-8, i Notesblok: Gem som, Kodning"
        )
    else:
        byte = f"{content[position]:02X}"
        message = Text(
            "filen er ikke UTF-8: her står byte {byte} (Windows-1252 eller ISO 8859-1?); gem den igen som UTF-8, "
            "i Notesblok: Gem som, Kodning",
            byte=byte,
        )
    return Fault(
        "not-utf8",
        place_at(content[:position].decode("utf-8"), position),
        message,
    )

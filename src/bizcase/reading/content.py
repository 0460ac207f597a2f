"""From a path to the content of a file, or in words to why there is none."""

import os
import stat
import sys
from itertools import islice

from bizcase.texts.system import reason_of
from bizcase.texts.template import Text

SIZE_LIMIT = 1024 * 1024
"""Bytes that a case file may have."""

WORKBOOK_LIMIT = 16 * 1024 * 1024
"""Bytes that a workbook may have, pictures and all."""

STANDARD_INPUT = "-"
"""The path that stands for standardinput."""

WORKBOOKS = (".xlsx", ".xlsm")
"""What the name of a workbook ends with, in upper or lower case."""

SUFFIXES = (".yaml", ".yml", *WORKBOOKS)
"""What the name of a case file ends with, in upper or lower case."""

FOLDERS_LOOKED_INTO = 1000
"""Folders that are looked into for an example of a file to name."""


class StandardInput(str):
    """What standard input is called by whoever sends it: an editor, for a file that it has not saved yet."""

    __slots__ = ()


class LinkOut(str):
    """A path found in a folder that leads out of it by a link; nobody has named what it leads to."""

    __slots__ = ()


class FoundWorkbook(str):
    """A workbook found in a folder: nobody has said that it is the form of a case."""

    __slots__ = ()


def is_standard_input(path: str) -> bool:
    """Whether a path stands for standard input, by its own name or by the one that it was given."""
    return path == STANDARD_INPUT or isinstance(path, StandardInput)


def content_of(path: str) -> bytes | Text:
    """The content of a file, or in words why there is none."""
    limit = WORKBOOK_LIMIT if is_workbook(path) else SIZE_LIMIT
    try:
        content = _standard_input(limit) if is_standard_input(path) else _file(path, limit)
    except IsADirectoryError:
        return _folder(path)
    except (OSError, ValueError) as error:
        return Text("kan ikke læses ({reason}); tjek navn og adgang", reason=reason_of(error))
    if isinstance(content, bytes) and len(content) > limit:
        return Text("fylder mere end de tilladte {limit} KiB; del den i flere sager", limit=limit // 1024)
    return content


def _standard_input(limit: int) -> bytes | Text:
    if sys.stdin is None:
        return Text("der kommer intet fra standardinput; send sagen ind, eller angiv en fil")
    return sys.stdin.buffer.read(limit + 1) or b""


def _file(path: str, limit: int) -> bytes | Text:
    """The content of a regular file; not blocking, because a pipe without a writer must not hang the run."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb", buffering=0) as file:
        before = os.fstat(descriptor)
        if stat.S_ISDIR(before.st_mode):
            return _folder(path)
        if not stat.S_ISREG(before.st_mode):
            return Text("dette er ikke en almindelig fil; skriv - for at læse standardinput")
        content = file.read(min(before.st_size, limit) + 1)  # room for the limit would cost more than the rest
        after = os.fstat(descriptor)
    whole = len(content) == min(after.st_size, limit + 1)
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or not whole:
        return Text("blev ændret, mens den blev læst; kør igen, når ingen skriver i den")
    return content


def is_case_file(name: str) -> bool:
    """Whether a file is called as a case is."""
    return name.lower().endswith(SUFFIXES)


def is_workbook(name: str) -> bool:
    """Whether a file is called as a workbook is."""
    return name.lower().endswith(WORKBOOKS)


def _folder(path: str) -> Text:
    """What to do where a folder is named and a file is meant."""
    for folder, _, names in islice(os.walk(path), FOLDERS_LOOKED_INTO):
        for name in sorted(names):
            if is_case_file(name):
                return Text("dette er en mappe; angiv en fil i den, fx {example}", example=os.path.join(folder, name))
    return Text("dette er en mappe uden sager, der kan læses (*.yaml, *.yml, *.xlsx); angiv filerne, eller tjek stien")

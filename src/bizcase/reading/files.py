"""Which files a list of paths means: files as they are named, folders with every case file below them."""

import os
from collections.abc import Iterable, Iterator

from bizcase.reading.source import STANDARD_INPUT, is_case_file


def case_files(paths: Iterable[str]) -> Iterator[str]:
    """The case files that `paths` mean, folders in alphabetical order, no file twice.

    A folder is searched to its depth, through symbolic links too, but not in hidden folders (`.git`, `.venv`). A path
    that cannot be read, and a folder without any case file, come out as they are: reading them tells what is wrong.
    """
    seen: set[tuple[int, int]] = set()
    for path in once(paths, seen):
        if path == STANDARD_INPUT:
            yield path
        elif os.path.isdir(path) and not is_case_file(path):
            found = False
            for file in _below(path, set()):
                found = True
                if _first_sight(file, seen):
                    yield file
            if not found:
                yield path
        else:
            yield path


def once(paths: Iterable[str], seen: set[tuple[int, int]] | None = None) -> Iterator[str]:
    """The paths without those that lead to the same file as an earlier one; standard input is one file."""
    seen = set() if seen is None else seen
    standard_input = False
    for path in paths:
        if path == STANDARD_INPUT:
            if not standard_input:
                yield path
            standard_input = True
        elif _first_sight(path, seen):
            yield path


def _below(folder: str, entered: set[tuple[int, int]]) -> Iterator[str]:
    """The case files below a folder; a folder that links lead to again is not entered again."""
    if not _first_sight(folder, entered):
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if is_case_file(entry.name):
            yield entry.path
        elif os.path.isdir(entry.path):
            yield from _below(entry.path, entered)


def _first_sight(path: str, seen: set[tuple[int, int]]) -> bool:
    """Whether the file behind `path` has not come up yet; one that cannot be looked at always counts as new."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return True
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return False
    seen.add(identity)
    return True

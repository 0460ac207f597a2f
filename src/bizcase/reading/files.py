"""Which files a list of paths means: files as they are named, folders with every case file below them."""

import os
from collections.abc import Iterable, Iterator

from bizcase.reading.content import WORKBOOKS, FoundWorkbook, LinkOut, StandardInput, is_case_file, is_standard_input


def case_files(paths: Iterable[str]) -> Iterator[str]:
    """The case files that `paths` mean, folders in alphabetical order, no file twice.

    A folder is searched to its depth, through symbolic links within it too, but not in hidden folders (`.git`,
    `.venv`). A link that leads out of the folder is not followed: in a stranger's files it would print what lies beside
    them. Such a link, a path that cannot be read, and a folder without any case file come out as they are: reading them
    tells what is wrong.
    """
    seen: set[tuple[int, int]] = set()
    for path in once(paths, seen):
        if is_standard_input(path):
            yield path
        elif os.path.isdir(path) and not is_case_file(path):
            found = False
            for file in _below(path, os.path.realpath(path), set()):
                found = True
                if isinstance(file, LinkOut) or _first_sight(file, seen):
                    yield file
            if not found:
                yield path
        else:
            yield path


def once(paths: Iterable[str], seen: set[tuple[int, int]] | None = None) -> Iterator[str]:
    """The paths without those that lead to the same file as an earlier one; standard input is one file."""
    seen = set() if seen is None else seen
    paths = list(paths)
    for path in paths:
        if isinstance(path, StandardInput):  # it stands for the file of its name, wherever that comes up
            _first_sight(path, seen)
    standard_input = False
    for path in paths:
        if is_standard_input(path):
            if not standard_input:
                yield path
            standard_input = True
        elif _first_sight(path, seen):
            yield path


def _below(folder: str, root: str, entered: set[tuple[int, int]]) -> Iterator[str]:
    """The case files below a folder; one that links lead to again is not entered again, and none outside of `root`.

    Folders may lie in each other as deep as the file system lets them.
    """
    open_folders = [_entries(folder, entered)]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
            continue
        path = entry if isinstance(entry, str) else entry.path
        is_case = isinstance(entry, str) or is_case_file(entry.name)
        if not is_case and not os.path.isdir(path):
            continue
        if not isinstance(entry, str) and entry.is_symlink() and _leads_out(path, root):
            yield LinkOut(path)
        elif is_case:
            yield FoundWorkbook(path) if path.lower().endswith(WORKBOOKS) else path
        else:
            open_folders.append(_entries(path, entered))


def _entries(folder: str, entered: set[tuple[int, int]]) -> Iterator["os.DirEntry[str] | str"]:
    """What lies in a folder by name, but for what is hidden; a folder that cannot be read comes out as itself."""
    if not _first_sight(folder, entered):
        return iter(())
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda each: each.name)
    except OSError:
        return iter((folder,))
    return iter(entries)


def _leads_out(path: str, root: str) -> bool:
    """Whether a link leads to something that does not lie below `root`."""
    try:
        return os.path.commonpath([os.path.realpath(path), root]) != root
    except ValueError:  # on another drive
        return True


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

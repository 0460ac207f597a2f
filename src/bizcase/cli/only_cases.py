"""Which of the files that a hook hands over are cases: a repository has YAML and workbooks of other programs too."""

import os
from collections.abc import Iterable

from bizcase.cli.emit import say
from bizcase.reading.characters import printable
from bizcase.texts.template import Text


def without_other_files(files: Iterable[str]) -> list[str]:
    """The files without those that can be read and have nothing of a case, which are named."""
    from bizcase.case.companion import resembles_no_case
    from bizcase.reading.content import STANDARD_INPUT, FoundWorkbook, is_workbook
    from bizcase.reading.read import read

    kept = []
    for file in files:
        source = None if file == STANDARD_INPUT else read(FoundWorkbook(file) if is_workbook(file) else file)
        if source is not None and (source.companion is not None or resembles_no_case(source.root)):
            say(Text("bizcase: {path} er ikke en sag; sprunget over", path=printable(file)))
        else:
            kept.append(file)
    return kept


def within(paths: Iterable[str], files: Iterable[str]) -> list[str]:
    """The files that lie below one of the paths, where there are any; the others are named."""
    roots = [os.path.realpath(path) for path in paths]
    kept = []
    for file in files:
        if roots and not any(_lies_below(root, file) for root in roots):
            say(Text("bizcase: {path} ligger uden for paths i konfigurationen; sprunget over", path=printable(file)))
        else:
            kept.append(file)
    return kept


def _lies_below(root: str, file: str) -> bool:
    path = os.path.realpath(file)
    return path == root or path.startswith(os.path.join(root, ""))

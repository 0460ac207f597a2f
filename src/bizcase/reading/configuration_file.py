"""Which file configures a run: `bizcase.toml`, or `pyproject.toml` with a section for it, in a folder or above it."""

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bizcase.reading.document import Mapping, Node, Where
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.reading.source import Source  # brings YAML along, which help does not wait for

FILE = "bizcase.toml"
"""A file that holds a configuration and nothing else."""

PROJECT_FILE = "pyproject.toml"
"""A file that holds what many programs are configured by, each in a section of its own."""

SECTION: Where = ("tool", "bizcase")

_MAY_CONFIGURE = re.compile(
    rb"""^[ \t]*\[?[ \t]*['"]?tool['"]?[ \t]*(?:\.[ \t]*['"]?bizcase|\]|=)""",
    re.MULTILINE,
)
"""Whether a project file may have the section: most have not, and are not read as TOML."""


_LOOKED_AT = 1024 * 1024
"""Bytes of a project file that are looked at for the section."""


def configuration_above(folder: str) -> str | None:
    """The nearest file that configures what lies in a folder, or nothing.

    A file that cannot be read counts: whoever reads it tells why.
    """
    for each in upwards(os.path.abspath(folder)):
        for name in (FILE, PROJECT_FILE):
            path = os.path.join(each, name)
            if os.path.lexists(path) and (name == FILE or _has_section(path)):
                return path
    return None


def upwards(folder: str) -> Iterator[str]:
    """A folder and those that it lies in, from within."""
    while True:
        yield folder
        if (above := os.path.dirname(folder)) == folder:
            return
        folder = above


def _has_section(path: str) -> bool:
    """Whether a project file speaks of bizcase, as far as can be told."""
    if not os.path.isfile(path):
        return True
    try:
        with open(path, "rb") as file:
            content = file.read(_LOOKED_AT)
    except OSError:
        return True
    if b"bizcase" not in content or not _MAY_CONFIGURE.search(content):
        return False
    source = read_configuration(path)
    return source.root is None or section_of(source) is not None


def read_configuration(path: str) -> "Source":
    """The document in a file of TOML."""
    from bizcase.reading.fault import Fault
    from bizcase.reading.finding import START, UNREADABLE
    from bizcase.reading.read import read
    from bizcase.reading.source import Source
    from bizcase.reading.toml import load_toml

    if os.path.isdir(path):
        source = Source(path)
        message = Text("dette er en mappe, og en konfiguration er en fil; angiv en fil, eller giv mappen et andet navn")
        source.report(Fault(UNREADABLE, START, message))
        return source
    return read(path, load_toml)


def is_project_file(path: str) -> bool:
    """Whether a file holds the configuration in a section."""
    return os.path.basename(path) == PROJECT_FILE


def section_of(source: "Source") -> tuple[Where, Node] | None:
    """The configuration in a document, with the way to it; nothing where it has none."""
    if source.root is None or not is_project_file(source.path):
        return None if source.root is None else ((), source.root)
    node: Node = source.root
    for step in SECTION:
        if not isinstance(node, Mapping) or step not in node:
            return None
        node = node[str(step)]
    return SECTION, node

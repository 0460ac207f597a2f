"""A spreadsheet program that is not ours: it opens a workbook, works out every formula, and saves what it got."""

import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from zipfile import ZipFile

import pytest

Test = TypeVar("Test", bound=Callable[..., Any])

_IS_THERE = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: no workbook is opened and recalculated"
)


def needs_a_spreadsheet(test: Test) -> Test:
    """A test that waits for the other program, where that is installed."""
    marked: Test = pytest.mark.slow(_IS_THERE(test))
    return marked


def convert(workbook: bytes, form: str, folder: Path, *, into: str = ".") -> None:
    """Let it open a workbook whose formulas have no value yet, and save it in a form."""
    (folder / "book.xlsx").write_bytes(without_cached_values(workbook))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", into, "book.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)


def recalculated(workbook: bytes, folder: Path) -> bytes:
    """A workbook with the values that the other program works out."""
    convert(workbook, "xlsx", folder, into="recalculated")
    return (folder / "recalculated" / "book.xlsx").read_bytes()


def without_cached_values(workbook: bytes) -> bytes:
    """A workbook whose formulas have no value yet, so that whoever opens it must calculate."""
    bare = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(bare, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(r"(</f>)<v>[^<]*</v>", r"\1", source.read(name).decode()))
    return bare.getvalue()

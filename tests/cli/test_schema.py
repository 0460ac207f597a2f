"""`bizcase schema`: prints, writes and checks the JSON Schemas."""

import os
from pathlib import Path

import pytest
from support import ROOT, bizcase


@pytest.mark.parametrize("name", ["case", "profile", "result", "value"])
def test_what_is_printed_is_what_is_checked_in(name: str) -> None:
    """The files in schemas/ are fresh."""
    run = bizcase("schema", name)
    assert (run.code, run.err) == (0, "")
    assert run.out == (ROOT / f"schemas/{name}.schema.json").read_text("utf-8")


def test_a_stale_file_fails_the_check(tmp_path: Path) -> None:
    """Written files are fresh, a changed or a missing one is named with its remedy."""
    assert bizcase("schema", "--write", tmp_path).code == 0
    assert bizcase("schema", "--check", tmp_path).code == 0
    (tmp_path / "case.schema.json").write_text("{}")
    (tmp_path / "profile.schema.json").unlink()
    run = bizcase("schema", "--check", tmp_path)
    assert run.code == 1
    assert "case.schema.json er forældet; skriv den på ny med: bizcase schema --write" in run.err
    assert "profile.schema.json kan ikke læses; skriv den på ny med: bizcase schema --write" in run.err


def test_a_folder_that_cannot_be_one_is_told() -> None:
    """A file, or a device, has no schemas in it."""
    run = bizcase("schema", "--write", os.devnull)
    assert run.code == 2
    assert "kan ikke være en mappe" in run.err

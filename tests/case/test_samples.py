"""Samples of refused files: one defect each, with the expected code and place in the first comment."""

import re
from pathlib import Path

import pytest
from made_forms import CODES_OF_A_FORM
from support import ROOT, copenhagen

from bizcase.checks.manual import manual
from bizcase.examine.one import examine

REFUSED = sorted((ROOT / "tests/samples/refused").glob("*.yaml"))
EXPECTED = re.compile(r"# expected: (?P<code>[a-z0-9-]+) (?P<line>\d+):(?P<column>\d+)")


def expectation(sample: Path) -> tuple[str, int, int]:
    """What the first comment of a sample expects."""
    content = sample.read_bytes()
    head = content.decode("utf-16" if content.startswith(b"\xff\xfe") else "latin-1").partition("\n")[0]
    match = EXPECTED.fullmatch(head.strip())
    assert match, f"{sample.name} has no expectation in its first line"
    return match["code"], int(match["line"]), int(match["column"])


@pytest.mark.parametrize("sample", REFUSED, ids=lambda sample: sample.stem)
def test_each_defect_is_one_finding_at_its_place(sample: Path) -> None:
    """A sample brings exactly the finding that its first comment expects."""
    found = [(f.code, f.place.line, f.place.column) for f in examine(str(sample), copenhagen()).findings]
    assert found == [expectation(sample)]


def test_every_error_of_a_single_file_has_a_sample() -> None:
    """All codes but those that no content, or no single defect, of one text file can bring about."""
    errors = {code for code, entry in manual().items() if entry.severity == "error"}
    elsewhere = {"duplicate-id", "missing-index-year", "more-findings", "toml-syntax", "unreadable-file"}
    assert {expectation(sample)[0] for sample in REFUSED} == errors - elsewhere - CODES_OF_A_FORM

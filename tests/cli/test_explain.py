"""`bizcase explain`: manuals at hand."""

from pathlib import Path

from support import bizcase

from bizcase.checks.manual import manual


def test_a_code_has_its_manual() -> None:
    """What it finds, an example, and how to settle it."""
    run = bizcase("explain", "not-permanent")
    assert (run.code, run.err) == (0, "")
    assert run.out == f"warning[not-permanent]\n\n{manual()['not-permanent'].text('da')}\n"


def test_without_a_code_all_are_listed() -> None:
    """A line each: severity, code and summary."""
    lines = bizcase("explain").out.splitlines()
    assert [line.split()[1] for line in lines] == list(manual())


def test_an_unknown_code_is_told_the_nearest() -> None:
    """Wrong usage, exit code 2."""
    run = bizcase("explain", "not-permanet")
    assert (run.code, run.out) == (2, "")
    assert "mente du not-permanent?" in run.err


def test_a_stale_page_fails_the_check(tmp_path: Path) -> None:
    """Written it is fresh, changed it is not."""
    page = tmp_path / "findings.md"
    assert bizcase("explain", "--write", page).code == 0
    assert bizcase("explain", "--check", page).code == 0
    page.write_text("old")
    run = bizcase("explain", "--check", page)
    assert (run.code, run.err) == (
        1,
        f"bizcase: {page} er forældet; skriv den på ny med: bizcase explain --write {page}\n",
    )

"""`bizcase explain`: manuals at hand."""

from pathlib import Path

from support import ROOT, bizcase, on_a_terminal

from bizcase.checks.manual import manual


def test_a_code_has_its_manual() -> None:
    """What it finds, an example, and how to settle it."""
    run = bizcase("explain", "not-permanent")
    assert (run.code, run.err) == (0, "")
    about = "Advarsel; kan accepteres (`accepted`; i formularen Kontrol › Accepterede fund)."
    assert run.out == f"warning[not-permanent]\n{about}\n\n{manual()['not-permanent'].text('da')}\n"


def test_a_manual_is_in_the_language_of_its_reader(tmp_path: Path) -> None:
    """Asked for on the command line, in the environment, or by the configuration of the folder."""
    (tmp_path / "bizcase.toml").write_text('language = "en"\n')
    runs = [
        bizcase("explain", "macros", "--lang", "en"),
        bizcase("explain", "macros", BIZCASE_LANG="en"),
        bizcase("explain", "macros", cwd=tmp_path),
    ]
    about = f"warning[macros]\nWarning; cannot be accepted.\n\n{manual()['macros'].text('en')}\n"
    assert [run.out for run in runs] == [about] * 3


def test_the_list_is_in_the_language_of_its_reader(tmp_path: Path) -> None:
    """Danish where nothing else is said, and its language where a configuration says one."""
    (tmp_path / "bizcase.toml").write_text('language = "en"\n')
    danish, english = (bizcase("explain", cwd=folder).out.splitlines() for folder in (ROOT, tmp_path))
    width = max(map(len, manual())) + 2
    assert f"advarsel  {'macros':{width}}{manual()['macros'].summary('da')}" in danish
    assert f"warning   {'macros':{width}}{manual()['macros'].summary('en')}" in english


def test_a_manual_is_broken_to_a_terminal_and_its_examples_are_not() -> None:
    """At 60 columns no sentence is wider, none is lost, and cells stand in their columns."""
    shown = on_a_terminal("stdout", "explain", "not-permanent", COLUMNS="60").out
    prose = [line for line in shown.splitlines() if not line.startswith(" ")]
    assert max(map(len, prose)) <= 60
    assert shown.split() == bizcase("explain", "not-permanent").out.split()
    assert "    6       | Varig ændring | Færre portoudgifter | -350 | ja\n" in shown
    rules = on_a_terminal("stdout", "explain", "payback", COLUMNS="60").out
    assert max(map(len, rules.splitlines())) <= 60
    assert rules.split() == bizcase("explain", "payback").out.split()


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

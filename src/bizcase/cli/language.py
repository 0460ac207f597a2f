"""The language of a run: everything that a person reads is said in it, whatever the machine's own language is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from bizcase.cli.anywhere import LANGUAGE
from bizcase.texts.template import Language, Text, Words, spoken

if TYPE_CHECKING:
    from bizcase.reading.finding import Finding

VARIABLE = "BIZCASE_LANG"
USUAL: Language = "da"

_asked: Language | None = None
_configured: Language | None = None


def choose_language(asked: str | None, environment: Mapping[str, str]) -> None:
    """Settle the language of this run, where the command line (`asked`) or the environment names one.

    Otherwise the configuration may, and Danish is what is left.
    """
    global _asked  # noqa: PLW0603 - a process has one reader
    where, name = (LANGUAGE, asked) if asked is not None else (VARIABLE, environment.get(VARIABLE))
    if asked is None and not name:
        return
    known = {language: language for language in get_args(Language)}
    _asked = known.get((name or "").casefold())
    if _asked is None:
        from bizcase.cli.misuse import refuse

        _asked = USUAL  # what is wrong with a language is said in the usual one
        refuse(Text("{found} er intet sprog her; skriv da eller en", found=name or '""'), where)


def configure_language(configured: Language | None) -> None:
    """Take the language of the configuration, or the usual one where that names none."""
    global _configured  # noqa: PLW0603 - a process has one reader
    _configured = configured or USUAL


def language() -> Language:
    """The language of this run; before a command knows its configuration, that of the folder it was called in."""
    if _asked is not None:
        return _asked
    if _configured is None:
        from bizcase.cli.configuration import language_here

        configure_language(language_here())
    return _configured or USUAL


def said(words: Words) -> str:
    """Words in the language of this run."""
    return spoken(words, language())


def finding_said(finding: "Finding", *, excerpt: bool = True) -> str:
    """A finding as it is told on stderr, in the language of this run, and in colour where a terminal shows it."""
    import sys

    from bizcase.output.findings.text import render
    from bizcase.output.papers.terminal import terminal_of

    styled = terminal_of(sys.stderr).styled
    return render(finding, language(), excerpt=excerpt, styled=styled).removesuffix("\n")

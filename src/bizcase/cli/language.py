"""The language of a run: everything that a person reads is said in it, whatever the machine's own language is."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from bizcase.texts.template import Language, Text, Words, spoken

if TYPE_CHECKING:
    from bizcase.reading.finding import Finding

OPTION = "--lang"
VARIABLE = "BIZCASE_LANG"
USUAL: Language = "da"

_chosen: Language = USUAL


class UnknownLanguageError(Exception):
    """A language that nothing can be said in; the message, in Danish, says where it was asked for."""


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Settle the language of this run, and give back the other arguments.

    `--lang` rules, wherever it stands in the command line, then the environment, then Danish. It is read before all
    else, because a wrong argument is told of in that language too.
    """
    global _chosen  # noqa: PLW0603 - a process has one reader
    others, asked = _taken_out(list(arguments))
    where, name = (OPTION, asked) if asked is not None else (VARIABLE, environment.get(VARIABLE) or USUAL)
    known = {language: language for language in get_args(Language)}
    if name.casefold() not in known:
        raise UnknownLanguageError(
            str(Text("{where}: {found} er intet sprog her; skriv da eller en", where=where, found=name or '""'))
        )
    _chosen = known[name.casefold()]
    return others


def language() -> Language:
    """The language of this run."""
    return _chosen


def said(words: Words) -> str:
    """Words in the language of this run."""
    return spoken(words, _chosen)


def finding_said(finding: "Finding", *, excerpt: bool = True) -> str:
    """A finding as it is told on stderr, in the language of this run, and in colour where a terminal shows it."""
    import sys

    from bizcase.output.findings.text import render
    from bizcase.output.papers.terminal import terminal_of

    styled = terminal_of(sys.stderr).styled
    return render(finding, _chosen, excerpt=excerpt, styled=styled).removesuffix("\n")


def _taken_out(arguments: list[str]) -> tuple[list[str], str | None]:
    """The arguments without the last `--lang`, or without each of them, and what the last one names."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    others, asked = [], None
    read = iter(arguments[:end])
    for argument in read:
        name, joined, value = argument.partition("=")
        if name == OPTION:
            asked = value if joined else next(read, "")
        else:
            others.append(argument)
    return others + arguments[end:], asked

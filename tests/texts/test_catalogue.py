"""The catalogue: every Danish template has its English, nothing else has, and both have the same values."""

import ast
import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest
import typer
from support import ROOT, copenhagen

from bizcase.cli import app
from bizcase.cli.help import FROM_THE_LIBRARY
from bizcase.texts.english import ENGLISH
from bizcase.texts.template import Text

SOURCES = sorted((ROOT / "src/bizcase").rglob("*.py"))


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or a class in the program, with its file."""
    for source in SOURCES:
        tree = ast.parse(source.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield str(source.relative_to(ROOT / "src/bizcase")), node


def templates() -> set[str]:
    """The templates of all texts that have a word in them."""
    found = set()
    for file, call in calls("Text"):
        (template,) = call.args
        assert isinstance(template, ast.Constant), f"{file}: a template is written out where it is used"
        assert isinstance(template.value, str)
        found.add(template.value)
    return {template for template in found if any(map(str.isalpha, re.sub(r"\{\w*\}", "", template)))}


def with_those_below(command: Any) -> Iterator[Any]:
    """A command, and the commands that belong to it."""
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from with_those_below(each)


def help_texts() -> set[str]:
    """What stands beside commands, arguments and options: the command line holds it as plain Danish."""
    program: Any = typer.main.get_command(app)
    found = set()
    for command in with_those_below(program):
        found.add(command.help)
        for param in command.params:
            if param.name not in FROM_THE_LIBRARY:
                found |= {param.help, param.metavar if param.metavar and param.metavar.isupper() else None}
                found |= {param.show_default} if isinstance(param.show_default, str) else set()
    return {text for text in found if text}


def words_of_the_profile() -> set[str]:
    """What the municipality calls its overviews, whose English the catalogue has where it is Copenhagen's."""
    overviews = copenhagen().overviews
    both = (overviews.investment, overviews.innovation)
    titles = {overview.title or "" for overview in both}
    heads = {getattr(overviews.investment.heads, nature) for nature in ("service", "capital", "other")}
    return titles | {title.partition(".")[0] for title in titles} | heads | {copenhagen().pools["innovation"]}


def values_of(template: str) -> set[str]:
    """What a template leaves room for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_template_has_its_english_and_nothing_else_has() -> None:
    """A text without English would be printed in Danish among English ones; English without its text is dead."""
    assert templates() | help_texts() | words_of_the_profile() == set(ENGLISH)


@pytest.mark.parametrize("danish", ENGLISH)
def test_a_translation_has_the_values_of_its_template(danish: str) -> None:
    """Neither drops a value nor asks for one that nobody gives; a pair is chosen by a count.

    What the YAML parser says of itself it says in English, and only an English reader gets it.
    """
    english = ENGLISH[danish]
    if isinstance(english, tuple):
        assert "count" in values_of(danish)
        assert values_of(english[0]) <= values_of(danish)
        english = english[1]
    assert values_of(english) - {"said"} == values_of(danish) - {"said"}


def test_no_fault_is_said_in_one_language_only() -> None:
    """What a fault or a refusal says is a text, made on the spot or handed over; a plain string has one language."""
    for name, position in (("Fault", 2), ("Refusal", 1)):
        for file, call in calls(name):
            said = call.args[position] if len(call.args) > position else None
            assert not isinstance(said, ast.Constant | ast.JoinedStr), f"{file}:{call.lineno}"


def test_one_and_several() -> None:
    """English has a word for one, Danish need not."""
    assert [Text("{count} fejl", count=count).spoken("en") for count in (1, 2)] == ["1 error", "2 errors"]
    assert [str(Text("{count} fejl", count=count)) for count in (1, 2)] == ["1 fejl", "2 fejl"]


def test_a_value_is_never_a_template() -> None:
    """Braces and percent signs in a file's own words are printed as they are, in a text within a text too."""
    inner = Text("Uden modpost: {lines}.", lines="{lines} %s {0}")
    assert Text("{first} {second}", first=inner, second="}").spoken("en") == "Without a counterpart: {lines} %s {0}. }"


ENGLISH_WORDS = {"the", "and", "write", "of", "or", "here", "stands", "take", "with", "which", "this", "is", "not"}
"""Words that would give an English sentence away."""


@pytest.mark.parametrize("danish", ENGLISH)
def test_danish_is_danish(danish: str) -> None:
    """No English slips into a Danish text, outside what stands in the file as it is written there."""
    words = set(re.sub(r"`[^`]*`|\{\w*\}", " ", danish).casefold().replace(",", " ").split())
    assert not words & ENGLISH_WORDS

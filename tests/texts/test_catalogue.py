"""The catalogue: every Danish template has its English, nothing else has, and both have the same values."""

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest
from support import ROOT

from bizcase.texts.english import ENGLISH
from bizcase.texts.template import Text

SOURCES = sorted((ROOT / "src/bizcase").rglob("*.py"))

STILL_ENGLISH = {
    "case/amounts.py",
    "case/fields.py",
    "case/lines.py",
    "case/narrative.py",
    "case/profile.py",
    "case/published.py",
    "case/record.py",
    "case/refusal.py",
    "case/repayment.py",
    "case/targets.py",
    "case/validation.py",
    "checks/rules/appropriation_unbalanced.py",
    "checks/rules/cost_with_negative_sign.py",
    "checks/rules/duplicate_id.py",
    "checks/rules/never_pays_back.py",
    "checks/rules/no_efficiencies.py",
    "checks/rules/not_permanent.py",
    "checks/rules/payback_over_limit.py",
    "checks/rules/published_mismatch.py",
    "checks/rules/saving_with_positive_sign.py",
    "checks/rules/stale_acceptance.py",
    "reading/loader.py",
    "reading/source.py",
    "reading/syntax.py",
}
"""Files whose faults are said in English yet, as plain strings. The next who makes one of them speak Danish takes it
out; a new file does not come in."""


SPEAKS_DANISH = {"case/periods.py"}
"""Files all of whose faults are texts, some of them put together by functions."""


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


def values_of(template: str) -> set[str]:
    """What a template leaves room for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_template_has_its_english_and_nothing_else_has() -> None:
    """A text without English would be printed in Danish among English ones; English without its text is dead."""
    assert templates() == set(ENGLISH)


@pytest.mark.parametrize("danish", ENGLISH)
def test_a_translation_has_the_values_of_its_template(danish: str) -> None:
    """Neither drops a value nor asks for one that nobody gives; a pair is chosen by a count."""
    english = ENGLISH[danish]
    if isinstance(english, tuple):
        assert "count" in values_of(danish)
        assert values_of(english[0]) <= values_of(danish)
        english = english[1]
    assert values_of(english) == values_of(danish)


def test_who_still_speaks_english_is_listed() -> None:
    """A fault whose text is a plain string stands in a listed file, and each listed file has one."""
    plain = set()
    for name, position in (("Fault", 2), ("Refusal", 1)):
        for file, call in calls(name):
            text = call.args[position] if len(call.args) > position else None
            made_here = isinstance(text, ast.Call) and isinstance(text.func, ast.Name) and text.func.id == "Text"
            if not made_here and not isinstance(text, ast.Attribute) and file not in SPEAKS_DANISH:
                plain.add(file)
    assert plain == STILL_ENGLISH


def test_one_and_several() -> None:
    """English has a word for one, Danish need not."""
    assert [Text("{count} fejl", count=count).spoken("en") for count in (1, 2)] == ["1 error", "2 errors"]
    assert [str(Text("{count} fejl", count=count)) for count in (1, 2)] == ["1 fejl", "2 fejl"]


def test_a_value_is_never_a_template() -> None:
    """Braces and percent signs in a file's own words are printed as they are, in a text within a text too."""
    inner = Text("Uden modpost: {lines}.", lines="{lines} %s {0}")
    assert Text("{first} {second}", first=inner, second="}").spoken("en") == "Without a counterpart: {lines} %s {0}. }"

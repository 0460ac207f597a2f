"""The manuals: one for every finding, and their examples are true."""

import ast
import re
from collections import Counter
from typing import get_args

import pytest
from made_examples import BLOCK, codes_of, examples
from support import ROOT

from bizcase.checks.manual import as_document, manual
from bizcase.checks.rule import acceptable
from bizcase.reading.form.layout import ASKED_ABOUT, SHEETS
from bizcase.texts.template import Language

BESIDE = {
    "external-links": {"formula-amounts"},
    "more-findings": {"unknown-steering-area"},
    "unplaced-acceptance": {"not-permanent"},
}
"""What is found beside a finding, because it is about that or cannot be without it."""


@pytest.mark.parametrize("code", manual())
def test_examples_are_true(code: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a manual says is found is found, and nothing else; in what is left alone there is nothing."""
    shown = examples(manual()[code].danish)
    assert {example.found for example in shown} == {True, False}
    for example in shown:
        codes = codes_of(example, code, tmp_path_factory.mktemp("example"))
        assert codes == ({code} | BESIDE.get(code, set()) if example.found else set()), example


@pytest.mark.parametrize("code", manual())
def test_both_languages_show_the_same_examples(code: str) -> None:
    """What is found and what is left alone is the same in both, so that what is run is true of both."""
    danish, english = manual()[code].danish, manual()[code].english
    assert examples(danish) == examples(english)


@pytest.mark.parametrize("code", manual())
@pytest.mark.parametrize("language", get_args(Language))
def test_nothing_stands_indented_that_is_no_example(code: str, language: Language) -> None:
    """A block below a lead that the examples are not known by would never be run."""
    rest = BLOCK.sub("", f"{manual()[code].text(language)}\n")
    assert not re.search("^    ", rest, re.MULTILINE)


@pytest.mark.parametrize("code", manual())
def test_every_manual_says_what_to_do(code: str) -> None:
    """Each begins with a sentence in both languages, tells what is found, and ends with how to settle it."""
    entry = manual()[code]
    assert entry.summary("da").endswith(".")
    assert entry.summary("en").endswith(".")
    assert "\n\nFinder " in entry.danish
    assert "\n\nDet gør du: " in entry.danish
    assert "\n\nFinds " in entry.english
    assert "\n\nTo settle it: " in entry.english


@pytest.mark.parametrize("language", get_args(Language))
def test_no_sentence_stands_in_two_manuals(language: Language) -> None:
    """Whoever reads the page of all is told nothing twice."""
    said = Counter(
        sentence
        for entry in manual().values()
        for sentence in re.split(r"(?<=[.:]) ", " ".join(BLOCK.sub("", f"{entry.text(language)}\n").split()))
    )
    twice = {sentence for sentence, count in said.items() if count > 1}
    assert {sentence for sentence in twice if " " in sentence} <= {"Det gør du:", "To settle it:"}


def test_every_code_of_the_program_has_a_manual_and_the_other_way_round() -> None:
    """Codes are read off the source: no finding without a manual, no manual of nothing."""
    raised = set()
    for path in (ROOT / "src/bizcase").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in manual():
                raised.add(node.value)
    rules = {path.stem.replace("_", "-") for path in (ROOT / "src/bizcase/checks/rules").glob("[!_]*.py")}
    unknown = {
        f"unknown-{what}" for what in ("steering-area", "committee", "administration")
    }  # put together from words
    assert raised | rules | unknown == set(manual())


def test_warnings_and_the_mismatch_can_be_accepted() -> None:
    """No error but published-mismatch, and every warning but those about accepting and about a form's cells."""
    warnings = {code for code, entry in manual().items() if entry.severity == "warning"}
    assert acceptable() == warnings - {"stale-acceptance", "unplaced-acceptance"} - ASKED_ABOUT | {"published-mismatch"}


@pytest.mark.parametrize(("page", "language"), [("docs/da/fund.md", "da"), ("docs/findings.md", "en")])
def test_the_pages_of_findings_are_fresh(page: str, language: Language) -> None:
    """Each is what the manuals say today, in its language."""
    assert (ROOT / page).read_text("utf-8") == as_document(language)


PLACE = re.compile(r"\b(\w+) › (.+?)(?= (?:eller|or|og|and|i stedet|instead) |[).,;])")
"""A place in the form: a sheet, and a field, heading or table in it."""


@pytest.mark.parametrize("code", manual())
def test_what_a_manual_names_in_the_form_is_there(code: str) -> None:
    """Sheet and heading as the form writes them, and the same ones in both languages."""
    there = {
        (sheet.name, words)
        for sheet in SHEETS
        for words in (
            *(field.label for field in sheet.fields),
            *(table.title for table in sheet.tables),
            *(column.heading for table in sheet.tables for column in table.columns),
        )
    }
    danish, english = (PLACE.findall(" ".join(manual()[code].text(language).split())) for language in ("da", "en"))
    assert danish == english
    assert set(danish) <= there

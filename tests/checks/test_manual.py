"""The manuals: one for every finding, and their examples are true."""

import ast
import re

import pytest
from made_forms import CODES_OF_A_FORM
from support import HEAD, ROOT, copenhagen

from bizcase.checks.manual import ManualEntry, as_document, manual
from bizcase.checks.rule import acceptable
from bizcase.examine.one import examine
from bizcase.reading.form.layout import ASKED_ABOUT

BLOCK = re.compile(r"^(?P<lead>\S.*):\n\n(?P<block>(?:    .*\n|\n)+)", re.MULTILINE)
EFFICIENCY = "efficiencies:\n  - {name: Besparelse, steering_area: Service, amounts: {2019+: -900}}\n"

ELSEWHERE = {
    "duplicate-id": "needs two files",
    "empty-file": "has no text to show",
    "missing-index-year": "needs a price index",
    "more-findings": "needs more than a manual has room for",
    "not-utf8": "cannot be shown as text",
    "toml-syntax": "is about a configuration",
    "unreadable-file": "is about the file system",
    **dict.fromkeys(CODES_OF_A_FORM, "is about a workbook"),
}


def examples(entry: ManualEntry) -> list[tuple[bool, str]]:
    """The examples of a manual: whether the finding is there, and the fragment of a case."""
    blocks = [(match["lead"], match["block"]) for match in BLOCK.finditer(entry.english + "\n")]
    return [(lead.startswith("Found"), re.sub("^    ", "", block, flags=re.MULTILINE)) for lead, block in blocks]


def completed(fragment: str, code: str) -> str:
    """A fragment with the usual keys that it lacks, and with a saving unless the finding is about having none."""
    head = "".join(f"{line}\n" for line in HEAD.splitlines() if f"{line.partition(':')[0]}:" not in fragment)
    saves = "efficiencies:" in fragment or code in ("no-lines", "no-efficiencies")
    return head + ("" if saves else EFFICIENCY) + fragment


@pytest.mark.parametrize("code", sorted(manual().keys() - ELSEWHERE.keys()))
def test_examples_are_true(code: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a manual says is found is found, and nothing else; what is left alone has no finding of that code."""
    shown = examples(manual()[code])
    assert any(found for found, _ in shown)
    for found, fragment in shown:
        file = tmp_path_factory.mktemp("example") / "case.yaml"
        file.write_text(completed(fragment, code), "utf-8")
        codes = {finding.code for finding in examine(str(file), copenhagen()).findings}
        assert codes == {code} | BESIDE.get(code, set()) if found else code not in codes, fragment


BESIDE = {"unplaced-acceptance": {"not-permanent"}}
"""What is found beside a finding, because it is about that: a reason that is not taken leaves its findings standing."""


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


@pytest.mark.parametrize("code", manual())
def test_both_languages_show_the_same_examples(code: str) -> None:
    """What is found and what is left alone is the same file in both."""
    entry = manual()[code]
    danish, english = (
        re.findall(r"(?:^    .*\n|\n)+", f"{text}\n", re.MULTILINE) for text in (entry.danish, entry.english)
    )
    assert [block.strip() for block in danish if block.strip()] == [block.strip() for block in english if block.strip()]


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


def test_the_page_of_findings_is_fresh() -> None:
    """docs/findings.md is what the manuals say today."""
    assert (ROOT / "docs/findings.md").read_text("utf-8") == as_document("en")

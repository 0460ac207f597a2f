"""The profile: what belongs to a municipality, and what a wrong one is told."""

import pytest
from support import ROOT, copenhagen

from bizcase.case.profile import validate_profile
from bizcase.reading.loader import load

TEXT = (ROOT / "src/bizcase/profiles/copenhagen.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("administration", "year", "committee"),
    [("ØKF", 2018, "ØU"), ("SOF", 2018, "SUD"), ("BIF", 2025, "BIU"), ("BIF", 2026, "BIEU")],
)
def test_an_administration_answers_to_its_committee_of_the_year(administration: str, year: int, committee: str) -> None:
    """BIU is BIEU from 2026 on."""
    assert copenhagen().committee_of(administration, year) == committee


def test_an_administration_has_the_name_of_the_year() -> None:
    """BIF is the same abbreviation before and after 2025, by either of its names."""
    names = [copenhagen().administrations["BIF"].in_year(year).name for year in (2025, 2026)]
    assert names == [
        "Beskæftigelses- og Integrationsforvaltningen",
        "Beskæftigelses-, Integrations- og Erhvervsforvaltningen",
    ]
    assert [copenhagen().administration_names.meant_by(name) for name in names] == ["BIF", "BIF"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("committee: KFU}", "committee: KFX}", "unknown-committee"),
        ("successor: BIEU}", "successor: BIX}", "unknown-committee"),
        ("successor: BIEU}", "successor: BIU}", "bad-value"),
        ("successor: BIEU}", "successor: TMU}", "bad-value"),
        ("aliases: [serviceudgifter]", "aliases: [EO]", "bad-value"),
        ("limit_years: 6", "limit_years: seks", "wrong-type"),
        ("  innovation: I", "  investering: X\n  innovation: I", "duplicate-key"),
        ("count: inclusive", "count: begge", "bad-value"),
        ("nature: capital", "natur: capital", "unknown-key"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_fault(old: str, new: str, code: str) -> None:
    """A profile is held together by its own names."""
    root = load(TEXT.replace(old, new)).root
    assert root is not None
    assert [fault.code for fault in validate_profile(root)[1]] == [code]

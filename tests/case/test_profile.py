"""The profile: what belongs to a municipality, and what a wrong one is told."""

import pytest
from support import ROOT, copenhagen, message_of

from bizcase.case.profile_validation import validate_profile
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
    names = [copenhagen().administration_in("BIF", year).name for year in (2025, 2026)]
    assert names == [
        "Beskæftigelses- og Integrationsforvaltningen",
        "Beskæftigelses-, Integrations- og Erhvervsforvaltningen",
    ]
    assert [copenhagen().administration_names.meant_by(name) for name in names] == ["BIF", "BIF"]


RENAMED = TEXT.replace(
    'successor: {name: "Beskæftigelses-, Integrations- og Erhvervsforvaltningen", committee: BIEU}\n',
    "successor: BIEF\n  BIEF: {name: Erhvervsforvaltningen, committee: BIEU}\n",
)


def test_an_administration_may_be_followed_by_one_of_another_abbreviation() -> None:
    """From 2026 BIF is BIEF, by its name and the committee that it answers to."""
    root = load(RENAMED).root
    assert root is not None
    profile, faults = validate_profile(root)
    assert profile is not None, faults
    names = [profile.administration_in("BIF", year).name for year in (2025, 2026)]
    assert names == ["Beskæftigelses- og Integrationsforvaltningen", "Erhvervsforvaltningen"]
    assert [profile.committee_of("BIF", year) for year in (2025, 2026)] == ["BIU", "BIEU"]


@pytest.mark.parametrize(
    ("successor", "code"), [("BIX", "unknown-administration"), ("ØKF", "bad-value"), ("{name: X}", "missing-key")]
)
def test_a_successor_that_leads_nowhere_is_refused(successor: str, code: str) -> None:
    """One that nobody knows, one that stands before, and one whose committee is not said."""
    root = load(RENAMED.replace("successor: BIEF", f"successor: {successor}")).root
    assert root is not None
    profile, faults = validate_profile(root)
    assert profile is None
    assert [(fault.code, fault.where[:3]) for fault in faults] == [(code, ("administrations", "BIF", "successor"))]


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
        ("rules: [inclusive]", "rules: [begge]", "bad-value"),
        ("nature: capital", "natur: capital", "unknown-key"),
        ("{from_year: 0, rate: 3.5%}", "{from_year: 1, rate: 3.5%}", "bad-value"),
        ("from_year: 71", "from_year: 36", "bad-value"),
        ("horizon_years: [10, 20]", "horizon_years: [10, 101]", "bad-value"),
        ("timing: start", "timing: midt", "bad-value"),
        ("discount:\n", "discount_rates: [{from_year: 0, rate: 2%}]\ndiscount:\n", "bad-value"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_fault(old: str, new: str, code: str) -> None:
    """A profile is held together by its own names."""
    root = load(TEXT.replace(old, new)).root
    assert root is not None
    assert [fault.code for fault in validate_profile(root)[1]] == [code]


@pytest.mark.parametrize("part", ["committees", "administrations", "steering_areas"])
def test_a_name_that_a_terminal_would_obey_is_refused(part: str) -> None:
    """The short names of a profile stand in tables and messages."""
    root = load(TEXT.replace(f"{part}:\n  ", f'{part}:\n  "\\e[31mX": {{name: Rød, committee: ØU}}\n  ', 1)).root
    assert root is not None
    assert "U+001B" in "".join(message_of(fault) for fault in validate_profile(root)[1])

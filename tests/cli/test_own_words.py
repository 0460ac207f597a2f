"""Another municipality: its own words in every table and overview, and none of Copenhagen's."""

from pathlib import Path

import pytest
from support import bizcase

PROFILE = """\
municipality: Lilleby Kommune
committees: {ØK: {name: Økonomiudvalget}, TU: {name: Teknisk Udvalg}}
administrations: {STAB: {name: Staben, committee: ØK}}
steering_areas: {Drift: {nature: %s}}
pools: {investment: Energipulje}
payback: {limit_years: 15}
"""
CASE = """\
id: L%d
title: Sag %d
kind: %s
price_level: 2026
administration: STAB
implementation_costs: [{name: Pærer, steering_area: Drift, amounts: {2026: 1000}}]
efficiencies: [{name: Strøm, steering_area: Drift, amounts: {2027+: -250}}]
"""
COPENHAGENS = ("Service", "serviceeffektivisering", "Innovationspulje", "Bilag", "Overførsler", "Anlæg", "Københavns")


@pytest.fixture(params=["service", "other"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Two cases, and the profile of a municipality with the one area Drift, of either nature."""
    (tmp_path / "profile.yaml").write_text(PROFILE % request.param, "utf-8")
    for number, kind in ((1, "investment"), (2, "innovation")):
        (tmp_path / f"{number}.yaml").write_text(CASE % (number, number, kind), "utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_no_word_of_copenhagens_stands_on_its_papers(folder: Path, form: str) -> None:
    """Through every table and every overview; four years are within a limit of fifteen, on whichever basis there is."""
    shown = ("--profile", folder / "profile.yaml", "--format", form)
    printed = [bizcase("calc", folder / "1.yaml", folder / "2.yaml", "--table", "all", *shown)]
    layouts = ("investment", "innovation", "figures", "profile")
    printed += [bizcase("pool", folder, "--layout", layout, *shown) for layout in layouts]
    printed += [
        bizcase("pool", folder, "--layout", layout, "--group-by", "committee", *shown) for layout in layouts[:3]
    ]
    for run in printed:
        assert (run.code, "Lilleby Kommune" in run.out or "Tabel 1" in run.out) == (0, True)
        assert [word for word in COPENHAGENS if word in run.out + run.err] == []


def test_its_figures_are_its_own(folder: Path) -> None:
    """1000 invested and 250 a year saved print 1,0 and 0,3, and five years, the first of them 2026."""
    rows = bizcase("pool", folder, "--profile", folder / "profile.yaml").out.splitlines()
    assert next(row for row in rows if "L1" in row).split()[-3:] == ["1,0", "0,3", "5"]

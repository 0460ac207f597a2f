"""The table of assumptions: each calculation figure by figure, with units, conversions and sources; and its rules."""

import csv
import io
import json
from pathlib import Path

from support import HEAD, bizcase, copenhagen, printed, result_of

from bizcase.checks.rules import published_mismatch
from bizcase.engine.result import Result
from bizcase.examine.one import examine
from bizcase.tables.drivers import drivers
from bizcase.tables.proposal import proposal
from bizcase.tables.table import Table

TEXT = """\
assumptions:
  opkald: {value: {2019: 900000, 2020+: 1500000}, unit: opkald/år, source: KFF 2018}
  tid: {value: 4, unit: minutter/opkald, low: 3, source: KFF 2018}
  andel: {value: 10%, low: 10%, high: 30%}
  timer_pr_årsværk: {value: 1200, unit: timer/årsværk}
  løn: {value: 500, unit: 1.000 kr./årsværk}
  ubrugt: {value: 1/3}
derived:
  årsværk: {from: [opkald, tid, andel, /timer_pr_årsværk], unit: årsværk/år, source: Afsnit 1.4}
efficiencies:
  - {name: Færre opkald, steering_area: Service, saving: [årsværk, løn], phase_in: {2019: 50%, 2020+: 100%}}
"""


def rows(result: Result) -> list[list[str]]:
    """The cells of the one table, without those that are blank at the end of a row."""
    (table,) = drivers(result)
    return ["|".join(cells).rstrip("|").split("|") for cells in printed(table).cells]


def test_each_calculation_is_printed_figure_by_figure() -> None:
    """900.000 x 4 x 10 % / 60 / 1200 = 5 årsværk, and 25/3 of 1.500.000; at 500 they are 2500, halved, and 4166,67."""
    assert rows(result_of(TEXT)) == [
        ["årsværk"],
        ["opkald, 2019", "900.000", "opkald/år", "", "KFF 2018"],
        ["opkald, 2020+", "1.500.000", "opkald/år", "", "KFF 2018"],
        ["× tid", "4", "minutter/opkald", "mindst 3", "KFF 2018"],
        ["× andel", "10 %", "", "10 % til 30 %"],
        [": timer pr årsværk", "1.200", "timer/årsværk"],
        ["60 minutter = 1 time"],
        ["= årsværk, 2019", "5", "årsværk/år", "", "Afsnit 1.4"],
        ["= årsværk, 2020+", "8,33", "årsværk/år", "", "Afsnit 1.4"],
        ["Færre opkald"],
        ["årsværk, 2019", "5", "årsværk/år", "", "beregnet i denne tabel"],
        ["årsværk, 2020+", "8,33", "årsværk/år", "", "beregnet i denne tabel"],
        ["× løn", "500", "1.000 kr./årsværk"],
        ["= i alt 2019", "2.500", "1.000 kr./år"],
        ["= i alt 2020+", "4.166,67", "1.000 kr./år"],
        ["2019, indfaset 50 %", "-1.250", "1.000 kr.", "", "rundet af til hele 1.000 kr."],
        ["2020+, indfaset 100 %", "-4.167", "1.000 kr.", "", "rundet af til hele 1.000 kr."],
        ["Bruges ikke i noget regnestykke"],
        ["ubrugt", "1/3"],
    ]


def test_a_case_without_assumptions_has_no_such_table() -> None:
    """Neither by itself nor among all tables nor in the proposal."""
    assert drivers(result_of("efficiencies: [{name: B, steering_area: Service, amounts: {2019+: -400}}]\n")) == []


def test_the_proposal_has_the_table_in_chapter_1_4() -> None:
    """Behind Tabel 2, and before the next chapter."""
    pieces = list(proposal(result_of(TEXT), copenhagen()))
    titles = [str(piece.title if isinstance(piece, Table) else getattr(piece, "text", "")) for piece in pieces]
    economy = titles.index("1.4 Økonomi")
    assert titles[economy + 1].startswith("Tabel 2")
    assert titles[economy + 2] == "Beregningsforudsætninger"


def test_scripts_get_every_assumption_and_every_derived_figure(tmp_path: Path) -> None:
    """A per cent as a share, a figure by period as a mapping, and a line with what it is worked out of."""
    (path := tmp_path / "case.yaml").write_text(HEAD + TEXT, "utf-8")
    (case,) = json.loads(bizcase("calc", path, "--format", "json").out)["cases"]
    andel = next(each for each in case["assumptions"] if each["name"] == "andel")
    assert andel == {
        "name": "andel", "value": 0.1, "by_period": {}, "unit": None, "low": 0.1, "high": 0.3, "source": None,
    }  # fmt: skip
    (derived,) = case["derived"]
    assert (derived["value"], list(derived["by_period"])) == (None, ["2019", "2020+"])
    assert abs(derived["by_period"]["2020+"] - 25 / 3) < 1e-12
    assert derived["from"] == ["opkald", "tid", "andel", "/timer_pr_årsværk"]
    assert case["efficiencies"]["lines"][0]["from"] == ["årsværk", "løn"]
    lines = list(csv.DictReader(io.StringIO(bizcase("calc", path, "--format", "csv").out)))
    tid = next(line for line in lines if line["name"] == "tid (minutter/opkald)")
    assert (tid["figure"], tid["amount"]) == ("assumptions", "4")


def found(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    """What is found in a case, with places; its text begins on line 5."""
    (tmp_path / "case.yaml").write_text(HEAD + text, "utf-8")
    return [(each.code, *each.place[:2]) for each in examine(str(tmp_path / "case.yaml"), copenhagen()).findings]


def test_what_nothing_is_worked_out_of_and_what_has_no_source_is_asked_about(tmp_path: Path) -> None:
    """`ubrugt` is in no calculation, and it, the share, the hours and the salary say nothing of where they are from."""
    assert sorted(found(tmp_path, TEXT)) == [
        ("assumption-without-source", 8, 3),
        ("assumption-without-source", 9, 3),
        ("assumption-without-source", 10, 3),
        ("assumption-without-source", 11, 3),
        ("unused-assumption", 11, 3),
    ]


def test_a_printed_figure_is_held_against_one_figure_and_not_against_many(tmp_path: Path) -> None:
    """8,33 is printed 8 and not 9; against a figure for each of several years, one printed figure says nothing."""
    one = TEXT.replace("{2019: 900000, 2020+: 1500000}", "1500000")
    for text, printed_figure, differs in ((one, "8", False), (one, "8.33", False), (one, "9", True), (TEXT, "8", True)):
        codes = [
            code
            for code, *_ in found(
                tmp_path, text.replace("source: Afsnit", f"published: {printed_figure}, source: Afsnit")
            )
        ]
        assert (published_mismatch.CODE in codes) is differs


def test_a_printed_figure_that_cannot_be_read_costs_the_comparison_alone(tmp_path: Path) -> None:
    """The case is calculated all the same."""
    (tmp_path / "case.yaml").write_text(
        HEAD + TEXT.replace("source: Afsnit", "published: fem, source: Afsnit"), "utf-8"
    )
    examined = examine(str(tmp_path / "case.yaml"), copenhagen())
    assert examined.kept is not None
    assert [each.code for each in examined.findings if each.fails] == ["not-a-number"]


def test_a_finding_on_the_amounts_of_a_driven_line_stands_where_they_are_from(tmp_path: Path) -> None:
    """A line that ends in 2020 is asked about at the period in `phase_in`: there are no amounts to point at."""
    text = TEXT.replace("{2019: 900000, 2020+: 1500000}", "1500000").replace("2020+: 100%", "2020: 100%")
    assert ("not-permanent", 15, text.splitlines()[10].index("2020: 100%") + 1) in found(tmp_path, text)

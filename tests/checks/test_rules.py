"""The rules: what each finds and where, and what a reviewer has accepted."""

from pathlib import Path

import pytest
from support import HEAD, bizcase, copenhagen, message_of

from bizcase.examine.one import examine
from bizcase.reading.finding import Finding

COST = "implementation_costs:\n  - {name: A, steering_area: Service, amounts: {2018: 1000}}\n"
SAVING = "efficiencies:\n  - {name: B, steering_area: Service, amounts: {2019+: -500}}\n"


def findings(tmp_path: Path, text: str) -> list[Finding]:
    """What is found in a case; its lines begin on line 5."""
    (tmp_path / "case.yaml").write_text(HEAD + text, "utf-8")
    return list(examine(str(tmp_path / "case.yaml"), copenhagen()).findings)


def placed(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    """The same as codes with their places."""
    return [(finding.code, *finding.place[:2]) for finding in findings(tmp_path, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COST + SAVING, []),
        (COST + SAVING.replace("-500", "500"), [("saving-with-positive-sign", 7, 1)]),
        # 500 in 2019 and nil after: still no saving in any year
        (COST + SAVING.replace("{2019+: -500}", "{2019: 500, 2020+: 0}"), [("saving-with-positive-sign", 7, 1)]),
        # a year of running costs before the savings is no case without savings, but a line of two signs
        (COST + SAVING.replace("{2019+: -500}", "{2019: 100, 2020+: -500}"), [("two-signs-in-a-line", 8, 55)]),
        (COST.replace("2018: 1000", "2018: 1000, 2019: -900") + SAVING, [("cost-with-negative-sign", 6, 67)]),
        (COST + SAVING.replace("2019+", "2019-2021"), [("not-permanent", 8, 49)]),
        # periods in any order: the last year counts, not the last line
        (COST + SAVING.replace("2019+: -500", "2020: -900, 2019: -300"), [("not-permanent", 8, 49)]),
        (COST + SAVING.replace("-500", "-199"), [("payback-over-limit", 7, 1)]),
        (COST + SAVING.replace("-500", "-200"), []),
        (COST + SAVING.replace("2019+: -500", "2019: -999, 2020+: 0"), [("never-pays-back", 7, 1)]),
        ("kind: innovation\n" + COST + SAVING.replace("-500", "-10"), []),
        (COST, [("no-efficiencies", 1, 1)]),
        (COST + "efficiencies: []\n", [("no-efficiencies", 7, 15)]),
        ("kind: pre_analysis\n" + COST, []),
    ],
)
def test_a_rule_finds_what_it_is_for(tmp_path: Path, text: str, expected: list[tuple[str, int, int]]) -> None:
    """Each doubt stands at the place that a reviewer would look at."""
    assert placed(tmp_path, text) == expected


APPROPRIATION = "appropriation: {number: 1821, name: Administration, function: 6.45.51.1}"
POOL = "pool_appropriations:\n  {}: {{committee: ØU, number: '1112', name: Fælles, function: 6.45.50.1}}\n"


@pytest.mark.parametrize(
    ("extra", "pool", "expected"),
    [
        ("", "", [("appropriation-unbalanced", 6, 6)]),
        ("", POOL.format("Anlæg"), [("appropriation-unbalanced", 6, 6)]),
        ("", POOL.format("serviceudgifter"), []),
        ("funding: own, ", "", []),
    ],
)
def test_an_appropriation_needs_its_pool_side(
    tmp_path: Path, extra: str, pool: str, expected: list[tuple[str, int, int]]
) -> None:
    """On the same steering area, by whatever name, unless the administration pays itself."""
    assert placed(tmp_path, COST.replace("{name", f"{{{APPROPRIATION}, {extra}name") + SAVING + pool) == expected


PUBLISHED = """\
published:
  source: Bilag 3
  total_implementation_costs: {2018: 1000, total: 1000}
  total_efficiencies: {2019: -500}
  net_effect: {2018: 1000, 2019: -500, total: -500}
  by_steering_area:
    serviceudgifter: {net_effect: {2018: 1000}}
    Anlæg: {net_effect: {2018: 0}}
  by_committee:
    ØU: {implementation_costs: {2018: 1000}, efficiencies: {2019: -500}}
  payback: {service: 3, total: 3}
  overview: 1.0
"""


def test_printed_figures_that_agree_are_left_alone(tmp_path: Path) -> None:
    """1000 in 2018, 500 less a year from 2019 to 2021, the fourth year: paid back in the third, 1,0 in an overview."""
    assert placed(tmp_path, COST + SAVING + PUBLISHED) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "said"),
    [
        (
            "{2018: 1000, total: 1000}",
            "{2018: 1100, total: 1000}",
            11,
            38,
            "prints 1100 and the case comes to 1000, a difference of -100",
        ),
        (
            "2018: 1000, total: 1000",
            "2018: 1000, total: 900",
            11,
            51,
            "total_implementation_costs.total: the paper prints 900",
        ),
        (
            "{2019: -500}\n",
            "{2019: -499.9}\n",
            12,
            30,
            "prints -499.9 and the case comes to -500.0, a difference of -0.1",
        ),
        ("total: -500}", "total: -501}", 13, 47, "net_effect.total: the paper prints -501"),
        (
            "serviceudgifter: {net_effect: {2018: 1000}}",
            "serviceudgifter: {net_effect: {2018: 1}}",
            15,
            42,
            "serviceudgifter",
        ),
        (
            "Anlæg: {net_effect: {2018: 0}}",
            "Anlæg: {net_effect: {2018: 7}}",
            16,
            32,
            "prints 7 and the case comes to 0",
        ),
        (
            "efficiencies: {2019: -500}}",
            "efficiencies: {2019: -50}}",
            18,
            67,
            "ØU.efficiencies.2019: the paper prints -50",
        ),
        ("service: 3", "service: 4", 19, 22, "prints 4 years and the case comes to 3 years, a difference of -1"),
        ("total: 3", 'total: "-"', 19, 32, 'prints "-" and the case comes to 3 years'),
        ("overview: 1.0", "overview: 1.1", 20, 13, "prints 1.1 and the case comes to 1.0"),
        ("{2019: -500}\n", "{2030: -500}\n", 12, 24, "2030, a year that the tables do not reach"),
    ],
)
def test_a_printed_figure_that_differs_is_found(
    tmp_path: Path, old: str, new: str, line: int, column: int, said: str
) -> None:  # fmt: skip
    """The finding names the row, the year, both figures and the difference."""
    (finding,) = findings(tmp_path, COST + SAVING + PUBLISHED.replace(old, new, 1))
    assert (finding.code, finding.place.line, finding.place.column) == ("published-mismatch", line, column)
    assert said in message_of(finding)


@pytest.mark.parametrize(("amount", "printed"), [("849.5", "850"), ("850.4", "850"), ("850", "850.0"), ("0.05", "0.1")])
def test_figures_are_compared_as_they_are_printed(tmp_path: Path, amount: str, printed: str) -> None:
    """Rounded half up to the decimals of the paper."""
    published = f"published: {{source: x, total_implementation_costs: {{2018: {printed}}}}}\n"
    assert placed(tmp_path, "kind: innovation\n" + COST.replace("1000", amount) + published) == []


@pytest.mark.parametrize(("unit", "amount", "printed"), [("kr.", "1000000", "1000000"), ("mio. kr.", "1.04", "1.0")])
def test_published_figures_are_in_the_unit_of_the_file(tmp_path: Path, unit: str, amount: str, printed: str) -> None:
    """All but the overview, which is always in mio. kr."""
    published = f"published: {{source: x, net_effect: {{2018: {printed}}}, overview: 1.0}}\n"
    text = f"unit: {unit}\nkind: innovation\n" + COST.replace("1000", amount) + published
    assert placed(tmp_path, text) == []


def test_the_overview_counts_what_the_pool_pays(tmp_path: Path) -> None:
    """A line that the administration pays itself is not asked of the pool."""
    own = "  - {name: C, steering_area: Service, amounts: {2018: 500}, funding: own}\n"
    published = "published: {source: x, overview: 1.0}\n"
    assert placed(tmp_path, "kind: innovation\n" + COST + own + published) == []


def test_an_accepted_finding_stays_visible_with_its_reason(tmp_path: Path) -> None:
    """It has its severity and its place, and no longer fails the file."""
    text = COST + SAVING.replace("2019+", "2019-2021") + "accepted: {not-permanent: forsøget løber i tre år}\n"
    (finding,) = findings(tmp_path, text)
    assert (finding.code, finding.accepted_reason, finding.fails) == ("not-permanent", "forsøget løber i tre år", False)


def test_a_mismatch_can_be_accepted(tmp_path: Path) -> None:
    """A slip of the paper is named once, and does not fail every run after that."""
    text = COST + SAVING + PUBLISHED.replace("overview: 1.0", "overview: 1.1")
    (finding,) = findings(tmp_path, text + "accepted: {published-mismatch: papiret lægger forkert sammen}\n")
    assert (finding.code, finding.fails) == ("published-mismatch", False)


def test_a_paper_says_what_difference_is_accepted(tmp_path: Path) -> None:
    """A reason alone would hold for any difference; the one that is accepted stands beside it, with its decimals."""
    text = COST + SAVING + PUBLISHED.replace("overview: 1.0", "overview: 1.1")
    (tmp_path / "case.yaml").write_text(HEAD + text + "accepted: {published-mismatch: forkert sum}\n", "utf-8")
    assert "\n- forkert sum (papiret: 1,1, sagen: 1,0)\n" in bizcase("calc", tmp_path / "case.yaml").out


def test_a_reason_that_accepts_nothing_is_on_no_paper(tmp_path: Path) -> None:
    """One reason for two findings accepts neither: both are said, and the paper does not call them accepted."""
    wrong = PUBLISHED.replace("overview: 1.0", "overview: 1.1\n  lasting: -7")
    (tmp_path / "case.yaml").write_text(HEAD + COST + SAVING + wrong + "accepted: {published-mismatch: x}\n", "utf-8")
    run = bizcase("calc", tmp_path / "case.yaml")
    assert run.err.count("error[published-mismatch]") == 2
    assert "Accepteret" not in run.out


def test_aarsvaerk_that_end_before_their_line_are_asked_about(tmp_path: Path) -> None:
    """They would be missing in every year after, and nothing would say so; where they go on, all is well."""
    ends = SAVING.replace("amounts:", "fte: {2019-2020: -1}, amounts:")
    (finding,) = findings(tmp_path, COST + ends)
    assert (finding.code, "write 2019+ if they do too" in message_of(finding)) == ("not-permanent", True)
    assert findings(tmp_path, COST + ends.replace("2019-2020", "2019+")) == []


def test_an_acceptance_without_its_finding_is_stale(tmp_path: Path) -> None:
    """It points at the code that can go."""
    text = COST + SAVING + "accepted: {not-permanent: forsøget løber i tre år}\n"
    assert placed(tmp_path, text) == [("stale-acceptance", 9, 12)]


def test_a_period_is_placed_however_it_is_written(tmp_path: Path) -> None:
    """2019-2019 is 2019, and the finding still stands at the key."""
    assert placed(tmp_path, COST + SAVING.replace("2019+: -500", "2019-2019: -1000")) == [("not-permanent", 8, 49)]


@pytest.mark.parametrize("amounts", ["{2019+: 0}", "{2019: 0, 2020+: 0}"])
def test_savings_of_nil_are_no_savings(tmp_path: Path, amounts: str) -> None:
    """An investment with a line that comes to nothing saves nothing."""
    assert placed(tmp_path, COST + SAVING.replace("{2019+: -500}", amounts)) == [("no-efficiencies", 7, 1)]


BORROWED = """\
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2025: 1000}, funding: internal_loan}
internal_loan: {repayment: 2026}
"""


@pytest.mark.parametrize(
    ("text", "printed", "said"),
    [
        # A is borne by ØU, the committee of ØKF
        (COST + SAVING, "by_committee: {ØU: {implementation_costs: {2018: 1000}}}", None),
        (
            COST + SAVING,
            "by_committee: {ØU: {implementation_costs: {2018: 900}}}",
            "prints 900 and the case comes to 1000",
        ),
        # 2019: 200 on Anlæg less 50 saved there
        (
            COST.replace("Service, amounts: {2018: 1000}", "Anlæg, amounts: {2019: 200}")
            + SAVING.replace("Service, amounts: {2019+: -500}", "Anlæg, amounts: {2019+: -50}"),
            "by_steering_area: {Anlæg: {net_effect: {2019: 150}}}",
            None,
        ),
        (
            COST.replace("Service, amounts: {2018: 1000}", "Anlæg, amounts: {2019: 200}")
            + SAVING.replace("Service, amounts: {2019+: -500}", "Anlæg, amounts: {2019+: -50}"),
            "by_steering_area: {Anlæg: {net_effect: {2019: 250}}}",
            "prints 250 and the case comes to 150",
        ),
        # 1000 spent and borrowed in 2025, paid back in 2026
        (BORROWED, "net_effect: {2025: 0, 2026: 1000}", None),
        (BORROWED, "net_effect: {2025: 1000}", "prints 1000 and the case comes to 0"),
        # the loan is in no steering area
        (BORROWED, "by_steering_area: {Service: {net_effect: {2025: 1000, 2026: 0}}}", None),
        # SUD bears nothing
        (COST + SAVING, "by_committee: {SUD: {implementation_costs: {2018: 0}, efficiencies: {2019: 0}}}", None),
        (COST + SAVING, "by_committee: {SUD: {efficiencies: {2019: -1}}}", "prints -1 and the case comes to 0"),
        # an area without lines
        (
            COST + SAVING,
            "by_steering_area: {EO: {total_implementation_costs: {2018: 5}}}",
            "prints 5 and the case comes to 0",
        ),
        # a case that saves nothing has a dash, and one that costs nothing a blank
        (COST, "payback: {service: '-', total: '-'}", None),
        (COST, "payback: {total: 4}", 'prints 4 years and the case comes to "-"'),
        (SAVING, "payback: {service: '', total: ''}", None),
        (SAVING, "payback: {total: '-'}", 'prints "-" and the case comes to ""'),
        (SAVING, "payback: {total: 4}", 'prints 4 years and the case comes to ""'),
    ],
)
def test_each_kind_of_printed_figure(tmp_path: Path, text: str, printed: str, said: str | None) -> None:
    """What agrees is left alone, and what does not is one finding with both figures."""
    published = f"published: {{source: Bilag, {printed}}}\n"
    found = [each for each in findings(tmp_path, "kind: pre_analysis\n" + text + published) if each.fails]
    assert [finding.code for finding in found] == ["published-mismatch"] * (said is not None)
    assert all(said is not None and said in message_of(finding) for finding in found)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("service: 3", "service: tre", "bad-value"),
        ("{2019: -500}\n", "{2019: -1.025}\n", "ambiguous-thousands"),
        ("overview: 1.0", "overveiw: 1.0", "unknown-key"),
        ("overview: 1.0", "overview: {}", "wrong-type"),
        ("{2019: -500}\n", "{2019: -500, 2019: -400}\n", "duplicate-key"),
        ("ØU: {implementation_costs", "XX: {implementation_costs", "unknown-committee"),
    ],
)
def test_a_printed_figure_that_cannot_be_read_costs_the_comparison_alone(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    """The paper's figure is an error of its own; the case, which rests on no paper, is calculated all the same."""
    text = COST + SAVING + PUBLISHED.replace(old, new) + "accepted: {published-mismatch: papiret skriver fejl}\n"
    (tmp_path / "case.yaml").write_text(HEAD + text, "utf-8")
    outcome = examine(str(tmp_path / "case.yaml"), copenhagen())
    assert [finding.code for finding in outcome.findings] == [code]  # and nothing is said to be accepted in vain
    assert outcome.kept is not None
    assert outcome.kept.net_effect.at(2018) == 1000


def test_a_key_that_stands_twice_elsewhere_still_costs_the_case(tmp_path: Path) -> None:
    """Nobody knows which of two amounts is meant."""
    twice = COST.replace("{2018: 1000}", "{2018: 1000, 2018: 900}") + SAVING + PUBLISHED
    (tmp_path / "case.yaml").write_text(HEAD + twice, "utf-8")
    outcome = examine(str(tmp_path / "case.yaml"), copenhagen())
    assert ([finding.code for finding in outcome.findings], outcome.kept) == (["duplicate-key"], None)

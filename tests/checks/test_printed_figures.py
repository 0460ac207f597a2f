"""What a paper prints of lines, loans, lasting effects and paybacks; and reasons for single figures."""

from pathlib import Path

import pytest
from support import HEAD, copenhagen, message_of

from bizcase.examine.one import examine
from bizcase.reading.finding import Finding

CASE = """\
kind: pre_analysis
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2018: 1000, 2019: 750}, funding: internal_loan, fte: {2018: 2}%s}
efficiencies:
  - {name: B, steering_area: Service, amounts: {2019: -500, 2020+: -600}}
internal_loan: {repayment: {2020: 1000, 2021: 750}}
"""


def found(tmp_path: Path, text: str) -> list[Finding]:
    """What is found in a case."""
    (tmp_path / "case.yaml").write_text(HEAD + text, "utf-8")
    return list(examine(str(tmp_path / "case.yaml"), copenhagen()).findings)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("{2018: 1000, total: 1750, lasting: 0, fte: {2018: 2, total: 2}}", []),
        ("{2018: 1001}", ["the paper prints 1001 and the case comes to 1000"]),
        ("{total: 1700, fte: {2018: 3}}", ["prints 1700", "prints 3 and the case comes to 2"]),
        ("{2030: 5}", ["2030, a year that the tables do not reach"]),
        ("{2018: 1.000}", ["1.000 is one point nil nil nil"]),
    ],
)
def test_what_a_paper_prints_of_a_line(tmp_path: Path, printed: str, said: list[str]) -> None:
    """Years, the sum, what lasts, and årsværk; what cannot be read costs that comparison alone."""
    findings = found(tmp_path, CASE % f", published: {printed}")
    assert len(findings) == len(said)
    (tmp_path / "case.yaml").write_text(HEAD + CASE % f", published: {printed}", "utf-8")
    assert examine(str(tmp_path / "case.yaml"), copenhagen()).kept is not None


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("lasting: -600", 0),
        ("lasting: -599", 1),
        ("loan: {drawn: {2018: -1000, 2019: -750}, repayment: {2020: 1000, total: 1750}}", 0),
        ("loan: {drawn: {2018: 1000}}", 1),  # in Tabel 1's sign what is drawn is negative
        ("loan: {interest: {2020: 5}}", 1),
        # 1000, 1250, 650, 50, and -550 in 2022: the fifth year, 4 and 50/600 exactly; 1750/600 = 2,9167
        ("payback: {service: 5, total: 5, inclusive: 5, exclusive: 4}", 0),
        ("payback: {inclusive: 4}", 1),
        ("payback: {service: 4.08, exclusive: 3.1}", 0),
        ("payback: {service: 4.09}", 1),
        ("payback: {total: 4 år og 1 måned}", 0),
        ("payback: {total: 4 år og 2 måneder}", 1),
        ("payback: {total: 5-6}", 0),
        ("payback: {total: 6-7}", 1),
        ("payback: {total: ca. 6}", 0),
        ("payback: {total: ca 6}", 0),
        ("payback: {total: \u2013}", 1),
        ("payback: {total: ca. 7}", 1),
        ("payback: {simple: 2.9}", 0),
        ("payback: {simple: 2.92}", 0),
        ("payback: {simple: 3}", 0),
        ("payback: {simple: 2.8}", 1),
        ("payback: {simple: '-'}", 1),
    ],
)
def test_each_kind_of_printed_figure_of_a_case(tmp_path: Path, printed: str, count: int) -> None:
    """What agrees is left alone, and what does not is found once."""
    findings = found(tmp_path, CASE % "" + f"published: {{source: Bilag, {printed}}}\n")
    assert [finding.code for finding in findings] == ["published-mismatch"] * count


def test_a_paper_may_differ_by_what_it_is_allowed_to(tmp_path: Path) -> None:
    """One of the last digit: 1001 and 1,1 mio. agree with 1000 and 1,0; two do not."""
    allowed = "tolerance: {digits: 1, reason: papiret runder hver linje for sig}"
    text = CASE.replace(", funding: internal_loan", "").partition("internal_loan:")[0] % ""
    for printed, count in (("total_implementation_costs: {2018: 1001}, overview: 1.9", 0), ("overview: 2.0", 1)):
        findings = found(tmp_path, text + f"published: {{source: Bilag, {printed}, {allowed}}}\n")
        assert len(findings) == count


TWO_SLIPS = CASE % "" + "published: {source: Bilag, net_effect: {2018: 1, 2019: 249}}\n"
"""The case comes to 0 and -500."""


def test_a_reason_holds_where_exactly_one_finding_is_meant(tmp_path: Path) -> None:
    """One reason for two figures accepts neither, and says so; each by its place accepts both."""
    findings = found(tmp_path, TWO_SLIPS + "accepted: {published-mismatch: papiret runder}\n")
    assert [finding.code for finding in findings] == ["published-mismatch", "published-mismatch", "unplaced-acceptance"]
    assert all(finding.accepted_reason is None for finding in findings)
    assert "for 2 findings at once" in message_of(findings[-1])
    each = "accepted: {published-mismatch: {net_effect: {2018: trykfejl, 2019: papiret runder}}}\n"
    assert [finding.accepted_reason for finding in found(tmp_path, TWO_SLIPS + each)] == ["trykfejl", "papiret runder"]


def test_a_reason_for_one_figure_leaves_the_other(tmp_path: Path) -> None:
    """An error beside a slip that is accepted is found; a reason for a figure that agrees is stale by figure."""
    one = "accepted: {published-mismatch: {net_effect: {2018: trykfejl, 2020: noget andet}}}\n"
    findings = found(tmp_path, TWO_SLIPS + one)
    assert [(finding.code, finding.accepted_reason) for finding in findings] == [
        ("published-mismatch", "trykfejl"),
        ("published-mismatch", None),
        ("stale-acceptance", None),
    ]


def test_a_line_is_named_by_its_name(tmp_path: Path) -> None:
    """A warning about a line, and a printed figure of one."""
    text = "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 100}, published: {2018: 90}}]\n"
    text += "efficiencies: [{name: B, steering_area: Service, amounts: {2019-2020: -500}}]\n"
    accepted = "accepted: {not-permanent: {lines: {B: forsøg}}, published-mismatch: {lines: {A: {2018: trykfejl}}}}\n"
    findings = found(tmp_path, text + accepted)
    assert sorted(str(finding.accepted_reason) for finding in findings) == ["forsøg", "trykfejl"]


@pytest.mark.parametrize("reason", ["{net_effect: {2018: }}", "{net_effect: {2018: [x]}}", "{}"])
def test_a_reason_is_written_in_words(tmp_path: Path, reason: str) -> None:
    """However deep it stands."""
    findings = found(tmp_path, TWO_SLIPS + f"accepted: {{published-mismatch: {reason}}}\n")
    assert {finding.code for finding in findings} <= {"bad-value", "wrong-type"}


def test_a_figure_is_printed_or_ours(tmp_path: Path) -> None:
    """A year that the paper is said to print cannot be an own figure; a sum that is spread can be printed."""
    text = "kind: pre_analysis\nimplementation_costs: [{name: A, steering_area: Service, amounts: %s, published: %s}]\n"
    both = found(tmp_path, text % ("{2018: 100}, own_figure: true", "{2018: 100}"))
    assert ["is printed, but the line says that 2018 is an own figure" in message_of(each) for each in both] == [True]
    assert found(tmp_path, text % ("{2018-2019: {total: 100}}", "{total: 100}")) == []


def test_lines_of_one_name_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    """Their name means both; the list and the number mean one."""
    text = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 100}}]\n"
        "efficiencies:\n"
        "  - {name: B, steering_area: Service, amounts: {2019-2020: -500}}\n"
        "  - {name: B, steering_area: Anlæg, amounts: {2019-2020: -500}}\n"
    )
    codes = [each.code for each in found(tmp_path, text + "accepted: {not-permanent: {lines: {B: forsøg}}}\n")]
    assert codes == ["not-permanent", "not-permanent", "unplaced-acceptance"]
    each = "accepted: {not-permanent: {efficiencies: {1: forsøg, 2: lejemål}}}\n"
    assert [finding.accepted_reason for finding in found(tmp_path, text + each)] == ["forsøg", "lejemål"]


def test_a_warning_about_a_sum_quotes_what_is_written(tmp_path: Path) -> None:
    """-7300 over two years, and not the -3650 that nobody wrote; and its scale is that of a year."""
    text = "kind: pre_analysis\nimplementation_costs: [{name: A, steering_area: Service, amounts: %s}]\n"
    (finding,) = found(tmp_path, text % "{2018-2019: {total: -7300}}")
    assert (finding.code, finding.place.column) == ("cost-with-negative-sign", 79)
    assert "-7300 is below nil" in message_of(finding)
    assert [each.code for each in found(tmp_path, text % "{2018-2019: {total: 50000}, 2020: 25}")] == [
        "figure-out-of-scale"
    ]


def test_a_payback_is_told_with_the_digits_of_the_paper(tmp_path: Path) -> None:
    """4,08 and not 4,1 beside a printed 4.09."""
    (finding,) = found(tmp_path, CASE % "" + "published: {source: Bilag, payback: {service: 4.09}}\n")
    assert 'prints "4.09" and the case comes to 4.08 years' in message_of(finding)


def test_a_reason_is_not_stale_where_a_figure_of_a_line_cannot_be_read(tmp_path: Path) -> None:
    """Nobody knows whether it differs: the figure is an error, and the reason is left alone."""
    line = "{name: A, steering_area: Service, amounts: {2018: 1}, published: {2018: x}}"
    text = f"kind: pre_analysis\nimplementation_costs: [{line}]\n"
    findings = found(tmp_path, text + "accepted: {published-mismatch: trykfejl}\n")
    assert [finding.code for finding in findings] == ["not-a-number"]


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("split: {ØU: 50%, KFU: 50%}", "split: {KFU: 50%, ØU: 50%}", 1),
        ("funding: own", "funding: own", 1),
        ("funding: own", "funding: pool", 0),
        ("committee: ØU", "committee: KFU", 0),
    ],
)
def test_a_line_is_the_same_where_all_that_says_whose_money_it_is_is_the_same(
    tmp_path: Path, first: str, second: str, times: int
) -> None:
    """In whatever order a split is written."""
    line = "  - {name: A, steering_area: Service, amounts: {2018: 1}, %s}\n"
    text = "kind: pre_analysis\nimplementation_costs:\n" + line % first + line % second
    assert [finding.code for finding in found(tmp_path, text)] == ["same-line-twice"] * times


@pytest.mark.parametrize(("approval", "times"), [("approved", 1), ("vedtaget", 1), ("pending", 0), ("rejected", 0)])
def test_a_case_that_is_approved_has_heard_those_it_names(tmp_path: Path, approval: str, times: int) -> None:
    """A hearing answered Nej beside the approval of the case itself is asked about; before it, it is no surprise."""
    text = (
        f"approval: {approval}\n{CASE % ''}hearings: [{{who: HR-kredsen, heard: Nej}}, {{who: Center for Økonomi}}]\n"
    )
    assert [finding.code for finding in found(tmp_path, text)] == ["hearing-answered-no"] * times

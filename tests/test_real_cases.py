"""The real cases: every file validates and calculates, and the figures that papers print of them come out."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from support import CASES, ROOT, copenhagen

from bizcase.case.derivation import figures_of
from bizcase.engine.result import Result
from bizcase.examine.many import examine_all, whole_result
from bizcase.examine.one import examine
from bizcase.tables.figures import figure

NET_EFFECTS = {
    # Beskæftigelses- og Integrationsudvalget 25.01.2016, Tabel 1: the rows "Samlet", with "I alt" last
    "investeringspuljen-2016/case-1": ["1.750", "500", "-2.250", "-3.000", "-3.000", "-3.000", "-9.000"],
    "investeringspuljen-2016/case-2": ["500", "-2.500", "-3.000", "-3.500", "-3.500", "-3.500", "-15.500"],
    # Beskæftigelses- og Integrationsudvalget 17.06.2024: 7,3 mio. kr. less 21,4 mio. kr., spread as the file says
    "budget-2025/fasit": ["3.650", "2.250", "-3.500", "-5.500", "-5.500", "-5.500", "-14.100"],
    # likewise: 1 mio. kr. borrowed in 2025, paid back in four years from 2027
    "budget-2025/foranalyse-ai-tolk": ["0", "0", "250", "250", "250", "250", "1.000"],
}

PAYBACKS = {
    "investeringspuljen-2016/case-1": 3,
    "investeringspuljen-2016/case-2": 2,
    "budget-2025/fasit": 4,
    "innovationspuljen-2018/BC07": None,
    "ofs-2025-26/arc": None,
}

OVERVIEW_2018 = {
    "BC07": "2,8",
    "BC08": "0,9",
    "BC09": "1,0",
    "BC19": "1,9",
    "BC20": "0,9",
    "BC24": "1,3",
    "BC41": "0,9",
}


def result(name: str) -> Result:
    """A real case, calculated."""
    calculated = examine(str(ROOT / "cases" / f"{name}.yaml"), copenhagen()).kept
    assert calculated is not None
    return calculated


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_real_case_is_good(path: Path) -> None:
    """It validates without a finding but those that it accepts, calculates, and says to editors which schema it has."""
    examined = examine(str(path), copenhagen())
    assert [finding for finding in examined.findings if finding.accepted_reason is None] == []
    assert examined.kept is not None
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../../schemas/case.schema.json\n")


def test_no_two_real_cases_share_an_id() -> None:
    """All pools together validate in one run."""
    assert [
        finding
        for examined in examine_all(map(str, CASES), copenhagen(), whole_result)
        for finding in examined.findings
        if finding.accepted_reason is None
    ] == []


@pytest.mark.parametrize(
    ("name", "derived", "exactly", "told"),
    [
        # BC07 1.4: 1,5 mio. x 4 min. x 10 % are 10.000 hours; by 1200
        ("innovationspuljen-2018/BC07", "årsværk_på_opkald", Fraction(25, 3), "8.33"),
        # BC07 1.3: a third of 80.000 x 5 min. are 20000/9 hours; by 1200
        ("innovationspuljen-2018/BC07", "årsværk_på_kodeord", Fraction(50, 27), "1.85"),
        ("investeringspuljen-2016/case-2", "fuldt_indfaset", Fraction(7 * 500, 1000), None),
        ("budget-2025/ai-stoette", "mindst_i_alt", Fraction(5000 * 8), None),
        ("budget-2025/ai-stoette", "højst_i_alt", Fraction(5000 * 10), None),
    ],
)
def test_the_papers_own_arithmetic_is_worked_out_again(
    name: str, derived: str, exactly: Fraction, told: str | None
) -> None:
    """What the paper prints of it is held against it: a difference is told of, and accepted with a reason."""
    examined = examine(str(ROOT / "cases" / f"{name}.yaml"), copenhagen())
    assert examined.kept is not None
    case = examined.kept.case
    assert figures_of(case)[derived].quantity.figure == exactly
    assert case.derived[derived].published is not None
    about = [message for finding in examined.findings if told and told in (message := str(finding.text))]
    assert len(about) == (1 if told else 0)


@pytest.mark.parametrize("name", NET_EFFECTS)
def test_the_net_effect_is_the_printed_one(name: str) -> None:
    """Year by year and in all."""
    net_effect = result(name).net_effect
    assert [figure(amount) for amount in (*net_effect.figures, net_effect.total)] == NET_EFFECTS[name]


@pytest.mark.parametrize("name", PAYBACKS)
def test_the_payback_agrees_with_what_is_printed(name: str) -> None:
    """Fasit's four years and BC07's dash are printed; the others are worked out from their printed rows."""
    assert result(name).payback("total").years == PAYBACKS[name]


def test_bc07_is_shared_by_two_committees() -> None:
    """Tabel 3 of the paper: Koncern IT (ØU) 1.425 and 975, KFU 300 and 100, half of Sikkerhed among them."""
    by_committee = result("innovationspuljen-2018/BC07").implementation_costs.by_committee
    shown = {committee: [figure(amount) for amount in flow.figures[:2]] for committee, flow in by_committee.items()}
    assert shown == {"ØU": ["1.425", "975"], "KFU": ["300", "100"]}


def test_the_pool_of_2018_sums_what_is_not_rounded() -> None:
    """The overview's parts add up to 9,7 as printed, and its total is 9,6."""
    totals = {name: result(f"innovationspuljen-2018/{name}").net_effect.total for name in OVERVIEW_2018}
    assert {name: figure(total / 1000, 1) for name, total in totals.items()} == OVERVIEW_2018
    assert figure(sum(totals.values(), Decimal(0)) / 1000, 1) == "9,6"


def test_arc_saves_5_4_million_a_year_from_2027() -> None:
    """Of it 0,2 million is the employment committee's."""
    arc = result("ofs-2025-26/arc").efficiencies
    assert [figure(amount) for amount in arc.total.figures[:2]] == ["0", "-5.400"]
    assert figure(arc.by_committee["BIEU"].figures[1]) == "-200"
    assert figure(arc.total.lasting) == "-5.400"

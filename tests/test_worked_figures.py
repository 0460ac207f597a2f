"""The figures that the documents work out by hand, read off their tables and held against what the program comes to."""

import re
from decimal import Decimal

import pytest
from support import ROOT, case_from, copenhagen, told

from bizcase.engine.calculate import calculate
from bizcase.engine.flow import Flow
from bizcase.engine.result import Result
from bizcase.examine.one import examine
from bizcase.tables.figures import figure
from bizcase.tables.payback_words import in_figures

FORMAT, CALCULATION = ((ROOT / "docs" / name).read_text("utf-8") for name in ("case-format.md", "calculation.md"))


def demo(document: str, identity: str) -> Result:
    """The case of a document's code block, calculated."""
    (block,) = (text for text in re.findall(r"```yaml\n(.*?)```", document, re.DOTALL) if f"id: {identity}\n" in text)
    return calculate(case_from(block), copenhagen())


def real(name: str) -> Result:
    """A real case, calculated."""
    result = examine(str(ROOT / "cases" / f"{name}.yaml"), copenhagen()).kept
    assert result is not None
    return result


def table(document: str, after: str, label: str) -> list[Decimal | None]:
    """The figures of the first table row of a label that follows a piece of text; nothing where a cell is blank."""
    (cells,) = re.findall(rf"^\| (?:\*\*)?{re.escape(label)}(?:\*\*)? \|(.*)\|$", document.partition(after)[2], re.M)[
        :1
    ]
    figures = [cell.strip(" *") for cell in cells.split("|")]
    return [Decimal(cell) if cell not in ("", "…") else None for cell in figures]


def nil_for_blank(figures: list[Decimal | None]) -> list[Decimal]:
    """A row whose blanks mean nothing."""
    return [amount or Decimal(0) for amount in figures]


def with_total(flow: Flow) -> list[Decimal]:
    """A flow's amounts, and their sum last."""
    return [*flow.figures, flow.total]


def test_the_first_case_costs_750_and_saves_350_a_year() -> None:
    """DEMO1: 600 and 150; 200 in 2027, and 350 in 2028 and every year after it."""
    assert "costs 750 (in 1.000 kr.) over two years. It saves 200 in 2027 and 350 in 2028" in FORMAT.replace("\n", " ")
    result = demo(FORMAT, "DEMO1")
    assert result.implementation_costs.total.total == 750
    assert result.efficiencies.total == Flow(
        range(2026, 2030), (Decimal(0), Decimal(-200), Decimal(-350), Decimal(-350)), Decimal(-350)
    )


def test_a_line_in_halves() -> None:
    """DEMO2: the last column of the table is what each committee bears."""
    result = demo(FORMAT, "DEMO2").implementation_costs
    for committee in ("ØU", "KFU"):
        (cells,) = re.findall(rf"^\| {committee} \|.*\*\*(\d+)\*\* \|$", FORMAT.partition("id: DEMO2")[2], re.M)
        assert result.by_committee[committee].total == Decimal(cells)


def test_a_loan_row_by_row() -> None:
    """DEMO3: drawn negative, instalments, interest and net effect, each with its sum."""
    result = demo(FORMAT, "DEMO3")
    assert result.loan is not None
    for label, flow in (
        ("implementation costs", result.implementation_costs.total),
        ("drawn", -result.loan.drawn),
        ("instalment", result.loan.repayment),
        ("interest, 2 % of the year before's", result.loan.interest),
        ("net effect", result.net_effect),
    ):
        assert with_total(flow) == nil_for_blank(table(FORMAT, "id: DEMO3", label)), label


def test_two_bases_beyond_the_table() -> None:
    """DEMO6: nine years on service (2034) and five in all (2030), and every figure of both sums until then."""
    result = demo(CALCULATION, "DEMO6")
    saved = result.efficiencies.by_steering_area
    years = range(2026, 2035)
    costs, service, transfers = (
        flow.over(years).figures
        for flow in (result.implementation_costs.total, saved["Service"], saved["Overførsler (EO)"])
    )

    def columns(figures: tuple[Decimal, ...]) -> list[Decimal]:
        return [*figures[:5], *figures[-2:]]  # the document leaves 2031 and 2032 out

    shown = {
        label: table(CALCULATION, "id: DEMO6", label) for label in ("implementation costs", "efficiencies, Service")
    }
    for label, figures in (("implementation costs", costs), ("efficiencies, Service", service)):
        assert columns(figures) == nil_for_blank([*shown[label][:5], *shown[label][-2:]]), label
    on_service = Flow(years, tuple(map(sum, zip(costs, service, strict=True)))).cumulative  # type: ignore[arg-type]
    on_all = Flow(years, tuple(map(sum, zip(costs, service, transfers, strict=True)))).cumulative  # type: ignore[arg-type]
    first = table(CALCULATION, "id: DEMO6", "cumulated, service basis")
    assert columns(on_service) == [*first[:5], *first[-2:]]
    assert list(on_all[:5]) == table(CALCULATION, "id: DEMO6", "cumulated, total basis")[:5]
    said = CALCULATION.partition("id: DEMO6")[2].replace("\n", " ")
    assert re.search(r"six more years: 2034\. From 2026 on, that is \*\*9\s+years\*\*", said)
    assert re.search(r"two more years: 2030\. That is \*\*5 years\*\*", said)
    assert told(result.payback("service")) == ("reached", 9, 2034)
    assert told(result.payback("total")) == ("reached", 5, 2030)


@pytest.mark.parametrize(
    ("after", "result", "years", "reached_in"),
    [
        ("### Example 1", real("investeringspuljen-2016/case-1"), 3, 2018),
        ("id: DEMO7", demo(CALCULATION, "DEMO7"), 4, 2021),
    ],
)
def test_the_sums_that_a_payback_is_read_off(after: str, result: Result, years: int, reached_in: int) -> None:
    """Example 1 and DEMO7: the year's flow and what it comes to."""
    flow = (result.implementation_costs.total + result.efficiencies.total).over(result.years)
    shown = table(CALCULATION, after, "the year")
    count = len(shown)
    wide = flow.over(range(flow.years.start, flow.years.start + count))
    assert list(wide.figures) == shown
    assert list(wide.cumulative) == table(CALCULATION, after, "cumulated")
    assert told(result.payback("total")) == ("reached", years, reached_in)
    assert result.payback("service") == result.payback("total")
    assert re.search(rf"\*\*{years}\s+years\*\*", CALCULATION.partition(after)[2])


@pytest.mark.parametrize(
    ("label", "name", "printed"),
    [
        ("2016, case 1", "investeringspuljen-2016/case-1", "3"),
        ("2016, case 2", "investeringspuljen-2016/case-2", "2"),
        ("Fasit, budget 2025", "budget-2025/fasit", "4"),
        ("BC07, 2018", "innovationspuljen-2018/BC07", "-"),
    ],
)
def test_what_the_payback_rule_rests_on(label: str, name: str, printed: str) -> None:
    """The cumulated sums of four real cases, and what the rule makes of them."""
    (row,) = re.findall(rf"^\| {re.escape(label)} \|([^|]*)\|[^|]*\|([^|]*)\|", CALCULATION, re.M)
    sums = [Decimal(each.strip(" *")) for each in row[0].split(",")]
    assert list(real(name).net_effect.cumulative[: len(sums)]) == sums
    assert row[1].strip() == str(in_figures(real(name).payback("total"))) == printed


@pytest.mark.parametrize(("committee", "label"), [("ØU", "ØU"), ("KFU", "KFU"), (None, "together, the section's sum")])
def test_bc07_committee_by_committee(committee: str | None, label: str) -> None:
    """Sikkerhed is shared, and the committees add up to the section."""
    costs = real("innovationspuljen-2018/BC07").implementation_costs
    flow = costs.total if committee is None else costs.by_committee[committee]
    assert list(flow.figures[:2]) == table(CALCULATION, "Case BC07 shares one line", label)


def test_the_lasting_effect_of_case_1() -> None:
    """It is -3000."""
    assert "Its lasting effect is -3000." in CALCULATION
    assert real("investeringspuljen-2016/case-1").efficiencies.total.lasting == -3000


def test_the_overview_of_2018_unrounded_and_as_printed() -> None:
    """Seven parts and a total that is rounded from what is not rounded."""
    numbers = ("BC07", "BC08", "BC09", "BC19", "BC20", "BC24", "BC41")
    costs = [real(f"innovationspuljen-2018/{number}").asked_of_the_pool for number in numbers]
    millions = [amount / 1000 for amount in (*costs, sum(costs, Decimal(0)))]
    assert millions == table(CALCULATION, "## Rounding", "mio. kr., unrounded")
    (row,) = re.findall(r"^\| as printed \|(.*)\|$", CALCULATION, re.M)
    assert [figure(amount, 1) for amount in millions] == [cell.strip(" `") for cell in row.split("|")]


def test_a_published_case_agrees_as_the_document_says() -> None:
    """DEMO4: 850.4 less three times 300 is -49.6, in the fourth year."""
    result = demo(FORMAT, "DEMO4")
    assert "850.4 - 3 × 300 is -49.6" in FORMAT
    assert result.net_effect.total == Decimal("-49.6")
    assert told(result.payback("total")) == ("reached", 4, 2029)

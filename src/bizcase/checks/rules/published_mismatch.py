"""A printed figure that the case does not come to.

Finds a figure under `published` (in the form: Kontrol › Trykte tal) that differs from the calculated one, rounded half
up to the decimals that the paper prints. A difference means that the file or the paper is wrong, and a committee must
not be given two answers. The finding names the row, the year, both figures and the difference. `overview` is what the
pool is asked for, in mio. kr.; a derived figure is held against its own `published`.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1025, 2019: 500}}
    published:
      source: Bilag 3
      total_implementation_costs: {2018: 1025, 2019: 550, total: 1525}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1025.4, 2019: 500}}
    published:
      source: Bilag 3
      total_implementation_costs: {2018: 1025, 2019: 500, total: 1525}
      overview: 1.5

To settle it: correct the line that is wrong. Where the paper itself slips (a sum that its own lines do not give),
accept the finding and say what the slip is.
"""

from collections.abc import Iterator
from typing import get_args

from bizcase.case.derivation import figures_of
from bizcase.case.line import SECTIONS
from bizcase.case.model import Case
from bizcase.case.profile import PaybackRule, Profile
from bizcase.case.published import Published, Totals
from bizcase.case.rounding import as_decimal
from bizcase.case.unit import MILLIONS, THOUSANDS
from bizcase.checks import compare
from bizcase.checks.compare import CODE, SEVERITY, Paper
from bizcase.engine.flow import Flow, total
from bizcase.engine.result import Result, ResultLine
from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text

__all__ = ["CODE", "SEVERITY", "check"]


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each printed figure that differs."""
    published = result.case.published
    allowed = 0 if published is None or published.tolerance is None else published.tolerance.digits
    paper = Paper(result.case.unit, allowed)
    for section in SECTIONS:
        for index, line in enumerate(getattr(result, section).lines):
            yield from _line((section, index, "published"), line, paper)
    yield from _derived(result.case, allowed)
    if published is None:
        return
    yield from _totals(("published",), published, _sums(result), paper)
    yield from _of_areas(result, published, paper)
    yield from _of_committees(result, published, paper)
    if published.lasting is not None:
        lasting = result.efficiencies.total.lasting
        yield from compare.figure(("published", "lasting"), published.lasting, lasting, paper)
    yield from _loan(result, published, paper)
    yield from _paybacks(result, published, profile)
    if published.overview is not None:
        millions = Paper(MILLIONS, allowed)
        yield from compare.figure(("published", "overview"), published.overview, result.asked_of_the_pool, millions)


def _derived(case: Case, allowed: int) -> Iterator[Fault]:
    """What a paper prints of figures that the case works out of its assumptions."""
    if not any(each.published is not None for each in case.derived.values()):
        return
    figures = figures_of(case)
    for name, each in case.derived.items():
        if each.published is None:
            continue
        where: Where = ("derived", name, "published")
        exactly = figures[name].quantity.figure
        if isinstance(exactly, dict):
            text = Text("er ét tal, og sagen giver et for hvert år; fjern published, eller giv forudsætningen ét tal")
            yield Fault(CODE, where, text, severity=SEVERITY)
        else:
            yield from compare.figure(where, each.published, as_decimal(exactly), Paper(THOUSANDS, allowed, finer=2))


def _line(where: Where, line: ResultLine, paper: Paper) -> Iterator[Fault]:
    """What a paper prints of one line."""
    printed = line.line.published
    if printed is None:
        return
    for year in printed.amounts:
        if year.isdigit() and line.line.is_own_in(int(year)):
            yield compare.printed_and_own(where, year)
    yield from compare.row(where, printed.amounts, line.flow, paper)
    yield from compare.row((*where, "fte"), printed.fte, line.persons, Paper(THOUSANDS, paper.tolerance))


def _sums(result: Result) -> tuple[Flow, Flow, Flow, Flow]:
    costs, income, efficiencies = (section.total for section in result.sections)
    return costs, income, efficiencies, result.net_effect


def _totals(where: Where, printed: Totals, flows: tuple[Flow, Flow, Flow, Flow], paper: Paper) -> Iterator[Fault]:
    """The rows that a paper prints of a case, or of one steering area."""
    rows = ("total_implementation_costs", "total_income", "total_efficiencies", "net_effect")
    for name, flow in zip(rows, flows, strict=True):
        yield from compare.row((*where, name), getattr(printed, name), flow, paper)


def _of_areas(result: Result, published: Published, paper: Paper) -> Iterator[Fault]:
    nothing = total((), result.years)
    for area, totals in published.by_steering_area.items():
        costs, income, efficiencies = (each.by_steering_area.get(area, nothing) for each in result.sections)
        net = total((costs, income, efficiencies), result.years)  # a loan belongs to no steering area
        where: Where = ("published", "by_steering_area", area)
        yield from _totals(where, totals, (costs, income, efficiencies, net), paper)


def _of_committees(result: Result, published: Published, paper: Paper) -> Iterator[Fault]:
    nothing = total((), result.years)
    for committee, figures in published.by_committee.items():
        where: Where = ("published", "by_committee", committee)
        for name in ("implementation_costs", "income", "efficiencies"):
            flow = getattr(result, name).by_committee.get(committee, nothing)
            yield from compare.row((*where, name), getattr(figures, name), flow, paper)


def _loan(result: Result, published: Published, paper: Paper) -> Iterator[Fault]:
    """The rows of the loan, in Tabel 1's sign: what is drawn is negative."""
    if published.loan is None:
        return
    nothing = total((), result.years)
    loan = result.loan
    flows = (nothing,) * 3 if loan is None else (-loan.drawn, loan.repayment, loan.interest)
    for name, flow in zip(("drawn", "repayment", "interest"), flows, strict=True):
        yield from compare.row(("published", "loan", name), getattr(published.loan, name), flow, paper)


def _paybacks(result: Result, published: Published, profile: Profile) -> Iterator[Fault]:
    """By the first rule on each basis, and by a rule that is named on the basis that the profile prints."""
    printed = published.payback
    if printed is None:
        return
    where: Where = ("published", "payback")
    yield from compare.payback((*where, "service"), printed.service, result.payback("service"))
    yield from compare.payback((*where, "total"), printed.total, result.payback("total"))
    rules: tuple[PaybackRule, ...] = get_args(PaybackRule)
    for rule in rules:
        calculated = result.payback(profile.payback_bases[0], rule)
        yield from compare.payback((*where, rule), getattr(printed, rule), calculated)

"""Cases made by chance that use all of the format: for laws of figures and tables, and to compare two revisions."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bizcase.case.periods import read_period

FIRST, LAST_OF_A_COST, LAST = 2018, 2022, 2026
NIL = Decimal(0)


@dataclass(frozen=True)
class Drawn:
    """A line of money: its text in the file, and what it borrows in the file's unit."""

    text: str
    borrows: Decimal


def periods(*, open_at_the_end: bool) -> st.SearchStrategy[list[str]]:
    """One to three periods of a line, in their order and without a year in common."""

    def written(years: list[int], last: str) -> list[str]:
        starts = sorted(years)
        closed = [f"{start}-{end - 1}" for start, end in pairwise(starts)]
        return [*closed, f"{starts[-1]}{last}"]

    years = st.lists(st.integers(FIRST, LAST_OF_A_COST), min_size=1, max_size=3, unique=True)
    return st.builds(written, years, st.sampled_from(["", f"-{LAST_OF_A_COST}", *["+"] * open_at_the_end]))


AMOUNTS = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    *(st.decimals(-(10**6), 10**6, places=places).map(str) for places in (1, 2, 4)),
)
BEARERS = st.sampled_from(
    ["", "committee: BUU", "split: {ØU: 50%, KFU: 50%}", "split: {ØU: 33.3%, SUD: 0%, TMU: 66.7%}"]
)
APPROPRIATIONS = st.sampled_from(
    ["", *(f'appropriation: {{number: "{n}", name: Bevilling {n}, function: 6.45.{n}}}' for n in (1821, 3815))]
)
CATEGORIES = st.sampled_from(
    ["", *(f"capital_category: {name}" for name in ("external_advice", "internal_costs", "construction"))]
)
AREAS = st.sampled_from(["Service", "Anlæg", "EO", "EI", "Finansposter"])


@st.composite
def lines(draw: st.DrawFn, *, cost: bool) -> Drawn:
    """A line of either section; several may share a name, and what is borrowed is above nil."""
    funding = draw(st.sampled_from(["pool", "pool", "own", "internal_loan"])) if cost else ""
    loan = funding == "internal_loan"
    area = draw(AREAS)
    named = draw(periods(open_at_the_end=not cost))
    amounts = [draw(st.integers(1, 10**6).map(str) if loan else AMOUNTS) for _ in named]
    parts = [
        f"name: Linje {draw(st.sampled_from('ABCD'))}",
        f"steering_area: {area}",
        f"amounts: {{{', '.join(f'{period}: {amount}' for period, amount in zip(named, amounts, strict=True))}}}",
        draw(BEARERS),
        draw(APPROPRIATIONS),
        draw(CATEGORIES) if area == "Anlæg" else "",
        f"funding: {funding}" if cost else "",
    ]
    years = [len(read_period(period).named_years) for period in named]
    borrows = sum((Decimal(amount) * count for amount, count in zip(amounts, years, strict=True)), NIL)
    return Drawn(f"  - {{{', '.join(filter(None, parts))}}}\n", borrows if loan else NIL)


@st.composite
def case_texts(draw: st.DrawFn) -> str:
    """The file of a case of one to twelve lines, with whatever the format lets a case have."""
    costs = draw(st.lists(lines(cost=True), max_size=8))
    efficiencies = draw(st.lists(lines(cost=False), min_size=0 if costs else 1, max_size=4))
    text = ""
    for section, drawn in (("implementation_costs", costs), ("efficiencies", efficiencies)):
        text += f"{section}:\n{''.join(line.text for line in drawn)}" if drawn else ""
    borrowed = sum((line.borrows for line in costs), NIL)
    if borrowed:
        uneven = f"{{{LAST - 1}: {borrowed - 1}, {LAST}: 1}}"
        repayment = draw(st.sampled_from([f"{LAST_OF_A_COST + 1}-{LAST}", uneven]))
        text += f"internal_loan: {{repayment: {repayment}, rate: {draw(st.sampled_from(['0%', '2.5%']))}}}\n"
    pools = draw(st.lists(AREAS, unique=True))
    if pools:
        text += "pool_appropriations:\n" + "".join(
            f'  {area}: {{committee: ØU, number: "{1112 + at}", name: Pulje {at}, function: 6.45.50.{at}}}\n'
            for at, area in enumerate(pools)
        )
    head = [
        "id: X1",
        "title: Prøve",
        "price_level: 2018",
        "administration: ØKF",
        f"kind: {draw(st.sampled_from(['investment', 'innovation', 'pre_analysis', 'efficiency']))}",
        f"unit: {draw(st.sampled_from(['1.000 kr.', 'kr.', 'mio. kr.']))}",
        *draw(st.sampled_from([[], [f"first_year: {FIRST}"], [f"first_year: {FIRST - 1}", f"last_year: {LAST}"]])),
    ]
    return "\n".join([*head, text])


def the_same_every_time(count: int) -> list[str]:
    """So many cases, no two runs with others."""
    made: list[str] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case_texts())
    def make(text: str) -> None:
        made.append(text)

    make()
    return made

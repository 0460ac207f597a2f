"""Laws of the tables, whatever the case: sums are what they say they add up, and the tables of a case agree."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from support import copenhagen, result_of, shown

from bizcase.case.amounts import UNITS
from bizcase.case.periods import Period, read_period
from bizcase.engine.pool_case import pool_case_of
from bizcase.engine.result import NamedYears, Result, ResultLine
from bizcase.tables.case_paper import case_parts
from bizcase.tables.memo import memo
from bizcase.tables.overview_profile import profile_overview
from bizcase.tables.shown import ShownUnit
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel3 import tabel_3
from bizcase.tables.table import Cell, Covered, Role, Row, Running, Sum, Table
from bizcase.tables.words import DANISH, Language

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
CATEGORIES = st.sampled_from(["", *(f"capital_category: {name}" for name in DANISH.categories)])
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
def cases(draw: st.DrawFn) -> Result:
    """A calculated case of one to twelve lines, with whatever the format lets a case have."""
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
        f"unit: {draw(st.sampled_from(list(UNITS)))}",
        *draw(st.sampled_from([[], [f"first_year: {FIRST}"], [f"first_year: {FIRST - 1}", f"last_year: {LAST}"]])),
    ]
    return result_of(text, "\n".join(head) + "\n")


UNITS_SHOWN = st.sampled_from(["kr", "1000", "mio"])
LANGUAGES_SHOWN = st.sampled_from(["da", "en"])


def tables_of(result: Result, language: Language = "da", unit: ShownUnit = "1000") -> list[Table]:
    """All tables of a case."""
    return [part for part in case_parts(result, "all", shown(language, unit)) if isinstance(part, Table)]


def figure_of(cell: Cell) -> Decimal:
    """A figure, nil where nothing stands; a text is none."""
    assert not isinstance(cell, str)
    return NIL if cell is None else cell


def as_its_recipe_says(table: Table, row: Row, index: int) -> Decimal:
    """What a row has in a column if its figures come from the rows that it names."""

    def at(number: int) -> Decimal:
        return figure_of(table.rows[number].cells[index])

    match row.recipe:
        case Sum(added, less):
            return sum(map(at, added), NIL) - sum(map(at, less), NIL)
        case Running(carried):
            before = row.cells[index - 1] if table.columns[index - 1].figures else None
            return figure_of(before) + at(carried)
        case Covered(covering, asked):
            return max(NIL, min(at(covering), at(asked)))
        case None:
            return figure_of(row.cells[index])


def obeys(table: Table, *, may_be_outside: bool = False) -> None:
    """Hold every figure of a table against the recipe of its row, and every sum to the right against its row.

    A row that is added up prints a figure in every column, but where it `may_be_outside` of its case's years.
    """
    figures = [index for index, column in enumerate(table.columns) if column.figures]
    years = [index for index in figures if not table.columns[index].adds_up]
    for row in table.rows:
        assert len(row.cells) == len(table.columns)
        if row.role is Role.REMARK:
            continue
        assert row.recipe is not None or row.role not in (Role.TOTAL, Role.SUBTOTAL), (table.name, row)
        carried = isinstance(row.recipe, Running)
        own = {index: row.cells[index] for index in years if row.cells[index] is not None}
        for index in figures:
            cell, adds_up = row.cells[index], table.columns[index].adds_up
            if adds_up and carried:  # what has been added up so far is not to be added up again
                assert cell is None, (table.name, row)
                continue
            assert figure_of(cell) == as_its_recipe_says(table, row, index), (table.name, row, index)
            if adds_up:
                assert figure_of(cell) == sum(map(figure_of, own.values()), NIL), (table.name, row)
                assert cell is not None or not own, (table.name, row)
            elif row.recipe is not None and not may_be_outside:
                assert cell is not None, (table.name, row, index)


@settings(deadline=None)
@given(cases(), LANGUAGES_SHOWN, UNITS_SHOWN)
def test_every_figure_is_what_its_recipe_says(result: Result, language: Language, unit: ShownUnit) -> None:
    """In every table of a case, in every unit: to the last decimal, from the cells of the rows that a row names."""
    for table in tables_of(result, language, unit):
        obeys(table)


@settings(deadline=None)
@given(st.lists(cases(), min_size=1, max_size=3), UNITS_SHOWN)
def test_tables_of_several_cases_obey_their_recipes_too(results: list[Result], unit: ShownUnit) -> None:
    """The paper of 2016, and the profile of a pool against targets: 100 millions a year for one committee."""
    records = [pool_case_of(result, copenhagen(), "x.yaml") for result in results]
    obeys(memo(results, shown(unit=unit)), may_be_outside=True)
    obeys(profile_overview(records, shown(unit=unit), None))
    obeys(profile_overview(records, shown(unit=unit), {"ØU": {Period(2019, None): Decimal(100_000)}}))


def total_row(table: Table, label: str) -> list[Cell]:
    """The figures of the last row of a label; nil where a table has no such row."""
    figures = [index for index, column in enumerate(table.columns) if column.figures]
    rows = [[row.cells[index] for index in figures] for row in table.rows if row.cells[0] == label]
    return rows[-1] if rows else [NIL for _ in figures]


@settings(deadline=None)
@given(cases(), UNITS_SHOWN)
def test_tabel_3_adds_up_to_tabel_1(result: Result, unit: ShownUnit) -> None:
    """Its block Total has the two totals of Tabel 1, and the committees' blocks add up to it."""
    first, third = tabel_1(result, shown(unit=unit)), tabel_3(result, shown(unit=unit))
    for label, total in ((DANISH.saving, DANISH.efficiencies_total), (DANISH.cost, DANISH.costs_total)):
        rows = [list(map(figure_of, row.cells[1:])) for row in third.rows if row.cells[0] == label]
        assert rows[-1] == total_row(first, total)
        assert [sum(amounts, NIL) for amounts in zip(*rows[:-1], strict=True)] == rows[-1]


def has_a_counterpart(line: ResultLine, result: Result) -> bool:
    """Whether the pool gives up what a line gets."""
    return line.is_the_pools and line.steering_area in result.case.pool_appropriations


def by_year(amounts: NamedYears, years: range) -> dict[int, Decimal]:
    """Amounts by the year that they fall in."""
    return {year: amount or NIL for year, amount in zip(years, amounts, strict=True)}


@settings(deadline=None)
@given(cases())
def test_the_annex_is_nil_or_says_what_does_not_balance(result: Result) -> None:
    """I alt is nil where the pool gives up all that is got; or else a note has the lines, and the years not nil."""
    tables = [table for table in tables_of(result) if table.title == DANISH.annex_2]
    every = (*result.implementation_costs.lines, *result.efficiencies.lines)
    moved = [line for line in every if line.line.appropriation and (line.is_the_pools or not line.is_a_cost)]
    if not tables:
        assert not moved
        return
    (table,) = tables
    unmatched = [line for line in moved if not has_a_counterpart(line, result)]
    left = {year: sum((by_year(line.amounts, result.years)[year] for line in unmatched), NIL) for year in result.years}
    assert total_row(table, DANISH.in_all) == list(left.values())
    start = DANISH.without_counterpart.partition("{")[0]
    notes = [note for note in table.notes if note.startswith(start)]
    assert len(notes) == bool(unmatched)
    for note in notes:
        names, _, rest = note.removeprefix(start).partition(".")
        assert sorted(names.split(", ")) == sorted({line.name for line in unmatched})
        assert [year for year in result.years if str(year) in rest] == [year for year in result.years if left[year]]


@settings(deadline=None)
@given(cases())
def test_the_annex_has_all_of_the_capital(result: Result) -> None:
    """Its Tabel 3 and 4 come to Tabel 2's total on Anlæg, and a line of no category is construction."""
    tables = {table.title: table for table in tables_of(result)}
    assert (DANISH.annex_3 in tables) == (DANISH.annex_4 in tables) == (DANISH.table_2_capital in tables)
    if DANISH.annex_4 not in tables:
        return
    invested = total_row(tables[DANISH.table_2_capital], DANISH.invested_total.format(area="anlæg"))
    for title in (DANISH.annex_3, DANISH.annex_4):
        assert total_row(tables[title], DANISH.in_all) == invested
    for category, label in DANISH.categories.items():
        capital = [line for line in result.implementation_costs.lines if line.steering_area == "Anlæg"]
        own = [line.total for line in capital if (line.line.capital_category or "construction") == category]
        assert figure_of(total_row(tables[DANISH.annex_4], label)[-1]) == sum(own, NIL)


@settings(deadline=None)
@given(cases())
def test_a_unit_changes_figures_and_nothing_else(result: Result) -> None:
    """Kroner are a thousand times the thousands, and these a thousand times the millions; rows and recipes stay."""
    for kroner, thousands, millions in zip(
        *(tables_of(result, unit=unit) for unit in ("kr", "1000", "mio")), strict=True
    ):
        assert kroner.name == thousands.name == millions.name
        for many, some, few in zip(kroner.rows, thousands.rows, millions.rows, strict=True):
            assert (many.role, many.recipe) == (some.role, some.recipe) == (few.role, few.recipe)
            for krone, thousand, million in zip(many.cells, some.cells, few.cells, strict=True):
                if isinstance(thousand, Decimal):
                    assert isinstance(krone, Decimal)
                    assert isinstance(million, Decimal)
                    assert krone == thousand * 1000
                    assert million * 1000 == thousand
                else:
                    assert krone == thousand == million

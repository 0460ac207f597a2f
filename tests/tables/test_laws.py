"""Laws of the tables, whatever the case: sums are what they say they add up, and the tables of a case agree."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from made_cases import case_texts
from support import copenhagen, result_of

from bizcase.case.budget import Budget
from bizcase.case.periods import Period
from bizcase.case.targets import validate_targets
from bizcase.engine.pool_case import pool_case_of
from bizcase.engine.result import Result, ResultLine
from bizcase.reading.loader import load
from bizcase.tables.budget import budget_table
from bizcase.tables.case_paper import case_pieces
from bizcase.tables.memo import memo
from bizcase.tables.overview import Against, Arrangement
from bizcase.tables.overview_profile import profile_overview
from bizcase.tables.pool_paper import pool_of
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel3 import tabel_3
from bizcase.tables.table import Cell, Covered, Role, Row, Running, Sum, Table

NIL = Decimal(0)
APPROPRIATIONS = "Bevillingsmæssige konsekvenser"
RELEASED = "Anlægsbevillinger - frigivelse af anlægsmidler"
BY_CATEGORY = "Kategorisering af anlægsmidler"
INVESTED = "Anlægsinvesteringer i forslaget"
CATEGORIES = {
    "external_advice": "Ekstern rådgivning",
    "internal_costs": "Interne udgifter",
    "construction": "Anlæg af projektet",
}


def cases() -> st.SearchStrategy[Result]:
    """A calculated case, whatever the format lets it have."""
    return case_texts().map(lambda text: result_of(text, ""))


def tables_of(result: Result) -> list[Table]:
    """All tables of a case."""
    return [piece for piece in case_pieces(result, "all", copenhagen()) if isinstance(piece, Table)]


def figure_of(cell: Cell) -> Decimal:
    """A figure, nil where nothing stands; a text is none."""
    assert cell is None or isinstance(cell, Decimal)
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
    sums = [index for index in figures if table.columns[index].adds_up]
    years = [index for index in figures if index < min(sums, default=len(table.columns))]
    for row in table.rows:
        assert len(row.cells) == len(table.columns)
        if row.role is Role.REMARK:
            continue
        assert row.recipe is not None or row.role not in (Role.TOTAL, Role.SUBTOTAL), (table.name, row)
        carried = isinstance(row.recipe, Running)
        own = {index: row.cells[index] for index in years if row.cells[index] is not None}
        for index in figures:
            cell, adds_up = row.cells[index], table.columns[index].adds_up
            if index not in years and carried:  # what has been added up so far is not to be added up again
                assert cell is None, (table.name, row)
                continue
            assert figure_of(cell) == as_its_recipe_says(table, row, index), (table.name, row, index)
            if adds_up:
                assert figure_of(cell) == sum(map(figure_of, own.values()), NIL), (table.name, row)
                assert cell is not None or not own, (table.name, row)
            elif row.recipe is not None and not may_be_outside:
                assert cell is not None, (table.name, row, index)


@given(cases())
def test_every_figure_is_what_its_recipe_says(result: Result) -> None:
    """In every table of a case: to the last decimal, from the cells of the rows that a row names."""
    for table in tables_of(result):
        obeys(table)


@given(st.lists(cases(), min_size=1, max_size=3))
def test_tables_of_several_cases_obey_their_recipes_too(results: list[Result]) -> None:
    """The paper of 2016, and the profile of a pool against targets: 100 millions a year for one committee."""
    records = [pool_case_of(result, "x.yaml") for result in results]
    obeys(memo(results), may_be_outside=True)
    root = load("unit: mio. kr.\ntargets: {ØU: {2019+: {from: 100, to: 110}}, whole: {2020: 1}}\n").root
    assert root is not None
    file, _ = validate_targets(root, copenhagen())
    assert file is not None
    for targets in (None, file.targets):
        against = Against(targets, Budget(Decimal(100), {"Service": {Period(2019, 2020): Decimal(50)}}))
        pool = pool_of("profile", records, Arrangement(copenhagen()), against=against)
        obeys(profile_overview(pool), may_be_outside=True)
        for table in budget_table(pool):
            obeys(table)


def name_of(table: Table) -> str:
    """A table's title without its number, which depends on how many stand before it."""
    return re.sub(r"^Tabel \d+\. ", "", str(table.title))


def total_row(table: Table, label: str) -> list[Cell]:
    """The figures of the last row of a label; nil where a table has no such row."""
    figures = [index for index, column in enumerate(table.columns) if column.figures]
    rows = [[row.cells[index] for index in figures] for row in table.rows if str(row.cells[0]) == label]
    return rows[-1] if rows else [NIL for _ in figures]


@given(cases())
def test_tabel_3_adds_up_to_tabel_1(result: Result) -> None:
    """Its block Total has the two totals of Tabel 1, and the committees' blocks add up to it."""
    first, third = tabel_1(result, copenhagen()), tabel_3(result, copenhagen())
    for label, total in (
        ("Besparelse", "Samlet varig ændring"),
        ("Omkostninger", "Samlede implementeringsomkostninger"),
    ):
        rows = [list(map(figure_of, row.cells[1:])) for row in third.rows if str(row.cells[0]) == label]
        assert rows[-1] == total_row(first, total)
        assert [sum(amounts, NIL) for amounts in zip(*rows[:-1], strict=True)] == rows[-1]


def has_a_counterpart(line: ResultLine, result: Result) -> bool:
    """Whether the pool gives up what a line gets."""
    return line.is_the_pools and line.steering_area in result.case.pool_appropriations


@given(cases())
def test_the_annex_is_nil_or_says_what_does_not_balance(result: Result) -> None:
    """I alt is nil where the pool gives up all that is got; or else a note has the lines, and the years not nil."""
    tables = [table for table in tables_of(result) if name_of(table) == APPROPRIATIONS]
    every = (*result.implementation_costs.lines, *result.efficiencies.lines)
    moved = [line for line in every if line.line.appropriation and (line.is_the_pools or not line.is_a_cost)]
    if not tables:
        assert not moved
        return
    (table,) = tables
    unmatched = [line for line in moved if not has_a_counterpart(line, result)]
    left = {year: sum((line.flow.by_year[year] for line in unmatched), NIL) for year in result.years}
    assert total_row(table, "I alt") == list(left.values())
    start = "Uden modpost: "
    notes = [note for note in map(str, table.notes) if note.startswith(start)]
    assert len(notes) == bool(unmatched)
    for note in notes:
        names, _, rest = note.removeprefix(start).partition(".")
        assert sorted(names.split(", ")) == sorted({line.name for line in unmatched})
        assert [year for year in result.years if str(year) in rest] == [year for year in result.years if left[year]]


@given(cases())
def test_the_annex_has_all_of_the_capital(result: Result) -> None:
    """Its Tabel 3 and 4 come to Tabel 2's total on Anlæg, and a line of no category is construction."""
    tables = {name_of(table): table for table in tables_of(result)}
    assert (RELEASED in tables) == (BY_CATEGORY in tables) == (INVESTED in tables)
    if BY_CATEGORY not in tables:
        return
    invested = total_row(tables[INVESTED], "Investeringer totalt, anlæg")
    for title in (RELEASED, BY_CATEGORY):
        assert total_row(tables[title], "I alt") == invested
    for category, label in CATEGORIES.items():
        capital = [line for line in result.implementation_costs.lines if line.steering_area == "Anlæg"]
        own = [line.flow.total for line in capital if (line.line.capital_category or "construction") == category]
        assert figure_of(total_row(tables[BY_CATEGORY], label)[-1]) == sum(own, NIL)

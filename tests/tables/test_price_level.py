"""Converted tables: what they say of where they came from, and which figures are marked as estimates."""

from decimal import Decimal

from hypothesis import given
from made_cases import case_texts
from support import HEAD, case_from, copenhagen, printed, result_of

from bizcase.case.budget import Budget
from bizcase.case.periods import Period
from bizcase.case.price_index import PriceIndex, validate_price_index
from bizcase.case.targets import validate_targets
from bizcase.engine.calculate import calculate
from bizcase.engine.pool_case import PoolCase, pool_case_of
from bizcase.engine.price_level import Prices, in_price_level
from bizcase.engine.result import Result
from bizcase.reading.loader import load
from bizcase.tables.case_paper import Wanted, case_pieces, pieces
from bizcase.tables.overview import Against, Arrangement
from bizcase.tables.pool_paper import OverviewName, pool_of, pool_tables
from bizcase.tables.proposal import proposal
from bizcase.tables.table import Estimated, Table

D = Decimal
COST = "implementation_costs: [{name: A, steering_area: Anlæg, amounts: {2018: 1000}}]\n"
SAVING = "efficiencies: [{name: B, steering_area: Service, amounts: {2019+: -250}}]\n"


def index_of(text: str) -> PriceIndex:
    """An index, whose estimates begin with 2021."""
    root = load(f"name: Indekset\nsource: Kilden\nestimates_from: 2021\n{text}\n").root
    assert root is not None
    index, faults = validate_price_index(root, copenhagen())
    assert index is not None, faults
    return index


TENTH = index_of("changes: {general: {2019-2022: 10%}}")
BY_AREA = index_of("changes: {general: {2019-2022: 0%}, Anlæg: {2019: 30%, 2020-2022: 0%}}")


def in_level(result: Result, level: int, index: PriceIndex = TENTH) -> Result:
    """A case in another price level."""
    converted, faults = in_price_level(result, copenhagen(), Prices(level, index))
    assert converted is not None, faults
    return converted


def case(number: str, lines: str = COST + SAVING, *, level: int = 2018) -> Result:
    """A case of the price level of 2018 or another."""
    return result_of(lines, HEAD.replace("X1", number).replace("price_level: 2018", f"price_level: {level}"))


def tabel_1(result: Result) -> Table:
    """Tabel 1 as it is printed of a case."""
    return next(piece for piece in case_pieces(result, "1", copenhagen()) if isinstance(piece, Table))


def marked(table: Table) -> list[str]:
    """The cells with the mark of estimates, as they are printed."""
    return [cell for row in printed(table).cells for cell in row if "~" in cell]


def test_a_converted_table_says_from_what_to_what_by_which_index_and_factor() -> None:
    """1,1² = 1,21: 1.210 and -303 (302,5, half up) in 2020 p/l, with the index, its source and the factor below."""
    shown = printed(tabel_1(in_level(case("A1"), 2020)))
    assert shown.headings[0] == "1.000 kr. 2020 p/l"
    assert [row[2:4] for row in shown.cells if row[0] in ("A", "B")] == [["", "-303"], ["1.210", ""]]
    assert (
        "Omregnet fra 2018 til 2020 p/l med Indekset (Kilden): beløbene er ganget med 1,210000." in shown.notes
    )  # no estimate is in it
    assert marked(tabel_1(in_level(case("A1"), 2020))) == []
    assert not any("Omregnet" in note for note in printed(tabel_1(case("A1"))).notes)


def test_every_amount_of_a_case_that_rests_on_estimates_is_marked() -> None:
    """1,1³ = 1,331 with 2021 estimated: lines and sums, but neither a nil nor a payback."""
    table = tabel_1(in_level(case("A1"), 2021))
    figures = [cell for row in printed(table).cells for cell in row[2:] if cell.strip("~-") not in ("", "0")]
    assert marked(table) == [cell for cell in figures if not cell.endswith("år")] != []
    assert "~1.331" in marked(table)
    assert printed(table).notes[-1] == "~ Hviler på skøn: indeksets tal er skøn fra 2021 og frem."


def test_an_own_figure_that_rests_on_estimates_has_both_marks() -> None:
    """The star of an estimate of ours, and the sign of the index's."""
    table = tabel_1(in_level(case("A1", COST.replace("}]", ", own_figure: true}]")), 2021))
    assert marked(table)[0] == "*~1.331"


def test_factors_of_areas_and_the_paybacks_before_are_said() -> None:
    """1.000 against 250 a year is five years, 1.300 is seven (5,2 years of savings, after the first)."""
    notes = printed(tabel_1(in_level(case("A1"), 2019, BY_AREA))).notes
    assert "beløbene er ganget med 1,300000 på Anlæg, 1,000000 på Service." in notes[-1]
    assert notes[-2] == (
        "Områderne har hvert sit indeks, og det ændrer tilbagebetalingstiden. I 2018 p/l: Tilbagebetalingstid baseret "
        "på serviceeffektivisering 5 år; Tilbagebetalingstid baseret på totaløkonomi 5 år."
    )
    idea = in_level(case("A1", f"kind: idea\n{COST}{SAVING}"), 2019, BY_AREA)  # which prints no payback
    assert not any("tilbagebetalingstiden" in note for note in printed(tabel_1(idea)).notes)


@given(case_texts())
def test_every_table_of_money_is_in_the_new_price_level(text: str) -> None:
    """In all tables of a case, in the proposal and in the memo: no heading has the old year, each says its way."""
    result = in_level(calculate(case_from(text), copenhagen()), 2021)
    papers = (
        case_pieces(result, "all", copenhagen()),
        case_pieces(result, "annex", copenhagen()),
        list(proposal(result, copenhagen())),
        pieces([result], Wanted("memo"), copenhagen()),
    )
    for paper in papers:
        for table in (piece for piece in paper if isinstance(piece, Table)):
            shown = printed(table)
            heads = " ".join([shown.title, *shown.headings, *shown.groups])
            assert "2018 p/l" not in heads
            if any(column.figures and not column.is_count for column in table.columns):
                assert "2021 p/l" in heads
                assert any("2021 p/l med Indekset (Kilden)" in note for note in shown.notes)
                assert all(
                    isinstance(cell, Estimated)
                    for row in table.rows
                    for cell, column in zip(row.cells, table.columns, strict=True)
                    if isinstance(cell, Decimal) and cell and not column.is_count
                )


def test_the_proposals_head_says_both_price_levels() -> None:
    """What the template asks for under P/l."""
    head = next(piece for piece in proposal(in_level(case("A1"), 2020), copenhagen()) if isinstance(piece, Table))
    assert ["P/l", "2020, omregnet fra 2018"] in printed(head).cells


def pool_table(name: OverviewName, *cases: PoolCase, against: Against | None = None) -> list[Table]:
    """The tables of a pool."""
    return pool_tables(name, pool_of(name, cases, Arrangement(copenhagen()), against=against or Against()))


def test_a_pool_says_how_many_cases_came_from_where() -> None:
    """Two of 2018 and one of 2020 in 2021 p/l, where one stands already; 1.331, 1.100 and 1.000 are 4.762."""
    cases = [in_level(case(number, level=level), 2021) for number, level in
             (("A1", 2018), ("A2", 2018), ("A3", 2020), ("A4", 2021))]  # fmt: skip
    (table,) = pool_table("figures", *map(pool_case_of, cases, "abcd"))
    shown = printed(table)
    assert shown.title == "Alle tal, 1.000 kr. 2021 p/l, 2018-2021"
    assert [row[4] for row in shown.cells] == ["~1.331", "~1.331", "~1.100", "1.000", "~4.762"]
    assert [note for note in shown.notes if "omregnet" in note] == [
        "2 sager er omregnet fra 2018 til 2021 p/l med Indekset (Kilden): beløbene er ganget med 1,331000.",
        "1 sag er omregnet fra 2020 til 2021 p/l med Indekset (Kilden): beløbene er ganget med 1,100000.",
    ]


def test_a_sum_without_an_estimate_in_it_is_not_marked() -> None:
    """The case on Anlæg is converted by estimates, the one on Service is not: one column's sum is marked."""
    on_service = COST.replace("Anlæg", "Service") + SAVING
    cases = [in_level(case("A1"), 2021), case("A2", on_service, level=2021)]
    (table,) = pool_table("figures", *map(pool_case_of, cases, "ab"))
    assert printed(table).cells[-1][4:6] == ["1.000", "~1.331"]


def test_the_profile_and_the_budget_are_marked_where_estimates_are_in_them() -> None:
    """BUU saves 333 (250 · 1,331) from 2019 on by estimates; ØU, in the price level already, does not."""
    other = SAVING.replace("name: B", "name: B, committee: BUU")
    cases = [in_level(case("A1", COST + other), 2021), case("A2", level=2021)]
    against = Against(budget=Budget(D(3000), {"Anlæg": {Period(2018, 2018): D(3000)}}))
    profile, budget = pool_table("profile", *map(pool_case_of, cases, "ab"), against=against)
    rows = {row[0]: row[1:3] for row in printed(profile).cells}
    assert rows == {"ØU": ["0", "250"], "BUU": ["0", "~333"], "I alt": ["0", "~583"]}
    # 1.331 of A1 and 1.000 of A2 of 3.000
    assert printed(budget).cells[1:4] == [
        ["Ramme", "3.000", "3.000"],
        ["Søgt om", "~2.331", "~2.331"],
        ["Tilbage", "~669", "~669"],
    ]


def test_targets_are_held_against_what_is_marked() -> None:
    """What is covered and what is missing rest on the estimates that the saving rests on."""
    root = load("unit: 1.000 kr.\nprice_level: 2021\ntargets: {ØU: {2019: 500}, whole: {2019: 600}}\n").root
    assert root is not None
    file, _ = validate_targets(root, copenhagen())
    assert file is not None
    (table,) = pool_table("profile", pool_case_of(in_level(case("A1"), 2021), "a"), against=Against(file.targets))
    by_label = [(row[0], row[2]) for row in printed(table).cells]
    assert by_label[1:5] == [
        ("Effektiviseringer", "~333"),
        ("Måltal", "500"),
        ("Dækket", "~333"),
        ("Mangler", "~167"),
    ]
    assert by_label[-4:] == [
        ("Effektiviseringer", "~333"),
        ("Måltal", "600"),
        ("Dækket", "~333"),
        ("Mangler", "~267"),
    ]


def test_a_pool_says_which_paybacks_change() -> None:
    """Five years become seven where Anlæg has an index of its own."""
    (table,) = pool_table("investment", pool_case_of(in_level(case("A1"), 2019, BY_AREA), "a"))
    said = "Områderne har hvert sit indeks, og det ændrer tilbagebetalingstiden: A1 (5 år i 2018 p/l)."
    assert said in printed(table).notes


def test_what_cancels_out_cancels_out_in_every_price_level() -> None:
    """1.000 of costs and 1.000 of income, divided by 1,033333^7: nil, and not a digit far behind the point."""
    never_exact = index_of("changes: {general: {2010-2018: 3.3333%}}")
    income = COST.replace("implementation_costs", "income").replace("1000", "-1000")
    net = in_level(case("A1", COST + income), 2011, never_exact).net_effect
    assert list(net.amounts) == [0]

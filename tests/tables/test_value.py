"""The tables of what cases are worth: rows, signs, sums, and the conventions below every figure."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from made_cases import case_texts
from support import HEAD, copenhagen, printed, result_of

from bizcase.engine.present_value import Asked, Valuation, valuation
from bizcase.engine.result import Result
from bizcase.engine.value_case import ValueCase, value_case_of
from bizcase.tables.head import listed
from bizcase.tables.paper import Heading
from bizcase.tables.table import Sum, Table
from bizcase.tables.value_paper import value_pieces
from bizcase.texts.template import Language

CASE = """\
last_year: 2022
implementation_costs: [{name: System, steering_area: Service, amounts: {2018: 1000, 2019: 500}}]
efficiencies: [{name: Besparelse, steering_area: Service, amounts: {2019: -300, 2020+: -600}}]
"""


def value_case(lines: str = CASE, number: int = 1) -> ValueCase:
    """A case of these lines."""
    return value_case_of(result_of(lines, HEAD.replace("X1", f"X{number}")), f"{number}.yaml", copenhagen())


def found(*cases: ValueCase, spans: tuple[int, ...] = (10,)) -> Valuation:
    """Cases at the state's rates."""
    discount = copenhagen().discounting
    assert discount is not None
    return valuation(cases, Asked(discount, spans))


def tables(*cases: ValueCase, spans: tuple[int, ...] = (10,)) -> list[Table]:
    """The tables of some cases."""
    pieces = value_pieces(found(*cases, spans=spans), copenhagen())
    return [piece for piece in pieces if isinstance(piece, Table)]


def rows(table: Table, language: Language = "da") -> dict[str, list[str]]:
    """The rows of a table by their label."""
    return {cells[0].strip(): cells[1:] for cells in printed(table, language=language).cells}


def test_a_case_by_hand() -> None:
    """Costs 1000 + 500 / 1,035 = 1483; savings 300 / 1,035 + 600 (0,933511 + 0,901943 + 0,871442) = 1914.

    To 2027 five more years of 600, 0,841973 to 0,733731 and together 3,934607: 2361 more. In five years the factors are
    4,673079 together, in ten 8,607687. At 15,61 % and at 35,20 % 1000, 200 and -600 a year are worth nothing.
    """
    (table,) = tables(value_case())
    assert printed(table).headings == [
        "1.000 kr. 2018 p/l",
        "Tabellen, til 2022",
        "10 år, til 2027",
    ]
    assert rows(table) == {
        "Implementeringsomkostninger": ["1.483", "1.483"],
        "Varige ændringer": ["-1.914", "-4.275"],
        "Samlet økonomisk påvirkning i nutidsværdi": ["-431", "-2.792"],
        "Nettogevinst i nutidsværdi": ["431", "2.792"],
        "Annuitet, samlet økonomisk påvirkning pr. år": ["-92", "-324"],
        "Gevinst pr. investeret krone (B/C)": ["1,29", "2,88"],
        "Intern rente": ["15,6 %", "35,2 %"],
        # 1000, 1200, 600, 0; and in present value 1000, 1193,24, 633,13, 91,96, -430,90
        "Tilbagebetalingstid baseret på serviceeffektivisering": ["4 år (4,00)", ""],
        "Tilbagebetalingstid baseret på serviceeffektivisering, diskonteret": ["5 år (4,18)", ""],
        "Tilbagebetalingstid baseret på totaløkonomi": ["4 år (4,00)", ""],
        "Tilbagebetalingstid baseret på totaløkonomi, diskonteret": ["5 år (4,18)", ""],
    }


def test_every_table_says_what_it_is_worked_out_by() -> None:
    """Rate and its date, base year, timing, horizons and price level, first below the figures, in both languages."""
    danish = (
        "Nutidsværdi i 2018 (basisår), 2018 p/l. Rente: 3,5 % om året, 2,5 % fra 2054 (Finansministeriet, 7. januar "
        "2021); beløb regnes ved årets begyndelse, og basisåret diskonteres ikke. Horisont: tabellens år (2018-2022), "
        "40 år (til 2057)."
    )
    english = (
        "Present value in 2018 (base year), 2018 prices. Rate: 3.5 % a year, 2.5 % from 2054 (Finansministeriet, 7. "
        "januar 2021); amounts count at the start of the year, and the base year is not discounted. Horizon: the "
        "table's years (2018-2022), 40 years (to 2057)."
    )
    one_and_several = [*tables(value_case(), spans=(40,)), *tables(value_case(), value_case(number=2), spans=(40,))]
    assert len(one_and_several) == 3
    for table in one_and_several:
        assert printed(table).notes[0] == danish
        assert printed(table, language="en").notes[0] == english


def test_a_pool_prints_its_sum_and_a_row_a_case() -> None:
    """Two cases alike are worth twice one of them; the pool has no internal rate, and its cases have."""
    together, one_by_one = tables(value_case(), value_case(number=2))
    assert rows(together)["Nettogevinst i nutidsværdi"] == ["862", "5.583"]
    assert rows(together)["Gevinst pr. investeret krone (B/C)"] == ["1,29", "2,88"]
    assert "Intern rente" not in rows(together)
    assert rows(one_by_one) == {
        "X1": ["Prøve (*)", "431", "2.792", "1,29", "15,6 %", "5", "5"],
        "X2": ["Prøve (*)", "431", "2.792", "1,29", "15,6 %", "5", "5"],
        "I alt": ["", "862", "5.583", "1,29", "", "", ""],
    }


def test_an_idea_has_a_row_below_the_sum_and_what_is_rejected_is_named() -> None:
    """Neither is added up, and the reader is told."""
    idea, rejected = value_case(f"kind: idea\n{CASE}", 3), value_case(f"approval: rejected\n{CASE}", 4)
    together, one_by_one = tables(value_case(), idea, rejected)
    assert rows(together)["Nettogevinst i nutidsværdi"] == ["431", "2.792"]
    assert {"Afvist og derfor ikke med: X4.", "Idéoplæg er ikke lagt til: X3."} <= set(printed(together).notes)
    assert list(rows(one_by_one)) == ["X1", "I alt", "Idéoplæg, ikke lagt til", "X3"]


def test_an_idea_whose_table_is_longer_is_blank_where_the_pools_ends() -> None:
    """The pool's table ends in 2022, the idea's in 2026: its gain to 2022 would cut its own table."""
    idea = value_case(f"kind: idea\n{CASE}".replace("last_year: 2022", "last_year: 2026"), 3)
    _, one_by_one = tables(value_case(), value_case(number=2), idea)
    assert rows(one_by_one)["X3"][1:5] == ["", "2.792", "", ""]


def test_a_note_may_name_thousands_of_cases() -> None:
    """No text stands so deep within others that printing it ends the run."""
    names = [str(number) for number in range(5000)]
    assert str(listed(names)) == ", ".join(names)
    assert [str(listed(names[:count], "; ")) for count in range(3)] == ["", "0", "0; 1"]


def test_what_a_reader_must_know_stands_below() -> None:
    """Why there is no internal rate, what is left out, and on what the figures rest."""
    saving_first = (
        "efficiencies: [{name: B, steering_area: Service, own_figure: true, amounts: {2018: -50, 2019+: 10}}]\n"
    )
    cost = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 10}, funding: internal_loan}]\n"
        "internal_loan: {repayment: {2019: 10}}\n"
    )
    (table,) = tables(value_case(saving_first + cost), spans=(1, 30))
    notes = " ".join(printed(table).notes)
    for told in (
        "gevinsten kommer før udgiften",
        "Ikke vist: 1 år, som ender inden for tabellens år.",
        "Efter 2021 regnes videre med det, der er varigt: 10 om året.",
        "Internt lån er ikke regnet med",
        "vores skøn",
        "Fortegnet afhænger af horisonten: tab til 2047, gevinst til 2021.",
    ):
        assert told in notes, told


def test_cases_that_no_pool_adds_up_stand_one_by_one() -> None:
    """Two ideas have a heading and a table each, in a base year and over horizons of their own."""
    early, late = CASE, CASE.replace("201", "202").replace("2022", "2030").replace("2020", "2030")
    ideas = [value_case(f"kind: idea\n{text}", number) for number, text in enumerate((early, late))]
    pieces = value_pieces(found(*ideas), copenhagen())
    assert [type(piece) for piece in pieces] == [Heading, Table, Heading, Table]
    heads = [[column.heading for column in piece.columns[1:]] for piece in pieces if isinstance(piece, Table)]
    assert [[str(heading) for heading in each] for each in heads] == [
        ["Tabellen, til 2022", "10 år, til 2027"],
        ["Tabellen, til 2030", "10 år, til 2037"],
    ]


def test_a_pool_names_the_kinds_that_it_adds_up() -> None:
    """Two investments and a pre-analysis, and no idea."""
    study, idea = value_case(f"kind: pre_analysis\n{CASE}", 3), value_case(f"kind: idea\n{CASE}", 4)
    together, _ = tables(value_case(), value_case(number=2), study, idea)
    assert "Lagt sammen: Investeringsforslag (2), Foranalyser (1)." in printed(together).notes


def test_a_case_in_a_pool_says_that_it_is_valued_over_the_pools_years() -> None:
    """X1 ends in 2022 and is carried on to 2024 beside X2; beside a case of its own years it is as it is alone."""
    longer = value_case(CASE.replace("last_year: 2022", "last_year: 2024"), 2)
    said = (
        "Hver sag er regnet som puljen: over 2018-2024, ført videre med det, der er varigt, og tilbage til 2018. Alene "
        "regnes en sag over sin egen tabels år, så tallene kan være andre."
    )
    _, one_by_one = tables(value_case(), longer)
    assert said in printed(one_by_one).notes
    _, alike = tables(value_case(), value_case(number=2))
    assert not any("regnet som puljen" in note for note in printed(alike).notes)
    # 431 alone, and 600 in each of 2023 and 2024 more: 600 (0,841973 + 0,813501) = 993
    assert rows(one_by_one)["X1"][1] == "1.424"


def test_a_payback_says_how_it_is_counted_and_what_stands_for_none() -> None:
    """A case without savings is never paid back, one without a cost has nothing to pay back."""
    cost, saving = (
        CASE.partition("efficiencies")[0],
        "last_year: 2022\nefficiencies" + CASE.partition("efficiencies")[2],
    )
    head = "Diskonteret tilbagebetalingstid: talt fra og med det første år"
    for other, said in (
        (CASE, f"{head}."),
        (cost, f"{head}; - er ikke tjent hjem 75 år efter den første omkostning."),
        (saving, f"{head}; et tomt felt er ingen investering."),
    ):
        _, one_by_one = tables(value_case(), value_case(other, 2))
        assert said in printed(one_by_one).notes
    (alone,) = tables(value_case())
    assert (
        "Tilbagebetalingstid, også diskonteret: talt fra og med det første år; den diskonterede er søgt 75 år frem fra "
        "den første omkostning. I parentes med brøkdel af et år." in printed(alone).notes
    )


RESULTS = case_texts().map(lambda text: result_of(text, ""))


@given(st.lists(RESULTS, min_size=1, max_size=3))
def test_every_sum_is_that_of_its_rows(results: list[Result]) -> None:
    """Rows with a recipe follow from the rows that it names, in every column of amounts."""
    for table in tables(*(value_case_of(result, "", copenhagen()) for result in results), spans=(10, 50)):
        for row in table.rows:
            if not isinstance(row.recipe, Sum):
                continue
            for index, cell in enumerate(row.cells):
                if isinstance(cell, Decimal):
                    added = sum((_at(table, number, index) for number in row.recipe.rows), Decimal(0))
                    less = sum((_at(table, number, index) for number in row.recipe.less), Decimal(0))
                    size = 1 + sum(abs(_at(table, number, index)) for number in row.recipe.rows)
                    assert abs(cell - added + less) < size * Decimal("1e-15")


def _at(table: Table, row: int, index: int) -> Decimal:
    cell = table.rows[row].cells[index]
    assert isinstance(cell, Decimal)
    return cell

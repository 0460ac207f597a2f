"""What overviews say of their own figures, so that nobody takes a sum for another one."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_cases import case_texts
from support import copenhagen, printed, result_of

from bizcase.case.kinds import Kind
from bizcase.case.targets import Targets, validate_targets
from bizcase.engine.pool_case import PoolCase, shared_case_of
from bizcase.reading.loader import load
from bizcase.tables.overview import Against, Arrangement, Pool
from bizcase.tables.overview_figures import figures_overview
from bizcase.tables.overview_innovation import innovation_overview
from bizcase.tables.overview_investment import investment_overview
from bizcase.tables.overview_profile import profile_overview
from bizcase.tables.pool_paper import OverviewName, pool_of
from bizcase.tables.table import Table

COST = "implementation_costs: [{name: A, steering_area: Service, amounts: {2026: 1250}}]\n"
SAVING = "efficiencies: [{name: B, steering_area: Service, amounts: {2027: -200, 2028+: -850}}]\n"


def case_of(identity: str, lines: str, *, kind: Kind = "investment", administration: str = "ØKF") -> PoolCase:
    """A case of a pool, approved and with tables to 2029."""
    head = (
        f"id: {identity}\ntitle: Sag {identity}\nkind: {kind}\nprice_level: 2026\nadministration: {administration}\n"
        "approval: approved\nlast_year: 2029\n"
    )
    return shared_case_of(result_of(lines, head), f"{identity}.yaml")


def pool(
    name: OverviewName,
    cases: Sequence[PoolCase],
    *,
    kinds: Sequence[Kind] = (),
    group_by: str = "none",
    years: range | None = None,
    targets: str | None = None,
) -> Pool:
    """The cases of an overview, over some years, and against targets in 1.000 kr."""
    against = Against(targets=None if targets is None else targets_in(targets))
    return pool_of(name, cases, Arrangement(copenhagen(), group_by), kinds=kinds, years=years, against=against)


def targets_in(text: str) -> Targets:
    """Targets as a file has them."""
    root = load(f"unit: 1.000 kr.\ntargets: {text}\n").root
    assert root is not None
    file, faults = validate_targets(root, copenhagen())
    assert file is not None, faults
    return file.targets


def notes_of(table: Table) -> list[str]:
    """The notes below a table."""
    return list(printed(table).notes)


def by_heading(table: Table) -> list[dict[str, str]]:
    """The rows of a table in 1.000 kr., each figure by the heading of its column."""
    shown = printed(table)
    headings = [shown.in_full(index) for index in range(len(table.columns))]
    return [dict(zip(headings, row, strict=True)) for row in shown.cells]


INVESTMENT, EFFICIENCY = case_of("I", COST + SAVING), case_of("E", SAVING, kind="efficiency")
INNOVATION, STUDY = case_of("N", COST, kind="innovation"), case_of("F", COST, kind="pre_analysis")
IDEA = case_of("T", COST, kind="idea")
EVERY = [INVESTMENT, EFFICIENCY, INNOVATION, STUDY, IDEA]


def test_the_investments_say_what_their_columns_are() -> None:
    """Sums over years beside yearly amounts, and the signs; a table without cases has nothing to say it of."""
    said = (
        "Investeringer er summen af alle sagens år, effektivisering er pr. år: besparelser uden fortegn, nye "
        "driftsudgifter med minus."
    )
    assert notes_of(investment_overview(pool("investment", [INVESTMENT])))[0] == said
    assert said not in notes_of(investment_overview(pool("investment", [])))


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        ((), "Bilag 2. Investeringsforslag, 1.000 kr. 2026 p/l"),
        (("efficiency", "investment"), "Bilag 2. Investeringsforslag, 1.000 kr. 2026 p/l"),  # its own, in another order
        (("idea",), "Idéoplæg, 1.000 kr. 2026 p/l"),
        (("investment",), "Investeringsforslag, 1.000 kr. 2026 p/l"),
        (
            ("innovation", "pre_analysis", "idea", "idea"),
            "Innovationsforslag, Foranalyser og Idéoplæg, 1.000 kr. 2026 p/l",
        ),
    ],
)
def test_the_title_follows_the_kinds(kinds: tuple[Kind, ...], title: str) -> None:
    """An overview of other kinds than its own is not the annex that the municipality calls it."""
    table = investment_overview(pool("investment", EVERY, kinds=kinds))
    assert printed(table).title == title
    assert len(str(table.name)) <= 31  # what the name of a sheet has room for


@pytest.mark.parametrize(
    ("kinds", "title", "heading"),
    [
        ((), "Bilag 3. Investeringsforslag til innovationspuljen", "Innovationspulje i alt"),
        (("investment",), "Investeringsforslag", "Investeringspulje i alt"),
        (("investment", "innovation"), "Investeringsforslag og Innovationsforslag", "Ansøgt i alt"),
    ],
)
def test_what_is_asked_for_is_headed_by_the_pool_that_is_asked(
    kinds: tuple[Kind, ...], title: str, heading: str
) -> None:
    """Investments are not asked of the innovation pool, whatever the layout; two pools have no name together."""
    table = innovation_overview(pool("innovation", EVERY, kinds=kinds))
    assert (printed(table).title, printed(table).headings[-1]) == (title, heading)


def test_cases_of_another_kind_than_the_titles_are_named() -> None:
    """A pre-analysis among innovation, an efficiency case among investments; not where each kind has a heading."""
    assert "Heraf: Foranalyser (F)." in notes_of(innovation_overview(pool("innovation", EVERY)))
    assert "Heraf: Effektiviseringsforslag (E)." in notes_of(investment_overview(pool("investment", EVERY)))
    for silent in (
        innovation_overview(pool("innovation", [INNOVATION])),
        innovation_overview(pool("innovation", EVERY, group_by="kind")),
        innovation_overview(pool("innovation", EVERY, kinds=("pre_analysis",))),
    ):
        assert not any(note.startswith("Heraf") for note in notes_of(silent))


def test_figures_and_profile_say_which_kinds_they_add_up() -> None:
    """In the order of the kinds, with their numbers; an idea is in none of them."""
    said = "Lagt sammen: Investeringsforslag (2), Innovationsforslag (1), Foranalyser (1), Effektiviseringsforslag (1)."
    cases = [*EVERY, case_of("I2", COST)]
    assert said in notes_of(figures_overview(pool("figures", cases)))
    assert said in notes_of(profile_overview(pool("profile", cases)))


MONEY = """\
implementation_costs: [{name: A, steering_area: Service, amounts: {2026: 600}, funding: internal_loan}]
income: [{name: B, steering_area: Anlæg, amounts: {2026: -100, 2027: -50}}]
efficiencies: [{name: C, steering_area: Service, amounts: {2027+: -350}}]
internal_loan: {repayment: 2027, rate: 10%}
"""


def test_every_figure_shows_what_makes_up_the_net_effect() -> None:
    """600 - 150 - 3 x 350 + 60 of interest = -540; over 2026 alone 600 - 100 - 600 that are lent = -100."""
    (row, _) = by_heading(figures_overview(pool("figures", [case_of("M", MONEY)])))
    assert {heading: row[heading] for heading in list(row)[4:10]} == {
        "Implementeringsomkostninger: Service": "600",
        "Engangsindtægter: Anlæg": "-150",
        "Varige ændringer: Service": "-1.050",
        "Internt lån, netto": "60",
        "Samlet økonomisk påvirkning": "-540",
        "Pr. år ved fuld indfasning: Service": "-350",
    }
    (first, _) = by_heading(figures_overview(pool("figures", [case_of("M", MONEY)], years=range(2026, 2027))))
    assert (first["Internt lån, netto"], first["Samlet økonomisk påvirkning"]) == ("-600", "-100")
    without = by_heading(figures_overview(pool("figures", [INVESTMENT])))[0]
    assert not any(heading.startswith(("Engangsindtægter", "Internt lån")) for heading in without)


@given(st.lists(case_texts(), min_size=1, max_size=3))
def test_what_stands_left_of_the_net_effect_adds_up_to_it(texts: list[str]) -> None:
    """In every row with figures: costs, income, changes and loan, over the years of all cases."""
    cases = [shared_case_of(result_of(text, ""), "") for text in texts]
    table = figures_overview(pool("figures", cases))
    net = next(index for index, column in enumerate(table.columns) if str(column.heading).startswith("Samlet"))
    for row in table.rows:
        amounts = [cell for cell in row.cells[4 : net + 1] if isinstance(cell, Decimal)]
        assert sum(amounts[:-1], Decimal(0)) == (amounts[-1] if amounts else 0)


def test_income_that_an_overview_has_no_column_for_is_said() -> None:
    """It counts in the payback: 600 less 150 is paid back by 350 and 350, and 600 would be, too."""
    said = "Engangsindtægter tæller med i tilbagebetalingstiden, men står ikke i tabellen: M."
    assert said in notes_of(investment_overview(pool("investment", [INVESTMENT, case_of("M", MONEY)])))
    assert not any(
        "Engangsindtægter" in note for note in notes_of(investment_overview(pool("investment", [INVESTMENT])))
    )


def test_what_stands_for_a_payback_that_is_no_number_is_said() -> None:
    """A cost that is never paid back is a dash, a saving without a cost a blank; where neither stands, nothing is."""
    dash, blank = "- er aldrig tjent hjem", "et tomt felt er ingen investering"
    for cases, said in (
        ([INVESTMENT], []),
        ([INVESTMENT, case_of("D", COST)], [f"Tilbagebetalingstid: {dash}."]),
        ([EFFICIENCY], [f"Tilbagebetalingstid: {blank}."]),
        ([case_of("D", COST), EFFICIENCY], [f"Tilbagebetalingstid: {dash}, {blank}."]),
    ):
        for table in (investment_overview(pool("investment", cases)), figures_overview(pool("figures", cases))):
            assert [note for note in notes_of(table) if note.startswith("Tilbagebetalingstid: ")] == said


def test_a_row_that_names_one_committee_of_several_says_so() -> None:
    """One case is shared by ØU and SUD, one is TMU's altogether and presented by KFF; by committee each is its own."""
    shared = "{ØU: 25%, SUD: 75%}"
    saving = "efficiencies: [{name: B, steering_area: Service, amounts: {2027+: -1000}, WHOSE}]\n"
    cases = [
        INVESTMENT,
        case_of("S", saving.replace("WHOSE", f"split: {shared}")),
        case_of("K", saving.replace("WHOSE", "committee: TMU"), administration="KFF"),
    ]
    said = "Bæres helt eller delvist af andre udvalg end det, der står ved sagen: S (ØU, SUD), K (TMU)."
    assert said in notes_of(investment_overview(pool("investment", cases)))
    assert said in notes_of(figures_overview(pool("figures", cases, group_by="administration")))
    assert not any("Bæres" in note for note in notes_of(investment_overview(pool("investment", cases[:1]))))
    by_committee = investment_overview(pool("investment", cases, group_by="committee"))
    assert not any("Bæres" in note for note in notes_of(by_committee))


def test_the_profile_says_which_areas_and_changes_it_adds_up() -> None:
    """A temporary saving on transfers counts beside a lasting one on service; an area without money is not named."""
    temporary = case_of("M", "efficiencies: [{name: B, steering_area: EO, amounts: {2027: -300}}]\n")
    notes = notes_of(profile_overview(pool("profile", [INVESTMENT, temporary])))
    assert notes[1] == (
        "Hvert års varige og midlertidige ændringer er lagt sammen på Service og Overførsler (EO); "
        "implementeringsomkostninger og engangsindtægter er ikke med."
    )
    later = profile_overview(pool("profile", [INVESTMENT, temporary], years=range(2028, 2030)))
    assert "lagt sammen på Service;" in notes_of(later)[1]
    assert len(notes_of(profile_overview(pool("profile", [])))) == 1


@pytest.mark.parametrize(
    ("targets", "is_said"),
    [
        ("{SUD: {2028+: 500}, BUU: {2028+: 40}}", True),  # 850 - 500 are spare at SUD, and 40 are missing at BUU
        ("{BUU: {2028+: 40}}", True),  # SUD has no target, and its 850 cover none of the 40
        ("{SUD: {2028+: 900}, BUU: {2028+: 40}}", False),  # 940 - 850 = 90 are missing: 50 and 40
        ("{SUD: {2028+: 500}}", False),  # more is saved than asked for, and nothing is missing
        ("{SUD: {2027: 100}, BUU: {2028+: 40}, ØU: {2029: 1}}", True),  # 2028: SUD's 850 have no target in that year
        ("{whole: {2028+: 900}}", False),  # the target of all counts what all save
    ],
)
def test_what_is_missing_in_all_is_explained_where_it_is_no_difference(targets: str, *, is_said: bool) -> None:
    """SUD saves 200 in 2027 and 850 a year from 2028 on."""
    case = case_of("A", COST + SAVING, administration="SOF")
    notes = notes_of(profile_overview(pool("profile", [case], targets=targets)))
    assert any(note.startswith("Mangler under I alt er summen af det, udvalgene mangler.") for note in notes) == is_said

"""The overviews of a pool, against the printed one and against sums worked out by hand."""

import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from support import ROOT, copenhagen, printed, result_of

from bizcase.case.budget import Budget
from bizcase.case.periods import Period
from bizcase.case.targets import Targets, validate_targets
from bizcase.case.unit import MILLIONS
from bizcase.engine.pool_case import PoolCase, pool_case_of, shared_case_of
from bizcase.engine.result import Accepted
from bizcase.examine.one import examine
from bizcase.reading.loader import load
from bizcase.tables.budget import budget_table
from bizcase.tables.overview import Against, Arrangement, Pool
from bizcase.tables.overview_figures import figures_overview
from bizcase.tables.overview_innovation import innovation_overview
from bizcase.tables.overview_investment import investment_overview
from bizcase.tables.overview_notes import warnings
from bizcase.tables.overview_profile import profile_overview
from bizcase.tables.pool_paper import OverviewName, pool_of
from bizcase.tables.table import Table

D = Decimal


def pool_of_2018() -> list[PoolCase]:
    """The seven cases of the printed overview."""
    files = sorted((ROOT / "cases/innovationspuljen-2018").glob("*.yaml"))
    results = [examine(str(file), copenhagen()).kept for file in files]
    return [pool_case_of(result, "x.yaml") for result in results if result]


def record(identity: str, lines: str, *, administration: str = "ØKF", more: str = "") -> PoolCase:
    """A case of a pool, whose tables end with the last year that its lines name."""
    if "last_year" not in more:
        more += f"last_year: {max(re.findall('20[0-9]{2}', lines))}\n"
    approval = "" if "approval" in more else "approval: approved\n"
    head = (
        f"id: {identity}\ntitle: Sag {identity}\nprice_level: 2026\nadministration: {administration}\n{approval}{more}"
    )
    return shared_case_of(result_of(lines, head), f"{identity}.yaml")


COST = "implementation_costs: [{name: A, steering_area: Service, amounts: {2026: 1250}}]\n"
SAVING = "efficiencies: [{name: B, steering_area: Service, amounts: {2027: -200, 2028+: -850}}]\n"
A = record("A", COST + SAVING, administration="SOF")
B = record("B", COST.replace("Service", "Anlæg"), more="kind: innovation\napproval: pending\n")
C = record("C", SAVING.replace("Service", "EO"), more="approval: cross_cutting_pending\n")


def rows_of(table: Table) -> list[list[str]]:
    """The rows in mio. kr., as these overviews print them."""
    return printed(table, MILLIONS).cells


def headings_of(table: Table) -> list[str]:
    """The headings of the columns, each in full."""
    return [printed(table).in_full(index) for index in range(len(table.columns))]


def nets_of(table: Table) -> list[str]:
    """The net effect in each row."""
    column = headings_of(table).index("Samlet økonomisk påvirkning")
    return [row[column] for row in printed(table).cells]


def plain(**options: str) -> Arrangement:
    """An arrangement of cases."""
    return Arrangement(copenhagen(), **options)


def pool(cases: Sequence[PoolCase], arrangement: Arrangement, budget: Decimal | Budget | None = None) -> Pool:
    """Cases of whatever kind as a pool, over the years of all of them."""
    against = Against(budget=Budget(budget) if isinstance(budget, Decimal) else budget)
    return pool_of("figures", cases, arrangement, against=against)


def test_the_overview_of_2018_is_the_printed_one() -> None:
    """Bilag 3: every number, title, mark and figure, and a total that sums what is not rounded."""
    table = innovation_overview(pool(pool_of_2018(), plain(group_by="administration")))
    assert rows_of(table) == [
        ["ØKF", "", ""],
        ["BC07", "Automatisering af brugerservice ved brug af mobile servicebotter**", "2,8"],
        ["BC08", "Automatisering af klagesagsbehandling*", "0,9"],
        ["BC09", "Smart sortering af uarbejdsdygtighedserklæringer*", "1,0"],
        ["KFF", "", ""],
        ["BC19", "Fra løntilskud til fremtidens medarbejder", "1,9"],
        ["BC20", "Innovation af digital selvbetjening i København*", "0,9"],
        ["SUF", "", ""],
        ["BC24", "Det Nye Sølund som intelligent plejecenter*", "1,3"],
        ["SOF", "", ""],
        ["BC41", "Innovationsprojekt om egenmestring af medicin gennem støtte fra teknologi", "0,9"],
        ["I alt", "", "9,6"],
    ]
    assert tuple(printed(table).notes) == (
        "* Forslag som endnu ikke er udvalgsgodkendt",
        "** Tværgående forslag, som endnu ikke er udvalgsgodkendt",
        "Bygger helt eller delvis på vores skøn eller fordeling: 3 af 7 (BC20, BC24, BC41).",
        "Accepteret med en begrundelse: BC07: I papiret står ca. 9 årsværk; dets egne tal giver 8,33 (papiret: 9, "
        "sagen: 8,33); BC07: I papiret står 1 årsværk, fordi mennesker fortsat tager en del; alle henvendelser er "
        "1,85 (papiret: 1, sagen: 1,85)",
    )


def test_the_investment_overview_by_hand() -> None:
    """Savings without a minus; nil beside an amount is 0,0; a case without investment has a blank payback."""
    table = investment_overview(pool([A, B, C], plain()))
    assert rows_of(table) == [
        # 1250 and 850 in mio. kr.; 1250 - 200 - 850 = 200 after 2028, so the fourth year
        ["SUD", "A", "Sag A", "1,3", "0,0", "0,9", "0,0", "4"],
        ["ØU*", "B", "Sag B", "0,0", "1,3", "", "", "-"],
        ["ØU**", "C", "Sag C", "", "", "0,0", "0,9", ""],
        ["I alt", "", "", "1,3", "1,3", "0,9", "0,9", ""],
    ]


def test_the_pool_is_asked_for_what_it_pays_to_the_krone() -> None:
    """1250 and 0,5 from the pool; 300 of the administration's own, and 40 borrowed, are not asked for."""
    lines = (
        "implementation_costs:\n"
        "  - {name: A, steering_area: Service, amounts: {2026: 1250}}\n"
        "  - {name: B, steering_area: Anlæg, amounts: {2026: 0.25, 2027: 0.25}}\n"
        "  - {name: C, steering_area: Service, amounts: {2026: 300}, funding: own}\n"
        "  - {name: D, steering_area: Service, amounts: {2026: 40}, funding: internal_loan}\n"
        "internal_loan: {repayment: 2027}\n"
    )
    case = record("E", lines)
    assert case.asked_of_the_pool == D("1250.5")
    assert case.costs == {"Service": D(1590), "Anlæg": D("0.5")}


def test_a_case_of_another_committee_than_its_administrations() -> None:
    """What names nobody is the case's own committee's, in the row of the case and in the profile of the pool."""
    case = record("F", COST + SAVING, more="committee: TMU\n")
    assert case.committee == "TMU"
    assert profile_rows([case], None)[1] == ["TMU", "0", "200", "850"]
    assert rows_of(investment_overview(pool([case], plain())))[0][0] == "TMU"


def test_an_investment_on_another_area_is_not_left_out() -> None:
    """It has a column of its own where there is any."""
    other = record("D", COST.replace("Service", "EO"))
    assert headings_of(investment_overview(pool([A, other], plain())))[3:6] == [
        "Investeringer: Service",
        "Investeringer: Anlæg",
        "Investeringer: Overførsler mv.",
    ]
    assert rows_of(investment_overview(pool([A, other], plain())))[-1][3:6] == ["1,3", "0,0", "1,3"]


def test_groups_have_their_sums_in_the_order_of_the_profile() -> None:
    """ØU before SUD, whatever the order of the files."""
    rows = rows_of(investment_overview(pool([A, B, C], plain(group_by="committee"))))
    assert [row[0] for row in rows] == ["ØU", "ØU*", "ØU**", "I alt ØU", "SUD", "SUD", "I alt SUD", "I alt"]
    assert rows[3][3:] == ["0,0", "1,3", "0,0", "0,9", ""]


def test_kinds_go_by_their_names() -> None:
    """A paper says Innovationsforslag where a file says innovation."""
    rows = rows_of(investment_overview(pool([A, B], plain(group_by="kind"))))
    assert [row[0] for row in rows][::2] == ["Investeringsforslag", "I alt Investeringsforslag", "ØU*", "I alt"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("path", ["Q", "R", "P"]),
        ("id", ["P", "Q", "R"]),
        ("title", ["P", "R", "Q"]),  # æble, Ære, Øl: capitals and small letters are the same
        ("cost", ["R", "P", "Q"]),  # 900, 500, 100: the largest first
        ("saving", ["Q", "P", "R"]),  # 80, 50, 30 a year: the largest first
        ("payback", ["Q", "P", "R"]),  # 100 / 80, 500 / 50 and 900 / 30 years
    ],
)
def test_cases_can_be_sorted(sort: str, order: list[str]) -> None:
    """Each key tells three cases apart, and none of them as another key does by luck."""

    def case(identity: str, path: str, title: str, cost: int, saving: int) -> PoolCase:
        lines = COST.replace("1250", str(cost)) + SAVING.replace("2027: -200, 2028+: -850", f"2027+: -{saving}")
        return record(identity, lines)._replace(path=path, title=title)

    cases = [case("P", "3", "æble", 500, 50), case("R", "2", "Ære", 900, 30), case("Q", "1", "Øl", 100, 80)]
    assert [each.id for each in plain(sort=sort).arranged(cases)] == order


def test_cases_that_a_key_does_not_tell_apart_stay_as_they_come() -> None:
    """A case that never pays back, or has nothing to pay back, comes last."""
    assert [case.id for case in plain(sort="payback").arranged([B, C, A])] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        ("375", "Puljen er på 375,0 mio. kr.; der er søgt om 2,5 mio. kr., og der er 372,5 mio. kr. tilbage."),
        (
            "2",
            "Puljen er på 2,0 mio. kr.; der er søgt om 2,5 mio. kr., og det er 0,5 mio. kr. mere, end puljen rummer.",
        ),
        # spent to the krone
        ("2.5", "Puljen er på 2,5 mio. kr.; der er søgt om 2,5 mio. kr., og der er 0,0 mio. kr. tilbage."),
    ],
)
def test_the_budget_is_held_against_what_is_asked_for(budget: str, said: str) -> None:
    """Two cases ask for 1250 each."""
    assert printed(investment_overview(pool([A, B], plain(), D(budget) * 1000))).notes[-1] == said


def test_every_figure_of_a_pool() -> None:
    """Areas that no case uses have no column; A saves 200 + 850 in its table, C on transfers."""
    table = figures_overview(pool([A, C], plain()))
    assert headings_of(table)[4:] == [
        "Implementeringsomkostninger: Service",
        "Varige ændringer: Service",
        "Varige ændringer: Overførsler (EO)",
        "Samlet økonomisk påvirkning",
        "Pr. år ved fuld indfasning: Service",
        "Pr. år ved fuld indfasning: Overførsler (EO)",
        "Tilbagebetalingstid, år: Service",
        "Tilbagebetalingstid, år: Totaløkonomi",
    ]
    assert printed(table).cells[0][2:] == ["SOF", "SUD", "1.250", "-1.050", "0", "200", "-850", "0", "4", "4"]
    assert printed(table).cells[-1][4:] == ["1.250", "-1.050", "-1.050", "-850", "-850", "-850", "", ""]


def targets_in(text: str) -> Targets:
    """Targets in 1.000 kr. as a file has them."""
    root = load(f"unit: 1.000 kr.\ntargets: {text}\n").root
    assert root is not None
    file, faults = validate_targets(root, copenhagen())
    assert file is not None, faults
    return file.targets


def profile_rows(records: Sequence[PoolCase], targets: str | None) -> list[list[str]]:
    """The profile of a pool, its years first."""
    against = Against(targets=None if targets is None else targets_in(targets))
    table = profile_overview(pool_of("profile", records, plain(), against=against))
    return [printed(table).headings[1:], *printed(table).cells]


def test_the_profile_counts_a_case_beyond_its_own_tables() -> None:
    """A's tables end in 2028; D's saving of 2030 makes the profile longer, and A goes on with 850 a year."""
    later = record("D", "efficiencies: [{name: B, steering_area: Service, amounts: {2030+: -100}}]\n")
    assert profile_rows([A, later], None) == [
        ["2026", "2027", "2028", "2029", "2030"],
        ["ØU", "0", "0", "0", "0", "100"],
        ["SUD", "0", "200", "850", "850", "850"],
        ["I alt", "0", "200", "850", "850", "950"],
    ]


def test_the_profile_against_targets() -> None:
    """What is covered and what is missing, for each committee and for all."""
    assert profile_rows([A], "{SUD: {2027-2028: 500}, BUU: {2028+: 40}}") == [
        ["2026", "2027", "2028"],
        ["BUU", "", "", ""],
        ["Effektiviseringer", "0", "0", "0"],
        ["Måltal", "", "", "40"],
        ["Dækket", "", "", "0"],
        ["Mangler", "", "", "40"],
        ["SUD", "", "", ""],
        ["Effektiviseringer", "0", "200", "850"],
        ["Måltal", "", "500", "500"],
        ["Dækket", "", "200", "500"],
        ["Mangler", "", "300", "0"],
        ["I alt", "", "", ""],
        ["Effektiviseringer", "0", "200", "850"],
        ["Måltal", "", "500", "540"],
        ["Dækket", "", "200", "500"],
        ["Mangler", "", "300", "40"],
    ]


def test_a_pool_without_cases_covers_nothing_of_its_targets() -> None:
    """All that is asked for is missing; and where nothing is asked for, there is nothing."""
    assert profile_rows([], "{ØU: {2027: 40}}")[-4:] == [
        ["Effektiviseringer", "0"],
        ["Måltal", "40"],
        ["Dækket", "0"],
        ["Mangler", "40"],
    ]
    assert profile_rows([], None)[-1] == ["I alt"]


@pytest.mark.parametrize("overview", [investment_overview, innovation_overview, figures_overview])
def test_an_empty_pool_has_a_total_of_nil(overview: object) -> None:
    """No case is no reason to fail."""
    assert callable(overview)
    table = overview(pool([], plain()))
    assert rows_of(table)[-1][0] == "I alt"
    assert "Der er ingen sager i oversigten." in printed(table).notes
    assert profile_rows([], None) == [[], ["I alt"]]


def test_one_span_for_all_cases() -> None:
    """The same case with and without a last year: both cost 1000 in 2026 and save 500 in each of 2027 to 2031."""
    lines = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2026: 1000}}]\n"
        "efficiencies: [{name: B, steering_area: Service, amounts: {2027+: -500}}]\n"
    )
    table = figures_overview(pool([record("A1", lines), record("A2", lines, more="last_year: 2031\n")], plain()))
    assert nets_of(table) == ["-1.500", "-1.500", "-3.000"]  # 1000 - 5 x 500, twice
    assert printed(table).title == "Alle tal, 1.000 kr. 2026 p/l, 2026-2031"
    assert printed(table).notes == [
        "Lagt sammen: Investeringsforslag (2).",
        "1 sag er ført videre ud over sin egen tabel med det, der er varigt.",
    ]


def test_a_case_that_alone_makes_the_span_long_is_named() -> None:
    """Seven years more than the others have, of which five would pass without a word."""

    def ending(identity: str, last: int) -> PoolCase:
        return record(identity, SAVING, more=f"last_year: {last}\n")

    table = figures_overview(pool([ending("P", 2030), ending("Q", 2037)], plain()))
    assert printed(table).notes[-1].startswith("Q alene gør perioden mere end fem år længere")
    near = figures_overview(pool([ending("P", 2030), ending("Q", 2035)], plain()))
    assert not any("alene" in note for note in printed(near).notes)


def test_a_shared_case_belongs_to_each_committee_with_its_part() -> None:
    """A saving of 1,0 and a cost of 2,0 that ØU shares 25 to 75 with SUD: 0,3 and 0,8, 0,5 and 1,5."""
    shared = record(
        "S",
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2026: 2000}, split: {ØU: 25%, SUD: 75%}}]\n"
        "efficiencies: [{name: B, steering_area: Service, amounts: {2027+: -1000}, split: {ØU: 25%, SUD: 75%}}]\n",
    )
    table = investment_overview(pool([shared], plain(group_by="committee")))
    assert [[*row[:3], row[3], row[5]] for row in rows_of(table)] == [
        ["ØU", "", "", "", ""],
        ["ØU", "S", "Sag S (delt)", "0,5", "0,3"],
        ["I alt ØU", "", "", "0,5", "0,3"],
        ["SUD", "", "", "", ""],
        ["SUD", "S", "Sag S (delt)", "1,5", "0,8"],
        ["I alt SUD", "", "", "1,5", "0,8"],
        ["I alt", "", "", "2,0", "1,0"],
    ]
    figures = figures_overview(pool([shared], plain(group_by="committee")))
    assert nets_of(figures) == ["", "250", "250", "", "750", "750", "1.000"]
    asked = innovation_overview(pool([shared], plain(group_by="committee")))
    assert [row[-1] for row in rows_of(asked)] == ["", "0,5", "0,5", "", "1,5", "1,5", "2,0"]
    assert [case.id for case in plain(group_by="committee").arranged([shared])] == ["S"]


def test_the_payback_column_is_on_the_basis_that_it_names() -> None:
    """BC05 of 2020: 12,3 invested, 3,6 saved on service and 7,9 on transfers print 5; all areas would give 3."""
    lines = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2020: 12300}}]\n"
        "efficiencies:\n  - {name: B, steering_area: Service, amounts: {2021+: -3600}}\n"
        "  - {name: C, steering_area: EO, amounts: {2021+: -7900}}\n"
    )
    table = investment_overview(pool([record("BC05", lines)], plain()))
    assert headings_of(table)[-1] == "Tilbagebetalingstid på Service, år"
    assert rows_of(table)[0][3:] == ["12,3", "0,0", "3,6", "7,9", "5"]


def test_a_payback_on_the_other_basis_alone_is_beyond_the_limit() -> None:
    """Savings on transfers never pay back on service; the note says on what they do: 1000 at 500 a year."""
    lines = COST.replace("1250", "1000") + "efficiencies: [{name: B, steering_area: EO, amounts: {2027+: -500}}]\n"
    table = investment_overview(pool([record("T", lines)], plain()))
    assert (
        "Tilbagebetalingstid over grænsen på 6 år, eller aldrig nået (-): T (kun på totaløkonomi: 3 år)."
        in printed(table).notes
    )


def test_investments_and_what_is_asked_for_reconcile() -> None:
    """Of 1250 + 300 + 40 the pool pays 1250; the difference of 340 is own money and a loan, and is said."""
    lines = (
        "implementation_costs:\n"
        "  - {name: A, steering_area: Service, amounts: {2026: 1250}}\n"
        "  - {name: C, steering_area: Service, amounts: {2026: 300}, funding: own}\n"
        "  - {name: D, steering_area: Service, amounts: {2026: 40}, funding: internal_loan}\n"
        "internal_loan: {repayment: 2027}\n"
    )
    notes = printed(investment_overview(pool([record("E", lines)], plain(), D(5000)))).notes
    assert notes[-1].startswith("Investeringerne er på 1,6 mio. kr.; de 0,3 mio. kr., som puljen ikke er søgt om,")


def test_roundings_that_do_not_add_up_are_said_and_others_are_not() -> None:
    """0,85 and 0,85 print 0,9 each and 1,7 together; 1250 alone prints what it sums."""
    half = COST.replace("1250", "850")
    said = "Tallene er afrundet hver for sig; derfor giver de ikke altid summen."
    two = investment_overview(pool([record("A", half), record("B", half)], plain()))
    assert said in printed(two, MILLIONS).notes
    assert said not in printed(investment_overview(pool([record("A", half)], plain())), MILLIONS).notes


def test_an_approval_that_is_not_said_is_not_said() -> None:
    """A case that says nothing of it is marked, and is not taken for an approved one."""
    silent = A._replace(approval=None)
    table = investment_overview(pool([silent, A], plain()))
    assert [row[0] for row in rows_of(table)] == ["SUD (*)", "SUD", "I alt"]
    assert "(*) Godkendelse er ikke oplyst" in printed(table).notes


def test_a_rejected_case_is_in_no_sum_and_named() -> None:
    """Of two cases that ask for 1250 each, the one that is left asks for 1,3."""
    rejected = record("R", COST, more="approval: rejected\n")
    table = innovation_overview(pool([A, rejected], plain(), D(5000)))
    assert [row[-1] for row in rows_of(table)] == ["1,3", "1,3"]
    assert "Afvist og derfor ikke med: R." in printed(table).notes
    assert "der er søgt om 1,3 mio. kr." in printed(table).notes[-1]


def test_a_committee_without_a_target_prints_none() -> None:
    """SUD saves 200 and 850 and is asked for nothing; BUU is asked for 40 and saves nothing: 40 are missing."""
    rows = profile_rows([A], "{BUU: {2028+: 40}}")
    assert rows[1:] == [
        ["BUU", "", "", ""],
        ["Effektiviseringer", "0", "0", "0"],
        ["Måltal", "", "", "40"],
        ["Dækket", "", "", "0"],
        ["Mangler", "", "", "40"],
        ["SUD", "", "", ""],
        ["Effektiviseringer", "0", "200", "850"],
        ["I alt", "", "", ""],
        ["Effektiviseringer", "0", "200", "850"],
        ["Måltal", "", "", "40"],
        ["Dækket", "", "", "0"],
        ["Mangler", "", "", "40"],
    ]


def test_targets_for_the_whole_by_area_and_as_ranges() -> None:
    """850 of 2028 against 1000 to 1200 for the whole leaves 150; the area's 800 of 2028 are covered."""
    rows = profile_rows([A, B], "{whole: {2028+: {from: 1000, to: 1200}}, by_steering_area: {Service: {2028: 800}}}")
    assert rows == [
        ["2026", "2027", "2028"],
        ["SUD", "0", "200", "850"],
        ["I alt", "0", "200", "850"],
        ["Styringsområdet Service", "", "", ""],
        ["Effektiviseringer", "0", "200", "850"],
        ["Måltal", "", "", "800"],
        ["Dækket", "", "", "800"],
        ["Mangler", "", "", "0"],
        ["Det samlede måltal", "", "", ""],
        ["Effektiviseringer", "0", "200", "850"],
        ["Måltal, mindst", "", "", "1.000"],
        ["Måltal, højst", "", "", "1.200"],
        ["Dækket", "", "", "850"],
        ["Mangler", "", "", "150"],
    ]


@pytest.mark.parametrize(
    ("target", "asked"),
    [("{2024: 9}", ["", ""]), ("{2031: 9}", ["", ""]), ("{2024-2027: 9}", ["9", ""]), ("{2024+: 9}", ["9", "9"])],
)
def test_targets_outside_the_years_that_are_asked_for_are_in_none_of_them(target: str, asked: list[str]) -> None:
    """Over 2027 to 2028: what is to be saved before or after is left out, and what goes on fills both."""
    against = Against(targets_in(f"{{SUD: {target}}}"))
    table = profile_overview(pool_of("profile", [A], plain(), years=range(2027, 2029), against=against))
    assert printed(table).cells[2] == ["Måltal", *asked]


def test_an_overrun_that_is_small_is_told_in_figures_that_differ() -> None:
    """1250 are asked for and 1249 are there: 1,250 and 1,249, and 0,001 too much."""
    note = printed(investment_overview(pool([A], plain(), D(1249)))).notes[-1]
    assert note.startswith("Puljen er på 1,249 mio. kr.; der er søgt om 1,250 mio. kr., og det er 0,001 mio. kr. mere")


def test_a_case_a_thousand_times_too_large_for_its_pool_is_asked_about() -> None:
    """1250000 beside four of 1250; a hundred times is large and no more, and three others say nothing of it."""
    usual = [record(f"U{number}", COST) for number in range(4)]
    large, hundred = (record("K", COST.replace("1250", amount)) for amount in ("1250000", "125000"))
    (warning,) = warnings(pool([*usual, large], plain()), "investment")
    assert str(warning) == "K er 1000 gange så stor som puljens sager er flest; tjek sagens enhed"
    assert list(warnings(pool([*usual, hundred], plain()), "investment")) == []
    assert list(warnings(pool([*usual[:3], large], plain()), "investment")) == []


def test_a_note_names_cases_however_many() -> None:
    """2,000 cases that never pay back are named in one note, each with a dash for its payback."""
    never = record("N", COST)
    notes = printed(investment_overview(pool([never._replace(id=f"N{n}") for n in range(2000)], plain()))).notes
    (beyond,) = (note for note in notes if note.startswith("Tilbagebetalingstid over grænsen"))
    assert beyond.endswith(": " + ", ".join(f"N{n} (-)" for n in range(2000)) + ".")


def test_a_range_of_one_committee_and_a_target_of_another_add_up() -> None:
    """SUD is asked for 900 to 1000 and BUU for 40: at least 940, at most 1040, and 850 of them covered."""
    rows = profile_rows([A], "{SUD: {2028+: {from: 900, to: 1000}}, BUU: {2028+: 40}}")
    assert [row[0] + " " + row[-1] for row in rows[rows.index(["I alt", "", "", ""]) + 1 :]] == [
        "Effektiviseringer 850",
        "Måltal, mindst 940",
        "Måltal, højst 1.040",
        "Dækket 850",
        "Mangler 90",
    ]


def test_a_budget_by_area_and_year_stands_beside_what_is_asked_for() -> None:
    """A asks for 1250 on Service and B for 1250 on Anlæg, both in 2026; the frame is 1000 then and 500 in 2027."""
    budget = Budget(D(1500), {"Service": {Period(2026, 2026): D(1000), Period(2027, 2027): D(500)}})
    (table,) = budget_table(pool([A, B], plain(), budget))
    assert printed(table).cells == [
        ["Service", "", "", ""],
        ["Ramme", "1.000", "500", "1.500"],
        ["Søgt om", "1.250", "0", "1.250"],
        ["Tilbage", "-250", "500", "250"],
        ["Anlæg", "", "", ""],
        ["Ramme", "", "", ""],
        ["Søgt om", "1.250", "0", "1.250"],
        ["Tilbage", "", "", ""],
        ["I alt", "", "", ""],
        ["Ramme", "1.000", "500", "1.500"],
        ["Søgt om", "2.500", "0", "2.500"],
        ["Tilbage", "-1.500", "500", "-1.000"],
    ]
    assert list(printed(table).notes) == [
        "Der er ingen ramme til Anlæg; det, der er søgt om dér, er trukket fra under I alt."
    ]
    (framed,) = budget_table(pool([A], plain(), budget))
    assert not printed(framed).notes
    assert budget_table(pool([A, B], plain(), D(1500))) == []


SHARED_LOAN = """\
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2026: 1000}, split: {TMU: 50%, SUD: 50%}, funding: internal_loan}
efficiencies: [{name: B, steering_area: Service, amounts: {2027+: -400}, committee: TMU}]
internal_loan: {repayment: 2027, rate: 10%}
"""


def test_a_loan_is_the_cases_own_committees_even_where_it_bears_no_line() -> None:
    """KFU borrows 1000 and pays back 1100; TMU has 500 - 400, SUD 500: together 700."""
    case = record("L", SHARED_LOAN, administration="KFF")
    table = figures_overview(pool([case], plain(group_by="committee")))
    labels = [row[0] for row in printed(table).cells]
    nets = {label: net for label, net in zip(labels, nets_of(table), strict=True) if label.startswith("I alt")}
    assert nets == {"I alt KFU": "100", "I alt SUD": "500", "I alt TMU": "100", "I alt": "700"}


def test_a_case_that_another_committee_bears_whole_is_that_committees() -> None:
    """KFF presents it, and every line is TMU's: it stands under TMU, whole, as its saving does in the profile."""
    line = "efficiencies: [{name: B, steering_area: Service, amounts: {2026+: -400}, committee: TMU}]\n"
    rows = printed(figures_overview(pool([record("T", line, administration="KFF")], plain(group_by="committee")))).cells
    assert [row[0] for row in rows] == ["TMU", "T", "I alt TMU", "I alt"]
    assert rows[1][1] == "Sag T"


def test_a_share_of_nothing_is_no_share() -> None:
    """A committee with nil per cent of a line has no row."""
    line = "efficiencies: [{name: B, steering_area: Service, amounts: {2026+: -400}, split: {ØU: 100%, BUU: 0%}}]\n"
    rows = printed(figures_overview(pool([record("T", line)], plain(group_by="committee")))).cells
    assert [row[:2] for row in rows] == [["ØU", ""], ["T", "Sag T"], ["I alt ØU", ""], ["I alt", ""]]


def test_what_a_column_holds_beside_its_name_is_said() -> None:
    """A lasting saving on capital stands with the other areas, whose head does not name it."""
    line = "efficiencies: [{name: B, steering_area: Anlæg, amounts: {2026+: -400}}]\n"
    notes = printed(investment_overview(pool([record("T", line)], plain()))).notes
    assert "Overførsler mv. rummer også varige ændringer på Anlæg." in notes


def test_an_idea_asks_nothing_of_a_pool_yet() -> None:
    """Its 1250 are in no overview that does not ask for ideas, and never in what is asked for."""
    idea = record("I", COST, more="kind: idéoplæg\n")
    assert idea.asked_of_the_pool == 0
    for name in ("investment", "innovation"):
        assert pool_of(name, [idea], plain()).of_other_kinds == {"idea": 1}
    names: tuple[OverviewName, ...] = ("figures", "profile")
    for name in names:
        assert pool_of(name, [idea], plain()).of_other_kinds == {"idea": 1}
    asked_for = pool_of("innovation", [idea], plain(), kinds=("idea",), against=Against(budget=Budget(D(3000))))
    notes = printed(innovation_overview(asked_for)).notes
    assert "Idéoplæg, som endnu intet søger: I." in notes
    assert not any("egne midler" in note for note in notes)


def test_a_reason_is_shown_and_never_obeyed() -> None:
    """A terminal's own commands in a reason reach no terminal."""
    case = record("T", COST)._replace(accepted=(Accepted("\x1b[31mrød"),))
    (note,) = (note for note in printed(investment_overview(pool([case], plain()))).notes if "begrundelse" in note)
    assert "\x1b" not in note

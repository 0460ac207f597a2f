"""The whole proposal: its head, its texts and its tables."""

from pathlib import Path

from support import HEAD, ROOT, copenhagen, printed, result_of

from bizcase.examine.one import examine
from bizcase.tables.case_paper import Wanted, pieces
from bizcase.tables.paper import Bullets, Heading, Paragraph, Piece
from bizcase.tables.proposal import proposal
from bizcase.tables.prose import prose
from bizcase.tables.table import Table


def sample() -> list[Piece]:
    """The parts of a proposal with texts."""
    result = examine(str(ROOT / "tests/samples/tables/many-areas.yaml"), copenhagen()).kept
    assert result is not None
    return list(proposal(result, copenhagen()))


def chapter(parts: list[Piece], number: str) -> list[Piece]:
    """What stands under a chapter."""
    start = next(at for at, part in enumerate(parts) if isinstance(part, Heading) and str(part.text).startswith(number))
    rest = parts[start + 1 :]
    end = next((at for at, part in enumerate(rest) if isinstance(part, Heading)), len(rest))
    return rest[:end]


def test_text_has_paragraphs_and_lists() -> None:
    """A blank line parts paragraphs, a dash begins a point, a number a paragraph, and a line below it goes on."""
    text = "Et afsnit over\nto linjer.\n\nPunkter:\n- et punkt\n  der går videre\n* et til\n\n"
    text += "-5 er et tal\n\n1. først\n2. så\n   og så"
    assert list(prose(text)) == [
        Paragraph("Et afsnit over to linjer."),
        Paragraph("Punkter:"),
        Bullets(("et punkt der går videre", "et til")),
        Paragraph("-5 er et tal"),
        Paragraph("1. først"),
        Paragraph("2. så og så"),
    ]


def test_the_head_names_things_in_full() -> None:
    """Administrations by their names, the pool by the kind of case."""
    head = sample()[1]
    assert isinstance(head, Table)
    assert [row[1] for row in printed(head).cells[1:]] == [
        "Første afsnit i resuméet går over to linjer. Andet afsnit.",
        "Investeringspulje",
        "Sundheds- og Omsorgsforvaltningen",
        "Sundheds- og Omsorgsforvaltningen, Kultur- og Fritidsforvaltningen",
        "2026",
    ]


def test_tables_stand_where_they_belong() -> None:
    """Tabel 1 in 1.1, Tabel 2 in 1.4, follow-up in 1.9, hearings in 1.11, Tabel 3 and the annex in 1.12."""
    parts = sample()
    titles = {
        number: [str(part.title) for part in chapter(parts, number) if isinstance(part, Table)]
        for number in (f"1.{each} " for each in (1, 4, 9, 11, 12))
    }
    assert titles["1.1 "] == ["Tabel 1. Forslagets samlede økonomiske konsekvenser"]
    assert [title.partition(".")[0] for title in titles["1.4 "]] == [f"Tabel {number}" for number in range(2, 7)]
    assert titles["1.9 "] == ["Succeskriterier og opfølgning"]
    assert titles["1.11 "] == ["Høringer og godkendelser"]
    assert [title.partition(".")[0] for title in titles["1.12 "]] == ["Tabel 7", "Tabel 8", "Tabel 9", "Tabel 10"]
    assert sum(map(len, titles.values())) == 12


def test_hearings_are_printed_as_the_papers_print_them() -> None:
    """Ja or Nej, and the day with its year last."""
    (table,) = [part for part in chapter(sample(), "1.11 ") if isinstance(part, Table)]
    assert printed(table).cells == [
        ["Center for Økonomi", "Ja", "07-02-2026", ""],
        ["HR-kredsen", "Nej", "", "Høres senere"],
    ]


def test_what_nothing_is_written_for_is_one_list_at_the_end() -> None:
    """A case without texts has the chapters of its tables; the others are named where a draft ends."""
    lines = "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n"
    parts = list(proposal(result_of(lines, HEAD), copenhagen()))
    assert sum(isinstance(part, Heading) for part in parts) == 1 + 4 + 1  # 1.1, 1.4, 1.5, 1.12, and the list
    assert str(parts[-2].text) == "Ikke udfyldt"  # type: ignore[union-attr]
    assert isinstance(parts[-1], Bullets)
    assert [str(item).split()[0] for item in parts[-1].items] == [
        "1.2", "1.3", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11",
    ]  # fmt: skip


def test_notes_and_reasons_stand_below_the_tables(tmp_path: Path) -> None:
    """Of every table that is asked for, a paragraph a paragraph; and not where they are not wanted."""
    lines = (
        "efficiencies: [{name: A, steering_area: Service, amounts: {2018: -1}}]\n"
        "notes: >-\n  Første\n  afsnit.\n\n  Andet.\naccepted: {not-permanent: forsøg}\n"
    )
    (tmp_path / "case.yaml").write_text(HEAD + lines, "utf-8")
    result = examine(str(tmp_path / "case.yaml"), copenhagen()).kept
    assert result is not None
    for which in ("1", "3", "whole", "memo"):
        parts = pieces([result], Wanted(which), copenhagen())
        said = [str(part.text) for part in parts[-4:-1] if isinstance(part, Heading | Paragraph)]
        assert said[-2:] == ["Andet.", "Accepteret med en begrundelse:"], which
        assert parts[-1] == Bullets(("forsøg",))
        assert Bullets(("forsøg",)) not in pieces([result], Wanted(which, notes=False), copenhagen())


def test_a_papers_own_titles_are_printed_letter_for_letter() -> None:
    """Whole, and without a number of ours; the tables that have none go by the template's."""
    lines = (
        "implementation_costs: [{name: C, steering_area: Service, amounts: {2018: 5}}]\n"
        "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n"
        "table_titles: {tabel_1: Økonomien, tabel_2: {Service: {efficiencies: 'Tabel 1.2. Varigt'}}}\n"
    )
    parts = pieces([result_of(lines, HEAD)], Wanted("all", notes=False), copenhagen())
    titles = [str(part.title) for part in parts if isinstance(part, Table)]
    assert titles[:4] == ["Økonomien", "Tabel 2. Serviceinvesteringer i forslaget", "Tabel 1.2. Varigt",
                          "Tabel 4. Fordeling mellem udvalg"]  # fmt: skip


def test_the_head_has_municipality_administration_and_date() -> None:
    """The date only where there is one."""
    lines = "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n"
    (head, *_) = pieces([result_of("dated: 2018-02-07\n" + lines, HEAD)], Wanted("1"), copenhagen())
    assert isinstance(head, Heading)
    assert str(head.below) == "Københavns Kommune, Økonomiforvaltningen, 07-02-2018"
    (head, *_) = pieces([result_of(lines, HEAD)], Wanted("1"), copenhagen())
    assert isinstance(head, Heading)
    assert str(head.below) == "Københavns Kommune, Økonomiforvaltningen"


def test_a_case_without_an_annex_says_so() -> None:
    """No table of nothing."""
    lines = "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n"
    parts = pieces([result_of(lines, HEAD)], Wanted("annex"), copenhagen())
    assert not any(isinstance(part, Table) for part in parts)
    assert str(parts[-1].text).startswith("Sagen har ingen bevillinger")  # type: ignore[union-attr]

"""The form of a case: it holds all that a case may say, and reads back as the same case."""

import json
import os
import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, get_args
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_cases import case_texts
from made_forms import document_in, form_with, handed_in, read_back, result_in, typed, worked_in, written_anew
from pydantic import BaseModel
from spreadsheet import convert, needs_a_spreadsheet, recalculated
from support import CASES, copenhagen

from bizcase.case.model import Case
from bizcase.case.printed import PrintedLine
from bizcase.case.profile import Profile
from bizcase.case.profile_validation import validate_profile
from bizcase.case.written import document_of
from bizcase.output.form.book import form_of
from bizcase.output.form.words import offered
from bizcase.reading.form.closed_lists import WORDS
from bizcase.reading.form.names import names_in
from bizcase.reading.loader import load
from bizcase.reading.read import read
from bizcase.reading.workbook.opening import open_workbook
from bizcase.reading.workbook.sheet import Workbook
from bizcase.reading.yaml_text import comments_in, yaml_text

EVERYTHING = """\
schema_version: 1
id: "042"
title: "2018"
kind: idea
price_level: 2026
unit: kr.
first_year: 2026
last_year: 2031
administration: KFF
affected_administrations: [BUF, SUF]
committee: ØU
approval: cross_cutting_pending
dated: 2026-02-16
decisions:
  - {date: 2026-02-01, body: KFU, decision: noted, votes: 9-0-1, remark: Uden bemærkninger}
  - {date: 2026-02-15, body: ØU, decision: cross_cutting_pending}
summary: |-
  =SUM(A1) er ingen formel her.

  - et punkt
    der går videre
implementation_costs:
  - name: Opsætning
    steering_area: Anlæg
    amounts: {2026: 1025.0, 2027-2028: 0, 2029: 0.0001}
    own_figure: [2026, 2027-2028]
    split: {ØU: 33.3333%, KFU: 66.6667%}
    own_split: true
    of_which: [{name: Heraf licens, amounts: {2026: 25}}]
    fte: {2026: 2.25}
    appropriation: {number: 0850, name: "Navn, med komma", function: 6.45.51.1}
    capital_category: external_advice
    low: 80%
    high: 150.5%
    funding: internal_loan
    published: {2026: 1025, total: 1025.0, lasting: 0, fte: {2026: 2}}
  - {name: Opsætning, steering_area: Service, amounts: {2026-2028: {total: 100}}, committee: BUU, funding: own}
  - {name: Varig ændring 1, steering_area: Service, amounts: {2026: 123456789012.3456}, funding: pool}
  - {name: Drevet, steering_area: Service, cost: [i_alt], phase_in: {2026: 100%}, round_to: 0.5}
assumptions:
  opkald: {value: {2026: 1000, 2027+: 900.5}, unit: opkald/år, low: 800, high: 1100, source: Talt}
  pris: {value: 2, unit: kr./opkald, source: Budget}
  andel: {value: 1/3, source: Skønnet}
  i_alt: {value: 5000, unit: kr., source: Tilbud}
derived:
  beløb: {from: [opkald, pris, /andel], unit: kr./år, published: 650.50, source: Afsnit 1.4}
income:
  - {name: Salg, steering_area: Anlæg, amounts: {2027: -5}, fte: {2027: 0}}
efficiencies:
  - name: "Linje › med pil"
    steering_area: Service
    amounts: {2026: 3, 2027+: -400.5}
    own_figure: true
    fte: {2026+: -1.5}
  - {name: Drevet, steering_area: Service, saving: [opkald, pris], phase_in: {2026: 33.3333%, 2027+: 100%}}
internal_loan:
  repayment: {2030: 1000.0, 2031: 25.0001}
  rate: 2.5%
  own_figure: [2031]
pool_appropriations:
  Anlæg: {committee: ØU, number: "1112", name: Pulje, function: 6.45.50.1}
sections: {background: a, content: b, economy: c, distribution: d, implementation: e, partners: f, effect: g, annex: h}
follow_up: [{criterion: Færre breve, measure: Optælling, responsible: KFF, when: 2028}]
risks: Få
hearings: [{who: MED-udvalg, heard: Nej, approved: 2026-01-31, remark: Afventer}]
table_titles:
  tabel_1: "Tabel 1: Vores egen"
  tabel_2: {Anlæg: {investments: Tabel 2a, efficiencies: Tabel 2b}}
  tabel_3: Tabel 3
published:
  source: Bilag 4
  total_implementation_costs: {2026: 1125, total: 1125.0}
  total_income: {2027: -5}
  total_efficiencies: {2027: -400.5}
  net_effect: {2026: 0.0}
  by_steering_area:
    Anlæg:
      total_implementation_costs: {2026: 1025}
      total_income: {2027: -5}
      total_efficiencies: {total: 0}
      net_effect: {total: 3}
  by_committee: {ØU: {implementation_costs: {2026: 342}, income: {2027: -5}, efficiencies: {2027: -400.5}}}
  lasting: -400.5
  loan: {drawn: {2026: -1025}, repayment: {2030: 1000}, interest: {2027: 25.63}}
  payback: {service: "-", total: 10-11, inclusive: ca. 12, exclusive: "", simple: 22.95}
  overview: 0.0010
  tolerance: {digits: 1, reason: Papiret runder af}
accepted:
  published-mismatch: {total_implementation_costs: {2026: trykfejl}, lines: {"Linje › med pil": også her}}
  two-signs-in-a-line: ment sådan
notes: "Slut. "
"""
"""A case that says something with every key of the format, and with figures and names that are hard to carry."""


def keys_of(model: Any, seen: set[Any] | None = None) -> Iterator[str]:
    """Every key of the format, as `Model.key`."""
    seen = set() if seen is None else seen
    if isinstance(model, type) and issubclass(model, BaseModel):
        if model in seen:
            return
        seen.add(model)
        for name, field in model.model_fields.items():
            yield f"{model.__name__}.{name}"
            yield from keys_of(field.annotation, seen)
    for part in get_args(model):
        yield from keys_of(part, seen)


def said_by(value: Any) -> Iterator[str]:
    """The keys that a checked case says something with, as `Model.key`."""
    match value:
        case BaseModel():
            for name, field in type(value).model_fields.items():
                each = getattr(value, name)
                if field.is_required() or each != field.default:
                    yield f"{type(value).__name__}.{name}"
                yield from said_by(each)
        case PrintedLine():
            pass
        case tuple():
            for item in value:
                yield from said_by(item)
        case dict():
            for item in value.values():
                yield from said_by(item)


INHERITED = {"ImplementationCost", "Efficiency", "Income"}


def test_everything_says_something_with_every_key() -> None:
    """The case below uses the whole format, so a new key that the form refuses is found by the tests that follow."""
    case = result_in(EVERYTHING).case
    said, known = (
        {f"Line.{key.partition('.')[2]}" if key.partition(".")[0] in INHERITED else key for key in keys}
        for keys in (said_by(case), keys_of(Case))
    )
    assert known - said == {"Case.schema_version"}


def test_the_form_refuses_no_key_of_the_format() -> None:
    """Everything goes into the form and comes back, written decimals and hard names among it."""
    result = result_in(EVERYTHING)
    document = document_of(result.case, joined=False)
    assert read_back(form_of(document, copenhagen(), result.years, result)) == document


def test_the_text_of_a_case_refuses_no_key_either() -> None:
    """The same by way of YAML, years joined to periods or not."""
    case = result_in(EVERYTHING).case
    for joined in (True, False):
        text = yaml_text(document_of(case, joined=joined))
        assert document_in(load(text).root) == document_of(case, joined=False)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_real_case_comes_back_from_its_form(path: Path) -> None:
    """And from the text that the form is written as."""
    document = document_in(read(str(path)).root)
    result = result_in(yaml_text(document))
    assert read_back(form_of(document, copenhagen(), result.years, result)) == document


MADE_CASES = int(os.environ.get("FORMS") or (200 if os.environ.get("CI") else 60))


@pytest.mark.parametrize("portion", range(4))
def test_any_case_comes_back_from_its_form(portion: int) -> None:
    """60 cases made by chance, in portions (CI has 200, `make fuzz` 5,000): case to form to case is the same case."""

    @settings(max_examples=MADE_CASES // 4, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case_texts())
    def holds(text: str) -> None:
        result = result_in(text)
        document = document_of(result.case, joined=False)
        assert read_back(form_of(document, copenhagen(), result.years, result)) == document

    holds()


@pytest.mark.parametrize("unit", ["kr.", "1.000 kr.", "mio. kr."])
@given(
    figures=st.lists(
        st.decimals(-(10**11), 10**11, places=4).map(lambda figure: f"{figure:f}"), min_size=4, max_size=4
    ),
    places=st.lists(st.integers(0, 4), min_size=4, max_size=4),
)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_written_decimals_come_back(unit: str, figures: list[str], places: list[int]) -> None:
    """1025 and 1025.0 are divided otherwise: a form carries each as written, as text where a double would lose it."""
    written = [
        f"{Decimal(figure):.{count if count != 3 else 2}f}" for figure, count in zip(figures, places, strict=True)
    ]
    amounts = ", ".join(f"{year}: {figure}" for year, figure in enumerate(written, start=2018))
    text = f"unit: {unit}\nefficiencies: [{{name: A, steering_area: Service, amounts: {{{amounts}}}}}]\n"
    document = read_back(form_with(f"id: X1\ntitle: Prøve\nprice_level: 2018\nadministration: ØKF\n{text}"))
    read = document["efficiencies"][0]["amounts"]
    assert [Decimal(figure) for figure in read.values()] == [Decimal(figure) for figure in written]
    assert [len(figure.partition(".")[2]) for figure in read.values()] == [
        len(figure.partition(".")[2]) for figure in written
    ]


def test_a_text_that_no_cell_holds_goes_on_in_the_next() -> None:
    """100,000 letters in paragraphs; a cell has 32,767 at most, and none of them is lost."""
    long = "\n\n".join(f"Afsnit {number}. " + "Ord og ord " * 40 + "." for number in range(220))
    text = yaml_text({"id": "X1", "title": "Lang", "price_level": "2018", "administration": "ØKF", "notes": long})
    lines = "efficiencies: [{name: A, steering_area: Service, amounts: {2018+: -1}}]\n"
    assert read_back(form_with(text.replace("'2018'", "2018").replace('"2018"', "2018") + lines))["notes"] == long


def test_the_words_of_the_form_are_those_of_the_format() -> None:
    """Every word that a cell offers for a closed list reads as the word of the format that it stands for."""
    for key, words in WORDS.items():
        if key == "decision":
            continue
        for word, danish in words.items():
            assert document_in(load(_with(key, word)).root) == document_in(load(_with(key, f'"{danish}"')).root)


def _with(key: str, word: str) -> str:
    of_a_line = f", {key}: {word}" if key in ("funding", "capital_category") else ""
    of_a_case = "" if of_a_line else f"{key}: {word}\n"
    loan = "internal_loan: {repayment: 2019}\n" if word in ("internal_loan", '"Internt lån"') else ""
    line = f"{{name: A, steering_area: Anlæg, amounts: {{2018: 1}}{of_a_line}}}"
    head = "id: X1\ntitle: Prøve\nprice_level: 2018\nadministration: ØKF\n"
    return f"{head}{of_a_case}{loan}implementation_costs: [{line}]\n"


def test_lists_advise_and_never_stop() -> None:
    """Every list of the cells is on the sheet that nobody sees, and none refuses another word."""
    book = openpyxl.load_workbook(BytesIO(form_with()))
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    assert {rule.type for rule in rules} == {"list"}
    assert not any(rule.showErrorMessage for rule in rules)
    columns = [cell.value for cell in book["Lister"][1]]
    assert columns == list(offered(copenhagen()))


def test_only_what_is_looked_at_is_protected() -> None:
    """Tabel 1 and Vejledning; all else may be written in, moved and sorted."""
    book = openpyxl.load_workbook(BytesIO(form_with()))
    assert [sheet.title for sheet in book if sheet.protection.sheet] == ["Tabel 1", "Vejledning"]


HARD_NAMES = ["Børn, unge", "50 % mere; og", 'Det "nye" udvalg', "Udvalg 2", "»Kultur«: alle = 7"]


def hard_profile() -> Profile:
    """A municipality whose committees, administrations and areas have names that lists part at."""
    lines = [f"{json.dumps(name)}: {{name: Navn {number}" for number, name in enumerate(HARD_NAMES)]
    root = load(
        "municipality: Prøve\npools: {investment: Pulje}\npayback: {limit_years: 4}\n"
        f"committees: {{{', '.join(f'{line}}}' for line in lines)}}}\n"
        f"administrations: {{{', '.join(f'{line}, committee: Udvalg 2}}' for line in lines)}}}\n"
        f"steering_areas: {{{', '.join(f'{json.dumps(name)}: {{nature: service}}' for name in HARD_NAMES)}}}\n"
    ).root
    assert root is not None
    profile, faults = validate_profile(root)
    assert profile is not None, faults
    return profile


def test_a_name_with_a_comma_splits_no_list() -> None:
    """A municipality whose committee is called `Børn, unge` finds it whole among what the cells offer."""
    book = openpyxl.load_workbook(BytesIO(form_of({}, hard_profile(), range(2026, 2030), None)))
    assert "Børn, unge" in [cell.value for column in book["Lister"].columns for cell in column]


def test_hard_names_come_back_from_lists_and_divisions() -> None:
    """Affected administrations, a division among committees, and printed rows, of names with every kind of mark."""
    names = [json.dumps(name) for name in HARD_NAMES]
    text = f"""\
id: X1
title: Prøve
price_level: 2026
administration: {names[0]}
affected_administrations: [{", ".join(names[1:])}]
implementation_costs:
  - {{name: A, steering_area: {names[1]}, amounts: {{2026: 100}}, split: {{{", ".join(f"{n}: 20%" for n in names)}}}}}
published:
  by_committee: {{{names[0]}: {{implementation_costs: {{2026: 20}}}}}}
  by_steering_area: {{{names[1]}: {{total_implementation_costs: {{2026: 100}}}}}}
"""
    profile = hard_profile()
    result = result_in(text, profile)
    document = document_of(result.case, joined=False)
    assert len(document["affected_administrations"]) == 4
    assert len(document["implementation_costs"][0]["split"]) == 5
    assert read_back(form_of(document, profile, result.years, result), profile) == document
    one = document | {"affected_administrations": [HARD_NAMES[0]]}
    assert read_back(form_of(one, profile, result.years, result), profile) == one


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("KFF, BUF", ["KFF", "BUF"]),
        ("KFF;BUF;", ["KFF", "BUF"]),
        ("Børn, unge; KFF", ["Børn, unge", "KFF"]),
        ("”Børn, unge”, KFF", ["Børn, unge", "KFF"]),
        ('Det "nye" udvalg', ['Det "nye" udvalg']),
    ],
)
def test_names_are_parted_as_people_write_them(written: str, names: list[str]) -> None:
    """By commas, by semicolons where there are any, and never within the marks that Word and Excel make."""
    assert names_in(written) == names


def test_an_empty_form_has_room_and_no_fault_of_its_own(tmp_path: Path) -> None:
    """What is found in it is that it is empty: the needed fields, and that there is no line."""
    form = form_of({"id": "BC42"}, copenhagen(), range(2026, 2032), None)
    codes = sorted({finding.code for finding in handed_in(form, tmp_path).findings})
    assert codes == ["missing-key", "no-lines"]


def live(form: bytes) -> dict[str, list[str]]:
    """The rows of the live table by their labels, sections apart, as values that stand beside the formulas."""
    workbook = open_workbook(form)
    assert isinstance(workbook, Workbook)
    sheet = next(sheet for sheet in workbook.sheets if sheet.name == "Tabel 1")
    rows: dict[str, list[str]] = {}
    section = ""
    for row in range(5, 50):
        label = sheet.cells.get((row, 1))
        if label is None or not isinstance(label.value, str):
            continue
        values = [str(sheet.cells[row, column].value) for column in range(2, 7) if (row, column) in sheet.cells]
        section = label.value if not values else section
        rows[f"{section}/{label.value}" if label.value in ("Service", "Anlæg") else label.value] = values
    return rows


LIVE = {
    "Varige ændringer/Service": ["0", "-200", "-350", "-350", "-900"],
    "Implementeringsomkostninger/Service": ["680", "150", "0", "0", "830"],
    "Samlet økonomisk påvirkning": ["680", "-50", "-350", "-350", "-70"],
    "Akkumuleret": ["680", "630", "280", "-70"],
    "Tilbagebetalingstid baseret på totaløkonomi": ["4 år"],
}
"""By hand: 600 + 80 and 150; -200, -350, -350; below nil in 2029, the fourth year."""


def test_the_live_table_carries_what_the_program_calculates() -> None:
    """A viewer that does not calculate shows the case's figures, and never a nil of nobody's."""
    shown = live(form_with())
    assert {label: shown[label] for label in LIVE} == LIVE


@needs_a_spreadsheet
def test_the_live_table_follows_what_is_typed(tmp_path: Path) -> None:
    """Recalculated it is the same; with 1.600 for 600 everything moves by 1.000; a blank year is carried on."""
    assert {label: live(recalculated(form_with(), tmp_path))[label] for label in LIVE} == LIVE
    changed = live(recalculated(typed({"H7": 1600, "K6": None}), tmp_path))
    assert changed["Samlet økonomisk påvirkning"] == ["1680", "-50", "-350", "-350", "930"]
    assert changed["Tilbagebetalingstid baseret på totaløkonomi"] == ["7 år"]  # 930 left after 2029, 350 a year: 2032

    def insert(book: openpyxl.Workbook) -> None:
        sheet = book["Økonomi"]
        sheet["A9"], sheet["B9"], sheet["C9"], sheet["H9"] = "Engangsindtægt", "Salg", "Anlæg", -100

    added = live(recalculated(worked_in(insert), tmp_path))
    assert added["Engangsindtægter/Anlæg"][0] == "-100"
    assert added["Samlet økonomisk påvirkning"][0] == "580"


def test_the_language_of_a_format_stands_before_its_minus() -> None:
    """Behind a minus one program at least takes its number for a part of the figure."""
    with ZipFile(BytesIO(form_with())) as opened:
        formats = re.findall(r'formatCode="([^"]*)"', opened.read("xl/styles.xml").decode())
    assert any(part.startswith("[$-406]-") for form in formats for part in form.split(";"))
    assert [part for form in formats for part in form.split(";") if "[$" in part[1:]] == []


@needs_a_spreadsheet
def test_another_program_shows_the_figures_of_the_live_table(tmp_path: Path) -> None:
    """A saving of 350 is seen as -350 in every cell that has it: its line, area, sum and net effect."""
    convert(form_with(), "html", tmp_path)
    page = (tmp_path / "book.html").read_text("utf-8")
    shown = re.findall(r'sdval="-350"[^>]*>(?:<[^>]*>)*([^<]+)', page)
    assert len(shown) >= 8
    assert set(shown) == {"-350"}


BORROWED = """\
id: BC43
title: Automatisk svar
price_level: 2026
administration: KFF
implementation_costs:
  - {name: Opsætning, steering_area: Service, amounts: {2026: 600}, funding: internal_loan}
assumptions:
  opkald: {value: 100000, unit: opkald/år, source: Talt}
  pris: {value: 2, unit: kr./opkald, source: Budget}
efficiencies:
  - {name: Færre svar, steering_area: Service, saving: [opkald, pris], phase_in: {2027: 50%, 2028+: 100%}}
internal_loan: {repayment: 2027-2028, rate: 10%}
"""
"""600 borrowed, paid back with 300 and 300, 60 and 30 in interest; 200 saved a year, half of it in 2027."""

WITH_A_LOAN = {
    "Heraf regnet af forudsætninger (som sidst beregnet)": ["0", "-100", "-200", "-200", "-500"],
    "Samlet varig ændring": ["0", "-100", "-200", "-200", "-500"],
    "Internt lån": ["-600", "0", "0", "0", "-600"],
    "Afdrag på internt lån": ["0", "300", "300", "0", "600"],
    "Renter af internt lån": ["0", "60", "30", "0", "90"],
    "Samlet økonomisk påvirkning": ["0", "260", "130", "-200", "190"],
    "Akkumuleret": ["0", "260", "390", "190"],
}


def test_the_live_table_has_loan_and_lines_of_assumptions() -> None:
    """The values beside the formulas: what is borrowed, paid back and owed for, and what the program has worked out."""
    shown = live(form_with(BORROWED))
    assert {label: shown[label] for label in WITH_A_LOAN} == WITH_A_LOAN


@needs_a_spreadsheet
def test_the_live_loan_follows_what_is_typed(tmp_path: Path) -> None:
    """Recalculated it is the same; then 1.600 is borrowed, then paid back unevenly, and then in part only."""
    form = form_with(BORROWED)
    assert {label: live(recalculated(form, tmp_path))[label] for label in WITH_A_LOAN} == WITH_A_LOAN

    def typed_into(repayment: str) -> dict[str, list[str]]:
        def work(book: openpyxl.Workbook) -> None:
            book["Økonomi"]["H7"] = 1600
            book["Sag"]["B17"] = repayment

        return live(recalculated(worked_in(work, form), tmp_path))

    even, uneven = typed_into("2027 - 2028"), typed_into("2027: 400,5; 2028: 1199,5")
    assert even["Afdrag på internt lån"] == ["0", "800", "800", "0", "1600"]
    assert even["Renter af internt lån"] == ["0", "160", "80", "0", "240"]
    assert uneven["Afdrag på internt lån"] == ["0", "400.5", "1199.5", "0", "1600"]
    assert uneven["Renter af internt lån"] == ["0", "160", "119.95", "0", "279.95"]
    assert uneven["Samlet økonomisk påvirkning"][1] == "460.5"  # 400,5 + 160 - 100
    assert "600 af det interne lån er ikke betalt tilbage" in " ".join(typed_into("2027: 1000"))


@needs_a_spreadsheet
def test_the_live_table_tells_of_lines_that_it_cannot_work_out(tmp_path: Path) -> None:
    """A line of assumptions that is deleted goes; one that is typed is missing, and that is said."""

    def clear(book: openpyxl.Workbook) -> None:
        for cell in book["Økonomi"][6]:
            cell.value = None

    assert live(recalculated(worked_in(clear, form_with(BORROWED)), tmp_path))["Samlet varig ændring"][1] == "0"

    def add(book: openpyxl.Workbook) -> None:
        sheet = book["Økonomi"]
        sheet["A8"], sheet["B8"], sheet["C8"], sheet["I8"], sheet["U8"] = "Varig ændring", "Ny", "Service", 1, "opkald"

    assert any(
        label.startswith("1 linjer regnes ud af forudsætninger")
        for label in live(recalculated(worked_in(add, form_with(BORROWED)), tmp_path))
    )


def test_comments_are_counted() -> None:
    """A line of its own, one behind a value, and none within a text."""
    assert comments_in("# en\na: 1  # to\nb: 'ikke # her'\nc: |\n  # heller ikke her\n") == 2


def test_a_form_has_no_time_of_its_making() -> None:
    """The same case makes the same file."""
    assert form_with() == written_anew()
    with ZipFile(BytesIO(form_with())) as book:
        assert not re.search(rb"<dcterms:created", book.read("docProps/core.xml"))

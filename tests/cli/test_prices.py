"""`--price-level` and `--prices`: amounts of other years' prices, converted or refused, in every form."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from support import ROOT, bizcase

INDEX = "cases/prisindeks-generel.yaml"
CASE = "cases/investeringspuljen-2016/case-1.yaml"
POOL = """\
id: {id}
title: Sag
price_level: {level}
administration: ØKF
kind: innovation
implementation_costs: [{{name: Udvikling, steering_area: Service, amounts: {{{level}: {amount}}}}}]
"""


def pool_in(folder: Path) -> None:
    """2.800 in the price level of 2018, and 5.500 in that of 2025."""
    (folder / "a.yaml").write_text(POOL.format(id="A", level=2018, amount=2800), "utf-8")
    (folder / "b.yaml").write_text(POOL.format(id="B", level=2025, amount=5500), "utf-8")


def test_case_1_of_2016_in_the_price_level_of_2025() -> None:
    """4.000 and 3.000 a year times 1,2216: head, figures, payback and the note on where they came from."""
    run = bizcase("calc", CASE, "--price-level", "2025", "--prices", INDEX)
    assert (run.code, run.err) == (0, "")
    assert "1.000 kr. 2025 p/l" in run.out
    assert "2016 p/l" not in run.out.partition("Bemærkninger")[0]
    row = next(line for line in run.out.splitlines() if line.startswith("Samlede implementeringsomkostninger  "))
    # 1750, 2000 and 250 times 1,221604
    assert row.split()[2:] == ["2.138", "2.443", "305", "0", "0", "0"]
    assert (
        "Omregnet fra 2016 til 2025 p/l med Generel pris- og lønstigning (Økonomistyrelsen, fastprisberegninger): "
        "beløbene er ganget med 1,221604." in run.out
    )


def test_a_pool_of_mixed_price_levels_is_converted(tmp_path: Path) -> None:
    """2800 · 1,184611 + 5500 = 8.816,9 in 2025, and 2800 + 5500 / 1,184611 = 7.442,9 in 2018."""
    pool_in(tmp_path)
    shown = ("pool", tmp_path, "--layout", "innovation", "--prices", INDEX, "--unit", "1000", "--price-level")
    for level, total in (("2025", "8.817"), ("2018", "7.443")):
        run = bizcase(*shown, level)
        assert run.code == 0
        assert next(line for line in run.out.splitlines() if line.startswith("I alt")).split()[-1] == total
        assert f"1.000 kr. {level} p/l" in run.out


def test_two_processes_do_as_one(tmp_path: Path) -> None:
    """Every digit of every record, backwards too, whoever calculates."""
    for number in range(60):
        (tmp_path / f"{number}.yaml").write_text(POOL.format(id=f"A{number}", level=2025, amount=number + 1), "utf-8")
    shown = ("pool", tmp_path, "--format", "jsonl", "--price-level", "2016", "--prices", INDEX, "--jobs")
    one, two = (bizcase(*shown, jobs) for jobs in "12")
    assert (one.code, one.out) == (0, two.out)


def test_records_say_their_price_level_and_where_they_came_from(tmp_path: Path) -> None:
    """JSON and CSV, of cases and of pools: the level, the year before, the index, its source, the factors."""
    pool_in(tmp_path)
    asked = ("--price-level", "2025", "--prices", INDEX)
    document = json.loads(bizcase("calc", tmp_path / "a.yaml", tmp_path / "b.yaml", "--format", "json", *asked).out)
    schema = json.loads((ROOT / "schemas/result.schema.json").read_text("utf-8"))
    assert list(Draft7Validator(schema).iter_errors(document)) == []
    first, second = document["cases"]
    assert (first["price_level"], second["price_level"]) == (2025, 2025)
    assert first["converted"] == {
        "from": 2018,
        "index": "Generel pris- og lønstigning",
        "source": "Økonomistyrelsen, fastprisberegninger",
        # 1,013 · 1,011 · 1,012 · 1,043 · 1,025 · 1,04 · 1,028
        "factors": {"Service": pytest.approx(1.184610945878584)},
        "rests_on_estimates": False,
        "payback_changes": False,
    }
    assert second["converted"] == dict.fromkeys(("from", "index", "source")) | {
        "factors": {},
        "rests_on_estimates": False,
        "payback_changes": False,
    }
    rows = list(csv.DictReader(io.StringIO(bizcase("calc", tmp_path / "a.yaml", "--format", "csv", *asked).out)))
    assert (rows[0]["price_level"], rows[0]["converted_from"]) == ("2025", "2018")
    records = list(csv.DictReader(io.StringIO(bizcase("pool", tmp_path, "--format", "csv", *asked).out)))
    assert [(each["price_level"], each["converted.from"]) for each in records] == [("2025", "2018"), ("2025", "")]
    assert [each["converted.factors.Service"][:8] for each in records] == ["1.184610", ""]


def test_a_case_that_the_index_does_not_reach_is_left_out_and_named(tmp_path: Path) -> None:
    """2800 of 2018 stays; a case of 2026 is an error that names the year, on stderr and in the document."""
    pool_in(tmp_path)
    (tmp_path / "b.yaml").write_text(POOL.format(id="B", level=2026, amount=5500), "utf-8")
    run = bizcase("pool", tmp_path, "--layout", "innovation", "--price-level", "2025", "--prices", INDEX)
    assert run.code == 1
    assert "b.yaml:3:14: error[missing-index-year] price_level: kan ikke omregnes fra 2026 til 2025 p/l" in run.err
    assert "mangler 2026 under general" in run.err
    assert "1 fil er udeladt, fordi den har fejl" in run.out


def test_a_number_that_stands_in_two_price_levels_is_told_of(tmp_path: Path) -> None:
    """Each year's pool numbers anew, so both are counted; it may be the same case twice, and that is said."""
    for level in (2018, 2025):
        (tmp_path / f"{level}.yaml").write_text(POOL.format(id="A", level=level, amount=1000), "utf-8")
    said = "Sager med samme nummer, fra hvert sit prisniveau, er alle regnet med: A."
    for command in (("pool", "--layout", "innovation"), ("value",)):
        run = bizcase(*command, tmp_path, "--price-level", "2025", "--prices", INDEX)
        assert (run.code, said in run.out) == (0, True)
    assert said in bizcase("pool", tmp_path, "--layout", "innovation", "--price-level", "2025", "--prices", INDEX).err


def test_the_papers_figures_are_held_against_the_files_own(tmp_path: Path) -> None:
    """A printed 1.000 agrees with 1.000 of 2018, whatever that is in another price level; a printed 1.100 does not."""
    index = tmp_path / "prices.yaml"
    index.write_text("name: N\nsource: S\nchanges: {general: {2019: 10%}}\n", "utf-8")
    for printed, code in ((1000, 0), (1100, 1)):
        text = POOL.format(id="A", level=2018, amount=1000)
        text += f"published: {{source: x, total_implementation_costs: {{2018: {printed}}}}}\n"
        (tmp_path / "a.yaml").write_text(text, "utf-8")
        assert bizcase("calc", tmp_path / "a.yaml", "--price-level", "2019", "--prices", index).code == code


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--price-level", "2025"), "--price-level: omregner med et prisindeks; tilføj --prices FIL"),
        (("--prices", INDEX), "--prices: hører til --price-level; tilføj fx --price-level 2025"),
        (
            ("--price-level", "2040", "--prices", INDEX),
            "har ingen tal, der fører til 2040; tilføj dem i filen, eller vælg et andet år",
        ),
        (("--price-level", "2025-pl", "--prices", INDEX), "2025-pl er ikke et år; skriv 2025"),
        (("--price-level", "25000", "--prices", INDEX), "25000 er ikke et år; skriv et år fra 1990 til 2100"),
        (("--price-level", "2025", "--prices", CASE), "rummer en sag og ikke prisindeks"),
        (("--price-level", "2025", "--prices", "cases/maaltal-digitalisering-2030.yaml"), "rummer måltal og ikke"),
        (("--price-level", "2025", "--prices", "nowhere.yaml"), "error[unreadable-file]"),
    ],
)
def test_what_cannot_be_converted_by_is_refused(options: tuple[str, ...], said: str) -> None:
    """No index is built in and none is guessed: the run ends with what to write."""
    run = bizcase("calc", CASE, *options)
    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_an_index_is_not_written_over(tmp_path: Path) -> None:
    """Nor is any other file that a run reads."""
    index = tmp_path / "prices.txt"
    index.write_text((ROOT / INDEX).read_text("utf-8"), "utf-8")
    run = bizcase("calc", CASE, "--price-level", "2025", "--prices", index, "-o", index)
    assert (run.code, "læses i samme kørsel" in run.err) == (2, True)


def test_targets_and_budgets_of_another_price_level_are_refused(tmp_path: Path) -> None:
    """What a file says is held against the cases; one that says nothing is not, where these were converted."""
    (tmp_path / "a.yaml").write_text(POOL.format(id="A", level=2018, amount=2800), "utf-8")
    targets, budget = tmp_path / "targets.yaml", tmp_path / "budget.yaml"
    asked = ("--price-level", "2025", "--prices", INDEX)

    def said(level: str, *options: str) -> list[str]:
        targets.write_text(f"{level}unit: mio. kr.\ntargets: {{ØU: {{2018: 1}}}}\n", "utf-8")
        budget.write_text(f"{level}unit: mio. kr.\nbudget: {{Service: {{2018: 10}}}}\n", "utf-8")
        runs = (
            bizcase("pool", tmp_path, "--layout", "profile", "--target", targets, *options),
            bizcase("pool", tmp_path, "--layout", "innovation", "--budget", budget, *options),
        )
        return ["" if run.code == 0 else run.err.splitlines()[-2] for run in runs]

    assert said("") == said("price_level: 2018\n") == said("price_level: 2025\n", *asked) == ["", ""]
    other = "filen står i 2025 p/l og sagerne i 2018; omregn sagerne: --price-level 2025 --prices FIL"
    assert said("price_level: 2025\n") == [f"bizcase: --target: {other}", f"bizcase: --budget: {other}"]
    unsaid = "filen siger ikke, hvilket p/l den står i; tilføj price_level: 2025, hvis det er dét"
    assert said("", *asked) == [f"bizcase: --target: {unsaid}", f"bizcase: --budget: {unsaid}"]


def test_the_memo_takes_cases_of_several_price_levels_once_they_are_converted(tmp_path: Path) -> None:
    """Side by side in one price level; without it they are refused."""
    pool_in(tmp_path)
    shown = ("calc", tmp_path / "a.yaml", tmp_path / "b.yaml", "--layout", "memo")
    assert bizcase(*shown).code == 2
    run = bizcase(*shown, "--price-level", "2025", "--prices", INDEX, "--lang", "en")
    assert run.code == 0
    assert "1 case is converted from the price level of 2018 to 2025" in run.out

"""`bizcase value`: what it refuses, what it names, and every form of it."""

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from support import CONVERTED, ROOT, bizcase

CASE_1 = "cases/investeringspuljen-2016/case-1.yaml"
BC07 = "cases/innovationspuljen-2018/BC07.yaml"
PROFILE = (ROOT / "src/bizcase/profiles/copenhagen.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "at", "message"),
    [
        (("--rate", "3,5%"), "--rate", "skriv 3.5%"),
        (("--rate", "-2%"), "--rate", "er ikke en procent"),
        (("--base-year", "26"), "--base-year", "skriv et år fra 1990 til 2100"),
        (("--horizon", "10;20"), "--horizon", "skriv antal år, 1 til 100"),
        (("--horizon", "0"), "--horizon", "skriv antal år, 1 til 100"),
        (("--horizon", "1000"), "--horizon", "skriv antal år, 1 til 100"),
        (("--horizon", "5,30"), "--horizon", "5 år ender inden for tabellens år"),
        (("--timing", "primo"), "--timing", "primo hedder start her"),
        (("--format", "json", "--unit", "mio"), "--format", "fjern --unit"),
        (("--csv", "danish"), "--csv", "hører til csv"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: tuple[str, ...], at: str, message: str) -> None:
    """With the option and what to write instead; nothing is printed."""
    run = bizcase("value", CASE_1, *options)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"bizcase: {at}: ")
    assert message in run.err


def test_a_horizon_as_long_as_the_table_is_the_tables_own() -> None:
    """Case 1 of 2016 has six years."""
    document = json.loads(bizcase("value", CASE_1, "--horizon", "6,6,10", "--format", "json").out)
    assert [each["last_year"] for each in document["cases"][0]["value"]["horizons"]] == [2021, 2025]


def test_options_are_what_is_told() -> None:
    """One rate, another base year and the end of the year, in the figures and in the line below them."""
    options = ("--rate", "7%", "--base-year", "2015", "--timing", "end", "--horizon", "10")
    document = json.loads(bizcase("value", CASE_1, *options, "--format", "json").out)
    value = document["cases"][0]["value"]
    assert (value["base_year"], value["timing"]) == (2015, "end")
    assert value["discount"] == {"name": "--rate 7%", "rates": [{"from_year": 0, "rate": 0.07}]}
    # 1750 in 2016 is one year after 2015 and counts at its end: 1750 / 1,07² + 2000 / 1,07³ + 250 / 1,07⁴
    assert round(value["horizons"][0]["costs"], 4) == 3351.8373
    text = bizcase("value", CASE_1, *options).out
    assert (
        "Nutidsværdi i 2015 (basisår), 2016 p/l. Rente: 7 % om året (--rate 7%); beløb regnes ved årets slutning"
        in text
    )


def test_cases_of_several_price_levels_are_not_added_up() -> None:
    """In any form: the run ends, and names a file of each."""
    for form in ("text", "json", "csv"):
        run = bizcase("value", CASE_1, BC07, "--format", form)
        assert (run.code, run.out) == (2, "")
        assert CASE_1 in run.err
        assert BC07 in run.err
        assert "ikke talt med" not in run.err
    with_an_idea = bizcase("value", CASE_1, BC07, "cases/investeringspuljen-2016/case-2.yaml")
    assert "  1 sag, som ikke lægges sammen her, er ikke talt med\n" in with_an_idea.err
    assert bizcase("value", BC07).code == 0


def test_a_file_with_errors_is_named_on_stderr_and_in_every_form(tmp_path: Path) -> None:
    """And the run ends with 1; with --exit-zero it does not."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: B\n", "utf-8")
    for form in ("text", "markdown", "html", "csv", "json", "jsonl"):
        run = bizcase("value", CASE_1, bad, "--format", form)
        assert run.code == 1
        assert str(bad) in run.err
        assert re.sub(r"\\(?=_)", "", run.out).count("bad.yaml") == 1
    assert bizcase("value", CASE_1, bad, "--exit-zero").code == 0


def test_a_twin_is_added_up_once(tmp_path: Path) -> None:
    """The second file of one id is left out and named."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text((ROOT / CASE_1).read_text("utf-8"), "utf-8")
    run = bizcase("value", tmp_path, "--format", "json")
    document = json.loads(run.out)
    assert run.code == 1
    assert (len(document["cases"]), document["pool"]) == (1, None)
    assert document["left_out"][0]["path"].endswith("b.yaml")


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    """Four hundred cases of costs that are easy to add up: 1 + … + 400 = 80200 in 2026, at 0 %."""
    for number in range(1, 401):
        (tmp_path / f"{number:03}.yaml").write_text(
            f"id: N{number}\ntitle: T\nprice_level: 2026\nadministration: TMF\napproval: approved\n"
            f"implementation_costs: [{{name: A, steering_area: Service, amounts: {{2026: {number}}}}}]\n",
            "utf-8",
        )
    one, two = (bizcase("value", tmp_path, "--rate", "0%", "--format", "json", "--jobs", jobs) for jobs in "12")
    assert one.out == two.out
    assert json.loads(one.out)["pool"]["horizons"][0]["npv"] == 80200


@pytest.mark.parametrize("key", ["discount", "discount_rates"])
def test_a_profile_says_how_to_discount(tmp_path: Path, key: str) -> None:
    """By its own rates, horizons and timing, or by the old key; one without any asks for --rate."""
    before = PROFILE.partition("\ndiscount:")[0]
    own = {
        "discount": "discount: {name: Vores, rates: [{from_year: 0, rate: 5%}], horizon_years: [30], timing: end}",
        "discount_rates": "discount_rates: [{from_year: 0, rate: 5%}]",
    }
    (tmp_path / "own.yaml").write_text(f"{before}\n{own[key]}\n", "utf-8")
    (tmp_path / "none.yaml").write_text(before, "utf-8")
    out = bizcase("value", CASE_1, "--profile", tmp_path / "own.yaml").out
    told = {
        "discount": ("5 % om året (Vores); beløb regnes ved årets slutning", "30 år (til 2045)"),
        "discount_rates": ("5 % om året (Københavns Kommune); beløb regnes ved årets begyndelse", "20 år (til 2035)"),
    }
    assert all(each in out for each in told[key])
    refused = bizcase("value", CASE_1, "--profile", tmp_path / "none.yaml")
    assert refused.code == 2
    assert "profilen har ingen renter" in refused.err
    assert bizcase("value", CASE_1, "--profile", tmp_path / "none.yaml", "--rate", "2%").code == 0


def test_a_workbook_has_live_sums_and_numbers(tmp_path: Path) -> None:
    """The two rows are formulas, ratios and rates are numbers in their own form, and what is not live is said."""
    assert bizcase("value", CASE_1, "-o", tmp_path / "v.xlsx").code == 0
    with ZipFile(BytesIO((tmp_path / "v.xlsx").read_bytes())) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    formulas = re.findall(r"<f>([^<]*)</f>", sheet)
    assert [formula for formula in formulas if formula.startswith("ROUND(SUM(")] == [
        f"ROUND(SUM({column}6:{column}7),6)" for column in "BCD"
    ]
    assert [formula for formula in formulas if formula.startswith("ROUND(0-(SUM(")] == [
        f"ROUND(0-(SUM({column}8)),6)" for column in "BCD"
    ]
    assert "<v>0.675137832587" in sheet
    assert "0.0 %" in styles
    assert "kun deres summer følger med" in texts


def test_every_form_that_people_read_has_both_rows_and_the_conventions(tmp_path: Path) -> None:
    """Text, Markdown, HTML and Word, in both languages."""
    for language, rows in (
        ("da", ("Samlet økonomisk påvirkning i nutidsværdi", "Nettogevinst i nutidsværdi", "7. januar 2021")),
        ("en", ("Total financial effect in present value", "Net gain in present value", "base year")),
    ):
        for form in ("text", "markdown", "html"):
            out = bizcase("value", CASE_1, "--format", form, "--lang", language).out
            assert all(row in out for row in rows), form
        assert bizcase("value", CASE_1, "-o", tmp_path / "v.docx", "--lang", language).code == 0
        with ZipFile(tmp_path / "v.docx") as document:
            text = re.sub("<[^>]*>", "", document.read("word/document.xml").decode())
        assert all(row in text for row in rows)


def test_a_value_in_another_price_level() -> None:
    """Case 1 of 2016 is worth 7.713,381589; two per cent a year make 2025's prices of it: times 1,02^9 = 9.218,21."""
    run = bizcase("value", CASE_1, *CONVERTED, "--format", "json")
    case = json.loads(run.out)["cases"][0]
    assert (run.code, case["value"]["price_level"], case["converted"]["from"]) == (0, 2025, 2016)
    assert case["value"]["horizons"][0]["gain"] == pytest.approx(7713.381589 * 1.02**9)
    shown = bizcase("value", CASE_1, *CONVERTED).out
    assert "1.000 kr. 2025 p/l" in shown
    assert "Omregnet fra 2016 til 2025 p/l med Prøveindeks" in shown


def test_a_pool_of_mixed_price_levels_is_valued_once_it_is_converted() -> None:
    """All real cases are refused as they are; in one price level they have a value, which says where they came from."""
    assert bizcase("value", "cases").code == 2
    run = bizcase("value", "cases", *CONVERTED)
    assert run.code == 0
    assert "3 sager er omregnet fra 2026 til 2025 p/l" in run.out
    assert "~ Hviler på skøn" in run.out


def test_a_table_counts_the_conversions_of_what_stands_in_it(tmp_path: Path) -> None:
    """Of four cases of 2018 one is rejected and one an idea: the sum has two of them, the rows have the idea too."""
    for name, line in (("a", ""), ("b", ""), ("c", "approval: rejected\n"), ("d", "kind: idea\n")):
        (tmp_path / f"{name}.yaml").write_text(
            f"id: {name}\ntitle: T\nprice_level: 2018\nadministration: TMF\n{line}"
            "efficiencies: [{name: A, steering_area: Service, amounts: {2019+: -10}}]\n",
            "utf-8",
        )
    together, _, one_by_one = bizcase("value", tmp_path, *CONVERTED).out.partition(
        "Nettogevinst i nutidsværdi, forslag"
    )
    assert "2 sager er omregnet fra 2018 til 2025 p/l" in together
    assert "3 sager er omregnet fra 2018 til 2025 p/l" in one_by_one


def test_csv_says_what_amounts_were_converted_from() -> None:
    """Beside the price level of the row; the pool is of many cases, each with its own."""
    rows = list(csv.DictReader(StringIO(bizcase("value", CASE_1, BC07, *CONVERTED, "--format", "csv").out)))
    levels = {(row["scope"], row["id"]): (row["price_level"], row["converted_from"]) for row in rows}
    assert levels == {
        ("case", "INV2016-1"): ("2025", "2016"),
        ("case", "BC07"): ("2025", "2018"),
        ("pool", ""): ("2025", ""),
    }
    untouched = csv.DictReader(StringIO(bizcase("value", CASE_1, "--format", "csv").out))
    assert {(row["price_level"], row["converted_from"]) for row in untouched} == {("2016", "")}

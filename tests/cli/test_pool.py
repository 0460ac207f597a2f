"""`bizcase pool`: nothing lost, nothing in silence, the same with one process and with several."""

import csv
import json
import random
import signal
import subprocess
import sys
import time
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from support import HEAD, ROOT, bizcase

POOL = "cases/innovationspuljen-2018"
BAD = ROOT / "tests/samples/refused/split-of-99.yaml"


def make_pool(folder: Path, count: int) -> dict[str, list[int]]:
    """Files with known sums: the costs by id, in 1.000 kr., over two years."""
    chance = random.Random(7)  # noqa: S311 - only to have different sums
    sums = {}
    for number in range(count):
        amounts = [chance.randint(0, 5000), chance.randint(0, 5000)]
        sums[f"N{number:05}"] = amounts
        (folder / f"{number:05}.yaml").write_text(
            f"id: N{number:05}\ntitle: Sag {number}\nkind: innovation\nprice_level: 2026\nadministration: TMF\n"
            "implementation_costs: [{name: A, steering_area: Service, "
            f"amounts: {{2026: {amounts[0]}, 2027: {amounts[1]}}}}}]\n",
            "utf-8",
        )
    return sums


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_records_come_in_order_with_every_figure(tmp_path: Path, jobs: str) -> None:
    """Six hundred cases, one of them bad, against sums that were made with them."""
    sums = make_pool(tmp_path, 600)
    bad = (tmp_path / "00300.yaml").read_text("utf-8").replace("price_level", "price_levle")
    (tmp_path / "00300.yaml").write_text(bad, "utf-8")
    run = bizcase("pool", tmp_path, "--format", "jsonl", "--jobs", jobs)
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 1
    assert [Path(line["path"]).stem for line in lines] == [f"{number:05}" for number in range(600)]
    assert lines[300] == {"schema_version": 1, "path": str(tmp_path / "00300.yaml"), "errors": 1}
    assert f"{tmp_path / '00300.yaml'}:4:1: error[unknown-key]" in run.err
    assert all(line["net_effect"]["over_own_years"] == sum(sums[line["id"]]) for line in lines if "id" in line)


def test_a_record_has_the_keys_that_scripts_rely_on() -> None:
    """The whole shape, for a case whose figures the 2016 paper prints."""
    line = bizcase("pool", "cases/investeringspuljen-2016/case-1.yaml", "--format", "jsonl").out
    by_area = {"Service": -13000}
    saved = {"2016": 0, "2017": -1500, "2018": -2500, "2019": -3000, "2020": -3000, "2021": -3000}
    assert json.loads(line) == {
        "schema_version": 1,
        "path": "cases/investeringspuljen-2016/case-1.yaml",
        "id": "INV2016-1",
        "title": "Øget produktivitet i borgerbetjeningen",
        "kind": "investment",
        "administration": "BIF",
        "committee": "BIU",
        "approval": "approved",
        "price_level": 2016,
        "converted": {
            "from": None,
            "index": None,
            "source": None,
            "factors": {},
            "rests_on_estimates": False,
            "payback_changes": False,
        },
        "years": {"first": 2016, "last": 2021},
        "asked_of_the_pool": 4000,
        "implementation_costs": {
            "over_own_years": 4000,
            "by_steering_area": {"Service": 3000, "Anlæg": 1000},
            "by_year": {"2016": 1750, "2017": 2000, "2018": 250, "2019": 0, "2020": 0, "2021": 0},
        },
        "efficiencies": {"over_own_years": -13000, "by_steering_area": by_area, "by_year": saved},
        "lasting_effect": {"total": -3000, "by_steering_area": {"Service": -3000}},
        "net_effect": {
            "over_own_years": -9000,
            "by_year": {"2016": 1750, "2017": 500, "2018": -2250, "2019": -3000, "2020": -3000, "2021": -3000},
        },
        "payback": {
            "service": {"status": "reached", "years": 3, "reached_in": 2018},
            "total": {"status": "reached", "years": 3, "reached_in": 2018},
        },
        "has_own_figures": False,
        "by_committee": {
            "BIU": {
                "implementation_costs": {"over_own_years": 4000},
                "efficiencies": {"over_own_years": -13000},
                "lasting_effect": -3000,
            }
        },
    }


def test_records_over_one_span(tmp_path: Path) -> None:
    """By year from 2018 to 2022 for every case, carried on with what lasts; the sums stay those of its own years."""
    run = ("pool", "cases/investeringspuljen-2016/case-1.yaml", "--years", "2018-2022", "--format")
    record = json.loads(bizcase(*run, "jsonl").out)
    assert record["efficiencies"]["by_year"] == {
        "2018": -2500,
        **dict.fromkeys(("2019", "2020", "2021", "2022"), -3000),
    }
    assert record["efficiencies"]["over_own_years"] == -13000
    (row,) = csv.DictReader(StringIO(bizcase(*run, "csv").out))
    assert [row[f"net_effect.by_year.{year}"] for year in range(2018, 2023)] == ["-2250", *["-3000"] * 4]
    assert row["by_committee.BIU.implementation_costs.over_own_years"] == "4000"
    assert row["by_committee.ØU.implementation_costs.over_own_years"] == "0"


def test_a_budget_in_a_file_is_held_against_each_year(tmp_path: Path) -> None:
    """The frame is overrun in 2016 alone, by 1250 against 1000: a warning, which counts when warnings do."""
    budget = tmp_path / "budget.yaml"
    budget.write_text("unit: 1.000 kr.\nbudget: {Service: {2016: 1000, 2017-2018: 9000}, Anlæg: {2016-2017: 5000}}\n")
    asked = ("pool", "cases/investeringspuljen-2016/case-1.yaml", "--budget", budget, "--strict")
    run = bizcase(*asked)
    assert run.code == 1
    assert "advarsel: der er søgt om 1,3 mio. kr. på Service i 2016, og rammen er på 1,0 mio. kr.\n" in run.err
    assert run.err.count("rammen er på") == 1
    assert "Puljens ramme og det, der er søgt om" in run.out
    budget.write_text("budget: {Drift: {2016: 1000}}\n")
    run = bizcase(*asked)
    assert (run.code, run.out) == (2, "")
    assert "error[missing-key] unit" in run.err


def test_csv_has_the_same_figures_in_one_header_and_a_row_a_case() -> None:
    """With a column for every steering area, `.` in front of decimals, and the bad file in its place."""
    run = bizcase("pool", POOL, BAD, "--format", "csv")
    rows = list(csv.DictReader(StringIO(run.out)))
    records = [json.loads(line) for line in bizcase("pool", POOL, BAD, "--format", "jsonl").out.splitlines()]
    assert run.code == 1
    for row, record in zip(rows, records, strict=True):
        assert row["path"] == record["path"]
        if "errors" in record:
            assert (row["errors"], row["id"], row["net_effect.over_own_years"]) == ("1", "", "")
            continue
        assert row["errors"] == ""
        assert Decimal(row["implementation_costs.over_own_years"]) == record["implementation_costs"]["over_own_years"]
        for area, amount in record["implementation_costs"]["by_steering_area"].items():
            assert Decimal(row[f"implementation_costs.by_steering_area.{area}"]) == amount
        assert row["payback.total.status"] == record["payback"]["total"]["status"]


@pytest.mark.parametrize("layout", ["investment", "innovation", "profile", "table"])
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_every_layout_in_every_text_format_names_what_is_left_out(layout: str, form: str) -> None:
    """In the document and on stderr, with exit code 1."""
    run = bizcase("pool", POOL, BAD, "--layout", layout, "--format", form)
    assert run.code == 1
    assert "1 fil er udeladt, fordi den har fejl" in run.out
    assert "split-of-99.yaml" in run.out
    assert "error[split-not-100]" in run.err


def test_one_object_holds_all_records() -> None:
    """--format json has the cases and what is left out."""
    document = json.loads(bizcase("pool", POOL, BAD, "--format", "json").out)
    assert [case["id"] for case in document["cases"]] == ["BC07", "BC08", "BC09", "BC19", "BC20", "BC24", "BC41"]
    assert document["left_out"] == [{"path": str(BAD), "errors": 1}]


def test_records_can_be_sorted_too() -> None:
    """By costs, the largest first."""
    run = bizcase("pool", POOL, "--format", "jsonl", "--sort", "cost")
    assert [json.loads(line)["id"] for line in run.out.splitlines()][:3] == ["BC07", "BC19", "BC24"]


def test_price_levels_do_not_mix() -> None:
    """Kroner of different years are not summed; records, which sum nothing, may hold them."""
    run = bizcase("pool", "cases", "--layout", "innovation")
    assert (run.code, run.out) == (2, "")
    # of fifteen cases three are investments and one is an idea
    assert "  4 sager, som ikke lægges sammen her, er ikke talt med\n" in run.err
    assert "  2018: 7 sager, fx cases/innovationspuljen-2018/BC07.yaml" in run.err
    assert "omregn dem: --price-level 2026 --prices FIL" in run.err
    gone = bizcase("pool", "cases", "--mixed-price-levels")
    assert (gone.code, "omregn sagerne til ét p/l: --price-level ÅR" in gone.err) == (2, True)
    assert bizcase("pool", "cases", "--format", "jsonl").code == 0


def test_a_budget_and_targets(tmp_path: Path) -> None:
    """Both come from the user, and are refused with a reason where they are wrong."""
    assert "der er søgt om 9,6 mio. kr." in bizcase("pool", POOL, "--layout", "innovation", "--budget", "375").out
    assert bizcase("pool", POOL, "--budget", "1.000,5").code == 2
    target = tmp_path / "targets.yaml"
    target.write_text("unit: mio. kr.\ntargets:\n  BIU: {2017-2018: 2, 2019+: 3.5}\n", "utf-8")
    run = bizcase("pool", "cases/investeringspuljen-2016", "--layout", "profile", "--target", target)
    assert run.code == 0
    # case 1 saves 1500, 2500 and 3000 a year from 2019 on; case 2 is an idea
    missing = ["500", "0", "500", "500", "500"]  # 2016 has no target
    assert [line.split()[1:] for line in run.out.splitlines() if "Mangler" in line] == [missing, missing]
    target.write_text("targets:\n  BIX: {2017: 2}\n", "utf-8")
    run = bizcase("pool", POOL, "--layout", "profile", "--target", target)
    assert (run.code, "error[unknown-committee]" in run.err) == (2, True)
    assert bizcase("pool", POOL, "--target", target).code == 2


def test_two_files_of_one_id_are_found_between_processes(tmp_path: Path) -> None:
    """The second is told where the first is, however the work is shared out."""
    make_pool(tmp_path, 120)
    (tmp_path / "x.yaml").write_bytes((tmp_path / "00000.yaml").read_bytes())
    run = bizcase("pool", tmp_path, "--jobs", "2", "--format", "jsonl")
    assert run.code == 1
    assert (
        f"{tmp_path / 'x.yaml'}:1:5: error[duplicate-id] id: N00000 er også id for {tmp_path / '00000.yaml'}" in run.err
    )


def test_an_interrupted_run_leaves_no_half_output(tmp_path: Path) -> None:
    """Ctrl-C ends at once with 130, and the file to be written does not appear."""
    (tmp_path / "pool").mkdir()
    make_pool(tmp_path / "pool", 4000)
    target = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "bizcase", "pool", "pool", "--format", "jsonl", "-o", "out.jsonl", "--jobs", "2"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as process:
        while not list(tmp_path.glob(".bizcase-*")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")
    assert not target.exists()
    assert not list(tmp_path.glob(".bizcase-*"))


def test_a_pipe_that_closes_early_is_no_failure(tmp_path: Path) -> None:
    """`bizcase pool … | head -1` ends well."""
    make_pool(tmp_path, 800)
    command = f"({sys.executable} -m bizcase pool {tmp_path} --format jsonl; echo code $? >&2) | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b"code 0\n"


INVESTMENT = "cases/budget-2025"


def test_each_overview_takes_its_own_kinds() -> None:
    """Of one innovation case (2,9), one investment (7,3 invested) and one pre-analysis on a loan, each its own."""
    innovation = bizcase("pool", INVESTMENT, "--layout", "innovation")
    assert "I alt                                                                              2,9\n" in innovation.out
    assert "Ikke med i oversigten: Investeringsforslag (1)." in innovation.out
    assert "Ikke med i oversigten: Investeringsforslag (1)." in innovation.err
    investment = bizcase("pool", INVESTMENT)
    assert "B25-1" in investment.out
    assert "B25-2" not in investment.out
    assert "Ikke med i oversigten: Innovationsforslag (1), Foranalyser (1)." in investment.out


@pytest.mark.parametrize("command", ["calc", "pool", "value"])
def test_a_document_without_a_case_is_not_written(command: str, tmp_path: Path) -> None:
    """Nobody is handed a paper of nothing; a paper that lay there is kept, and that is said. Records tell of it."""
    case, target = tmp_path / "case.yaml", tmp_path / "x.docx"
    case.write_text(f"{HEAD}efficiencies: [{{name: A, steering_area: Service, amounts: {{2019: x}}}}]\n")
    run = bizcase(command, case, "-o", target)
    assert run.code == 1
    assert run.err.endswith(f"bizcase: {target} er ikke skrevet, for ingen sag kunne beregnes\n")
    assert not target.exists()
    target.write_bytes(b"old")
    assert (
        "ingen sag kunne beregnes; den fil, der lå der, er urørt\n"
        in bizcase(command, case, "-o", target, "--force").err
    )
    assert target.read_bytes() == b"old"
    assert bizcase(command, case, "-o", tmp_path / "x.json").code == 1
    assert (tmp_path / "x.json").exists()


@pytest.mark.parametrize(("kind", "option"), [("innovation", "--layout innovation"), ("idea", "--kind idea")])
def test_an_empty_overview_says_what_shows_the_cases(kind: str, option: str, tmp_path: Path) -> None:
    """A pool that holds cases of one other kind only: that overview, or for ideas, which none is of, the kind."""
    case = tmp_path / "case.yaml"
    case.write_text(f"{HEAD}kind: {kind}\nefficiencies: [{{name: A, steering_area: Service, amounts: {{2019: -1}}}}]\n")
    assert f"bizcase: oversigten er tom; {option} viser dem\n" in bizcase("pool", case).err
    assert "oversigten er tom" not in bizcase("pool", case, *option.split()).err


def test_a_kind_that_is_asked_for_rules() -> None:
    """By any of its names, once or several times."""
    assert "B25-2" in bizcase("pool", INVESTMENT, "--kind", "innovation").out
    both = bizcase("pool", INVESTMENT, "--kind", "foranalyse", "--kind", "Innovation").out
    assert ("B25-2" in both, "B25-3" in both, "B25-1" in both) == (True, True, False)
    assert bizcase("pool", INVESTMENT, "--kind", "x").code == 2


def test_what_another_pool_is_asked_for_counts_against_no_budget() -> None:
    """The innovation pool is asked for 2,9, and for nothing by the investment case of 7,3."""
    run = bizcase("pool", INVESTMENT, "--layout", "innovation", "--budget", "5")
    assert "der er søgt om 2,9 mio. kr., og der er 2,1 mio. kr. tilbage" in run.out


def test_an_overrun_budget_is_a_warning(tmp_path: Path) -> None:
    """It is said on stderr, and with --strict it fails."""
    arguments = ("pool", INVESTMENT, "--layout", "innovation", "--budget", "2")
    run = bizcase(*arguments)
    assert (run.code, "advarsel: der er søgt om 2,9 mio. kr., og puljen er på 2,0 mio. kr." in run.err) == (0, True)
    assert bizcase(*arguments, "--strict").code == 1


SLOW = """\
id: S1
title: Langsom
price_level: 2026
administration: KFF
implementation_costs: [{name: A, steering_area: Service, amounts: {2026: 1000}}]
efficiencies: [{name: B, steering_area: Service, amounts: {2027+: -100}}]
"""


def test_a_strict_run_that_fails_has_said_why(tmp_path: Path) -> None:
    """Warnings are counted, shown one by one with -v, and stand on the paper: ten years, where six are the limit."""
    (tmp_path / "s.yaml").write_text(SLOW, "utf-8")
    run = bizcase("pool", tmp_path, "--strict")
    assert (run.code, "bizcase: 1 advarsel; -v viser den" in run.err) == (1, True)
    assert "Tilbagebetalingstid over grænsen på 6 år, eller aldrig nået (-): S1 (11)." in run.out
    assert "warning[payback-over-limit]" in bizcase("pool", tmp_path, "-v").err
    records = bizcase("pool", tmp_path, "--strict", "--format", "jsonl")
    assert (records.code, records.err) == (1, "bizcase: 1 advarsel; -v viser den\n")
    (tmp_path / "s.yaml").write_text(SLOW + "accepted: {payback-over-limit: lovkrav}\n", "utf-8")
    accepted = bizcase("pool", tmp_path, "--strict")
    assert (accepted.code, "Accepteret med en begrundelse: S1: lovkrav" in accepted.out) == (0, True)


def test_figures_run_over_the_years_that_are_asked_for(tmp_path: Path) -> None:
    """1000 in 2026 and -100 a year from 2027: -200 of savings by 2028, -400 by 2030."""
    (tmp_path / "s.yaml").write_text(SLOW, "utf-8")
    short = bizcase("pool", tmp_path, "--layout", "figures", "--years", "2026-2028").out
    assert ("2026 p/l, 2026-2028" in short, " -200 " in short, " 800 " in short) == (True, True, True)
    longer = bizcase("pool", tmp_path, "--layout", "figures", "--years", "2026-2030").out
    assert (" -400 " in longer, " 600 " in longer) == (True, True)
    later = bizcase("pool", tmp_path, "--layout", "figures", "--years", "2027-2028").out
    row = next(line for line in later.splitlines() if line.startswith("S1"))
    assert row.split()[-6:] == ["0", "-200", "-200", "-100", "11", "11"]  # the cost of 2026 is in none of these years
    assert bizcase("pool", tmp_path, "--layout", "figures", "--years", "2026+").code == 2


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        (("--years", "2026-2028"), "--years: investment lægger alle sagens år sammen; fjern --years"),
        (("--years", "2026-2028", "--layout", "innovation"), "--years: innovation lægger alle sagens år sammen"),
        (("--years", "2026-2028", "--format", "html"), "eller tilføj --layout figures\n"),
        (("--layout", "profile", "--sort", "id"), "har en række pr. udvalg og ingen sager; fjern --sort\n"),
        (("--layout", "profile", "--sort", "id", "--budget", "5"), "fjern --budget og --sort\n"),
        (("--format", "jsonl", "--unit", "mio"), "rummer en post pr. sag og ingen oversigt; fjern --unit\n"),
        (
            ("--format", "csv", "--layout", "figures", "--kind", "idea", "--budget", "5"),
            "--layout, --kind og --budget\n",
        ),
    ],
)
def test_an_option_that_would_do_nothing_is_refused_by_its_name(
    tmp_path: Path, options: tuple[str, ...], refused: str
) -> None:
    """And no other is named; where records run over the years that are asked for, they do."""
    (tmp_path / "s.yaml").write_text(SLOW, "utf-8")
    run = bizcase("pool", tmp_path, *options)
    assert (run.code, run.out, refused in run.err) == (2, "", True)
    assert bizcase("pool", tmp_path, "--years", "2026-2028", "--format", "csv").code == 0


def test_warnings_are_counted_in_the_number_that_there_are(tmp_path: Path) -> None:
    """One is shown as one, two as several."""
    (tmp_path / "s.yaml").write_text(SLOW, "utf-8")
    assert "bizcase: 1 advarsel; -v viser den\n" in bizcase("pool", tmp_path).err
    (tmp_path / "t.yaml").write_text(SLOW.replace("S1", "S2"), "utf-8")
    assert "bizcase: 2 advarsler; -v viser dem\n" in bizcase("pool", tmp_path).err


def test_a_case_is_counted_once_and_its_twin_is_named(tmp_path: Path) -> None:
    """Two files of one id and price level are one case; the same number in another year's pool is another case."""
    (tmp_path / "a.yaml").write_text(SLOW, "utf-8")
    (tmp_path / "b.yaml").write_text(SLOW.replace("Langsom", "Kopi"), "utf-8")
    run = bizcase("pool", tmp_path)
    assert (run.code, "Langsom" in run.out, "Kopi" in run.out) == (1, True, False)
    assert f"1 fil er udeladt, fordi den har fejl:\n{tmp_path / 'b.yaml'} (1 fejl)" in run.out
    records = bizcase("pool", tmp_path, "--format", "jsonl").out.splitlines()
    assert [json.loads(line).get("errors") for line in records] == [None, 1]
    (tmp_path / "b.yaml").write_text(SLOW.replace("price_level: 2026", "price_level: 2025"), "utf-8")
    assert bizcase("validate", tmp_path).code == 0
    (tmp_path / "prices.yaml").write_text("name: N\nsource: S\nchanges: {general: {2026: 2%}}\n", "utf-8")
    converted = bizcase("pool", tmp_path, "--price-level", "2026", "--prices", tmp_path / "prices.yaml").out
    assert converted.count("S1 ") == 4  # two rows, and the note on both


def test_a_companion_among_cases_is_no_case(tmp_path: Path) -> None:
    """Targets in a folder are passed over and counted; named, they are told what they are, or refused."""
    (tmp_path / "a.yaml").write_text(SLOW, "utf-8")
    companion = tmp_path / "targets.yaml"
    companion.write_text("unit: mio. kr.\ntargets: {BIU: {2027: 1}}\n", "utf-8")
    run = bizcase("validate", tmp_path)
    assert (run.code, run.err.splitlines()[-1]) == (0, "1 fil, 0 fejl, 1 advarsel, 1 sprunget over, som ikke er sager")
    assert "rummer måltal og er ikke en sag; sprunget over" in bizcase("validate", companion).err
    assert "rummer måltal og er ikke en sag; sprunget over" in bizcase("pool", tmp_path, "-v").err
    assert (bizcase("pool", tmp_path).code, bizcase("pool", companion).code, bizcase("calc", companion).code) == (
        0,
        2,
        2,
    )


@pytest.mark.parametrize("budget", ["1.250", "375000000", "-1", "mange"])
def test_a_budget_that_may_be_another_is_refused(budget: str) -> None:
    """1.250 may be one and a quarter; 375000000 mio. is what somebody writes who counts in kroner."""
    run = bizcase("pool", POOL, "--layout", "innovation", "--budget", budget)
    assert (run.code, run.out) == (2, "")


def test_a_pool_in_another_unit() -> None:
    """9,6 million of seven cases are 9.598 thousand, worked out from what each of them asks for."""
    run = bizcase("pool", POOL, "--layout", "innovation", "--unit", "1000")
    assert "1.000 kr. 2018 p/l" in run.out

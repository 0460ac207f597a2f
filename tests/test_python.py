"""The public interface for Python: what it promises, what it gives for files with errors, and that it keeps quiet."""

import doctest
import inspect
import json
import os
import pickle
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import pytest
from jsonschema import Draft7Validator
from support import CASES, HEAD, ROOT, bizcase

import bizcase as api

TEXT = (ROOT / "docs/python.md").read_text("utf-8")
SESSION = "".join(re.findall(r"^```pycon\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL))

LENT = """\
unit: mio. kr.
last_year: 2020
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2018: 2}, funding: internal_loan}
  - {name: B, steering_area: Service, amounts: {2018: 1}, split: {ØU: 50%, KFU: 50%}}
efficiencies:
  - {name: C, steering_area: Service, amounts: {2019+: -3}}
internal_loan: {repayment: 2019-2020}
"""
"""In 1.000 kr.: 2.000 lent and 1.000 paid in 2018; 3.000 saved and 1.000 paid back in 2019 and in 2020.

Net: 2018 is 2.000 + 1.000 - 2.000 = 1.000; 2019 and 2020 are -3.000 + 1.000 = -2.000 each.
"""


@pytest.fixture
def lent(tmp_path: Path) -> Path:
    """A case with a loan and a split, counted in mio. kr."""
    path = tmp_path / "lent.yaml"
    path.write_text(HEAD + LENT, "utf-8")
    return path


def test_the_examples_of_the_page_give_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in the repository's root, one after the other."""
    monkeypatch.chdir(ROOT)
    examples = doctest.DocTestParser().get_doctest(SESSION, {}, "docs/python.md", "docs/python.md", 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(examples, out=said.append)
    assert result.attempted >= 15
    assert not result.failed, "".join(said)


def test_every_name_is_on_the_page_and_documented() -> None:
    """What is promised is described where it is promised, and where an editor shows it."""
    assert set(api.__all__) <= set(re.findall(r"`(\w+)", TEXT))
    for name in api.__all__:
        assert inspect.getdoc(getattr(api, name)), name
    assert set(api.__all__) <= set(dir(api))


def test_a_name_that_is_not_there_is_told_as_usual() -> None:
    """An editor and `hasattr` depend on it."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = api.nothing  # type: ignore[attr-defined]  # a checker knows it too


def test_importing_loads_nothing() -> None:
    """The command starts with this package; pydantic, YAML and pandas wait until a name is used."""
    code = "import sys, bizcase; print(*[name for name in sys.modules if name.startswith('bizcase.')]); bizcase.load"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_amounts_are_in_thousands_whatever_the_file_counts_in(lent: Path) -> None:
    """Worked out by hand above; costs positive, savings negative."""
    result = api.calculate(lent)
    assert result.net_effect.by_year == {2018: 1000, 2019: -2000, 2020: -2000}
    assert result.implementation_costs.by_committee["KFU"].by_year == {2018: 500, 2019: 0, 2020: 0}
    assert result.efficiencies.total.lasting == -3000
    assert result.loan is not None
    assert result.loan.drawn.by_year == {2018: 2000, 2019: 0, 2020: 0}
    assert result.over(range(2020, 2023)).net_effect.by_year == {2020: -2000, 2021: -3000, 2022: -3000}


def test_a_frame_of_a_case_adds_up_to_its_net_effect(lent: Path) -> None:
    """No sum is among the rows; floats by default, exact on request."""
    result = api.calculate(lent)
    frame = api.to_frame(result)
    assert frame.sum().to_dict() == {2018: 1000.0, 2019: -2000.0, 2020: -2000.0}
    assert set(frame.dtypes) == {pandas.Series([1.0]).dtype}
    assert frame.loc[("implementation_costs", "B", "Service", "KFU"), 2018] == 500
    assert isinstance(api.to_frame(result, exact=True)[2018].sum(), Decimal)
    assert api.to_frame(result.net_effect)["amount"].to_dict() == {2018: 1000.0, 2019: -2000.0, 2020: -2000.0}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_real_case_is_the_same_from_python(path: Path) -> None:
    """Its record is what the command prints, and fits the schema; its frame adds up."""
    result = api.calculate(path)
    record = json.loads(json.dumps(result.record(), default=float))
    schema = json.loads((ROOT / "schemas/result-line.schema.json").read_text("utf-8"))
    assert Draft7Validator(schema).is_valid(record)
    assert api.to_frame(result, exact=True).sum().to_dict() == result.net_effect.by_year


def test_records_and_frame_of_a_pool_are_what_the_command_prints(tmp_path: Path) -> None:
    """The same keys, the same figures, the same columns."""
    lines = bizcase("pool", "cases", "--format", "jsonl", "--years", "2026-2028").out.splitlines()
    bizcase("pool", "cases", "tests/samples/refused/date.yaml", "--format", "csv", "-o", tmp_path / "pool.csv")
    paths = [os.path.relpath(ROOT / "cases"), os.path.relpath(ROOT / "tests/samples/refused/date.yaml")]
    pool = api.pool(*paths)
    printed = [json.loads(line) | {"path": ""} for line in lines]
    records = [record | {"path": ""} for record in pool.records(range(2026, 2029))]
    assert json.loads(json.dumps(records, default=float)) == printed
    csv = pandas.read_csv(tmp_path / "pool.csv")
    frame = api.to_frame(pool)
    assert list(frame.columns) == list(csv.columns)
    column = "implementation_costs.over_own_years"
    assert frame[column].dropna().tolist() == csv[column].dropna().tolist()
    assert frame["errors"].tolist()[-1] == 1


def test_a_wrong_case_is_one_exception_with_its_findings() -> None:
    """And it can be sent from process to process."""
    path = ROOT / "tests/samples/refused/date.yaml"
    with pytest.raises(api.FaultyFileError, match=r"date\.yaml:9:21: error\[not-a-number\]") as raised:
        api.calculate(path)
    error = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - our own
    assert (error.path, [finding.code for finding in error.findings]) == (str(path), ["not-a-number"])


def test_figures_of_a_case_that_differs_from_its_paper_are_asked_for(lent: Path) -> None:
    """The case can be calculated, but nobody gets a figure of it by accident."""
    lent.write_text(HEAD + LENT + "published: {source: Papiret, net_effect: {2019: -7}}\n", "utf-8")
    with pytest.raises(api.FaultyFileError, match="published-mismatch"):
        api.calculate(lent)
    result = api.calculate(lent, allow_errors=True)
    assert result.net_effect.at(2019) == -2000
    assert [finding.fails for finding in result.findings] == [True]
    assert repr(result).endswith(", with errors>")
    assert "error[published-mismatch]" in result._repr_html_().partition("<iframe")[0]


def test_what_cannot_be_read_or_is_no_case_is_a_finding(tmp_path: Path) -> None:
    """Nothing but a wrong profile raises; a file that only lies among cases is passed over, unless it is named."""
    targets = tmp_path / "targets.yaml"
    targets.write_text("targets: {2026: {ØU: -1}}\n", "utf-8")
    (tmp_path / "a.yaml").write_text(HEAD + LENT, "utf-8")
    (tmp_path / "b.yaml").write_text(HEAD + LENT, "utf-8")
    assert [finding.code for finding in api.load(tmp_path / "none.yaml").findings] == ["unreadable-file"]
    assert [finding.code for finding in api.load("-").findings] == ["unreadable-file"]
    assert [finding.code for finding in api.load(targets).errors] == ["wrong-type"]
    pool = api.pool(tmp_path)
    assert [Path(file.path).name for file in pool.left_out] == ["b.yaml"]  # the same id
    assert [finding.code for finding in api.pool(targets).findings] == ["wrong-type"]
    assert "duplicate-id" in {finding.code for finding in api.validate(tmp_path)}


def test_a_profile_of_ones_own(tmp_path: Path, lent: Path) -> None:
    """Loaded once, or named; a wrong one raises with its findings, in the language that is asked for."""
    profile = api.load_profile(ROOT / "src/bizcase/profiles/copenhagen.yaml")
    assert api.calculate(lent, profile=profile).net_effect == api.calculate(lent).net_effect
    wrong = tmp_path / "profile.yaml"
    wrong.write_text("municipality: X\n", "utf-8")
    with pytest.raises(api.FaultyFileError) as raised:
        api.validate(lent, profile=wrong, language="en")
    assert {finding.code for finding in raised.value.findings} == {"missing-key"}
    with pytest.raises(TypeError, match="has its profile already"):
        api.calculate(api.load(lent), profile=wrong)


def test_nothing_is_printed(lent: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither for a good file nor for a bad one."""
    api.to_frame(api.pool(lent, ROOT / "tests/samples/refused"))
    api.calculate(lent).html("all")
    api.validate(ROOT / "tests/samples/refused")
    assert capfd.readouterr() == ("", "")


def test_what_a_notebook_shows_is_short_and_by_itself(lent: Path) -> None:
    """A line for each value; Tabel 1 in a frame, so that no style and no name of ours meets the notebook's."""
    result, pool = api.calculate(lent), api.pool(lent)
    shown: list[Any] = [result, pool, pool.cases[0], result.net_effect, result.efficiencies, result.efficiencies.lines]
    for value in [*shown, api.load(lent), api.load("none.yaml").findings]:
        assert len(repr(value)) < 200, repr(value)
    assert repr(result.net_effect) == "Flow(2018: 1000, 2019: -2000, 2020: -2000, lasting: -3000)"
    html = result._repr_html_()
    assert html.count("<") == 2
    assert "Tabel 1" in html


def test_without_pandas_the_remedy_is_said(lent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, and nothing else fails for it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="python -m pip install pandas"):
        api.to_frame(api.calculate(lent))

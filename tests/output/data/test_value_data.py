"""What cases are worth, for scripts: JSON by its schema, JSON lines and CSV with the same figures."""

import csv
import json
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft7Validator
from support import HEAD, copenhagen, left_out_file, result_of

from bizcase.engine.present_value import Asked, valuation
from bizcase.engine.value_case import value_case_of
from bizcase.output.data.render import DataForm, values
from bizcase.output.data.value_shape import value_schema

INVESTMENT = """\
last_year: 2022
implementation_costs: [{name: System, steering_area: Service, amounts: {2018: 1000, 2019: 500}}]
efficiencies: [{name: Besparelse, steering_area: Service, amounts: {2019: -300, 2020+: -600}}]
"""
COST = "implementation_costs: [{name: A, steering_area: Service, amounts: {2019: 10}}]\n"
SAVING = "efficiencies: [{name: B, steering_area: Anlæg, amounts: {2019: -10}}]\n"


def written(form: DataForm, *lines: str) -> str:
    """Cases of these lines in a form, and a file that was left out."""
    discount = copenhagen().discounting
    assert discount is not None
    cases = [
        value_case_of(result_of(each, HEAD.replace("X1", f"X{number}")), f"{number}.yaml", copenhagen())
        for number, each in enumerate(lines)
    ]
    return "".join(values(form, valuation(cases, Asked(discount, (10,))), [left_out_file("x.yaml", 2)]))


@pytest.mark.parametrize("lines", [(), (INVESTMENT,), (COST,), (SAVING,), (INVESTMENT, COST, f"kind: idea\n{SAVING}")])
def test_every_document_fits_the_schema(lines: tuple[str, ...]) -> None:
    """No case, one, several; without costs, without savings; with a pool and without."""
    Draft7Validator.check_schema(value_schema())
    document = json.loads(written("json", *lines))
    assert [error.message for error in Draft7Validator(value_schema()).iter_errors(document)] == []
    assert document["left_out"] == [{"path": "x.yaml", "errors": 2}]


def holders(document: Any) -> tuple[dict[str, Any], ...]:
    """The objects of a document, from the whole to a horizon."""
    value = document["cases"][0]["value"]
    return document, document["cases"][0], value, value["discount"], value["horizons"][1], value["payback"]["total"]


@pytest.mark.parametrize("number", range(6))
def test_a_key_that_is_missing_or_new_does_not_fit(number: int) -> None:
    """The same keys always."""
    for key in (*holders(json.loads(written("json", INVESTMENT)))[number], None):
        broken = json.loads(written("json", INVESTMENT))
        if key is None:
            holders(broken)[number]["new"] = 1
        else:
            del holders(broken)[number][key]
        assert not Draft7Validator(value_schema()).is_valid(broken), key


def test_figures_are_exact() -> None:
    """1000 + 500 / 1,035 has twelve decimals; rates are shares; the fraction of a year stands beside the whole ones."""
    document: Any = json.loads(written("json", INVESTMENT), parse_float=Decimal)
    assert document["pool"] is None
    (case,) = document["cases"]
    value = case["value"]
    assert (value["base_year"], value["timing"], value["price_level"]) == (2018, "start", 2018)
    assert value["discount"]["name"] == "Finansministeriet, 7. januar 2021"
    assert value["discount"]["rates"][1] == {"from_year": 36, "rate": Decimal("0.025")}
    first, second = value["horizons"]
    assert (first["last_year"], second["last_year"]) == (2022, 2027)
    assert first["costs"] == round(1000 + 500 / Decimal("1.035"), 12)
    assert first["npv"] == -first["gain"] == Decimal("-430.900665263953")  # by fractions
    assert first["irr"]["status"] == "found"
    assert value["payback"]["total"] == {"status": "reached", "years": 4, "reached_in": 2021, "fraction": 4}
    assert value["payback_discounted"]["total"]["years"] == 5
    assert round(value["payback_discounted"]["total"]["fraction"], 5) == Decimal("4.17589")


def test_what_there_is_none_of_is_null() -> None:
    """B/C without costs, a rate without a change of sign, a payback without investment, a first year's fraction."""
    (saving,) = json.loads(written("json", SAVING))["cases"]
    worth = saving["value"]["horizons"][0]
    assert (worth["bcr"], worth["irr"]) == (None, {"status": "no_sign_change", "rate": None})
    blank = {"status": "no_investment", "years": None, "reached_in": None, "fraction": None}
    assert saving["value"]["payback"] == {"rule": "inclusive", "service": blank, "total": blank}
    (covered,) = json.loads(written("json", f"{COST}{SAVING.replace('Anlæg', 'Service')}"))["cases"]
    reached = {"status": "reached", "years": 1, "reached_in": 2019, "fraction": None}
    assert covered["value"]["payback_discounted"]["total"] == reached


def test_a_pool_has_no_rate_and_no_paybacks_and_says_what_it_adds_up() -> None:
    """Otherwise it has what a case has."""
    document = json.loads(written("json", INVESTMENT, COST, f"kind: idea\n{SAVING}"))
    assert document["in_pool"] == ["X0", "X1"]
    of_a_case = document["cases"][0]["value"]
    assert set(document["pool"]) == set(of_a_case) - {"payback", "payback_discounted"}
    assert set(document["pool"]["horizons"][0]) == set(of_a_case["horizons"][0]) - {"irr"}


def test_lines_are_the_same_one_below_the_other() -> None:
    """Cases, then the pool, then what was left out, each with the version of the format."""
    document = json.loads(written("json", INVESTMENT, COST))
    lines = [json.loads(line) for line in written("jsonl", INVESTMENT, COST).splitlines()]
    assert all(line.pop("schema_version") == 1 for line in lines)
    pool = {"pool": document["pool"], "in_pool": document["in_pool"]}
    assert lines == [*document["cases"], pool, *document["left_out"]]
    assert len(written("jsonl", COST).splitlines()) == 2


def test_csv_has_one_figure_a_row_and_its_conventions_beside_it() -> None:
    """The figures of the JSON, of cases and of the pool; a file that was left out has its path and its errors."""
    document = json.loads(written("json", INVESTMENT, COST), parse_float=Decimal)
    *figures, left_out = csv.DictReader(StringIO(written("csv", INVESTMENT, COST)))
    assert (left_out["path"], left_out["errors"], left_out["amount"]) == ("x.yaml", "2", "")
    for row in figures:
        conventions = row["price_level"], row["base_year"], row["timing"], row["discount"], row["rates"]
        name = "Finansministeriet, 7. januar 2021"
        assert conventions == ("2018", "2018", "start", name, "0:0.035 36:0.025 71:0.015")
    found = {(row["scope"], row["id"], row["last_year"], row["figure"]): row["amount"] for row in figures}
    assert len(found) == len(figures)
    for scope, identity, value in (("case", "X0", document["cases"][0]["value"]), ("pool", "", document["pool"])):
        for worth in value["horizons"]:
            for figure in ("costs", "efficiencies", "income", "npv", "gain", "annuity", "bcr"):
                assert Decimal(found[scope, identity, str(worth["last_year"]), figure]) == worth[figure]
    assert found["case", "X0", "", "payback_discounted.total"] == "5"
    assert found["case", "X1", "2022", "irr"] == ""

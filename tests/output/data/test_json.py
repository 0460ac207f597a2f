"""Calculated cases as JSON: a shape that stays, and numbers with all their digits."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import HEAD, left_out_file, result_of

from bizcase.output.data.case_json import render
from bizcase.output.data.json_text import to_json, to_json_line

LINES = """\
implementation_costs:
  - {name: A, steering_area: Service, amounts: {2018: 1025.5, 2019: 500}, split: {ØU: 50%, KFU: 50%}}
efficiencies:
  - {name: B, steering_area: EO, amounts: {2020+: -999999999999.9999}}
last_year: 2020
"""


def document(lines: str = LINES) -> Any:
    """The JSON of one case, with exact numbers."""
    return json.loads("".join(render([result_of(lines)], [])), parse_float=Decimal)


def test_a_case_has_every_key_with_its_figures() -> None:
    """The whole shape, worked out by hand."""
    years = {"2018": Decimal("1025.5"), "2019": 500, "2020": 0}
    saved = {"2018": 0, "2019": 0, "2020": Decimal("-999999999999.9999")}
    nil = {"2018": 0, "2019": 0, "2020": 0}
    first, second = ({"2018": Decimal(part), "2019": 250} for part in ("512.7", "512.8"))
    never = {"status": "no_savings", "years": None, "reached_in": None}
    reached = {"status": "reached", "years": 3, "reached_in": 2020}
    assert document()["cases"] == [
        {
            "id": "X1",
            "title": "Prøve",
            "kind": "investment",
            "administration": "ØKF",
            "approval": None,
            "dated": None,
            "price_level": 2018,
            "converted": {
                "from": None,
                "index": None,
                "source": None,
                "factors": {},
                "rests_on_estimates": False,
                "payback_changes": False,
            },
            "unit": "1.000 kr.",
            "years": [2018, 2019, 2020],
            "assumptions": [],
            "derived": [],
            "implementation_costs": {
                "lines": [
                    {
                        "name": "A",
                        "steering_area": "Service",
                        "amounts": years,
                        "total": Decimal("1525.5"),
                        "by_committee": {
                            "ØU": nil | {"2018": Decimal("512.7"), "2019": 250},
                            "KFU": nil | {"2018": Decimal("512.8"), "2019": 250},
                        },
                        "own_figures": [],
                        "fte": nil,
                        "from": [],
                    }
                ],
                "by_steering_area": {"Service": years},
                "total": years,
            },
            "income": {"lines": [], "by_steering_area": {}, "total": nil},
            "efficiencies": {
                "lines": [
                    {
                        "name": "B",
                        "steering_area": "Overførsler (EO)",
                        "amounts": saved,
                        "total": saved["2020"],
                        "by_committee": {"ØU": saved},
                        "own_figures": [],
                        "fte": nil,
                        "from": [],
                    }
                ],
                "by_steering_area": {"Overførsler (EO)": saved},
                "total": saved,
            },
            "lasting_effect": {"total": saved["2020"], "by_steering_area": {"Overførsler (EO)": saved["2020"]}},
            "internal_loan": None,
            "net_effect": years | {"2020": Decimal("-999999999999.9999")},
            "cumulative": {"2018": Decimal("1025.5"), "2019": Decimal("1525.5"), "2020": Decimal("-999999998474.4999")},
            "total": Decimal("-999999998474.4999"),
            "payback": {"rule": "inclusive", "service": never, "total": reached},
            "by_committee": {
                # 1025,5 in halves is 512,75, so 512,8 twice, and the first of equals gives 0,1 back
                "ØU": {"implementation_costs": nil | first, "income": nil, "efficiencies": saved},
                "KFU": {"implementation_costs": nil | second, "income": nil, "efficiencies": nil},
            },
        }
    ]


def test_a_loan_shows_what_is_drawn_paid_back_and_owed() -> None:
    """All three rows of the loan in Tabel 1's sign: what is drawn is negative."""
    lines = (
        "implementation_costs: [{name: A, steering_area: Service, amounts: {2018: 100}, funding: internal_loan}]\n"
        "internal_loan: {repayment: 2019, rate: 3.5%}\n"
    )
    assert document(lines)["cases"][0]["internal_loan"] == {
        "drawn": {"2018": -100, "2019": 0},
        "repayment": {"2018": 0, "2019": 100},
        "interest": {"2018": 0, "2019": Decimal("3.5")},
    }


def test_files_left_out_are_named() -> None:
    """The object has the same keys, whatever is in them."""
    parsed = json.loads("".join(render([], [left_out_file("x.yaml", 2)])))
    assert parsed == {"schema_version": 1, "cases": [], "left_out": [{"path": "x.yaml", "errors": 2}]}


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=7))
def test_numbers_keep_every_digit(amount: Decimal) -> None:
    """A number read back is the same number, and never a text."""
    assert Decimal(to_json(amount)) == amount
    assert json.loads(to_json([amount]), parse_float=Decimal, parse_int=Decimal) == [amount]


def test_the_same_input_gives_the_same_bytes() -> None:
    """Nothing of a run but its input is in the output."""
    assert "".join(render([result_of(LINES)], [])) == "".join(render([result_of(LINES, HEAD)], []))


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ({"a": Decimal("1025.0"), "b": [Decimal(-3), None, "ø"]}, '{"a": 1025, "b": [-3, null, "ø"]}'),
        (
            {"a": Decimal("0.1"), "b": [Decimal("1E+3"), {"c": Decimal("-2.50")}]},
            '{"a": 0.1, "b": [1000, {"c": -2.5}]}',
        ),
        ({"a": Decimal("12345678901234567890.0001")}, '{"a": 12345678901234567890.0001}'),
    ],
)
def test_a_line_of_json_keeps_every_digit_too(value: Any, line: str) -> None:
    """Whole numbers go the fast way, decimals the exact one, and nobody can tell."""
    assert to_json_line(value) == line

"""Calculated cases as CSV: one figure a row, adding up to the net effect."""

import csv
import pickle
from collections import defaultdict
from decimal import Decimal
from io import StringIO

import pytest
from support import CASES, ROOT, copenhagen, left_out_file, result_of

from bizcase.engine.pool_case import pool_case_of
from bizcase.examine.one import examine
from bizcase.output.data.case_csv import render
from bizcase.output.data.csv_style import DANISH
from bizcase.output.data.pool_cases import LineForm, Records

LINES = """\
implementation_costs:
  - {name: "A, B", steering_area: Service, amounts: {2018: 1025.5}, split: {ØU: 50%, KFU: 50%}}
"""
HEAD = "schema_version,id,title,price_level,converted_from,figure,name,steering_area,committee,year,amount,path,errors"


def test_the_rows_by_hand() -> None:
    """Halves of 1.025,5 are 512,7 and 512,8; a payback without savings has no years."""
    assert "".join(render([result_of(LINES)], [left_out_file("x.yaml", 2)])).splitlines() == [
        HEAD,
        '1,X1,Prøve,2018,,implementation_costs,"A, B",Service,ØU,2018,512.7,,',
        '1,X1,Prøve,2018,,implementation_costs,"A, B",Service,KFU,2018,512.8,,',
        "1,X1,Prøve,2018,,net_effect,,,,2018,1025.5,,",
        "1,X1,Prøve,2018,,cumulative,,,,2018,1025.5,,",
        "1,X1,Prøve,2018,,payback.service,no_savings,,,,,,",
        "1,X1,Prøve,2018,,payback.total,no_savings,,,,,,",
        "1,,,,,,,,,,,x.yaml,2",
    ]


@pytest.mark.parametrize("path", [*CASES, ROOT / "tests/samples/tables/many-areas.yaml"], ids=lambda path: path.stem)
def test_lines_and_loan_add_up_to_the_net_effect(path: object) -> None:
    """Year by year, for every real case."""
    result = examine(str(path), copenhagen()).kept
    assert result is not None
    sums: dict[str, Decimal] = defaultdict(Decimal)
    net_effect: dict[str, Decimal] = {}
    for row in csv.DictReader(StringIO("".join(render([result], [])))):
        part, _, _ = row["figure"].partition(".")
        if part in ("implementation_costs", "efficiencies", "internal_loan"):
            sums[row["year"]] += Decimal(row["amount"])
        elif part == "net_effect":
            net_effect[row["year"]] = Decimal(row["amount"])
    assert sums == net_effect
    assert list(net_effect.values()) == list(result.net_effect.figures)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_line_is_the_same_whoever_writes_it(form: LineForm) -> None:
    """A process that is handed what writes records writes the line that this one does, in the years and the style."""
    records, result = Records(copenhagen(), range(2018, 2021), DANISH), result_of(LINES)
    elsewhere = pickle.loads(pickle.dumps(records.keeping_lines(form)))  # noqa: S301 - from ourselves
    assert elsewhere(result, "x.yaml") == records.line(form, pool_case_of(result, "x.yaml"))

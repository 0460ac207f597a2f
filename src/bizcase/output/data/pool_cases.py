"""Cases of a pool for scripts: a JSON object a line, or a row of CSV; exact numbers in 1.000 kr."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO
from typing import Any

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Profile
from bizcase.engine.flow import Flow
from bizcase.engine.pool_case import PoolCase
from bizcase.engine.result import PaybackTime
from bizcase.examine.one import Outcome
from bizcase.output.data.json_text import to_json, to_json_line
from bizcase.output.data.result_shape import LEFT_OUT, LEFT_OUT_OF_A_POOL, POOL_CASE, SCHEMA_VERSION
from bizcase.output.data.shape import leaves, writer

_as_case, _as_left_out = writer(POOL_CASE), writer(LEFT_OUT)
_as_left_out_of_a_pool = writer(LEFT_OUT_OF_A_POOL)


def json_line(case: PoolCase | Outcome[Any]) -> str:
    """A case, or a file that was left out, as one line of JSON."""
    return to_json_line(_as_object(case)) + "\n"


def json_document(cases: Iterable[PoolCase | Outcome[Any]]) -> str:
    """All cases as one JSON object."""
    every = list(cases)
    document = {
        "schema_version": SCHEMA_VERSION,
        "cases": [_as_object(case) for case in every if isinstance(case, PoolCase)],
        "left_out": [_as_left_out(case) for case in every if isinstance(case, Outcome)],
    }
    return to_json(document) + "\n"


def csv_header(profile: Profile) -> str:
    """The header row: the keys of the JSON object, joined by points."""
    return _csv_row([*_flattened(_BLANK, profile), "errors"])


def csv_row(case: PoolCase | Outcome[Any], profile: Profile) -> str:
    """A case as a row; a file that was left out has its path and its errors and is blank otherwise."""
    if isinstance(case, Outcome):
        blank: dict[str, Any] = dict.fromkeys(_flattened(_BLANK, profile))
        return _csv_row([*(blank | {"schema_version": SCHEMA_VERSION, "path": case.path}).values(), case.errors])
    return _csv_row([*_flattened(case, profile).values(), None])


def _as_object(case: PoolCase | Outcome[Any]) -> dict[str, Any]:
    written: dict[str, Any] = _as_left_out_of_a_pool(case) if isinstance(case, Outcome) else _as_case(case)
    return written


def _flattened(case: PoolCase, profile: Profile) -> dict[str, Any]:
    """The object's keys joined by points, with a column for every steering area of the profile."""
    return {key: value for key, _, value in leaves(POOL_CASE, case, profile.steering_areas)}


_NOWHERE = PaybackTime("no_investment")
_NO_YEARS = range(0)
_BLANK = PoolCase(
    path="",
    id="",
    title="",
    kind="",
    administration="",
    committee="",
    approval="",
    price_level=0,
    costs={},
    efficiencies={},
    lasting={},
    asked_of_the_pool=ZERO,
    net_effect=ZERO,
    payback_service=_NOWHERE,
    payback_total=_NOWHERE,
    efficiencies_by_committee={},
    years=_NO_YEARS,
    cost_flows={},
    flows={},
    net_flow=Flow(_NO_YEARS, ()),
)


def _csv_row(cells: Iterable[Any]) -> str:
    row = StringIO()
    csv.writer(row, lineterminator="\n").writerow(
        to_json(cell) if isinstance(cell, Decimal) else cell for cell in cells
    )
    return row.getvalue()

"""Cases of a pool as records for scripts: a JSON object a line, or a row of CSV; exact numbers in 1.000 kr."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO
from typing import Any

from bizcase.case.profile import Profile
from bizcase.engine.pool_case import ByName, PoolCase
from bizcase.engine.result import Payback
from bizcase.output.json_text import to_json, to_json_line
from bizcase.tables.paper import LeftOut

SCHEMA_VERSION = 1

NIL = Decimal(0)


def json_line(case: PoolCase | LeftOut) -> str:
    """A case, or a file that was left out, as one line of JSON."""
    return to_json_line(_as_object(case)) + "\n"


def json_document(cases: Iterable[PoolCase | LeftOut]) -> str:
    """All cases as one JSON object."""
    every = list(cases)
    document = {
        "schema_version": SCHEMA_VERSION,
        "cases": [_as_object(case) for case in every if isinstance(case, PoolCase)],
        "left_out": [{"path": case.path, "errors": case.errors} for case in every if isinstance(case, LeftOut)],
    }
    return to_json(document) + "\n"


def csv_header(profile: Profile) -> str:
    """The header row: the keys of the JSON object, joined by points."""
    return _csv_row([*_flattened(_BLANK, profile), "errors"])


def csv_row(case: PoolCase | LeftOut, profile: Profile) -> str:
    """A case as a row; a file that was left out has its path and its errors and is blank otherwise."""
    if isinstance(case, LeftOut):
        blank: dict[str, Any] = dict.fromkeys(_flattened(_BLANK, profile))
        return _csv_row([*(blank | {"schema_version": SCHEMA_VERSION, "path": case.path}).values(), case.errors])
    return _csv_row([*_flattened(case, profile).values(), None])


def _as_object(case: PoolCase | LeftOut) -> dict[str, Any]:
    if isinstance(case, LeftOut):
        return {"schema_version": SCHEMA_VERSION, "path": case.path, "errors": case.errors}
    return {
        **_head(case),
        "implementation_costs": _amounts(case.costs),
        "efficiencies": _amounts(case.efficiencies),
        "lasting_effect": _amounts(case.lasting),
        "net_effect": case.net_effect,
        "payback": {"service": _payback(case.payback_service), "total": _payback(case.payback_total)},
    }


def _head(case: PoolCase) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "path": case.path,
        "id": case.id,
        "title": case.title,
        "kind": case.kind,
        "administration": case.administration,
        "committee": case.committee,
        "approval": case.approval,
        "price_level": case.price_level,
    }


def _amounts(by_area: ByName) -> dict[str, Any]:
    return {"total": sum(by_area.values(), NIL), "by_steering_area": by_area}


def _payback(payback: Payback) -> dict[str, Any]:
    return {"status": payback.status, "years": payback.years, "reached_in": payback.reached_in}


def _flattened(case: PoolCase, profile: Profile) -> dict[str, Any]:
    """The object's keys joined by points, with a column for every steering area of the profile."""
    flat = _head(case)
    for name, amounts in (
        ("implementation_costs", case.costs),
        ("efficiencies", case.efficiencies),
        ("lasting_effect", case.lasting),
    ):
        flat[f"{name}.total"] = sum(amounts.values(), NIL)
        flat |= {f"{name}.by_steering_area.{area}": amounts.get(area, NIL) for area in profile.steering_areas}
    flat["net_effect"] = case.net_effect
    for basis, payback in (("service", case.payback_service), ("total", case.payback_total)):
        flat |= {f"payback.{basis}.{key}": value for key, value in _payback(payback).items()}
    return flat


_NOWHERE = Payback("no_investment")
_BLANK = PoolCase("", "", "", "", "", "", "", 0, {}, {}, {}, NIL, NIL, _NOWHERE, _NOWHERE, 0, {}, {})


def _csv_row(cells: Iterable[Any]) -> str:
    row = StringIO()
    csv.writer(row, lineterminator="\n").writerow(
        to_json(cell) if isinstance(cell, Decimal) else cell for cell in cells
    )
    return row.getvalue()

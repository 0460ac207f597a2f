"""Calculated cases as JSON: exact numbers in 1.000 kr., the same shape always."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from bizcase.engine.result import NamedYears, Payback, Result, Section
from bizcase.output.json_text import to_json, to_json_line
from bizcase.tables.paper import LeftOut

SCHEMA_VERSION = 1


def render(results: Iterable[Result], left_out: Iterable[LeftOut]) -> str:
    """The results of a run, and the files that it had to leave out."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "cases": [case(result) for result in results],
        "left_out": [{"path": file.path, "errors": file.errors} for file in left_out],
    }
    return to_json(document) + "\n"


def lines(results: Iterable[Result], left_out: Iterable[LeftOut]) -> str:
    """The same as JSON lines: an object a case, then one a file that was left out."""
    objects = [
        *({"schema_version": SCHEMA_VERSION, **case(result)} for result in results),
        *({"schema_version": SCHEMA_VERSION, "path": file.path, "errors": file.errors} for file in left_out),
    ]
    return "".join(f"{to_json_line(each)}\n" for each in objects)


def case(result: Result) -> dict[str, Any]:
    """One case."""
    years = result.years
    loan = result.loan
    return {
        "id": result.case.id,
        "title": result.case.title,
        "kind": result.case.kind,
        "administration": result.case.administration,
        "price_level": result.case.price_level,
        "unit": "1.000 kr.",
        "years": list(years),
        "implementation_costs": _section(result.implementation_costs, years),
        "efficiencies": _section(result.efficiencies, years),
        "internal_loan": loan
        and {
            "drawn": _by_year(loan.drawn, years),
            "repayment": _by_year(loan.repayment, years),
            "interest": _by_year(loan.interest, years),
        },
        "net_effect": _by_year(result.net_effect, years),
        "cumulative": _by_year(result.cumulative, years),
        "total": result.total,
        "payback": {"service": _payback(result.payback_service), "total": _payback(result.payback_total)},
        "by_committee": {
            committee: {
                "implementation_costs": _borne(result.implementation_costs.by_committee, committee, years),
                "efficiencies": _borne(result.efficiencies.by_committee, committee, years),
            }
            for committee in result.committees
        },
    }


def _section(section: Section, years: range) -> dict[str, Any]:
    return {
        "lines": [
            {
                "name": line.name,
                "steering_area": line.steering_area,
                "amounts": _by_year(line.amounts, years),
                "total": line.total,
                "by_committee": {name: _by_year(amounts, years) for name, amounts in line.by_committee.items()},
            }
            for line in section.lines
        ],
        "by_steering_area": {area: _by_year(amounts, years) for area, amounts in section.by_steering_area.items()},
        "total": _by_year(section.total, years),
    }


def _by_year(amounts: NamedYears, years: range) -> dict[str, Decimal]:
    """Every year of the table with its amount; a year that no period names is 0."""
    return {str(year): amount or Decimal(0) for year, amount in zip(years, amounts, strict=True)}


def _borne(by_committee: Mapping[str, NamedYears], committee: str, years: range) -> dict[str, Decimal]:
    return _by_year(by_committee.get(committee, (None,) * len(years)), years)


def _payback(payback: Payback) -> dict[str, Any]:
    return {"status": payback.status, "years": payback.years, "reached_in": payback.reached_in}

"""The JSON Schema of what `bizcase calc --format json` prints: the shape that scripts can rely on."""

from typing import Any

JsonSchema = dict[str, Any]

_YEAR = "^[0-9]{4}$"


def result_schema() -> JsonSchema:
    """The schema; every key is always there, and no other key is. Amounts are in 1.000 kr., savings negative."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Calculated business cases",
        **_object(
            {
                "schema_version": {"const": 1},
                "cases": {"type": "array", "items": {"$ref": "#/definitions/case"}},
                "left_out": {
                    "type": "array",
                    "description": "Files that have errors and are not calculated",
                    "items": _object({"path": _TEXT, "errors": {"type": "integer", "minimum": 0}}),
                },
            }
        ),
        "definitions": {
            "years": {
                "type": "object",
                "description": "An amount in 1.000 kr. for every year of the table",
                "propertyNames": {"pattern": _YEAR},
                "additionalProperties": _NUMBER,
            },
            "payback": _payback(),
            "section": _section(),
            "case": _case(),
        },
    }


_TEXT: JsonSchema = {"type": "string"}
_NUMBER: JsonSchema = {"type": "number"}
_YEARS: JsonSchema = {"$ref": "#/definitions/years"}


def _object(properties: JsonSchema) -> JsonSchema:
    """A mapping with just these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _by_name(values: JsonSchema) -> JsonSchema:
    """A mapping of the names of a profile."""
    return {"type": "object", "additionalProperties": values}


def _payback() -> JsonSchema:
    return _object(
        {
            "status": {"enum": ["reached", "never", "no_savings", "no_investment"]},
            "years": {"type": ["integer", "null"], "minimum": 0},
            "reached_in": {"type": ["integer", "null"]},
        }
    )


def _section() -> JsonSchema:
    line = _object(
        {"name": _TEXT, "steering_area": _TEXT, "amounts": _YEARS, "total": _NUMBER, "by_committee": _by_name(_YEARS)}
    )
    return _object({"lines": {"type": "array", "items": line}, "by_steering_area": _by_name(_YEARS), "total": _YEARS})


def _case() -> JsonSchema:
    section, payback = {"$ref": "#/definitions/section"}, {"$ref": "#/definitions/payback"}
    loan = _object({"drawn": _YEARS, "repayment": _YEARS, "interest": _YEARS})
    return _object(
        {
            "id": _TEXT,
            "title": _TEXT,
            "kind": {"enum": ["investment", "innovation", "pre_analysis", "efficiency"]},
            "administration": _TEXT,
            "price_level": {"type": "integer"},
            "unit": {"const": "1.000 kr."},
            "years": {"type": "array", "items": {"type": "integer"}, "minItems": 1},
            "implementation_costs": section,
            "efficiencies": section,
            "internal_loan": {"anyOf": [{"type": "null"}, loan]},
            "net_effect": _YEARS,
            "cumulative": _YEARS,
            "total": _NUMBER,
            "payback": _object({"service": payback, "total": payback}),
            "by_committee": _by_name(_object({"implementation_costs": _YEARS, "efficiencies": _YEARS})),
        }
    )

"""Calculated cases as JSON: exact numbers in 1.000 kr., the same shape always."""

from collections.abc import Iterable
from typing import Any

from bizcase.engine.result import Result
from bizcase.examine.one import Outcome
from bizcase.output.data.json_text import to_json, to_json_line
from bizcase.output.data.result_shape import CASE, LEFT_OUT, SCHEMA_VERSION
from bizcase.output.data.shape import writer

as_case, as_left_out = writer(CASE), writer(LEFT_OUT)


def render(results: Iterable[Result], left_out: Iterable[Outcome[Any]]) -> str:
    """The results of a run, and the files that it had to leave out."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "cases": [as_case(result) for result in results],
        "left_out": [as_left_out(file) for file in left_out],
    }
    return to_json(document) + "\n"


def lines(results: Iterable[Result], left_out: Iterable[Outcome[Any]]) -> str:
    """The same as JSON lines: an object a case, then one a file that was left out."""
    objects: list[dict[str, Any]] = [as_case(result) for result in results]
    objects += [as_left_out(file) for file in left_out]
    return "".join(f"{to_json_line({'schema_version': SCHEMA_VERSION, **each})}\n" for each in objects)

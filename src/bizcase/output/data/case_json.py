"""Calculated cases as JSON: exact numbers in 1.000 kr., the same shape always."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from bizcase.engine.result import Result
from bizcase.examine.one import Outcome
from bizcase.output.data.json_stream import document, pieces
from bizcase.output.data.result_shape import CASE, LEFT_OUT, SCHEMA_VERSION, VERSION
from bizcase.output.data.shape import Object

_VERSION: dict[str, Any] = {"schema_version": (lambda _: SCHEMA_VERSION, VERSION)}
_CASE_ON_A_LINE = Object(_VERSION | cast("Object", CASE.item).keys)
_LEFT_OUT_ON_A_LINE = Object(_VERSION | LEFT_OUT.keys)
_INDENT = "    "


def render(results: Iterable[Result], left_out: Iterable[Outcome[Any]]) -> Iterator[str]:
    """The results of a run, and the files that it had to leave out, piece by piece."""
    cases = (pieces(CASE, result, _INDENT) for result in results)
    files = (pieces(LEFT_OUT, file, _INDENT) for file in left_out)
    return document(SCHEMA_VERSION, {"cases": cases, "left_out": files})


def lines(results: Iterable[Result], left_out: Iterable[Outcome[Any]]) -> Iterator[str]:
    """The same as JSON lines: an object a case, then one a file that was left out."""
    for result in results:
        yield from pieces(_CASE_ON_A_LINE, result, None)
        yield "\n"
    for file in left_out:
        yield from pieces(_LEFT_OUT_ON_A_LINE, file, None)
        yield "\n"

"""The JSON Schemas of what `calc` and `pool` print as JSON and as lines of JSON: the shapes that scripts can rely on.

Every key is always there, and no other key is. Amounts are in 1.000 kr., costs positive and savings negative.
"""

from operator import attrgetter

from bizcase.output.data.pool_shape import pool_case
from bizcase.output.data.result_shape import A_LINE, CASE, CASE_ON_A_LINE, LEFT_OUT, LEFT_OUT_ON_A_LINE
from bizcase.output.data.shape import JsonSchema, ListOf, Object, Shape, document_schema


def result_schema() -> JsonSchema:
    """What `bizcase calc --format json` prints."""
    return document_schema("Calculated business cases", _cases(CASE))


def result_line_schema() -> JsonSchema:
    """A line of what `bizcase calc --format jsonl` prints."""
    return document_schema("A calculated business case, or a file left out", CASE_ON_A_LINE, LEFT_OUT_ON_A_LINE)


def pool_schema() -> JsonSchema:
    """What `bizcase pool --format json` prints."""
    return document_schema("Records of a pool", _cases(pool_case()))


def pool_line_schema() -> JsonSchema:
    """A line of what `bizcase pool --format jsonl` prints."""
    return document_schema("A record of a pool, or a file left out", pool_case(), LEFT_OUT_ON_A_LINE)


def _cases(case: Shape) -> Object:
    """A run's cases, and the files that it had to leave out."""
    left_out = ListOf(LEFT_OUT, "Files that have errors and are not calculated")
    lists: dict[str, Shape] = {"cases": ListOf(case), "left_out": left_out}
    return Object(A_LINE | {key: (attrgetter(key), shape) for key, shape in lists.items()})

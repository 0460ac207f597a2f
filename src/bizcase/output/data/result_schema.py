"""The JSON Schema of what `bizcase calc --format json` prints: the shape that scripts can rely on."""

from operator import attrgetter

from bizcase.output.data.result_shape import CASE, LEFT_OUT, PAYBACK, SECTION, VERSION, YEARS
from bizcase.output.data.shape import JsonSchema, ListOf, Object, Shape, schema


def result_schema() -> JsonSchema:
    """The schema; every key is always there, and no other key is. Amounts are in 1.000 kr., savings negative."""
    left_out = ListOf(LEFT_OUT, "Files that have errors and are not calculated")
    document: dict[str, Shape] = {"schema_version": VERSION, "cases": ListOf(CASE), "left_out": left_out}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Calculated business cases",
        **schema(Object({key: (attrgetter(key), shape) for key, shape in document.items()})),
        "definitions": {each.name: schema(each.item) for each in (YEARS, PAYBACK, SECTION, CASE)},
    }

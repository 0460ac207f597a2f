"""Which form data is given: cases in full, or in short for a pool."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, assert_never

from bizcase.engine.present_value import Valuation
from bizcase.engine.result import Result
from bizcase.examine.one import Outcome
from bizcase.output.data import case_csv, case_json, value_csv, value_json
from bizcase.output.data.csv_style import PLAIN, CsvStyle
from bizcase.output.data.pool_cases import LineForm, Record, Records
from bizcase.output.data.value_shape import Document

DataForm = Literal["json", "jsonl", "csv"]
"""Forms that scripts read."""


def cases(
    form: DataForm, results: Iterable[Result], left_out: Iterable[Outcome[Any]], style: CsvStyle = PLAIN
) -> Iterator[str]:
    """Every figure of some cases, and the files that had to be left out, piece by piece."""
    match form:
        case "csv":
            return case_csv.render(results, left_out, style)
        case "jsonl":
            return case_json.lines(results, left_out)
        case "json":
            return case_json.render(results, left_out)
        case _:
            assert_never(form)


def values(
    form: DataForm, valuation: Valuation, left_out: Sequence[Outcome[Any]], style: CsvStyle = PLAIN
) -> Iterator[str]:
    """What cases and their pool are worth, and the files that had to be left out."""
    document = Document(valuation, left_out)
    match form:
        case "csv":
            return value_csv.render(document, style)
        case "jsonl":
            return value_json.lines(document)
        case "json":
            return value_json.render(document)
        case _:
            assert_never(form)


def pool(form: DataForm, kept: Iterable[Record], records: Records) -> Iterator[str]:
    """Each case of a pool in short, and each file that had to be left out, as they come."""
    return records.json_document(kept) if form == "json" else pool_lines(form, kept, records)


def pool_lines(form: LineForm, kept: Iterable[Record | str], records: Records) -> Iterator[str]:
    """The same in a form with a line a record, where a case may be its line already."""
    if form == "csv":
        yield records.csv_header()
    for record in kept:
        yield records.line(form, record)

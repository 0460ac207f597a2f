"""Which form data is given: cases in full, or a record for each case of a pool."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, assert_never

from bizcase.case.profile import Profile
from bizcase.engine.pool_case import PoolCase
from bizcase.engine.result import Result
from bizcase.examine.one import Outcome
from bizcase.output.data import case_csv, case_json, records

DataForm = Literal["json", "jsonl", "csv"]
"""Forms that scripts read."""


def cases(form: DataForm, results: Iterable[Result], left_out: Iterable[Outcome[Any]]) -> str:
    """Every figure of some cases, and the files that had to be left out."""
    match form:
        case "csv":
            return case_csv.render(results, left_out)
        case "jsonl":
            return case_json.lines(results, left_out)
        case "json":
            return case_json.render(results, left_out)
        case _:
            assert_never(form)


def pool(form: DataForm, pool_cases: Iterable[PoolCase | Outcome[Any]], profile: Profile) -> Iterator[str]:
    """A record for each case of a pool, and for each file that had to be left out, as they come."""
    match form:
        case "csv":
            yield records.csv_header(profile)
            for case in pool_cases:
                yield records.csv_row(case, profile)
        case "jsonl":
            yield from map(records.json_line, pool_cases)
        case "json":
            yield records.json_document(pool_cases)
        case _:
            assert_never(form)

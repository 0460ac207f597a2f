"""Which form data is given: cases in full, or in short for a pool."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, assert_never

from bizcase.case.profile import Profile
from bizcase.engine.pool_case import PoolCase
from bizcase.engine.result import Result
from bizcase.examine.one import Outcome
from bizcase.output.data import case_csv, case_json, pool_cases

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


def pool(form: DataForm, cases_kept: Iterable[PoolCase | Outcome[Any]], profile: Profile) -> Iterator[str]:
    """Each case of a pool in short, and each file that had to be left out, as they come."""
    match form:
        case "csv":
            yield pool_cases.csv_header(profile)
            for case in cases_kept:
                yield pool_cases.csv_row(case, profile)
        case "jsonl":
            yield from map(pool_cases.json_line, cases_kept)
        case "json":
            yield pool_cases.json_document(cases_kept)
        case _:
            assert_never(form)

"""Cases of a pool for scripts: a JSON object a line, or a row of CSV; exact numbers in 1.000 kr."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Literal

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Profile
from bizcase.engine.flow import Flow
from bizcase.engine.pool_case import PoolCase, pool_case_of
from bizcase.engine.result import PaybackTime, Result
from bizcase.examine.one import Outcome
from bizcase.output.data.csv_style import PLAIN, CsvStyle
from bizcase.output.data.json_stream import document, pieces
from bizcase.output.data.json_text import to_json, to_json_line
from bizcase.output.data.pool_shape import pool_case
from bizcase.output.data.result_shape import LEFT_OUT, LEFT_OUT_ON_A_LINE, SCHEMA_VERSION, YEARS
from bizcase.output.data.shape import leaves, writer

Record = PoolCase | Outcome[Any]
"""A case, or a file that was left out."""

LineForm = Literal["jsonl", "csv"]
"""Forms that have a line a record."""


class Records:
    """Writes cases of a municipality; what they have by year runs over `years`, or over each one's own tables."""

    def __init__(self, profile: Profile, years: range | None = None, style: CsvStyle = PLAIN) -> None:
        self._made_of = profile, years, style
        self._years = years
        self._style = style
        self._shape = pool_case(years)
        self._as_case = writer(self._shape)
        self._as_left_out = writer(LEFT_OUT_ON_A_LINE)
        self._names: dict[str, Iterable[str]] = {
            "steering_area": profile.steering_areas,
            "committee": profile.committee_order,
        }

    def __reduce__(self) -> tuple[type["Records"], tuple[Any, ...]]:
        """A process that is handed these makes its own of the same."""
        return Records, self._made_of

    def keeping_lines(self, form: LineForm) -> Callable[[Result, str], str]:
        """What keeps of a calculated case its line and nothing else, wherever the case is calculated."""
        return partial(_line_of, self, form)

    def line(self, form: LineForm, record: Record | str) -> str:
        """A record as a line; a case may be one already."""
        if isinstance(record, str):
            return record
        return self.csv_row(record) if form == "csv" else self.json_line(record)

    def json_line(self, record: Record) -> str:
        """A record as one line of JSON."""
        return to_json_line(self.as_object(record)) + "\n"

    def json_document(self, records: Iterable[Record]) -> Iterator[str]:
        """All records as one JSON object, piece by piece; only the files that were left out are kept for the end."""
        left_out: list[Outcome[Any]] = []

        def cases() -> Iterator[Iterable[str]]:
            for record in records:
                if isinstance(record, Outcome):
                    left_out.append(record)
                else:
                    yield (to_json(self.as_object(record), "    "),)

        files = (pieces(LEFT_OUT, file, "    ") for file in left_out)
        return document(SCHEMA_VERSION, {"cases": cases(), "left_out": files})

    def csv_header(self) -> str:
        """The header row: the keys of the JSON object, joined by points."""
        return self._style.beginning + self._style.row(self.columns)

    def csv_row(self, record: Record) -> str:
        """A case as a row; a file that was left out has its path and its errors and is blank otherwise."""
        flat = self.flat_left_out(record.path, record.errors) if isinstance(record, Outcome) else self.flat(record)
        return self._style.row([*flat.values()])

    @property
    def columns(self) -> list[str]:
        """The keys of a row."""
        return [*self.flat(_BLANK)]

    def flat_left_out(self, path: str, errors: int) -> dict[str, Any]:
        """The row of a file that was left out."""
        return dict.fromkeys(self.columns) | {"schema_version": SCHEMA_VERSION, "path": path, "errors": errors}

    def as_object(self, record: Record) -> dict[str, Any]:
        """A record as dicts, lists, texts and exact numbers."""
        written: dict[str, Any] = (self._as_left_out if isinstance(record, Outcome) else self._as_case)(record)
        return written

    def flat(self, case: PoolCase) -> dict[str, Any]:
        """A case by the object's keys joined by points, every steering area and committee of the profile among them.

        There is a column a year where all cases have the same years; where each has its own, there is none.
        """
        flat: dict[str, Any] = {}
        for key, shape, value in leaves(self._shape, case, self._names):
            if shape is not YEARS:
                flat[key] = value
            elif self._years is not None:
                flat |= {f"{key}.{year}": amount for year, amount in value.by_year.items()}
        return flat | {"errors": None}


def _line_of(records: Records, form: LineForm, result: Result, path: str) -> str:
    return records.line(form, pool_case_of(result, path))


_NOWHERE = PaybackTime("no_investment")
_NO_YEARS = range(0)
_BLANK = PoolCase(
    path="",
    id="",
    title="",
    kind="",
    administration="",
    committee="",
    approval="",
    price_level=0,
    costs={},
    efficiencies={},
    lasting={},
    asked={},
    net_effect=ZERO,
    payback_service=_NOWHERE,
    payback_total=_NOWHERE,
    costs_by_committee={},
    efficiencies_by_committee={},
    years=_NO_YEARS,
    cost_flows={},
    income_flows={},
    flows={},
    net_flow=Flow(_NO_YEARS, ()),
)

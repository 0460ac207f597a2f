"""Tables for pandas, where it is installed: floats to count with, or exact Decimals."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bizcase.api.finding import Finding
from bizcase.api.pools import Pool
from bizcase.api.result import Result
from bizcase.engine.flow import Flow
from bizcase.output.data.pool_cases import Records

if TYPE_CHECKING:
    import pandas


def to_frame(
    value: Result | Pool | Flow | Iterable[Finding], *, exact: bool = False, years: range | None = None
) -> "pandas.DataFrame":
    """A pandas DataFrame of what this program gives; amounts are in 1.000 kr., costs positive and savings negative.

    - Of a Result: a row for what one committee bears of one line, and one for each row of the loan, with a column a
      year. Sums are not among them, so the rows add up to the net effect.
    - Of a Pool: a row a case, with the columns of `pool --format csv`, and a row with its `errors` for each file that
      was left out. `years` brings a column for each of them.
    - Of a Flow: a row a year. Of findings: a row each.

    Amounts are floats, or Decimals (in columns of objects) where `exact`. Raises ImportError where pandas is missing.
    """
    try:
        import pandas
    except ImportError:
        message = "to_frame needs pandas, which is not installed here; install it with: python -m pip install pandas"
        raise ImportError(message) from None

    def amount(cell: Any) -> Any:
        return float(cell) if isinstance(cell, Decimal) and not exact else cell

    if years is not None and not isinstance(value, Pool):
        raise TypeError("years are for a pool; see a case over other years with result.over(years)")
    if isinstance(value, Result):
        rows = [(names, list(map(amount, flow.figures))) for names, flow in _parts(value)]
        index = pandas.MultiIndex.from_tuples([names for names, _ in rows], names=_NAMES)
        return pandas.DataFrame([row for _, row in rows], index=index, columns=list(value.years))
    if isinstance(value, Flow):
        years_of_it = pandas.Index(value.years, name="year")
        return pandas.DataFrame({"amount": list(map(amount, value.figures))}, index=years_of_it)
    if isinstance(value, Pool):
        records = Records(value.profile, years)
        cells: list[Mapping[str, Any]] = [*map(records.flat, value.cases)]
        cells += [records.flat_left_out(file.path, len(file.errors)) for file in value.left_out]
        rows_of_cells = [list(map(amount, each.values())) for each in cells]
        return pandas.DataFrame(rows_of_cells, columns=list(records.columns))
    return pandas.DataFrame(list(value), columns=list(Finding._fields))


_NAMES = ["figure", "name", "steering_area", "committee"]


def _parts(result: Result) -> Iterable[tuple[tuple[str, ...], Flow]]:
    """The flows that add up to the net effect, each with its figure, line, steering area and committee."""
    sections = ("implementation_costs", "income", "efficiencies")
    for figure, section in zip(sections, result.calculated.sections, strict=True):
        for line in section.lines:
            for part in line.parts:
                yield (figure, line.name, line.steering_area, part.committee), part.flow
    if result.loan is not None:
        drawn = {"drawn": -result.loan.drawn, "repayment": result.loan.repayment, "interest": result.loan.interest}
        for name, flow in drawn.items():
            yield (f"internal_loan.{name}", "", "", result.committee), flow

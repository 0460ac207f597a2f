"""The rows that tables have in common: headings, lines of one name as one row, and sums that know what they add up."""

from collections.abc import Callable, Hashable, Iterable

from bizcase.engine.flow import Flow, merged
from bizcase.engine.result import Loan, Result, ResultLine
from bizcase.tables.own import repays_by_own_figures
from bizcase.tables.table import Cell, OwnFigure, Recipe, Role, Row, Sum
from bizcase.texts.template import Text, Words


class Rows:
    """The rows of a table as they are laid out; each is told where it stands, for sums to name it."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def add(self, role: Role, *cells: Cell, recipe: Recipe | None = None) -> int:
        """Put a row below the others and tell its position."""
        self._rows.append(Row(role, cells, recipe))
        return len(self._rows) - 1

    def section(self, heading: Words) -> None:
        """A heading over the rows that follow."""
        self.add(Role.SECTION, heading)

    def line(self, *cells: Cell) -> int:
        """A row of the case's own figures."""
        return self.add(Role.LINE, *cells)

    def sum(self, rows: Iterable[int], *cells: Cell, role: Role = Role.TOTAL) -> int:
        """A row that adds up others."""
        return self.add(role, *cells, recipe=Sum(tuple(rows)))

    def all(self) -> tuple[Row, ...]:
        """The rows in their order."""
        return tuple(self._rows)


def by_name(lines: Iterable[ResultLine], key: Callable[[ResultLine], Hashable]) -> list[tuple[list[ResultLine], Flow]]:
    """Lines that share a key as one, in the place of the first of them."""
    groups: dict[Hashable, list[ResultLine]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return [(same, merged((line.flow for line in same), same[0].flow.years)) for same in groups.values()]


LOAN = Text("Tilbagebetaling af internt lån")
"""How the rows of a loan are headed."""


def loan_flows(loan: Loan) -> list[tuple[Words, Flow]]:
    """What is drawn, negative, in the years of the draw; instalments and interest, positive, in theirs."""
    rows: list[tuple[Words, Flow]] = [
        (Text("Internt lån"), -loan.drawn),
        (REPAID, loan.repayment),
    ]
    if any(loan.interest.amounts):
        rows.append((Text("Renter af internt lån"), loan.interest))
    return [(label, Flow(flow.years, tuple(amount or None for amount in flow.amounts))) for label, flow in rows]


REPAID = Text("Afdrag på internt lån")


def loan_rows(result: Result, *more: Callable[[Flow], Cell]) -> list[tuple[Words, tuple[Cell, ...]]]:
    """The rows of a case's loan, instalments with their mark where they are own figures, and `more` behind them."""
    if result.loan is None:
        return []
    return [
        (label, (*instalments(result, label, flow), *(each(flow) for each in more)))
        for label, flow in loan_flows(result.loan)
    ]


def instalments(result: Result, label: Words, flow: Flow) -> tuple[Cell, ...]:
    """The cells of a row of the loan; an instalment that is an own figure has its mark."""
    if label is not REPAID:
        return flow.amounts
    return tuple(
        OwnFigure(amount) if amount is not None and repays_by_own_figures(result, year) else amount
        for year, amount in zip(flow.years, flow.amounts, strict=True)
    )

"""The rows that tables have in common: headings, lines of one name as one row, and sums that know what they add up."""

from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal

from bizcase.engine.result import Loan, NamedYears, ResultLine
from bizcase.tables.shown import Shown
from bizcase.tables.table import Cell, Recipe, Role, Row, Sum

NIL = Decimal(0)


class Rows:
    """The rows of a table as they are laid out; each is told where it stands, for sums to name it."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._rows: list[Row] = []

    def add(self, role: Role, *cells: Cell, recipe: Recipe | None = None) -> int:
        """Put a row below the others, blank where it has no more cells, and tell its position."""
        self._rows.append(Row(role, (*cells, *[None] * (self._width - len(cells))), recipe))
        return len(self._rows) - 1

    def section(self, heading: str) -> None:
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


def merged(lines: Iterable[ResultLine], key: Callable[[ResultLine], Hashable]) -> list[tuple[ResultLine, NamedYears]]:
    """Lines that share a key as one, in the place of the first of them."""
    groups: dict[Hashable, tuple[ResultLine, NamedYears]] = {}
    for line in lines:
        first, amounts = groups.setdefault(key(line), (line, (None,) * len(line.amounts)))
        groups[key(line)] = first, together(amounts, line.amounts)
    return list(groups.values())


def together(one: NamedYears, other: NamedYears) -> NamedYears:
    """Two lines added up; a year that neither names stays unnamed."""
    return tuple(None if a is None and b is None else (a or NIL) + (b or NIL) for a, b in zip(one, other, strict=True))


def total(amounts: NamedYears) -> Decimal:
    """The sum over the years."""
    return sum(filter(None, amounts), NIL)


def loan_rows(loan: Loan, shown: Shown) -> list[tuple[str, NamedYears]]:
    """What is drawn, negative, in the years of the draw; instalments and interest, positive, in theirs."""
    words = shown.words
    rows: list[tuple[str, NamedYears]] = [
        (words.loan_drawn, tuple(-amount if amount else None for amount in loan.drawn)),
        (words.loan_repaid, tuple(amount or None for amount in loan.repayment)),
    ]
    if any(loan.interest):
        rows.append((words.loan_interest, tuple(amount or None for amount in loan.interest)))
    return [(label, shown.amounts(amounts)) for label, amounts in rows]

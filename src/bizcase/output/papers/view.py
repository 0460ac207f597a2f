"""How a paper is shown: in which language, and its amounts in which unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.kinds import Unit
from bizcase.case.rounding import half_up
from bizcase.case.unit import THOUSANDS, counted_in
from bizcase.tables.figures import UNIT, Money, Number, Share, decimals_in, figure
from bizcase.tables.table import Cell, Column, Row, Sum, Table, mark_of
from bizcase.texts.template import Language, Text, Words

_UNITS: dict[Unit, Text] = {"kr.": Text("kr."), "1.000 kr.": Text("1.000 kr."), "mio. kr.": Text("mio. kr.")}


WRITTEN_IN: Language = "da"
"""The language that cases and profiles are written in."""


class OwnWords(str):
    """A case's own words on a paper in another language: forms that can, mark them as what they are."""

    __slots__ = ()


class Printed(NamedTuple):
    """A table as its reader sees it: every text, and every cell row by row."""

    name: str
    title: str
    headings: list[str]
    groups: list[str]
    cells: list[list[str]]
    notes: list[str]

    def in_full(self, index: int) -> str:
        """The heading of a column that stands by itself."""
        group, heading = self.groups[index], self.headings[index]
        return f"{group}: {heading}" if group else heading


@dataclass(frozen=True, slots=True)
class View:
    """Turns what papers say into the reader's language, and amounts in 1.000 kr. into figures in the reader's unit."""

    language: Language = "da"
    unit: Unit = THOUSANDS

    def words(self, words: Words) -> str:
        """A text, or a case's own words, as they are printed."""
        if isinstance(words, Text):
            return words.spoken(self.language, self._value)
        own = self.language != WRITTEN_IN and sum(map(str.isalpha, words)) > 1
        return OwnWords(words) if own else words

    def cell(self, cell: Cell, column: Column) -> str:
        """A cell as it is printed."""
        if isinstance(cell, Decimal) and column.is_count:
            return figure(cell, column.decimals, self.language)
        if isinstance(cell, Decimal):
            return f"{mark_of(cell)}{self._figure(cell, self.unit)}"
        if isinstance(cell, Number | Share):
            return self._value(cell)
        return "" if cell is None else self.words(cell)

    def printed(self, table: Table) -> Printed:
        """A table as it is printed."""
        return Printed(
            name=self.words(table.name),
            title=self.words(table.title),
            headings=[self.words(column.heading) for column in table.columns],
            groups=[self.words(column.group) for column in table.columns],
            cells=self._cells(table),
            notes=[self.words(note) for note in self._notes(table)],
        )

    def _cells(self, table: Table) -> list[list[str]]:
        """Every cell, the same figure written once: a long table has few different ones, year after year."""
        written: dict[tuple[Decimal, type, bool, int], str] = {}

        def cell(cell: Cell, column: Column) -> str:
            if not isinstance(cell, Decimal):
                return self.cell(cell, column)
            key = cell, type(cell), column.is_count, column.decimals
            text = written.get(key)
            if text is None:
                text = written[key] = self.cell(cell, column)
            return text

        return [list(map(cell, row.cells, table.columns)) for row in table.rows]

    def _notes(self, table: Table) -> tuple[Words, ...]:
        """The notes of a table, with the one that every municipal paper has where rounded figures do not add up."""
        if table.is_rounded and any(
            self._differs(table, row) or self._differs_across(table, row) for row in table.rows
        ):
            return (*table.notes, Text("Tallene er afrundet hver for sig; derfor giver de ikke altid summen."))
        return table.notes

    def _differs(self, table: Table, row: Row) -> bool:
        """Whether a sum is printed otherwise than the figures that it adds up come to as they are printed."""
        if not isinstance(row.recipe, Sum):
            return False
        for index, total in enumerate(row.cells):
            if isinstance(total, Decimal) and not table.columns[index].is_count:
                parts = [table.rows[number].cells[index] for number in row.recipe.rows]
                less = [table.rows[number].cells[index] for number in row.recipe.less]
                if self._rounded(total) != sum(map(self._rounded, parts)) - sum(map(self._rounded, less)):
                    return True
        return False

    def _differs_across(self, table: Table, row: Row) -> bool:
        """Whether a sum of years is printed otherwise than the figures of the years come to as they are printed."""
        for index, column in enumerate(table.columns):
            if column.adds_up and isinstance(row.cells[index], Decimal):
                years = (cell for at, cell in enumerate(row.cells[:index]) if table.columns[at].figures)
                return self._rounded(row.cells[index]) != sum(map(self._rounded, years))
        return False

    def _rounded(self, cell: Cell) -> Decimal:
        return half_up(counted_in(self.unit, cell), decimals_in(self.unit)) if isinstance(cell, Decimal) else ZERO

    def _figure(self, amount: Decimal, unit: Unit) -> str:
        return figure(counted_in(unit, amount), decimals_in(unit), self.language)

    def _value(self, value: object) -> str:
        """A value of a text: money in its own unit, an amount in the reader's, or the name of the reader's unit."""
        if value is UNIT:
            return self.words(_UNITS[self.unit])
        if isinstance(value, Number):
            return figure(value.number, value.decimals, self.language)
        if isinstance(value, Share):
            return f"{figure(value.share.scaleb(2), value.decimals, self.language)} %"
        if isinstance(value, Money):
            decimals = decimals_in(value.unit) if value.decimals is None else value.decimals
            return figure(counted_in(value.unit, value.amount), decimals, self.language)
        return self._figure(value, self.unit) if isinstance(value, Decimal) else str(value)


AS_PRINTED = View()
"""How the municipality's papers print a case: in Danish, in 1.000 kr."""

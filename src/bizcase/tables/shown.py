"""How tables are shown: in whose municipality, in which language, and in which unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bizcase.case.profile import Profile
from bizcase.engine.result import NamedYears
from bizcase.tables.table import Column
from bizcase.tables.words import DANISH, Words

ShownUnit = Literal["kr", "1000", "mio"]

_OF_A_THOUSAND: dict[ShownUnit, Decimal] = {"kr": Decimal(1000), "1000": Decimal(1), "mio": Decimal("0.001")}
"""What 1.000 kr. is in each unit."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Results are in 1.000 kr.; tables show them in whole kroner, whole thousands, or millions with one decimal."""

    profile: Profile
    words: Words = DANISH
    unit: ShownUnit = "1000"

    def amount(self, thousands: Decimal) -> Decimal:
        """An amount in 1.000 kr., in the unit of the table."""
        return thousands * _OF_A_THOUSAND[self.unit]

    def amounts(self, thousands: NamedYears) -> NamedYears:
        """Amounts in 1.000 kr., in the unit of the table; what is not named stays so."""
        if self.unit == "1000":
            return thousands
        return tuple(None if amount is None else self.amount(amount) for amount in thousands)

    def head(self, *price_levels: int) -> str:
        """The unit and the price level, as the first column is headed; all of them where a table mixes several."""
        return self._filled(self.words.head, price_levels)

    def amounts_in(self, *price_levels: int) -> str:
        """The same in words, as the papers of 2016 head their years."""
        return self._filled(self.words.memo_head, price_levels)

    def _filled(self, pattern: str, price_levels: Iterable[int]) -> str:
        levels = self.words.several.join(map(str, sorted(set(price_levels))))
        return pattern.format(unit=self.words.units[self.unit], level=levels)

    def figures(self, heading: str, group: str = "") -> Column:
        """A column of amounts."""
        return Column(heading, figures=True, group=group, decimals=self._decimals)

    def years(self, years: Iterable[int], group: str = "") -> tuple[Column, ...]:
        """A column a year."""
        return tuple(self.figures(str(year), group) for year in years)

    @property
    def in_all(self) -> Column:
        """The column that sums the years ("I alt")."""
        return Column(self.words.in_all, figures=True, decimals=self._decimals, adds_up=True)

    @property
    def _decimals(self) -> int:
        return 1 if self.unit == "mio" else 0

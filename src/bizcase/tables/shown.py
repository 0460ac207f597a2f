"""How tables are shown: in whose municipality, in which language, and in which unit."""

from collections.abc import Iterable
from dataclasses import dataclass

from bizcase.case.kinds import Unit
from bizcase.case.profile import Profile
from bizcase.case.unit import THOUSANDS
from bizcase.tables.table import Column
from bizcase.tables.words import DANISH, Words


@dataclass(frozen=True, slots=True)
class Shown:
    """Results are in 1.000 kr.; tables show them in whole kroner, whole thousands, or millions with one decimal."""

    profile: Profile
    words: Words = DANISH
    unit: Unit = THOUSANDS

    def head(self, *price_levels: int) -> str:
        """The unit and the price level, as the first column is headed; all of them where a table mixes several."""
        return self._filled(self.words.head, price_levels)

    def amounts_in(self, *price_levels: int) -> str:
        """The same in words, as the papers of 2016 head their years."""
        return self._filled(self.words.memo_head, price_levels)

    def _filled(self, pattern: str, price_levels: Iterable[int]) -> str:
        levels = self.words.several.join(map(str, sorted(set(price_levels))))
        return pattern.format(unit=self.words.units[self.unit], level=levels)

    def years(self, years: Iterable[int], group: str = "") -> tuple[Column, ...]:
        """A column a year."""
        return tuple(Column(str(year), figures=True, group=group) for year in years)

    @property
    def in_all(self) -> Column:
        """The column that sums the years ("I alt")."""
        return Column(self.words.in_all, figures=True, adds_up=True)

"""What the heads of tables have in common: unit and price level, a column a year, and the column that sums them."""

from collections.abc import Iterable
from functools import reduce

from bizcase.tables.figures import UNIT
from bizcase.tables.table import Column
from bizcase.texts.template import Text, Words


def unit_and_level(*price_levels: int) -> Text:
    """The unit and the price level, as the first column is headed; all of them where a table mixes several."""
    return Text("{unit} {level} p/l", unit=UNIT, level=_all_of(price_levels))


def amounts_in(*price_levels: int) -> Text:
    """The same in words, as the papers of 2016 head their years."""
    return Text("Beløb i {unit} ({level} p/l)", unit=UNIT, level=_all_of(price_levels))


def _all_of(price_levels: Iterable[int]) -> Words:
    levels: list[Words] = [str(level) for level in sorted(set(price_levels))]
    return reduce(lambda first, last: Text("{first} og {last}", first=first, last=last), levels) if levels else ""


def year_columns(years: Iterable[int], group: Words = "") -> tuple[Column, ...]:
    """A column a year."""
    return tuple(Column(str(year), figures=True, group=group) for year in years)


IN_ALL = Text("I alt")
"""How a sum of everything is headed."""

SUM_OF_YEARS = Column(IN_ALL, figures=True, adds_up=True)
"""The column that sums the years."""

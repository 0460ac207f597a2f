"""What the heads of tables have in common: unit and price level, a column a year, and the column that sums them."""

from collections.abc import Iterable, Iterator, Sequence

from bizcase.tables.figures import UNIT
from bizcase.tables.table import Column
from bizcase.texts.template import Text, Words


def unit_and_level(*price_levels: int) -> Text:
    """The unit and the price level, as the first column is headed; all of them where a table mixes several."""
    if not price_levels:
        return Text("{unit}", unit=UNIT)
    return Text("{unit} {level} p/l", unit=UNIT, level=_all_of(price_levels))


def amounts_in(*price_levels: int) -> Text:
    """The same in words, as the papers of 2016 head their years."""
    return Text("Beløb i {unit} ({level} p/l)", unit=UNIT, level=_all_of(price_levels))


def _all_of(price_levels: Iterable[int]) -> Words:
    return and_the_last([str(level) for level in sorted(set(price_levels))])


def and_the_last(words: Sequence[Words]) -> Words:
    """Words one after the other, with an "og" before the last."""
    if len(words) < 2:
        return listed(words)
    return Text("{first} og {last}", first=listed(words[:-1]), last=words[-1])


def listed(words: Iterable[Words], separator: str = ", ") -> Words:
    """Words one after the other, however many they are."""
    values = {f"words_{number}": each for number, each in enumerate(words)}
    return Text.of(separator.join(f"{{{name}}}" for name in values), values) if values else ""


def carried_on_in_words(count: int) -> Iterator[Text]:
    """The note on cases that are carried on beyond their own tables, if there are any."""
    if count == 1:
        yield Text("1 sag er ført videre ud over sin egen tabel med det, der er varigt.")
    elif count:
        yield Text("{count} sager er ført videre ud over deres egne tabeller med det, der er varigt.", count=count)


def span_in_words(years: range) -> str:
    """The years of a paper: 2026-2031, or one."""
    return f"{years.start}-{years.stop - 1}" if len(years) > 1 else "".join(map(str, years))


def year_columns(years: Iterable[int], group: Words = "") -> tuple[Column, ...]:
    """A column a year."""
    return tuple(Column(str(year), figures=True, group=group) for year in years)


IN_ALL = Text("I alt")
"""How a sum of everything is headed."""

SUM_OF_YEARS = Column(IN_ALL, figures=True, adds_up=True)
"""The column that sums the years."""

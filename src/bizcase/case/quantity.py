"""A quantity: an exact figure, one for all years or one for each period, and what it is counted in."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from bizcase.case.measure import Converted, Powers, convert, times
from bizcase.case.periods import LAST_YEAR, Period
from bizcase.case.refusal import Refusal
from bizcase.texts.template import Text, Words

ByPeriod = dict[Period, Fraction]

MOST_FACTORS = 100
"""Assumptions that one figure may be multiplied from, those of the figures that it rests on included."""


class Quantity(NamedTuple):
    """A figure with its unit.

    `factors` counts the assumptions that it is multiplied from; `timed` names the one that has years.
    """

    figure: Fraction | ByPeriod
    powers: Powers
    factors: int = 1
    timed: Words = ""

    @property
    def figures(self) -> tuple[Fraction, ...]:
        """Every figure that it has: one, or one a period."""
        return tuple(self.figure.values()) if isinstance(self.figure, dict) else (self.figure,)

    def scaled(self, factor: Fraction) -> "Quantity":
        """As many times as much, counted in the same."""
        return self._replace(figure=_each(self.figure, lambda figure: figure * factor))

    def inverse(self) -> "Quantity":
        """One divided by it. No figure of it may be nil."""
        return self._replace(
            figure=_each(self.figure, lambda figure: 1 / figure),
            powers={word: -power for word, power in self.powers.items()},
        )

    def times(self, other: "Quantity") -> "Quantity":
        """Both multiplied, period by period. Raises Refusal (`bad-period`) for a year that only one of them names."""
        if (factors := self.factors + other.factors) > MOST_FACTORS:
            message = Text("er ganget sammen af flere end {most} forudsætninger; brug færre", most=MOST_FACTORS)
            raise Refusal("bad-value", message)
        powers = times(self.powers, other.powers)
        if not isinstance(other.figure, dict):
            factor = other.figure
            return Quantity(_each(self.figure, lambda figure: figure * factor), powers, factors, self.timed)
        if not isinstance(self.figure, dict):
            factor = self.figure
            return Quantity(_each(other.figure, lambda figure: figure * factor), powers, factors, other.timed)
        _refuse_other_years((self.figure, self.timed), (other.figure, other.timed))
        figure = {
            both: ours * theirs
            for period, ours in self.figure.items()
            for another, theirs in other.figure.items()
            if (both := _in_both(period, another)) is not None
        }
        return Quantity(figure, powers, factors, self.timed)

    def counted_in(self, wanted: Powers, in_words: Words) -> tuple["Quantity", Converted]:
        """The same in another unit, with the conversions. Raises Refusal (`units-do-not-cancel`)."""
        converted = convert(self.powers, wanted, in_words)
        return self.scaled(converted.factor)._replace(powers=wanted), converted


def _refuse_other_years(one: tuple[ByPeriod, Words], other: tuple[ByPeriod, Words]) -> None:
    ours, theirs = _years(one[0]), _years(other[0])
    if year := min(ours ^ theirs, default=None):
        here, there = (one, other) if year in ours else (other, one)
        message = Text(
            "{year} står i {here} og ikke i {there}; skriv de samme år begge steder",
            year=year,
            here=here[1],
            there=there[1],
        )
        raise Refusal("bad-period", message)


def _each(figure: Fraction | ByPeriod, change: Callable[[Fraction], Fraction]) -> Fraction | ByPeriod:
    if isinstance(figure, dict):
        return {period: change(each) for period, each in figure.items()}
    return change(figure)


def _years(periods: Iterable[Period]) -> set[int]:
    """Every year that periods cover, as far as a case may go; an open one goes one year further."""
    return {year for first, last in periods for year in range(first, (LAST_YEAR + 1 if last is None else last) + 1)}


def _in_both(one: Period, other: Period) -> Period | None:
    """The years that two periods share, if there are any."""
    if not one.meets(other):
        return None
    lasts = [last for last in (one.last, other.last) if last is not None]
    return Period(max(one.first, other.first), min(lasts, default=None))

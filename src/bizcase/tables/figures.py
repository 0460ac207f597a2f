"""Figures as they are printed: amounts rounded half up, with the separators of the language."""

from decimal import Decimal
from typing import NamedTuple

from bizcase.case.kinds import Unit
from bizcase.case.rounding import half_up
from bizcase.case.unit import MILLIONS
from bizcase.texts.template import Language

_SEPARATORS: dict[Language, dict[int, int]] = {"da": str.maketrans(",.", ".,"), "en": {}}


class Money(NamedTuple):
    """An amount within a text, in 1.000 kr., printed in a unit of its own whatever the table counts in.

    It has the decimals that papers print in the unit, or those that are asked for.
    """

    amount: Decimal
    unit: Unit
    decimals: int | None = None


class Number(NamedTuple):
    """A number within a text that is no money, printed with so many decimals."""

    number: Decimal
    decimals: int


class Share(NamedTuple):
    """A part of one, or a rate a year, printed in per cent with so many decimals."""

    share: Decimal
    decimals: int


class _ShownUnit:
    """Stands in a text for the unit that its reader sees amounts in."""

    def __repr__(self) -> str:
        return "UNIT"


UNIT = _ShownUnit()
"""The unit of what is shown, as a value of a text."""


def figure(amount: Decimal, decimals: int = 0, language: Language = "da") -> str:
    """An amount as it is printed, in Danish `1.725`, `-1.500`, `0,9`."""
    return f"{half_up(amount, decimals):,.{decimals}f}".translate(_SEPARATORS[language])


def decimals_in(unit: Unit) -> int:
    """The decimals that papers print in a unit: one of a million, none of what is smaller."""
    return 1 if unit == MILLIONS else 0

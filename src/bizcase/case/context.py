"""The context of a case: what its lines can only be read by: the profile, the unit, and the span of its years."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from pydantic import ValidationInfo

from bizcase.case.kinds import Unit
from bizcase.case.periods import LAST_YEAR, Period, read_year
from bizcase.case.profile import Profile
from bizcase.case.unit import THOUSANDS, UNITS
from bizcase.reading.document import Plain
from bizcase.texts.template import Text


@dataclass(frozen=True, slots=True)
class Context:
    """Travels along while a case is read.

    A year that the file does not give, or gives wrongly, bounds nothing; a unit that it gives wrongly is not known.
    """

    profile: Profile
    unit: Unit | None
    first_year: int | None
    last_year: int | None
    acceptable: frozenset[str]
    price_level: int

    @classmethod
    def of(cls, root: Mapping[str, Any], profile: Profile, acceptable: frozenset[str]) -> "Context":
        """The context that a document gives; what is wrong with its keys is found when they are read themselves."""
        unit = root.get("unit")
        first, last = _year(root.get("first_year")), _year(root.get("last_year"))
        if first and last and first > last:
            first = last = None
        known = UNITS.meant_by(unit) if isinstance(unit, str) else None
        return cls(
            profile,
            THOUSANDS if unit is None else cast("Unit | None", known),
            first,
            last,
            acceptable,
            _year(root.get("price_level")) or LAST_YEAR,
        )

    def counting_in(self, unit: Unit) -> "Context":
        """The same, for numbers in another unit."""
        return replace(self, unit=unit)

    def outside(self, period: Period) -> Text | None:
        """Why a period does not lie within the span; nothing where it does."""
        last = period.last or period.first
        if self.first_year is not None and period.first < self.first_year:
            return Text("begynder før first_year, som er {year}", year=self.first_year)
        if self.last_year is not None and last > self.last_year:
            return Text("går ud over last_year, som er {year}", year=self.last_year)
        return None


def _year(node: object) -> int | None:
    return read_year(node) if isinstance(node, Plain) else None


def context_of(info: ValidationInfo) -> Context:
    """The context that a reader works within."""
    context: Context = info.context  # type: ignore[assignment]  # every case is validated within a context
    return context

"""A section's lines over the years of the table, added up by steering area, by committee and in all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bizcase.case.amounts import UNITS
from bizcase.case.lines import Amounts
from bizcase.case.model import Case, Line
from bizcase.case.profile import Profile
from bizcase.engine.result import NamedYears, ResultLine, Section, Years
from bizcase.engine.split import decimals_of, parts

NIL = Decimal(0)


def section(lines: Sequence[Line], case: Case, profile: Profile, years: range) -> Section:
    """The lines of a section, and their sums."""
    to_thousands = UNITS[case.unit]
    own = case.committee or profile.committee_of(case.administration, case.price_level)
    result_lines: list[ResultLine] = []
    areas, committees = _Sums(), _Sums()
    for line in lines:
        amounts = in_thousands(line.amounts, to_thousands)
        over_years, lasting = spread(amounts, years), for_good(amounts)
        areas.add(line.steering_area, over_years, lasting)
        if line.split is None:
            borne = {line.committee or own: over_years}
            committees.add(line.committee or own, over_years, lasting)
        else:
            borne = {}
            for committee, share in shares(line.amounts, line.split).items():
                part = in_thousands(share, to_thousands)
                borne[committee] = spread(part, years)
                committees.add(committee, borne[committee], for_good(part))
        total = sum(filter(None, over_years), NIL)
        result_lines.append(ResultLine(line, over_years, total, lasting, borne))
    return Section(
        lines=tuple(result_lines),
        by_steering_area=areas.by_year(profile.steering_areas),
        by_committee=committees.by_year(profile.committees),
        total=sum_of_years(areas.years.values(), len(years)),
        lasting_by_steering_area=areas.for_good(profile.steering_areas),
        lasting_by_committee=committees.for_good(profile.committees),
    )


def in_thousands(amounts: Amounts, to_thousands: Decimal) -> Amounts:
    """Amounts of the file in 1.000 kr."""
    if to_thousands == 1:
        return amounts
    return {period: amount * to_thousands for period, amount in amounts.items()}


def for_good(amounts: Amounts) -> Decimal:
    """What an open period comes to each year; nil where none is open."""
    for period, amount in amounts.items():
        if period.last is None:
            return amount
    return NIL


def spread(amounts: Amounts, years: range) -> NamedYears:
    """Amounts by period as amounts by year; nothing where no period names the year."""
    by_year: list[Decimal | None] = [None] * len(years)
    start = years[0]
    for (first, last), amount in amounts.items():
        if last == first:
            by_year[first - start] = amount
        else:
            for index in range(first - start, len(by_year) if last is None else last - start + 1):
                by_year[index] = amount
    return tuple(by_year)


def shares(amounts: Amounts, split: dict[str, Decimal]) -> dict[str, Amounts]:
    """What each committee bears of a line that several share; the parts add up to the line."""
    decimals = decimals_of(*amounts.values())
    divided = {period: parts(amount, split, decimals) for period, amount in amounts.items()}
    return {committee: {period: by_name[committee] for period, by_name in divided.items()} for committee in split}


@dataclass(slots=True)
class _Sums:
    """Amounts added up by name, year by year and for good."""

    years: dict[str, list[Decimal]] = field(default_factory=dict)
    lasting: dict[str, Decimal] = field(default_factory=dict)

    def add(self, name: str, amounts: NamedYears, lasting: Decimal) -> None:
        """Add to what goes by a name."""
        so_far = self.years.get(name)
        if so_far is None:
            self.years[name] = [amount or NIL for amount in amounts]
            self.lasting[name] = lasting
            return
        for index, amount in enumerate(amounts):
            if amount:
                so_far[index] += amount
        if lasting:
            self.lasting[name] += lasting

    def by_year(self, order: Iterable[str]) -> dict[str, Years]:
        """The sums in an order of names."""
        return {name: tuple(self.years[name]) for name in order if name in self.years}

    def for_good(self, order: Iterable[str]) -> dict[str, Decimal]:
        """The lasting sums in an order of names."""
        return {name: self.lasting[name] for name in order if name in self.lasting}


def sum_of_years(rows: Iterable[Iterable[Decimal]], count: int) -> Years:
    """The sum of rows, year by year."""
    return tuple(sum(amounts, NIL) for amounts in zip(*rows, strict=True)) or (NIL,) * count

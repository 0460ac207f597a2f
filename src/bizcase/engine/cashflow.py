"""A section's lines over the years of the table, added up by steering area, by committee and in all."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from bizcase.case.amounts import UNITS
from bizcase.case.lines import Amounts
from bizcase.case.model import Case, Line
from bizcase.case.profile import Profile
from bizcase.engine.result import NamedYears, ResultLine, Section, Years
from bizcase.engine.split import decimals_of, parts

NIL = Decimal(0)

T = TypeVar("T")


def section(lines: Sequence[Line], case: Case, profile: Profile, years: range) -> Section:
    """The lines of a section, and their sums."""
    to_thousands = UNITS[case.unit]
    own = case.committee or profile.committee_of(case.administration, case.price_level)
    result_lines: list[ResultLine] = []
    by_area: dict[str, Years] = {}
    by_committee: dict[str, Years] = {}
    lasting_by_area: dict[str, Decimal] = {}
    lasting_by_committee: dict[str, Decimal] = {}
    for line in lines:
        borne: dict[str, NamedYears] = {}
        for committee, amounts in borne_amounts(line, own, to_thousands):
            borne[committee] = spread(amounts, years)
            add(by_committee, committee, borne[committee])
            lasting_by_committee[committee] = lasting_by_committee.get(committee, NIL) + for_good(amounts)
        amounts = in_thousands(line.amounts, to_thousands)
        over_years = next(iter(borne.values())) if len(borne) == 1 else spread(amounts, years)
        lasting = for_good(amounts)
        total = sum(filter(None, over_years), NIL)
        result_lines.append(ResultLine(line.name, line.steering_area, over_years, total, lasting, borne))
        add(by_area, line.steering_area, over_years)
        lasting_by_area[line.steering_area] = lasting_by_area.get(line.steering_area, NIL) + lasting
    return Section(
        lines=tuple(result_lines),
        by_steering_area=in_order(by_area, profile.steering_areas),
        by_committee=in_order(by_committee, profile.committees),
        total=sum_of_years(by_area.values(), len(years)),
        lasting_by_steering_area=in_order(lasting_by_area, profile.steering_areas),
        lasting_by_committee=in_order(lasting_by_committee, profile.committees),
    )


def in_thousands(amounts: Amounts, to_thousands: Decimal) -> Amounts:
    """Amounts of the file in 1.000 kr."""
    if to_thousands == 1:
        return amounts
    return {period: amount * to_thousands for period, amount in amounts.items()}


def for_good(amounts: Amounts) -> Decimal:
    """What an open period comes to each year; nil where none is open."""
    return next((amount for period, amount in amounts.items() if period.last is None), NIL)


def spread(amounts: Amounts, years: range) -> NamedYears:
    """Amounts by period as amounts by year; nothing where no period names the year."""
    if len(amounts) == 1:
        (period, amount), *_ = amounts.items()
        return tuple(amount if period.covers(year) else None for year in years)
    by_year: list[Decimal | None] = [None] * len(years)
    for period, amount in amounts.items():
        last = years[-1] if period.last is None else period.last
        for year in range(period.first, last + 1):
            by_year[year - years[0]] = amount
    return tuple(by_year)


def borne_amounts(line: Line, own: str, to_thousands: Decimal) -> Iterator[tuple[str, Amounts]]:
    """What each committee bears of a line, in 1.000 kr.; the parts add up to the line."""
    if not line.split:
        yield line.committee or own, in_thousands(line.amounts, to_thousands)
        return
    decimals = decimals_of(*line.amounts.values())
    divided = {period: parts(amount, line.split, decimals) for period, amount in line.amounts.items()}
    for committee in line.split:
        share = {period: by_name[committee] for period, by_name in divided.items()}
        yield committee, in_thousands(share, to_thousands)


def add(sums: dict[str, Years], name: str, amounts: NamedYears) -> None:
    """Add amounts to the sum that goes by `name`."""
    before = sums.get(name)
    if before is None:
        sums[name] = tuple(amount or NIL for amount in amounts)
    else:
        sums[name] = tuple(a + b if b else a for a, b in zip(before, amounts, strict=True))


def sum_of_years(rows: Iterable[Years], count: int) -> Years:
    """The sum of rows, year by year."""
    return tuple(sum(amounts, NIL) for amounts in zip(*rows, strict=True)) or (NIL,) * count


def in_order(sums: dict[str, T], order: Iterable[str]) -> dict[str, T]:
    """The sums in the order of the profile."""
    return {name: sums[name] for name in order if name in sums}

"""A figure about ten times its neighbours, or a thousand times.

Finds an amount that is about ten times (8 to 12.5 times) the other amounts of its line, which are alike, or a tenth of
them in the middle of the line; and one that is 500 times an amount beside it or more. A digit too many, a point that is
thousands to one and decimals to another, and kroner among thousands look like that.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -500, 2020: -5000, 2021+: -550}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -50, 2020: -500, 2021+: -550}}

To settle it: correct the figure. If the year really is that different, accept the finding with a reason.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bizcase.case.line import SECTIONS, Line
from bizcase.case.periods import Period
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "figure-out-of-scale"
SEVERITY = Severity.WARNING

_TEN = Decimal(8), Decimal("12.5")
_THOUSAND = Decimal(500)


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each such amount."""
    for section in SECTIONS:
        for index, line in enumerate(getattr(result.case, section)):
            sizes = {period: _a_year(period, amount, line) for period, amount in line.written.items() if amount}
            if not sizes or max(sizes.values()) < _TEN[0] * min(sizes.values()):
                continue  # as nearly every line: none of its amounts can be out of the others' scale
            periods = sorted(sizes)
            for place, period in enumerate(periods):
                if (beside := _out_of_scale([sizes[each] for each in periods], place)) is not None:
                    amount = line.written[period]
                    message = Text(
                        "er {amount}, og beløbene ved siden af er omkring {beside}; tjek cifre og enhed, eller "
                        "accepter med en begrundelse under accepted",
                        amount=result.case.as_written(amount),
                        beside=result.case.as_written(beside if amount > 0 else -beside),
                    )
                    yield Fault(CODE, (section, index, "amounts", str(period)), message, severity=SEVERITY)


def _a_year(period: Period, amount: Decimal, line: Line) -> Decimal:
    """The size of an amount in one year; a sum that is spread has its part in each."""
    return abs(amount) if period in line.amounts else abs(amount) / len(period.named_years)


def _out_of_scale(sizes: Sequence[Decimal], place: int) -> Decimal | None:
    """What an amount's neighbours are about, where it is out of their scale."""
    size, others = sizes[place], [*sizes[:place], *sizes[place + 1 :]]
    beside = [sizes[at] for at in (place - 1, place + 1) if 0 <= at < len(sizes)]
    if beside and size >= _THOUSAND * max(beside):
        return max(beside)
    if len(others) < 2 or max(others) > 2 * min(others):
        return None
    from statistics import median  # few lines come so far, and a start need not wait for it

    usual = median(others)
    in_the_middle = 0 < place < len(sizes) - 1
    if _TEN[0] * usual <= size <= _TEN[1] * usual or (in_the_middle and _TEN[0] * size <= usual <= _TEN[1] * size):
        return usual
    return None

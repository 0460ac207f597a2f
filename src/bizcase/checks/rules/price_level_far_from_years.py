"""A price level that is far from the years of the case.

Finds a `price_level` ten years or more before the first year with an amount, or more than five after the last one that
is named. A year whose digits are exchanged (2062 for 2026) stands on every table, and nobody can add the case to its
pool.

Found:

    price_level: 2062
    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2026: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2027+: -900}}

Left alone:

    price_level: 2025
    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2026: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2027+: -900}}

To settle it: correct the price level (in the form: Sag › Prisniveau) or the years. If an old case really has been moved
to another price level, accept the finding with a reason.
"""

from collections.abc import Iterator

from bizcase.case.periods import span
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "price-level-far-from-years"
SEVERITY = Severity.WARNING

_YEARS_BEFORE, _YEARS_AFTER = 9, 5


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault about the case, at its price level."""
    named = [period for line in result.case.lines for period, amount in line.amounts.items() if amount]
    if not named:
        return
    first, last = span(named)
    if not first - _YEARS_BEFORE <= result.case.price_level <= last + _YEARS_AFTER:
        message = Text(
            "er {level}, og sagens beløb ligger i {years}; ret årstallet, eller accepter med en begrundelse under "
            "accepted",
            level=result.case.price_level,
            years=str(first) if first == last else f"{first}-{last}",
        )
        yield Fault(CODE, ("price_level",), message, severity=SEVERITY)

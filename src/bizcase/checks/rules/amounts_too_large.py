"""A case whose amounts are all so large that they are probably kroner.

Finds a case counted in 1.000 kr. or mio. kr. whose every amount is at least 50 mio. kr. respectively 1.000 mio. kr.,
far above what any pool pays a case. Kroner that are written where thousands are meant make everything a thousand times
too large, and the paybacks look as they should.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1250000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -850000}}

Left alone:

    unit: kr.
    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1250000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -850000}}

To settle it: write `unit: kr.` (in the form: Sag › Enhed), or the amounts in thousands. If the case really is that
large, accept the finding with a reason.
"""

from collections.abc import Iterator
from decimal import Decimal

from bizcase.case.kinds import Unit
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "amounts-too-large"
SEVERITY = Severity.WARNING

_SMALLEST: dict[Unit, Decimal] = {"1.000 kr.": Decimal(50_000), "mio. kr.": Decimal(1_000_000)}
"""By unit, the amount in 1.000 kr. that the smallest one of a case is hardly ever as large as."""


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault about the case, at its unit or at its first line."""
    case = result.case
    sizes = [abs(amount) for line in case.lines for amount in line.amounts.values() if amount]
    if sizes and case.unit in _SMALLEST and min(sizes) >= _SMALLEST[case.unit]:
        message = Text(
            "er {unit}, og sagens mindste beløb er {smallest}; skriv unit: kr., hvis beløbene er kroner, eller "
            "accepter med en begrundelse under accepted",
            unit=case.unit,
            smallest=case.as_written(min(sizes)),
        )
        yield Fault(CODE, ("unit",), message, at_key=True, severity=SEVERITY)

"""An accepted finding that is not there any more.

Finds a code under `accepted` for which nothing is found in the file. What was accepted has been mended, or the code
was never right; a reason that stays behind would accept the next finding of that code unseen.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -500}}
    accepted:
      not-permanent: forsøget løber i to år

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019-2020: -500}}
    accepted:
      not-permanent: forsøget løber i to år

To settle it: take the code out of `accepted`.
"""

from collections.abc import Iterator, Mapping, Set

from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "stale-acceptance"
SEVERITY = Severity.WARNING
check = None  # asked when all other rules have been


def stale(accepted: Mapping[str, str], found: Set[str]) -> Iterator[Fault]:
    """A fault about each accepted code that is not among those found; asked when all other rules have been."""
    for code in accepted:
        if code not in found:
            yield Fault(
                CODE,
                ("accepted", code),
                Text("er accepteret, men findes ikke i sagen; fjern feltet"),
                at_key=True,
                severity=SEVERITY,
            )

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

To settle it: take the code out of `accepted` (in the form: Kontrol › Accepterede fund).
"""

from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "stale-acceptance"
SEVERITY = Severity.WARNING
check = None  # asked when all other rules have been


def fault(where: Where) -> Fault:
    """A fault about a reason for what is not found."""
    message = Text("er accepteret, men findes ikke i sagen; fjern feltet")
    return Fault(CODE, where, message, at_key=True, severity=SEVERITY)

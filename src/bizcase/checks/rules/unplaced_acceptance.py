"""A reason that accepts several findings at once.

Finds a reason under `accepted` that may mean more than one finding of its code. None of them is accepted: a reason that
was right for a slip of one krone would hide an error of a million beside it.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019-2020: -500}}
      - {name: Mindre husleje, steering_area: Service, amounts: {2019-2020: -600}}
    accepted:
      not-permanent: forsøget løber i to år

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019-2020: -500}}
      - {name: Mindre husleje, steering_area: Service, amounts: {2019-2020: -600}}
    accepted:
      not-permanent:
        lines:
          Færre vikarer: forsøget løber i to år
          Mindre husleje: lejemålet udløber

To settle it: give each finding its own reason, by its place: a figure as it stands under `published`, a line by its
name under `lines`, or by its number in its list (`efficiencies: {2: …}`). In the form it is a row for each, with the
place under Kontrol › Fundets sted.
"""

from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "unplaced-acceptance"
SEVERITY = Severity.WARNING
check = None  # asked when all other rules have been


def fault(where: Where, count: int) -> Fault:
    """A fault about a reason that may mean so many findings."""
    message = Text(
        "begrunder {count} fund på én gang, og derfor ingen af dem; skriv en begrundelse til hvert: "
        "{{lines: {{LINJENS NAVN: …}}}}, {{efficiencies: {{2: …}}}} for linje nr. 2 eller, som de står under "
        "published, {{net_effect: {{2026: …}}}}",
        count=count,
    )
    return Fault(CODE, where, message, at_key=True, severity=SEVERITY)

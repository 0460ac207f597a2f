"""An investment whose savings never cover it.

Finds an investment or efficiency case with savings that never add up to what it costs to carry out, in the total
economy and however far ahead one looks: the savings are too small and end, or new running costs eat them.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -400, 2020+: -100}}
      - {name: Licenser, steering_area: Service, amounts: {2020+: 100}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -300}}
      - {name: Licenser, steering_area: Service, amounts: {2019+: 50}}

To settle it: look for a last period that is not open, a saving in the wrong unit, a running cost that is none. If the
investment is worth it for another reason, accept the finding with that reason.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "never-pays-back"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault about the case, at its efficiencies."""
    if result.case.must_pay_back and result.payback("total").status == "never":
        message = Text(
            "dækker aldrig implementeringsomkostningerne; tjek fortegn og enhed, og om ændringerne er varige "
            "(2028+), eller accepter med en begrundelse under accepted"
        )
        yield Fault(CODE, ("efficiencies",), message, at_key=True, severity=SEVERITY)

"""An investment case without any efficiencies.

Finds a case of `kind: investment` that has no lines under `efficiencies`, or only such as come to nil. The investment
pool pays for investments that save money; a case that only costs is an innovation case or a pre-analysis, or its
savings were forgotten.

Found:

    kind: investment
    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}

Left alone:

    kind: innovation
    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}

To settle it: add what the case saves, or give it its right `kind` (in the form: Sag › Forslagets art). If it is an
investment without savings, accept the finding with the reason.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "no-efficiencies"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault, at the empty list or at the case that lacks it."""
    lines = result.case.efficiencies
    if result.case.kind == "investment" and not any(amount for line in lines for amount in line.amounts.values()):
        message = Text(
            "har ingen beløb, og et investeringsforslag skal give besparelser; tilføj beløb, eller "
            "skriv kind: innovation eller kind: pre_analysis"
        )
        yield Fault(CODE, ("efficiencies",), message, at_key=bool(lines), severity=SEVERITY)

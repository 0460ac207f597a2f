"""A line of efficiencies that saves in one year and costs in another.

Finds a line under `efficiencies` with amounts on both sides of nil. A minus that was forgotten in one year turns a
saving into a cost of the same size, and the case's sums look reasonable still.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -500, 2020: 50, 2021+: -900}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -500, 2020+: -900}}
      - {name: Licenser, steering_area: Service, amounts: {2020+: 50}}

To settle it: put a minus before the amount that lacks it. Running costs that are meant stand better on a line of their
own; where one line really does both, accept the finding with a reason.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "two-signs-in-a-line"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault a line, at the first amount that costs."""
    for index, line in enumerate(result.case.efficiencies):
        positive = next((period for period, amount in line.written.items() if amount > 0), None)
        negative = next((period for period, amount in line.written.items() if amount < 0), None)
        if positive is not None and negative is not None:
            message = Text(
                "er {amount}, og i {other} er linjen {saving}; sæt minus foran, flyt driftsudgiften til en linje for "
                "sig, eller accepter med en begrundelse under accepted",
                amount=result.case.as_written(line.written[positive]),
                other=negative,
                saving=result.case.as_written(line.written[negative]),
            )
            yield Fault(CODE, ("efficiencies", index, "amounts", str(positive)), message, severity=SEVERITY)

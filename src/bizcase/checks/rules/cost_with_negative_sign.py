"""An implementation cost below nil.

Finds an amount of `implementation_costs` that is negative. Costs are positive; a negative one makes the investment
look smaller, and a saving that stands among the costs is left out of every count of savings.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000, 2019: -200}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000, 2019: 0}}

To settle it: take the minus away, or move the saving to `efficiencies` (in the form: Varig ændring under Økonomi ›
Afsnit). If it is a grant from others that pays for part of the investment, accept the finding with that as the reason.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "cost-with-negative-sign"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each negative amount."""
    for index, line in enumerate(result.case.implementation_costs):
        for period, amount in line.written.items():
            if amount < 0:
                found, instead = (result.case.as_written(each) for each in (amount, -amount))
                message = Text(
                    "{found} er under 0, og implementeringsomkostninger skrives uden minus; skriv {instead}, "
                    "eller flyt besparelsen til efficiencies",
                    found=found,
                    instead=instead,
                )
                yield Fault(CODE, ("implementation_costs", index, "amounts", str(period)), message, severity=SEVERITY)

"""Efficiencies that save nothing in any year.

Finds a case whose lines of `efficiencies` add up to a cost, and in no year to a saving. Savings are negative, as
Tabel 1 prints them. A forgotten minus turns a saving of 500 a year into a cost of 500 a year, and the table still
looks tidy.

Found:

    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: 500}}

Left alone, because it saves more than it costs:

    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -500}}
      - {name: Licenser, steering_area: Service, amounts: {2019+: 100}}

Found in the form:

    Økonomi | A             | B                   | I    | J    | K
    5       | Afsnit        | Navn                | 2027 | 2028 | 2029
    6       | Varig ændring | Færre portoudgifter | 200  | 350  | 350

Left alone in the form:

    Økonomi | A             | B                   | I    | J    | K
    5       | Afsnit        | Navn                | 2027 | 2028 | 2029
    6       | Varig ændring | Færre portoudgifter | -200 | -350 | -350

To settle it: write the savings with a minus. If the case really brings new running costs and no savings, accept the
finding with that as the reason.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "saving-with-positive-sign"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault about the section as a whole."""
    amounts = result.efficiencies.total.figures
    if any(amount > 0 for amount in amounts) and all(amount >= 0 for amount in amounts):
        message = Text(
            "giver ingen besparelse i noget år, og besparelser skrives med minus; sæt minus foran, "
            "eller accepter med en begrundelse under accepted, hvis det er driftsudgifter"
        )
        yield Fault(CODE, ("efficiencies",), message, at_key=True, severity=SEVERITY)

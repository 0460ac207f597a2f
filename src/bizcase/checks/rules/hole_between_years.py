"""A year that is missing between two that have an amount.

Finds a line with an amount before and after a year, or years, that no period of it names. Such a hole is a year of no
saving, or of no cost; where it is meant, a 0 says so.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -500, 2021+: -500}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -500, 2020: 0, 2021+: -500}}

Found in the form:

    Økonomi | A             | B                   | I    | J    | K
    5       | Afsnit        | Navn                | 2027 | 2028 | 2029
    6       | Varig ændring | Færre portoudgifter | -350 |      | -350

Left alone in the form:

    Økonomi | A             | B                   | I    | J    | K
    5       | Afsnit        | Navn                | 2027 | 2028 | 2029
    6       | Varig ændring | Færre portoudgifter | -350 | 0    | -350

To settle it: write the year that is missing, with its amount or with 0.
"""

from collections.abc import Iterator
from itertools import pairwise

from bizcase.case.line import SECTIONS
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "hole-between-years"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each hole, at the period behind it."""
    for section in SECTIONS:
        for index, line in enumerate(getattr(result.case, section)):
            for before, after in pairwise(sorted(line.written)):
                missing = range((before.last or after.first) + 1, after.first)
                if missing and line.written[before] and line.written[after]:
                    years = str(missing[0]) if len(missing) == 1 else f"{missing[0]}-{missing[-1]}"
                    message = Text(
                        "mangler {years} foran sig; skriv årets beløb, eller 0, hvis der intet er", years=years
                    )
                    where = (section, index, "amounts", str(after))
                    yield Fault(CODE, where, message, at_key=True, severity=SEVERITY)

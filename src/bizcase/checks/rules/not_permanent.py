"""A lasting change that ends.

Finds a line of `efficiencies` whose last period is not open. *Varige ændringer* last: only an open period such as
2020+ counts as a lasting effect, pays back beyond the table's last column, and counts toward a committee's target. And
`fte` (årsværk) that end on a line that goes on.

Found:

    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -300, 2020-2022: -500}}

Left alone:

    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019: -300, 2020+: -500}}

Found in the form:

    Økonomi | A             | B                   | K    | L
    5       | Afsnit        | Navn                | 2029 | Fortsætter herefter
    6       | Varig ændring | Færre portoudgifter | -350 |

Left alone in the form:

    Økonomi | A             | B                   | K    | L
    5       | Afsnit        | Navn                | 2029 | Fortsætter herefter
    6       | Varig ændring | Færre portoudgifter | -350 | ja

To settle it: write the last period as open, 2020+ (in the form: `ja` under Økonomi › Fortsætter herefter). If the
change does end (a licence that runs for two years beside the saving), accept the finding and say when and why.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "not-permanent"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each line that ends, at its last period, and about årsværk that end before their line."""
    for index, line in enumerate(result.case.efficiencies):
        last = max(line.amounts)
        if not last.is_open:
            message = Text(
                "er den sidste periode og har et slutår; skriv {year}+, hvis ændringen er varig, eller accepter "
                "med en begrundelse under accepted",
                year=last.first,
            )
            yield Fault(CODE, ("efficiencies", index, "amounts", str(last)), message, at_key=True, severity=SEVERITY)
        elif line.fte and not (ends := max(line.fte)).is_open:
            message = Text(
                "årsværkene ophører her, og linjen går videre; skriv {year}+, hvis de også gør, eller accepter med en "
                "begrundelse under accepted",
                year=ends.first,
            )
            yield Fault(CODE, ("efficiencies", index, "fte", str(ends)), message, at_key=True, severity=SEVERITY)

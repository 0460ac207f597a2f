"""An assumption that nothing is worked out of.

Finds an assumption, or a derived figure without a printed one to be held against, that no line and no other derived
figure names. It stands in the paper as if the case rested on it, and changing it changes nothing: most often the line
that it should drive still has amounts of its own.

Found:

    assumptions:
      opkald: {value: 1000, unit: opkald/år, source: KFF 2026}
      pris: {value: 1, unit: 1.000 kr./opkald, source: KFF 2026}
    efficiencies:
      - {name: Færre opkald, steering_area: Service, amounts: {2019+: -1000}}

Left alone:

    assumptions:
      opkald: {value: 1000, unit: opkald/år, source: KFF 2026}
      pris: {value: 1, unit: 1.000 kr./opkald, source: KFF 2026}
    efficiencies:
      - {name: Færre opkald, steering_area: Service, saving: [opkald, pris], phase_in: {2019+: 100%}}

To settle it: let it drive the line that it belongs to, or take it away. Where it only explains a figure of the paper,
write a derived figure with `published`, or accept the finding with a reason.
"""

from collections.abc import Iterator

from bizcase.case.derivation import used_names
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "unused-assumption"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each figure that nothing rests on."""
    case = result.case
    used = used_names(case)
    unused: list[Where] = [("assumptions", name) for name in case.assumptions if name not in used]
    unused += [("derived", name) for name, each in case.derived.items() if name not in used and each.published is None]
    for where in unused:
        message = Text(
            "bruges ikke i noget regnestykke; brug den i en linje eller et afledt tal, fjern den, eller accepter med "
            "en begrundelse under accepted"
        )
        yield Fault(CODE, where, message, at_key=True, severity=SEVERITY)

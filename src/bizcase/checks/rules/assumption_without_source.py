"""An assumption without a source.

Finds an assumption that does not say where its figure is from. Whoever is to approve the case cannot look it up, and in
a year nobody knows whether it was counted, quoted or guessed.

Found:

    assumptions:
      opkald: {value: 1000, unit: opkald/år}
      pris: {value: 1, unit: 1.000 kr./opkald, source: KFF 2026}
    efficiencies:
      - {name: Færre opkald, steering_area: Service, saving: [opkald, pris], phase_in: {2019+: 100%}}

Left alone:

    assumptions:
      opkald: {value: 1000, unit: opkald/år, source: "KFF, opkald i 2025"}
      pris: {value: 1, unit: 1.000 kr./opkald, source: "Vores skøn, 2026"}
    efficiencies:
      - {name: Færre opkald, steering_area: Service, saving: [opkald, pris], phase_in: {2019+: 100%}}

To settle it: write `source` (in the form: Forudsætninger › Kilde): a paper with its section, a count with its year, or
who has estimated it. A guess that says so is a source.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "assumption-without-source"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each assumption that says nothing of where it is from."""
    for name, assumption in result.case.assumptions.items():
        if assumption.source is None:
            message = Text(
                "har ingen kilde; skriv source: hvor tallet står, eller hvem der har skønnet det, eller accepter med "
                "en begrundelse under accepted"
            )
            yield Fault(CODE, ("assumptions", name), message, at_key=True, severity=SEVERITY)

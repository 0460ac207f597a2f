"""A line with an appropriation whose pool side is not given.

Finds a line that the pool pays for and that names the committee's appropriation (*bevilling*), where
`pool_appropriations` has none for the line's steering area. In the technical annex money moves from the pool's
appropriation to the committee's; with one side missing the table of appropriations does not come to nil.

Found:

    implementation_costs:
      - name: Udvikling
        steering_area: Service
        amounts: {2018: 1000}
        appropriation: {number: 1821, name: Administration, function: 6.45.51.1}

Left alone:

    implementation_costs:
      - name: Udvikling
        steering_area: Service
        amounts: {2018: 1000}
        appropriation: {number: 1821, name: Administration, function: 6.45.51.1}
    pool_appropriations:
      Service: {committee: ØU, number: 1112, name: Fælles Ramme Pulje, function: 6.45.50.1}

To settle it: add the pool's appropriation for that area under `pool_appropriations` (in the form: Kontrol › Puljens
bevilling), or write `funding: own` where the administration pays itself (Egne midler under Økonomi › Betales af).
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "appropriation-unbalanced"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each such line, at its appropriation."""
    for index, line in enumerate(result.case.implementation_costs):
        given = line.steering_area in result.case.pool_appropriations
        if line.appropriation is not None and line.funding == "pool" and not given:
            area = line.steering_area
            message = Text(
                "har ingen modpost i puljen; tilføj {area} under pool_appropriations, eller skriv funding: own",
                area=area,
            )
            yield Fault(CODE, ("implementation_costs", index, "appropriation"), message, at_key=True, severity=SEVERITY)

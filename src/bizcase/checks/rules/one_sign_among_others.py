"""A line of efficiencies with another sign than all the others, or årsværk with another sign than their line.

Finds a line under `efficiencies` that costs, where at least two others on its steering area save and none costs, and it
is a third of the smallest of them or more; and a line whose `fte` have the opposite sign of its amounts. New running
costs are often small beside the savings; a saving whose minus was forgotten is as large as they are.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -500}}
      - {name: Mindre kørsel, steering_area: Service, amounts: {2019+: 400}}
      - {name: Færre møder, steering_area: Service, amounts: {2019+: -300}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 100}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -500}}
      - {name: Licenser, steering_area: Service, amounts: {2019+: 50}}
      - {name: Færre møder, steering_area: Service, amounts: {2019+: -300}}

To settle it: write the minus that is missing. If the line really is a running cost, accept the finding with a reason.
"""

from collections.abc import Iterator
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.case.line import SECTIONS, Line
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "one-sign-among-others"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault a line, at its amounts or its årsværk."""
    by_area: dict[str, list[tuple[Decimal, int]]] = {}
    for index, line in enumerate(result.case.efficiencies):
        by_area.setdefault(line.steering_area, []).append((_size(line), index))
    for area, sizes in by_area.items():
        size, index = max(sizes)
        others = [other for other, at in sizes if at != index]
        has_a_sign = not result.case.efficiencies[index].calculation  # saving and cost say which
        alone = has_a_sign and size > 0 and len(others) > 1 and all(other < 0 for other in others)
        if alone and 3 * size >= min(map(abs, others)):
            message = Text(
                "er uden minus, og de {count} andre linjer på {area} er med; sæt minus foran, eller accepter med "
                "en begrundelse under accepted, hvis det er driftsudgifter",
                count=len(others),
                area=area,
            )
            yield Fault(CODE, ("efficiencies", index, "amounts"), message, at_key=True, severity=SEVERITY)
    for section in SECTIONS:
        for index, line in enumerate(getattr(result.case, section)):
            if line.fte and sum(line.fte.values(), ZERO) * _size(line) < 0:
                message = Text("har et andet fortegn end linjens beløb; skriv årsværk med samme fortegn som beløbene")
                yield Fault(CODE, (section, index, "fte"), message, at_key=True, severity=SEVERITY)


def _size(line: Line) -> Decimal:
    """The amount that is farthest from nil."""
    return max(line.amounts.values(), key=abs, default=ZERO)

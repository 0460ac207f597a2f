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
    sizes: dict[str, list[Decimal]] = {}
    for line in result.case.efficiencies:
        sizes.setdefault(line.steering_area, []).append(_size(line))
    savings = {area: [size for size in every if size < 0] for area, every in sizes.items()}
    for index, line in enumerate(result.case.efficiencies):
        others = savings[line.steering_area]
        alone = _size(line) > 0 and 1 < len(others) == len(sizes[line.steering_area]) - 1
        if alone and 3 * _size(line) >= -max(others):
            message = Text(
                "er uden minus, og de {count} andre linjer på {area} er med; sæt minus foran, eller accepter med "
                "en begrundelse under accepted, hvis det er driftsudgifter",
                count=len(others),
                area=line.steering_area,
            )
            yield Fault(CODE, ("efficiencies", index, "amounts"), message, at_key=True, severity=SEVERITY)
    for section in SECTIONS:
        for index, line in enumerate(getattr(result.case, section)):
            persons = sum((line.fte or {}).values(), ZERO)
            if persons * _size(line) < 0:
                message = Text("har et andet fortegn end linjens beløb; skriv årsværk med samme fortegn som beløbene")
                yield Fault(CODE, (section, index, "fte"), message, at_key=True, severity=SEVERITY)


def _size(line: Line) -> Decimal:
    """The amount that is farthest from nil."""
    return max(line.amounts.values(), key=abs, default=ZERO)

"""The same line twice.

Finds two lines of a section with the same name, steering area, amounts, committees and funding. Lines that share a name
are merged in the tables, so that what was pasted twice stands there as one line of twice the amount.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -900}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}, committee: ØU}
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}, committee: KFU}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -900}}

To settle it: take one of them away. If both are meant, give them names that tell them apart.
"""

from collections.abc import Iterator

from bizcase.case.line import SECTIONS, ImplementationCost, Line
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "same-line-twice"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each line that an earlier one is the same as, at its name."""
    for section in SECTIONS:
        seen: dict[object, int] = {}
        for index, line in enumerate(getattr(result.case, section)):
            if (first := seen.setdefault(_what_it_is(line), index)) != index:
                message = Text(
                    "er den samme linje som nr. {number}: samme navn, område, beløb og udvalg; fjern den ene, eller "
                    "giv dem navne, der skiller dem ad",
                    number=first + 1,
                )
                yield Fault(CODE, (section, index, "name"), message, severity=SEVERITY)


def _what_it_is(line: Line) -> object:
    shares = None if line.split is None else tuple(sorted(line.split.items()))
    funding = line.funding if isinstance(line, ImplementationCost) else None
    own = line.name, line.steering_area, tuple(sorted(line.amounts.items())), line.committee
    return (*own, shares, funding, line.appropriation)

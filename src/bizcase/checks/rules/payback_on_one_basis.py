"""An investment that only one of the two paybacks finds good enough.

Finds an investment or efficiency case that never pays back on the basis that the municipality's overviews print and
hold against the limit, and does so on the other one; and a case that is within the limit on one of them and beyond it
on the other. A committee that reads one column would be told another thing than one that reads the other.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Lavere ydelser, steering_area: Overførsler (EO), amounts: {2019+: -500}}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -500}}

To settle it: look whether the savings stand on the right steering area. If they do, accept the finding, and say which
of the two paybacks the committee is to go by, and why.
"""

from collections.abc import Iterator

from bizcase.case.profile import Basis, Profile
from bizcase.checks.compare import years_said
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text, Words

CODE = "payback-on-one-basis"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault about the case, at its efficiencies."""
    if not result.case.must_pay_back:
        return
    limit, (basis, other_basis) = profile.payback.limit_years, profile.payback_bases
    named, other = result.payback(basis), result.payback(other_basis)
    if named.status == "no_investment" or other.years is None:
        return
    if named.years is not None and named.is_within(limit) == other.is_within(limit):
        return
    values = {
        "basis": _name(basis, profile),
        "other_basis": _name(other_basis, profile),
        "other": years_said(other),
        "limit": limit,
    }
    if named.years is None:
        message = Text(
            "tjener sig aldrig hjem på {basis}, men på {other} på {other_basis}; grænsen er {limit} år; tjek "
            "styringsområderne, eller accepter med en begrundelse under accepted",
            **values,
        )
    else:
        message = Text(
            "tjener sig hjem på {named} på {basis} og på {other} på {other_basis}; grænsen er {limit} år; tjek "
            "styringsområderne, eller accepter med en begrundelse under accepted",
            named=years_said(named),
            **values,
        )
    yield Fault(CODE, ("efficiencies",), message, at_key=True, severity=SEVERITY)


def _name(basis: Basis, profile: Profile) -> Words:
    return Text("totaløkonomi") if basis == "total" else ", ".join(sorted(profile.areas_of_nature("service")))

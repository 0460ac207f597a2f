"""An investment that takes longer to pay back than the municipality's limit.

Finds an investment or efficiency case whose payback is longer than the limit in the profile, on the basis that the
municipality's overviews print and on the other one; where only one of them is longer, the finding is
`payback-on-one-basis`. Copenhagen's pool pays for investments that pay back within six years as a rule; the rule has
exceptions, so this is a warning and never a refusal. Innovation cases and pre-analyses need no savings and go free.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -100}}

Left alone, because it pays back in six years:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1000}}
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -200}}

To settle it: look at the amounts and their years once more. If the case is right and still put forward, accept the
finding with the reason that the committee will be given.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.checks.compare import years_said
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "payback-over-limit"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault about the case, at its efficiencies."""
    limit, named = profile.payback.limit_years, result.payback(profile.payback_bases[0])
    reached = [payback.years for payback in map(result.payback, profile.payback_bases) if payback.years]
    if result.case.must_pay_back and named.years is not None and min(reached, default=0) > limit:
        message = Text(
            "har en tilbagebetalingstid på {payback}, og grænsen er {limit}; tjek fortegn, beløb og år, eller "
            "accepter med en begrundelse under accepted",
            payback=years_said(named),
            limit=limit,
        )
        yield Fault(CODE, ("efficiencies",), message, at_key=True, severity=SEVERITY)

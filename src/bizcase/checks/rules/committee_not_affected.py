"""A committee that bears a part of the case, and whose administration is not among those that it affects.

Finds a committee with a part of a line whose administration is neither the presenting one nor among
`affected_administrations`, where the case names any. The paper would say *Berørte forvaltninger* and leave out one that
pays or saves.

Found:

    administration: ØKF
    affected_administrations: [SOF]
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -900}, split: {ØU: 50%, KFU: 50%}}

Left alone:

    administration: ØKF
    affected_administrations: [SOF, KFF]
    efficiencies:
      - {name: Færre vikarer, steering_area: Service, amounts: {2019+: -900}, split: {ØU: 50%, KFU: 50%}}

To settle it: add the administration (in the form: Sag › Berørte forvaltninger), or correct the committee. Where both
are right, accept the finding with a reason.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "committee-not-affected"
SEVERITY = Severity.WARNING


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault for each such committee, at the list of those that are affected."""
    case = result.case
    if not case.affected_administrations or result.committees == (result.committee,):
        return
    named = (case.administration, *case.affected_administrations)
    affected = {profile.committee_of(administration, case.price_level) for administration in named}
    for committee in result.committees:
        if committee in affected or committee == result.committee:
            continue
        if theirs := profile.administrations_of(committee, case.price_level):
            message = Text(
                "nævner ikke {administration}, og {committee} bærer en del af sagen; tilføj den, eller ret udvalget",
                administration=theirs[0],
                committee=committee,
            )
            yield Fault(CODE, ("affected_administrations",), message, at_key=True, severity=SEVERITY)

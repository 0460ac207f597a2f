"""Somebody who has not been heard, beside an approval.

Finds an entry under `hearings` with `heard: Nej` beside a date of approval: whoever has not been heard can hardly have
approved, and a committee would be told both. Finds one too where the case itself is approved or adopted already.

Found:

    hearings:
      - {who: HR-kredsen, heard: Nej, approved: 2026-02-07}

Left alone:

    hearings:
      - {who: HR-kredsen, heard: Ja, approved: 2026-02-07}
      - {who: Handicaprådet, heard: Nej, remark: Høres i marts}

To settle it: write Ja (in the form: Forløb › Hørt), or take the date away. Where the answer and the date are both
right, accept the finding, and say why.
"""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "hearing-answered-no"
SEVERITY = Severity.WARNING

_APPROVED = ("approved", "adopted")


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """One fault for each such entry, at its answer."""
    for number, hearing in enumerate(result.case.hearings):
        if hearing.heard == "Nej" and hearing.approved is not None:
            message = Text(
                "her står Nej, og {who} har godkendt den {date}; ret svaret, eller fjern datoen",
                who=hearing.who,
                date=hearing.approved,
            )
            yield Fault(CODE, ("hearings", number, "heard"), message, severity=SEVERITY)
        elif hearing.heard == "Nej" and result.case.approval in _APPROVED:
            message = Text(
                "her står Nej, og sagen er godkendt, uden at {who} er hørt; ret svaret eller godkendelsen, eller "
                "accepter med en begrundelse under accepted",
                who=hearing.who,
            )
            yield Fault(CODE, ("hearings", number, "heard"), message, severity=SEVERITY)

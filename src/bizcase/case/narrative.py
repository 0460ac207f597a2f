"""What a proposal says in words: the text of its chapters, how it is followed up, who was heard, what was decided."""

import re
from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo

from bizcase.case.fields import OneLine, Paragraphs, ReadBy, Verbatim, one_of
from bizcase.case.kinds import APPROVALS, YES_OR_NO, Approval
from bizcase.case.periods import FIRST_YEAR, LAST_YEAR
from bizcase.case.record import Record
from bizcase.case.refusal import Refusal
from bizcase.reading.document import quoted
from bizcase.texts.template import Text

_DATES = (
    "(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    "(?P<day>[0-9]{1,2})[.] ?(?P<month>[0-9]{1,2})[.] ?(?P<year>[0-9]{4})",
    "(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})[- ](?P<year>[0-9]{4})",
)
"""2018-02-07, and as Danes write it: 07.02.2018, 7/2-2018."""


def _date(node: object, info: ValidationInfo) -> date:
    written = node.strip() if isinstance(node, str) else ""
    for form in _DATES:
        if match := re.fullmatch(form, written):
            try:
                day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                message = Text("{found} findes ikke i kalenderen; ret datoen", found=quoted(node))
                raise Refusal("bad-value", message) from None
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                span = {"first": FIRST_YEAR, "last": LAST_YEAR}
                message = Text(
                    "{found} kan ikke stå her; skriv et år fra {first} til {last}", found=quoted(node), **span
                )
                raise Refusal("bad-value", message)
            return day
    raise Refusal(
        "wrong-type", Text("her står {found}; skriv datoen som år-måned-dag, fx 2018-02-23", found=quoted(node))
    )


_DATE_SCHEMA = {
    "type": "string",
    "pattern": rf"^\s*({'|'.join(re.sub('[?]P<[a-z]+>', '', form) for form in _DATES)})\s*$",
    "errorMessage": "skriv datoen som år-måned-dag, fx 2018-02-23",
}
Date = Annotated[date, ReadBy(_date, _DATE_SCHEMA)]


class Sections(Record):
    """The text of the template's chapters, in paragraphs and bullet lists."""

    background: Annotated[Paragraphs | None, Field(description="1.2 Baggrund og formål")] = None
    content: Annotated[Paragraphs | None, Field(description="1.3 Forslagets indhold")] = None
    economy: Annotated[Paragraphs | None, Field(description="1.4 Økonomi")] = None
    distribution: Annotated[Paragraphs | None, Field(description="1.5 Fordeling på udvalg")] = None
    implementation: Annotated[Paragraphs | None, Field(description="1.6 Implementering af forslaget")] = None
    partners: Annotated[Paragraphs | None, Field(description="1.7 Inddragelse af samarbejdspartnere")] = None
    effect: Annotated[Paragraphs | None, Field(description="1.8 Forslagets effekt")] = None
    annex: Annotated[Paragraphs | None, Field(description="1.12 Teknisk bilag")] = None


class FollowUp(Record):
    """How one criterion of success is followed up (opfølgning)."""

    criterion: Annotated[OneLine, Field(description="Succeskriteriet")]
    measure: Annotated[OneLine | None, Field(description="Hvordan måles succeskriteriet?")] = None
    responsible: Annotated[OneLine | None, Field(description="Hvem er ansvarlig for opfølgning?")] = None
    when: Annotated[Verbatim | None, Field(description="Hvornår gennemføres opfølgningen?")] = None


class Hearing(Record):
    """Somebody who is to be heard on the proposal (hvem er hørt)."""

    who: Annotated[OneLine, Field(description="Hvem")]
    heard: Annotated[Annotated[str, one_of(YES_OR_NO)] | None, Field(description="Ja eller Nej")] = None
    approved: Annotated[Date | None, Field(description="Dato for godkendelse, år-måned-dag")] = None
    remark: Annotated[OneLine | None, Field(description="Kort konklusion")] = None


class Decision(Record):
    """What a committee or a council has decided (beslutning)."""

    date: Annotated[Date, Field(description="Dato, år-måned-dag")]
    body: Annotated[OneLine, Field(description="Hvem der har besluttet, fx BIU eller Borgerrepræsentationen")]
    decision: Annotated[Approval, one_of(APPROVALS), Field(description="Beslutningen")]
    votes: Annotated[Verbatim | None, Field(description="Stemmer, fx 9-0-1 (for, imod, hverken for eller imod)")] = None
    remark: Annotated[OneLine | None, Field(description="Bemærkning")] = None

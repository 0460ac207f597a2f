"""What a proposal says in words: the text of its chapters, how it is followed up, and who has been heard."""

import re
from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo

from bizcase.case.fields import OneLine, Paragraphs, ReadBy, Verbatim, one_of
from bizcase.case.record import Record
from bizcase.case.refusal import Refusal
from bizcase.reading.document import quoted
from bizcase.texts.template import Text


def _date(node: object, info: ValidationInfo) -> date:
    if isinstance(node, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", node):
        try:
            return date.fromisoformat(node)
        except ValueError:
            raise Refusal(
                "bad-value", Text("{found} findes ikke i kalenderen; ret datoen", found=quoted(node))
            ) from None
    raise Refusal(
        "wrong-type", Text("her står {found}; skriv datoen som år-måned-dag, fx 2018-02-23", found=quoted(node))
    )


Date = Annotated[date, ReadBy(_date, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})]


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
    heard: Annotated[str, one_of("Ja", "Nej"), Field(description="Ja eller Nej")]
    approved: Annotated[Date | None, Field(description="Dato for godkendelse, år-måned-dag")] = None
    remark: Annotated[OneLine | None, Field(description="Kort konklusion")] = None

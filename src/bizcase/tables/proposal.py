"""The whole proposal by the template of 2018: its head, then chapters 1.1 to 1.12 with the tables where they belong."""

from collections.abc import Iterator

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.tables.annex import TITLE, annex, has_annex
from bizcase.tables.case_head import case_head
from bizcase.tables.drivers import drivers
from bizcase.tables.numbering import numbered
from bizcase.tables.paper import Bullets, Heading, Paragraph, Piece
from bizcase.tables.persons import persons
from bizcase.tables.price_level import converted
from bizcase.tables.prose import prose
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel2 import tabel_2, the_pool
from bizcase.tables.tabel3 import tabel_3
from bizcase.tables.table import Table
from bizcase.tables.texts_table import decisions, in_danish, texts_table
from bizcase.texts.template import Text, Words

CHAPTERS = {
    "consequences": Text("Forslagets samlede økonomiske konsekvenser"),
    "background": Text("Baggrund og formål"),
    "content": Text("Forslagets indhold"),
    "economy": Text("Økonomi"),
    "distribution": Text("Fordeling på udvalg"),
    "implementation": Text("Implementering af forslaget"),
    "partners": Text("Inddragelse af samarbejdspartnere"),
    "effect": Text("Forslagets effekt"),
    "follow_up": Text("Opfølgning"),
    "risks": Text("Risikovurdering"),
    "hearings": Text("Hvem er hørt?"),
    "annex": TITLE,
}


def proposal(result: Result, profile: Profile) -> Iterator[Piece]:
    """The parts of a proposal: what is written, with the tables; what is not written is listed at the end."""
    tables = _tables(result, profile)
    yield case_head(result, profile)
    yield _head(result, profile)
    yield from decisions(result.case)
    missing: list[Words] = []
    for number, (chapter, title) in enumerate(CHAPTERS.items(), start=1):
        heading = Text("1.{number} {title}", number=number, title=title)
        pieces = [*_text(result, chapter, tables), *tables.get(chapter, ())]
        if pieces:
            yield from (Heading(heading, level=2), *pieces)
        else:
            missing.append(heading)
    if missing:
        yield from (Heading(Text("Ikke udfyldt"), level=2), Bullets(tuple(missing)))


def _head(result: Result, profile: Profile) -> Table:
    """What the template asks for first, the names of administrations in full."""
    case = result.case
    presenting, *affected = (
        profile.administration_in(name, case.price_level).name
        for name in (case.administration, *case.affected_administrations)
    )
    lines = (
        (Text("Forslagets titel"), case.title),
        (Text("Kort resumé"), case.summary and " ".join(case.summary.split())),
        (Text("Der søges om midler fra"), _asked_of(result, profile)),
        (Text("Fremstillende forvaltning"), presenting),
        (Text("Berørte forvaltninger"), ", ".join(affected)),
        (Text("P/l"), _price_level(result)),
        *(((Text("Dato"), in_danish(case.day)),) if case.day else ()),
    )
    return texts_table(Text("Stamoplysninger"), [Text("Forslag"), case.id], lines)


def _price_level(result: Result) -> Words:
    if result.converted is None:
        return str(result.price_level)
    return Text("{end}, omregnet fra {start}", end=result.converted.end, start=result.converted.start)


def _asked_of(result: Result, profile: Profile) -> Words:
    """Whom a case asks for money."""
    if result.asked_by_area():
        return the_pool(result, profile)
    if result.case.kind == "idea":
        return Text("Der søges endnu intet")
    return Text("Internt lån") if result.loan is not None else Text("Der søges intet")


def _text(result: Result, chapter: str, tables: dict[str, list[Table]]) -> Iterator[Piece]:
    """What the case says in words under a chapter."""
    case = result.case
    text = case.risks if chapter == "risks" else getattr(case.sections, chapter, None)
    if text:
        yield from prose(text)
    if chapter == "distribution":
        title = tables["annex"][0].title
        yield Paragraph(Text("Fordelingen på udvalg fremgår af det tekniske bilag: {title}.", title=title))


def _tables(result: Result, profile: Profile) -> dict[str, list[Table]]:
    """The tables of each chapter, in one numbering."""
    first, by_money = [tabel_1(result, profile)], tabel_2(result, profile)
    last = [tabel_3(result, profile), *(annex(result, profile) if has_annex(result, profile) else ())]
    in_order = numbered(converted([*first, *by_money, *last], result.converted))
    case = result.case
    return {
        "consequences": [in_order[0], *persons(result)],
        "economy": [*in_order[1 : 1 + len(by_money)], *drivers(result)],
        "annex": in_order[1 + len(by_money) :],
        "follow_up": [_follow_up(result)] if case.follow_up else [],
        "hearings": [_hearings(result)] if case.hearings else [],
    }


def _follow_up(result: Result) -> Table:
    headings = (
        Text("Succeskriterie"),
        Text("Hvordan måles succeskriteriet?"),
        Text("Hvem er ansvarlig for opfølgning?"),
        Text("Hvornår gennemføres opfølgningen?"),
    )
    lines = [(each.criterion, each.measure, each.responsible, each.when) for each in result.case.follow_up]
    return texts_table(Text("Succeskriterier og opfølgning"), headings, lines)


def _hearings(result: Result) -> Table:
    headings = Text("Hvem"), Text("Ja/Nej"), Text("Dato for godkendelse"), Text("Konklusion")
    answers = {"Ja": Text("Ja"), "Nej": Text("Nej")}
    lines = [
        (
            each.who,
            answers[each.heard] if each.heard else None,
            None if each.approved is None else in_danish(each.approved),
            each.remark,
        )
        for each in result.case.hearings
    ]
    return texts_table(Text("Høringer og godkendelser"), headings, lines)

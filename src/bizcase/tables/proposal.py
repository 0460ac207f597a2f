"""The whole proposal by the template of 2018: its head, then chapters 1.1 to 1.12 with the tables where they belong."""

from collections.abc import Iterator, Sequence

from bizcase.engine.result import Result
from bizcase.tables.annex import annex, has_annex
from bizcase.tables.paper import Heading, Paragraph, Piece
from bizcase.tables.prose import prose
from bizcase.tables.rows import Rows
from bizcase.tables.shown import Shown
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel2 import tabel_2
from bizcase.tables.tabel3 import tabel_3
from bizcase.tables.table import Column, Table


def proposal(result: Result, shown: Shown) -> Iterator[Piece]:
    """The parts of a proposal; a chapter that nothing is written for says so."""
    case, words = result.case, shown.words
    yield Heading(f"{case.id} {case.title}")
    yield _head(result, shown)
    for number, (chapter, title) in enumerate(words.chapters.items(), start=1):
        yield Heading(f"1.{number} {title}", level=2)
        parts = [*_text(result, chapter, shown), *_tables(result, chapter, shown)]
        yield from parts or [Paragraph(words.not_written)]


def _head(result: Result, shown: Shown) -> Table:
    """What the template asks for first, the names of administrations in full."""
    case, words, profile = result.case, shown.words, shown.profile
    names = [profile.administrations[each].name for each in case.affected_administrations]
    lines = (
        (words.proposal_title, case.title),
        (words.summary, case.summary and " ".join(case.summary.split())),
        (words.asked_from, profile.pools.get(case.kind, words.pool)),
        (words.presented_by, profile.administrations[case.administration].name),
        (words.affected, ", ".join(names)),
        (words.price_level, str(case.price_level)),
    )
    return _texts(words.head_name, [Column(words.proposal), Column(case.id)], lines, shown)


def _text(result: Result, chapter: str, shown: Shown) -> Iterator[Piece]:
    """What the case says in words under a chapter."""
    case = result.case
    text = case.risks if chapter == "risks" else getattr(case.sections, chapter, None)
    if text:
        yield from prose(text)
    if chapter == "distribution":
        yield Paragraph(shown.words.see_table_3)


def _tables(result: Result, chapter: str, shown: Shown) -> list[Piece]:
    """The tables that belong under a chapter."""
    match chapter:
        case "consequences":
            return [tabel_1(result, shown)]
        case "economy":
            return [*tabel_2(result, shown)]
        case "follow_up" if result.case.follow_up:
            return [_follow_up(result, shown)]
        case "hearings" if result.case.hearings:
            return [_hearings(result, shown)]
        case "annex":
            return [tabel_3(result, shown), *(annex(result, shown) if has_annex(result, shown) else ())]
        case _:
            return []


def _follow_up(result: Result, shown: Shown) -> Table:
    words = shown.words
    lines = [(each.criterion, each.measure, each.responsible, each.when) for each in result.case.follow_up]
    return _texts(words.follow_up_title, [Column(heading) for heading in words.follow_up], lines, shown)


def _hearings(result: Result, shown: Shown) -> Table:
    words = shown.words
    answers = {"Ja": words.yes, "Nej": words.no}
    lines = [
        (each.who, answers[each.heard], None if each.approved is None else f"{each.approved:%d-%m-%Y}", each.remark)
        for each in result.case.hearings
    ]
    return _texts(words.hearings_title, [Column(heading) for heading in words.hearings], lines, shown)


def _texts(title: str, columns: Sequence[Column], lines: Sequence[Sequence[str | None]], shown: Shown) -> Table:
    """A table without figures."""
    rows = Rows(len(columns))
    for line in lines:
        rows.line(*line)
    return Table(name=title, title=title, columns=tuple(columns), rows=rows.all(), words=shown.words)

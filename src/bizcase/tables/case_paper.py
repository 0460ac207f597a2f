"""What a paper on cases holds, by the name that it is asked for; the annex comes last."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.tables.annex import TITLE, annex, has_annex
from bizcase.tables.case_head import case_head
from bizcase.tables.cashflow import cash_flow
from bizcase.tables.drivers import drivers, has_drivers
from bizcase.tables.numbering import numbered
from bizcase.tables.paper import Heading, Paragraph, Piece
from bizcase.tables.persons import persons
from bizcase.tables.price_level import converted
from bizcase.tables.remarks import remarks
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel2 import tabel_2
from bizcase.tables.tabel3 import tabel_3
from bizcase.tables.table import Table
from bizcase.texts.template import Text

ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a table by its name, all cases in one table (`memo`), or their `whole` proposals.

    Tables run over `years`, or over each case's own; the one table of several cases over all of theirs. Their notes
    stand below, unless nobody wants them.
    """

    which: str
    years: range | None = None
    notes: bool = True


def pieces(results: Sequence[Result], wanted: Wanted, profile: Profile) -> list[Piece]:
    """What is asked for of some cases."""
    if wanted.which == "memo":
        return list(_memo(results, wanted, profile)) if results else []
    shown = [result if wanted.years is None else result.over(wanted.years) for result in results]
    if wanted.which == "whole":
        from bizcase.tables.proposal import proposal

        return [piece for result in shown for piece in (*proposal(result, profile), *_remarks(result, wanted))]
    return [
        piece for result in shown for piece in (*case_pieces(result, wanted.which, profile), *_remarks(result, wanted))
    ]


def case_pieces(result: Result, which: str, profile: Profile) -> list[Piece]:
    """The heading of a case and what is asked for: `1`, `2`, `3`, `annex`, `cashflow`, `drivers` or `all`."""
    tables: dict[str, Callable[[], list[Table]]] = {
        "1": lambda: [tabel_1(result, profile), *persons(result)],
        "2": lambda: tabel_2(result, profile),
        "3": lambda: [tabel_3(result, profile)],
        "cashflow": lambda: [cash_flow(result, profile)],
        "drivers": lambda: drivers(result),
    }
    head = case_head(result, profile)
    if which == "drivers" and not has_drivers(result):
        return [head, Paragraph(Text("Sagen har ingen forudsætninger, som dens beløb regnes ud fra."))]
    if which == "annex":
        return [head, *_annex(result, profile)]
    if which != ALL:
        return [head, *converted(tables[which](), result.converted)]
    own = [table for each in tables.values() for table in each()]
    behind_them = annex(result, profile) if has_annex(result, profile) else []
    in_order = numbered(converted([*own, *behind_them], result.converted))
    behind: list[Piece] = [Heading(TITLE, level=2), *in_order[len(own) :]] if len(in_order) > len(own) else []
    return [head, *in_order[: len(own)], *behind]


def _annex(result: Result, profile: Profile) -> list[Piece]:
    """The annex by itself; a case without any says so, rather than printing a table of nothing."""
    if not has_annex(result, profile):
        return [Paragraph(Text("Sagen har ingen bevillinger og ingen anlægslinjer og derfor intet teknisk bilag."))]
    return [Heading(TITLE, level=2), *converted(annex(result, profile), result.converted)]


def _memo(results: Sequence[Result], wanted: Wanted, profile: Profile) -> Iterator[Piece]:
    from bizcase.tables.memo import memo

    yield Heading(profile.municipality)
    yield memo(results, wanted.years)
    if wanted.notes:
        for result in results:
            yield from remarks(result, Text("Bemærkninger til {case}", case=result.case.id))


def _remarks(result: Result, wanted: Wanted) -> Iterator[Piece]:
    yield from remarks(result) if wanted.notes else ()

"""What a paper on cases holds, by the name that it is asked for; the annex comes last."""

from collections.abc import Callable, Sequence

from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.tables.annex import TITLE, annex, has_annex
from bizcase.tables.cashflow import cash_flow
from bizcase.tables.paper import Heading, Piece
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel2 import tabel_2
from bizcase.tables.tabel3 import tabel_3

ALL = "all"


def pieces(results: Sequence[Result], which: str, profile: Profile, years: range | None = None) -> list[Piece]:
    """Some cases in one table (`memo`), their `whole` proposals, or of each the tables that are asked for.

    The one table runs over `years`, or over all of theirs.
    """
    if which == "memo":
        from bizcase.tables.memo import memo

        return [Heading(profile.municipality), memo(results, years)] if results else []
    if which == "whole":
        from bizcase.tables.proposal import proposal

        return [piece for result in results for piece in proposal(result, profile)]
    return [piece for result in results for piece in case_pieces(result, which, profile)]


def case_pieces(result: Result, which: str, profile: Profile) -> list[Piece]:
    """The heading of a case and the tables that are asked for: `1`, `2`, `3`, `annex`, `cashflow` or `all`."""
    tables: dict[str, Callable[[], list[Piece]]] = {
        "1": lambda: [tabel_1(result, profile)],
        "2": lambda: [*tabel_2(result, profile)],
        "3": lambda: [tabel_3(result, profile)],
        "cashflow": lambda: [cash_flow(result, profile)],
        "annex": lambda: [Heading(TITLE, level=2), *annex(result, profile)],
    }
    every = [name for name in tables if name != "annex" or has_annex(result, profile)]
    wanted = every if which == ALL else [which]
    heading = Heading(f"{result.case.id} {result.case.title}")
    return [heading, *(piece for name in wanted for piece in tables[name]())]

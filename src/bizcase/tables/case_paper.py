"""A case's tables in the order of the papers, each by the name that it is asked for; the annex comes last."""

from collections.abc import Callable

from bizcase.engine.result import Result
from bizcase.tables.annex import annex, has_annex
from bizcase.tables.cashflow import cash_flow
from bizcase.tables.paper import Heading, Piece
from bizcase.tables.shown import Shown
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel2 import tabel_2
from bizcase.tables.tabel3 import tabel_3

ALL = "all"


def case_parts(result: Result, which: str, shown: Shown) -> list[Piece]:
    """The heading of a case and the tables that are asked for: `1`, `2`, `3`, `annex`, `cashflow` or `all`."""
    tables: dict[str, Callable[[], list[Piece]]] = {
        "1": lambda: [tabel_1(result, shown)],
        "2": lambda: [*tabel_2(result, shown)],
        "3": lambda: [tabel_3(result, shown)],
        "cashflow": lambda: [cash_flow(result, shown)],
        "annex": lambda: [Heading(shown.words.annex, level=2), *annex(result, shown)],
    }
    every = [name for name in tables if name != "annex" or has_annex(result, shown)]
    wanted = every if which == ALL else [which]
    heading = Heading(f"{result.case.id} {result.case.title}")
    return [heading, *(piece for name in wanted for piece in tables[name]())]

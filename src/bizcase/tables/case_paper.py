"""A case's tables in the order of the papers, each by the name that it is asked for; the annex comes last."""

from bizcase.engine.result import Result
from bizcase.tables.annex import annex, has_annex
from bizcase.tables.cashflow import cash_flow
from bizcase.tables.paper import Heading, Part
from bizcase.tables.shown import Shown
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel2 import tabel_2
from bizcase.tables.tabel3 import tabel_3

ALL = "all"


def case_parts(result: Result, which: str, shown: Shown) -> list[Part]:
    """The heading of a case and the tables that are asked for: `1`, `2`, `3`, `annex`, `cashflow` or `all`."""
    parts: list[Part] = [Heading(f"{result.case.id} {result.case.title}")]
    if which in ("1", ALL):
        parts.append(tabel_1(result, shown))
    if which in ("2", ALL):
        parts += tabel_2(result, shown)
    if which in ("3", ALL):
        parts.append(tabel_3(result, shown))
    if which in ("cashflow", ALL):
        parts.append(cash_flow(result, shown))
    if which == "annex" or (which == ALL and has_annex(result, shown)):
        parts += [Heading(shown.words.annex, level=2), *annex(result, shown)]
    return parts

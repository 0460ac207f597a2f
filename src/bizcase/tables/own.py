"""Own figures (egne skøn) on paper: a mark in their cells, and a note that counts what rests on them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.engine.flow import Flow
from bizcase.engine.result import Part, Result, ResultLine
from bizcase.tables.head import listed
from bizcase.tables.table import Cell, OwnFigure
from bizcase.texts.template import Text, Words

Borne = Part | ResultLine
"""A line, or what one committee bears of it."""


def cells_of(flow: Flow, borne: Sequence[Borne]) -> tuple[Cell, ...]:
    """The amounts of a flow, which `borne` add up to, with their mark where everything in them is an own figure."""
    if not any(map(_may_be_own, borne)):
        return flow.amounts
    return tuple(
        OwnFigure(amount) if amount is not None and _all_own(borne, year) else amount
        for year, amount in zip(flow.years, flow.amounts, strict=True)
    )


def is_own(borne: Borne, year: int) -> bool:
    """Whether an amount is an own figure: as it is, or as it is divided between committees."""
    divided = isinstance(borne, Part) and borne.line.own_split and borne.line.split is not None
    return borne.flow.at(year) is not None and (divided or borne.line.is_own_in(year))


def _all_own(borne: Sequence[Borne], year: int) -> bool:
    named = [each for each in borne if each.flow.at(year) is not None]
    with_money = [each for each in named if each.flow.at(year)]
    return bool(named) and all(is_own(each, year) for each in with_money or named)


def _may_be_own(borne: Borne) -> bool:
    return bool(borne.line.own_figure) or (isinstance(borne, Part) and borne.line.own_split)


def own_notes(of_kind: Iterable[tuple[Text, Sequence[Borne]]], of_loans: Sequence[Result] = ()) -> Iterator[Words]:
    """How much of each kind of figures in a table is own; nothing where nothing is. Amounts are those of the table."""
    counted = [(kind, _own(borne), sum((each.flow.total for each in borne), ZERO)) for kind, borne in of_kind]
    repaid = [(result, result.loan.repayment) for result in of_loans if result.loan is not None]
    own = [
        amount
        for result, repayment in repaid
        for year, amount in repayment.by_year.items()
        if amount and repays_by_own_figures(result, year)
    ]
    counted.append((REPAID, own, sum((repayment.total for _, repayment in repaid), ZERO)))
    said = [
        Text("{own} af {total} i {kind}", own=sum(own, ZERO), total=every, kind=kind)
        for kind, own, every in counted
        if own
    ]
    if said:
        yield Text("* Vores skøn eller vores fordeling på år og udvalg: {amounts}.", amounts=listed(said, "; "))


def repays_by_own_figures(result: Result, year: int) -> bool:
    """Whether the instalment of a year is an own figure."""
    terms = result.case.internal_loan
    return terms is not None and any(period.covers(year) for period in terms.own_figure)


def _own(borne: Sequence[Borne]) -> list[Decimal]:
    """The own figures among amounts."""
    return [
        amount
        for each in borne
        if _may_be_own(each)
        for year, amount in zip(each.flow.years, each.flow.amounts, strict=True)
        if amount is not None and is_own(each, year)
    ]


REPAID = Text("afdrag på internt lån")
COSTS, INCOME, CHANGES = Text("implementeringsomkostninger"), Text("engangsindtægter"), Text("varige ændringer")
"""The kinds of lines, within a sentence."""

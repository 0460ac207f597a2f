"""Own figures (egne skøn) on paper: a mark in their cells, and a note that counts what rests on them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bizcase.case.amounts import ZERO
from bizcase.engine.flow import Flow
from bizcase.engine.result import Part, ResultLine
from bizcase.tables.head import listed
from bizcase.tables.table import Cell, OwnFigure
from bizcase.texts.template import Text, Words

Borne = Part | ResultLine
"""A line, or what one committee bears of it."""


def cells_of(flow: Flow, borne: Sequence[Borne]) -> tuple[Cell, ...]:
    """The amounts of a flow, which `borne` add up to, each with its mark where any of them is an own figure."""
    marked = [each for each in borne if _may_be_own(each)]
    if not marked:
        return flow.amounts
    return tuple(
        OwnFigure(amount) if amount is not None and any(is_own(each, year) for each in marked) else amount
        for year, amount in zip(flow.years, flow.amounts, strict=True)
    )


def is_own(borne: Borne, year: int) -> bool:
    """Whether an amount is an own figure: as it is, or as it is divided between committees."""
    divided = isinstance(borne, Part) and borne.line.own_split and borne.line.split is not None
    return borne.flow.at(year) is not None and (divided or borne.line.is_own_in(year))


def _may_be_own(borne: Borne) -> bool:
    return bool(borne.line.own_figure) or (isinstance(borne, Part) and borne.line.own_split)


def own_notes(of_kind: Iterable[tuple[Text, Sequence[Borne]]]) -> Iterator[Words]:
    """How much of each kind of figures in a table is own; nothing where nothing is. Amounts are those of the table."""
    counted = [
        Text("{own} af {total} i {kind}", own=own, total=sum((each.flow.total for each in borne), ZERO), kind=kind)
        for kind, borne in of_kind
        for own in [_sum_of_own(borne)]
        if own is not None
    ]
    if counted:
        yield Text("* Vores skøn, som intet papir trykker: {amounts}.", amounts=listed(counted, "; "))


def _sum_of_own(borne: Sequence[Borne]) -> Decimal | None:
    """The sum of the own figures among amounts, if there is any."""
    own = [
        amount
        for each in borne
        if _may_be_own(each)
        for year, amount in zip(each.flow.years, each.flow.amounts, strict=True)
        if amount is not None and is_own(each, year)
    ]
    return sum(own, ZERO) if own else None


COSTS, INCOME, CHANGES = Text("implementeringsomkostninger"), Text("engangsindtægter"), Text("varige ændringer")
"""The kinds of lines, within a sentence."""

"""What a case says of itself: its notes, and why findings of it are accepted."""

from collections.abc import Iterator
from decimal import Decimal

from bizcase.engine.result import Accepted, Result
from bizcase.reading.characters import printable
from bizcase.tables.figures import Number
from bizcase.tables.paper import Bullets, Heading, Paragraph, Piece
from bizcase.tables.prose import prose
from bizcase.texts.template import Text, Words


def remarks(result: Result, heading: Text | None = None) -> Iterator[Piece]:
    """The notes of a case and the reasons of what it accepts; nothing where it has none."""
    case = result.case
    tolerance = case.published.tolerance if case.published else None
    if case.notes is None and not result.accepted and tolerance is None:
        return
    yield Heading(heading or Text("Bemærkninger"), level=2)
    if case.notes is not None:
        yield from prose(case.notes)
    if tolerance is not None:
        yield Paragraph(
            Text(
                "Papirets tal må afvige med {digits} af det sidste ciffer: {reason}",
                digits=tolerance.digits,
                reason=tolerance.reason,
            )
        )
    if result.accepted:
        yield Paragraph(Text("Accepteret med en begrundelse:"))
        yield Bullets(tuple(map(accepted_in_words, result.accepted)))


def accepted_in_words(accepted: Accepted) -> Words:
    """A reason, and what it is about where a printed figure differs: the reason alone would hold for any difference."""
    if accepted.printed is None or accepted.calculated is None:
        return printable(accepted.reason)
    return Text(
        "{reason} (papiret: {printed}, sagen: {calculated})",
        reason=printable(accepted.reason),
        printed=_as_compared(accepted.printed),
        calculated=_as_compared(accepted.calculated),
    )


def _as_compared(figure: Decimal | Words) -> Number | Words:
    """A figure with the decimals that it was compared with."""
    return Number(figure, max(0, -int(figure.as_tuple().exponent))) if isinstance(figure, Decimal) else figure

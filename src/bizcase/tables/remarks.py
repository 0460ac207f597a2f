"""What a case says of itself: its notes, and why findings of it are accepted."""

from collections.abc import Iterator

from bizcase.case.model import Case
from bizcase.reading.characters import printable
from bizcase.tables.paper import Bullets, Heading, Paragraph, Piece
from bizcase.tables.prose import prose
from bizcase.texts.template import Text


def remarks(case: Case, heading: Text | None = None) -> Iterator[Piece]:
    """The notes of a case and the reasons of what it accepts; nothing where it has none."""
    tolerance = case.published.tolerance if case.published else None
    if case.notes is None and not case.reasons and tolerance is None:
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
    if case.reasons:
        yield Paragraph(Text("Accepteret med en begrundelse:"))
        yield Bullets(tuple(printable(reason) for reason in case.reasons))

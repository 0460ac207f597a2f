"""Which line of money another row of a form means: by its name, or by its section and number."""

from dataclasses import dataclass
from difflib import get_close_matches

from bizcase.reading.document import Mapping, Where, quoted
from bizcase.reading.form.closed_lists import SECTIONS
from bizcase.reading.form.grid import folded
from bizcase.texts.template import Text

_MOST_LINES_COMPARED = 200


@dataclass(frozen=True)
class ReadLine:
    """A line of money as it has been read: its section's word, its number in it, and its node."""

    section: str
    number: int
    node: Mapping

    @property
    def name(self) -> str:
        """The line's name as it stands in its cell."""
        return str(self.node.get("name", "")).strip()

    @property
    def where(self) -> Where:
        """The way to the line in the document."""
        return SECTIONS[self.section], self.number - 1


class Lines:
    """Every line of a form, found by its name, or by its section and number where several have one name."""

    def __init__(self) -> None:
        self._lines: list[ReadLine] = []

    def add(self, line: ReadLine) -> None:
        """Take up a line."""
        self._lines.append(line)

    def meant_by(self, written: str) -> ReadLine | Text:
        """The line that a reference names, or why it is none."""
        wanted = folded(written)
        numbered = [line for line in self._lines if folded(f"{line.section} {line.number}") == wanted]
        if numbered:  # also where a line is called so: it is referred to by its own number
            return numbered[0]
        named = [line for line in self._lines if folded(line.name) == wanted]
        if len(named) == 1:
            return named[0]
        if named:
            places = ", ".join(f"{line.section} {line.number}" for line in named)
            return Text(
                "flere linjer hedder {found}; skriv en af disse: {places}", found=quoted(written), places=places
            )
        if guess := self._nearest(wanted):
            return Text("{found} er ingen linje i Økonomi; mente du {guess}?", found=quoted(written), guess=guess)
        return Text("{found} er ingen linje i Økonomi; skriv linjens navn, som det står der", found=quoted(written))

    def _nearest(self, wanted: str) -> str | None:
        """The name of a line that was most likely meant, where there are no more than anybody writes."""
        names = {folded(line.name): line.name for line in self._lines[:_MOST_LINES_COMPARED]}
        close = get_close_matches(wanted, names, n=1)
        return names[close[0]] if close else None

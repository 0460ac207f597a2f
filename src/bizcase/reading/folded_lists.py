"""Lists below a text that begins on its field's own line: YAML makes one line of all of it, dashes and all."""

import re
from collections.abc import Iterable, Iterator

from bizcase.reading.characters import lines_of
from bizcase.reading.document import Event
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Place
from bizcase.texts.template import Text

_ITEM = re.compile(r" *- (?=\S)")


def folded_lists(texts: Iterable[Event], text: str) -> Iterator[Fault]:
    """A fault for each of the texts over several lines that has one with a dash in front, at the first of them."""
    lines = lines_of(text)
    for event in texts:
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            if item := _ITEM.match(lines[number]):
                column = len(item[0]) - 1
                message = Text(
                    "punktet bliver til én linje med teksten over det; skriv | efter kolonet, og hele teksten på "
                    "linjerne under"
                )
                yield Fault("unsupported-yaml", Place(number + 1, column, number + 1, column + 1), message)
                break

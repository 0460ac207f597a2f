"""The texts of a workbook: shared between cells or in one of them, in runs of several looks, readings left out."""

import re
from codecs import decode

from bizcase.reading.characters import compose, long_run_of_marks
from bizcase.reading.workbook.bounds import TEXT, Budget, Unreadable, too_long
from bizcase.reading.workbook.markup import Attributes, walk
from bizcase.reading.workbook.package import Package
from bizcase.texts.template import Text

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str, budget: Budget) -> str:
    """A text of the file as it was written: escapes undone, line breaks of one character, Danish letters composed."""
    budget.write(len(text))
    if "_x" in text:
        text = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
        if _SURROGATE.search(text):  # two escapes can be one letter; one of them alone is none
            text = decode(text.encode("utf-16-le", "surrogatepass"), "utf-16-le", "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if text.isascii():
        return text
    if long_run_of_marks(text) is not None:
        raise Unreadable(
            Text("en celle rummer mange accenttegn efter hinanden, som ingen tekst bruger; fjern dem"),
        )
    return compose(text)


class Runs:
    """The pieces of one text as they come; what tells how Japanese is read aloud is no part of it."""

    __slots__ = ("_aloud", "_length", "_pieces", "ends", "starts")

    def __init__(self) -> None:
        self._aloud = False
        self._length = 0
        self._pieces: list[str] = []
        self.starts = {"rPh": self._begin_aloud}
        self.ends = {"rPh": self._end_aloud, "t": self._take}

    def _begin_aloud(self, _: Attributes) -> None:
        self._aloud = True

    def _end_aloud(self, _: str) -> None:
        self._aloud = False

    def _take(self, text: str) -> None:
        if not self._aloud:
            self._pieces.append(text)
            self._length += len(text)
            if self._length > TEXT:
                raise too_long()

    def whole(self) -> str:
        """The text, and room for the next."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return text


def shared_strings(package: Package, part: str | None) -> dict[str, str]:
    """The texts that cells name by number, as cells write that number."""
    texts: dict[str, str] = {}
    runs = Runs()

    def take(_: str) -> None:
        texts[str(len(texts))] = plain(runs.whole(), package.budget)

    if part is not None:
        walk(package, part, runs.starts, {**runs.ends, "si": take})
    return texts

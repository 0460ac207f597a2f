"""Names that a value may have: taken as people write them, and kept as the format writes them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from pydantic.json_schema import JsonSchemaValue

from bizcase.reading.characters import compose


def folded(name: str) -> str:
    """A name as it is compared.

    Upper and lower case, runs of spaces, a point at the end and the make-up of Danish letters do not count.
    """
    return " ".join(compose(name).casefold().split()).removesuffix(".")


class Names:
    """Known names, each with what else it is called; a name that two are called by means neither.

    `glossed` names are English words of the format, shown with the first of their Danish ones. Names that are not
    `guessed` are never offered for one that is near: it may be another quantity, such as mia. for mio.
    """

    def __init__(self, known: Mapping[str, Iterable[str]], *, glossed: bool = False, guessed: bool = True) -> None:
        self._known = {name: tuple(others) for name, others in known.items()}
        self._glossed = glossed
        self.guessed = guessed

    @property
    def names(self) -> tuple[str, ...]:
        """The names as the format writes them."""
        return tuple(self._known)

    @property
    def shown(self) -> list[str]:
        """The names as a message lists them."""
        return [f"{name} ({others[0]})" if self._glossed and others else name for name, others in self._known.items()]

    @property
    def spellings(self) -> list[str]:
        """The names, and everything else that they are called."""
        return [*self._known, *(other for others in self._known.values() for other in others)]

    def meant_by(self, written: str) -> str | None:
        """The name that somebody means who writes this, if it is clear."""
        return written if written in self._known else self._by_spelling.get(folded(written))

    @cached_property
    def _by_spelling(self) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for name, others in self._known.items():
            for key in map(folded, others):
                found[key] = name if found.get(key, name) == name else None
        return found | {folded(name): name for name in self._known}

    def json_schema(self, meanings: Mapping[str, str] | None = None) -> JsonSchemaValue:
        """The names as an editor offers them, each with what it means in Markdown, and whatever else is taken for one.

        Without `meanings`, names that are glossed mean the first of their others.
        """
        if meanings is None and self._glossed:
            meanings = {name: others[0] for name, others in self._known.items()}
        message = {"errorMessage": f"skriv en af disse: {', '.join(self.shown)}"}
        offered = {"type": "string", "enum": list(self._known), **message}
        if meanings:
            offered["markdownEnumDescriptions"] = [meanings[name] for name in self._known]
        return {"anyOf": [offered, self.pattern() | message]}

    def pattern(self) -> JsonSchemaValue:
        """Every way to write one of the names, as `meant_by` takes it, in the dialect of JSON Schema."""
        clear = {folded(name): name for name in self.spellings if self.meant_by(name)}
        written = "|".join("".join(map(_any_form, name)) for name in clear)
        return {"type": "string", "pattern": rf"^\s*({written})\.?\s*$"}


_SYNTAX = re.compile(r"[\\^$.*+?()[\]{}|]")


def _any_form(letter: str) -> str:
    """A letter of a folded name in upper and lower case, composed and not; a space as any blanks."""
    if letter == " ":
        return r"\s+"
    if letter == letter.upper():
        return _SYNTAX.sub(r"\\\g<0>", letter)
    cased = f"[{letter.upper()}{letter}]"
    apart = "o\u0338" if letter == "ø" else unicodedata.normalize("NFD", letter)
    return f"(?:{cased}|[{apart[0].upper()}{apart[0]}]{apart[1:]})" if len(apart) > 1 else cased

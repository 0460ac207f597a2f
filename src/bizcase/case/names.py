"""Names that a value may have: taken as people write them, and kept as the format writes them."""

from collections.abc import Iterable, Mapping

from pydantic.json_schema import JsonSchemaValue

from bizcase.reading.characters import compose


def folded(name: str) -> str:
    """A name as it is compared.

    Upper and lower case, runs of spaces, a point at the end and the make-up of Danish letters do not count.
    """
    return " ".join(compose(name).casefold().split()).rstrip(".")


class Names:
    """Known names, each with what else it is called; a name that two are called by means neither."""

    def __init__(self, known: Mapping[str, Iterable[str]]) -> None:
        self.names = tuple(known)
        self.spellings = [*known, *(other for others in known.values() for other in others)]
        self._by_spelling: dict[str, str | None] = {}
        for name, others in known.items():
            for other in others:
                key = folded(other)
                self._by_spelling[key] = name if self._by_spelling.get(key, name) == name else None
        self._by_spelling |= {folded(name): name for name in known}

    def meant_by(self, written: str) -> str | None:
        """The name that somebody means who writes this, if it is clear."""
        return written if written in self.names else self._by_spelling.get(folded(written))

    def json_schema(self) -> JsonSchemaValue:
        """The names to complete, and every spelling that is taken."""
        patterns = dict.fromkeys("".join(map(_either_case, folded(spelling))) for spelling in self.spellings)
        spelt = {"type": "string", "pattern": f"^({'|'.join(patterns)})\\.?$"}
        return {"anyOf": [{"type": "string", "enum": list(self.names)}, spelt]}


def _either_case(letter: str) -> str:
    if letter.upper() != letter.lower():
        return f"[{letter.upper()}{letter.lower()}]"
    return letter if letter.isalnum() or letter == " " else f"\\{letter}"

"""A text: a Danish template and what stands in it. Who prints it chooses the language."""

from collections.abc import Callable, Mapping
from typing import Literal

Language = Literal["da", "en"]
"""Languages that a text can be printed in."""


class Text:
    """A sentence or a label, such as `Text("Uden modpost: {lines}.", lines="Udvikling")`.

    The template is Danish, as it is to be printed, and the key of its English in the catalogue. Values are texts
    themselves, or a file's own words, or figures; they are never put together from words that only fit in one language.
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values

    @classmethod
    def of(cls, template: str, values: Mapping[str, object]) -> "Text":
        """A text of a template that another one has, with values of its own."""
        return cls(template, **values)

    @classmethod
    def of_profile(cls, words: str) -> "Text":
        """Words of a municipality's own, which the catalogue may know the English of."""
        return cls(words.replace("{", "{{").replace("}", "}}"))

    def spoken(self, language: Language, written: Callable[[object], str] = str) -> str:
        """The text in a language; `written` says how a value is printed that is no text itself."""
        return self._template_in(language).format(
            **{
                name: value.spoken(language, written) if isinstance(value, Text) else written(value)
                for name, value in self.values.items()
            }
        )

    def _template_in(self, language: Language) -> str:
        return template_in(self.template, language, one=self.values.get("count") == 1)

    def __str__(self) -> str:
        """The text in Danish."""
        return self.spoken("da")

    def __repr__(self) -> str:
        """The text as it is made."""
        return f"Text({self.template!r}, **{self.values!r})"

    def __eq__(self, other: object) -> bool:
        """Two texts are the same where template and values are."""
        return isinstance(other, Text) and (self.template, self.values) == (other.template, other.values)

    def __hash__(self) -> int:
        """Texts of one template share a place, which is all that a set or a group of them needs."""
        return hash(self.template)


def template_in(danish: str, language: Language, *, one: bool = False) -> str:
    """A Danish template in a language; `one` chooses where the language has a word for one and another for several."""
    if language == "da":
        return danish
    from bizcase.texts.english import ENGLISH  # nobody who reads Danish waits for it

    translated = ENGLISH.get(danish, danish)
    return translated[not one] if isinstance(translated, tuple) else translated


Words = Text | str
"""What is printed: a text, or words that stand in every language as they are, such as a case's own."""


def spoken(words: Words, language: Language) -> str:
    """Words as they are printed in a language."""
    return words.spoken(language) if isinstance(words, Text) else words

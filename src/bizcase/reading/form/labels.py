"""What the keys of the format are called in the form, so that a message speaks of cells that its reader sees."""

import re
from collections.abc import Callable

from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Place
from bizcase.reading.form.closed_lists import WORDS
from bizcase.reading.form.layout import LINES, OF_AN_APPROPRIATION, SHEETS
from bizcase.reading.form.places import PLACE_WORDS, place_in_words
from bizcase.texts.template import Language, Text, Words, template_in

_FIELDS = {each.where: each.label for form in SHEETS for each in form.fields}
_COLUMNS = {
    **{column.key: column.heading for form in SHEETS for table in form.tables for column in table.columns},
    **{column.key: column.heading for column in LINES.columns},
}
_UNNAMED = {"amounts", "fte", "published", "appropriation", "sections", "accepted", "of_which", "split"}
"""Keys that are no cell of their own: what stands below them is named."""

_WORDS = {
    "funding: internal_loan": "Internt lån under Betales af",
    "internal_loan med repayment": "Internt lån: afdrag i arket Sag",
    "skriv {year}+, hvis ændringen er varig": "skriv ja under Fortsætter herefter, hvis ændringen er varig",
    "skriv {year}+, hvis de også gør": "skriv ja under Fortsætter herefter, hvis de også gør",
    "år-måned-dag, fx 2018-02-23": "dag-måned-år, fx 23-02-2018",
    "varige (2028+)": "varige (ja under Fortsætter herefter)",
    "men findes ikke i sagen; fjern feltet": "men findes ikke i sagen; slet rækken",
    "saving eller cost": "Besparelse regnes af eller Udgift regnes af",
    "phase_in": "årene (indfasning i %)",
    "round_to": "Afrundes til",
    "saving": "Besparelse regnes af",
    "assumptions": "Forudsætninger",
    "derived": "Forudsætninger (Regnes af)",
    "first_year": "Første år",
    "last_year": "Sidste år",
    "own_figure": "Vores skøn",
    "price_level": "Prisniveau",
    "committee": "Udvalg",
    "split": "Fordeling",
    "approval": "Godkendelse",
    "decisions": "Beslutninger",
    "efficiencies": "Varig ændring",
    "implementation_costs": "Implementeringsomkostning",
    "income": "Engangsindtægt",
    "internal_loan": "Internt lån: afdrag",
    "repayment": "Internt lån: afdrag",
    "funding": "Betales af",
    "published": "Kontrol",
    "tolerance": "Tal må afvige med",
    "capital_category": "Anlægskategori",
    "steering_area": "Styringsområde",
    "of_which": "Heraf",
    "fte": "Årsværk",
    "unit": "Enhed",
    "amounts": "Beløb",
    "accepted": "Accepterede fund",
    "pool_appropriations": "Puljens bevilling",
    "hearings": "Hvem er hørt",
}
"""Keys as messages name them, and what a form calls them."""

_HEADINGS_OF_AN_APPROPRIATION = {key: _COLUMNS[column] for column, key in OF_AN_APPROPRIATION.items()}

_KEY = re.compile(rf"(?<![\w{{-])(?:{'|'.join(map(re.escape, _WORDS))})(?![\w}}])")


class FormText(Text):
    """A text whose template speaks of the form's labels where it names keys of the format."""

    __slots__ = ()

    def spoken(self, language: Language, written: Callable[[object], str] = str) -> str:
        """The text in a language, its figures in Danish with a comma, as the cells of a form show them."""
        return super().spoken(language, _with_a_comma if language == "da" and written is str else written)

    def _template_in(self, language: Language) -> str:
        template = template_in(self.template, language, one=self.values.get("count") == 1)
        return _KEY.sub(lambda key: _WORDS[key[0]], template)


def _with_a_comma(value: object) -> str:
    """A figure as a cell shows it, without the nil by which three decimals are told from thousands."""
    written = str(value)
    if not _FIGURE.fullmatch(written):
        return written
    whole, decimals = written.split(".")
    return f"{whole},{decimals}" if len(decimals) < _MOST_DECIMALS else f"{whole},{decimals.rstrip('0')}".rstrip(",")


_FIGURE = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_MOST_DECIMALS = 4


def in_form(words: Words) -> Words:
    """A text, and every text in it, with the form's labels in the place of keys."""
    if not isinstance(words, Text):
        return words
    values = {name: in_form(value) if isinstance(value, Text) else value for name, value in words.values.items()}
    return FormText.of(words.template, values)


def fault_in_form(fault: Fault, *, absent: bool = False) -> Words:
    """What a fault says, in the words of the form: of a closed list the words that the form has.

    It may be about a field that is `absent`, label and all.
    """
    text = fault.text
    if fault.code == "missing-key" and absent:
        return Text("feltet er slettet; skriv dets navn her, og værdien ved siden af")
    if fault.code == "missing-key" and not isinstance(fault.where, Place):
        return Text("mangler; udfyld cellen")
    words = WORDS.get(str(fault.where[-1])) if fault.where and fault.code in ("bad-value", "wrong-type") else None
    if words and isinstance(text, Text) and "found" in text.values:
        found = text.values["found"]
        return Text(
            "{found} kan ikke stå her; vælg en af disse: {allowed}", found=found, allowed="; ".join(words.values())
        )
    said = in_form(text)
    if fault.code in _NAMES and isinstance(text, Text) and _JOINED.search(str(text.values.get("found", ""))):
        return Text("{fault}; flere navne skilles med komma", fault=said)
    return said


_NAMES = ("unknown-administration", "unknown-committee")
_JOINED = re.compile(r" og |[/+&]", re.IGNORECASE)


def label_of(where: Where) -> str:
    """The label or heading of the value at a way through the document; blank where it has none."""
    if where[:1] == ("accepted",):
        return ", ".join(filter(None, (str(where[1]), place_in_words(tuple(map(str, where[2:]))))))
    while where and isinstance(where[-1], int):
        where = where[:-1]
    keys = tuple(str(step) for step in where if not isinstance(step, int))
    if keys[-2:-1] == ("appropriation",):
        return _HEADINGS_OF_AN_APPROPRIATION[keys[-1]]
    if keys in _FIELDS:
        return _FIELDS[keys]
    last = next((index for index in reversed(range(len(where))) if isinstance(where[index], int)), -1)
    below = [str(step) for step in where[last + 1 :] if step not in _UNNAMED] if last >= 0 else list(keys[1:])
    if below:
        return ", ".join(_COLUMNS.get(step, PLACE_WORDS.get(step, step.removesuffix("+"))) for step in below)
    return _WORDS.get(str(where[-1]), "") if where else ""

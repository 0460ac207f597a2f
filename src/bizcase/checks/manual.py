"""The manual of every finding, in both languages.

English stands in `english.md`, for errors of reading, and in the docstrings of the rules; Danish in `danish.md`.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bizcase.checks.rule import acceptable, all_rules
from bizcase.reading.finding import Severity
from bizcase.reading.form.layout import ASKED_ABOUT
from bizcase.texts.template import Language, Text

KINDS = {Severity.ERROR: Text("fejl"), Severity.WARNING: Text("advarsel")}
"""What a finding is called that weighs so much."""

_KINDS_IN_FULL = {
    (Severity.ERROR, True): Text("Fejl; kan accepteres (`accepted`; i formularen Kontrol › Accepterede fund)."),
    (Severity.ERROR, False): Text("Fejl; kan ikke accepteres."),
    (Severity.WARNING, True): Text("Advarsel; kan accepteres (`accepted`; i formularen Kontrol › Accepterede fund)."),
    (Severity.WARNING, False): Text("Advarsel; kan ikke accepteres."),
}


@dataclass(frozen=True, slots=True)
class ManualEntry:
    """What there is to know of a finding; the texts are Markdown, and the first paragraph of each is its summary."""

    code: str
    severity: Severity
    english: str
    danish: str
    acceptable: bool

    @property
    def kind(self) -> Text:
        """What the finding weighs, and whether a case may accept it."""
        return _KINDS_IN_FULL[self.severity, self.acceptable]

    def summary(self, language: Language) -> str:
        """The finding in one sentence."""
        return " ".join(self.text(language).partition("\n\n")[0].split())

    def text(self, language: Language) -> str:
        """The manual in a language."""
        return self.danish if language == "da" else self.english


@cache
def manual() -> dict[str, ManualEntry]:
    """Every code with its entry, errors before warnings, each in alphabetical order."""
    danish = _sections("danish.md")
    entries = [
        ManualEntry(code, _severity_of(code), english, danish[code], acceptable=False)
        for code, english in _sections("english.md").items()
    ]
    entries += [
        ManualEntry(rule.code, rule.severity, rule.manual, danish[rule.code], rule.code in acceptable())
        for rule in all_rules()
    ]
    entries.sort(key=lambda entry: (entry.severity is not Severity.ERROR, entry.code))
    return {entry.code: entry for entry in entries}


def _severity_of(code: str) -> Severity:
    """What a finding of reading weighs: only a form has any that is worth no more than asking about."""
    return Severity.WARNING if code in ASKED_ABOUT else Severity.ERROR


_HEAD = Text(
    "# Fund\n\n"
    "Alle fund fra `bizcase validate`, hvad de betyder, og hvad du gør. `bizcase explain KODE` viser ét af dem.\n\n"
    "Et eksempel er et stykke af en sag; resten af sagen er, som den plejer. Celler fra formularen i Excel står med\n"
    "arkets navn i hjørnet, kolonnernes bogstaver øverst og rækkernes numre til venstre. Sag › Enhed er Enhed i arket\n"
    "Sag, som felt eller som overskrift over en kolonne.\n\n"
    "Siden skrives af `bizcase explain --write FIL`; ret teksterne, hvor de kommer fra.\n"
)
_HEADINGS = {Severity.ERROR: Text("Fejl"), Severity.WARNING: Text("Advarsler")}


def as_document(language: Language) -> str:
    """All manuals as one Markdown document, which is kept in the documentation."""
    parts = [_HEAD.spoken(language)]
    for severity, heading in _HEADINGS.items():
        entries = [entry for entry in manual().values() if entry.severity is severity]
        parts.append(f"## {heading.spoken(language)}\n")
        parts.append("\n".join(f"- [`{entry.code}`](#{entry.code}): {entry.summary(language)}" for entry in entries))
        parts[-1] += "\n"
        parts += [_section(entry, language) for entry in entries]
    return "\n".join(parts)


def _section(entry: ManualEntry, language: Language) -> str:
    return f"### {entry.code}\n\n*{entry.kind.spoken(language)}*\n\n{entry.text(language)}\n"


@cache
def _sections(name: str) -> dict[str, str]:
    """The sections of a file of manuals, by code."""
    text = (files("bizcase.checks") / name).read_text(encoding="utf-8")
    sections = [section.partition("\n") for section in text.split("\n## ")[1:]]
    return {code.strip(): body.strip() for code, _, body in sections}

"""The manual of every finding: errors of reading from `errors.md`, rules from their own docstrings."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bizcase.checks.rule import acceptable, all_rules
from bizcase.reading.finding import Severity


@dataclass(frozen=True, slots=True)
class ManualEntry:
    """What there is to know of a finding; `text` is Markdown, and its first paragraph the summary."""

    code: str
    severity: Severity
    text: str
    acceptable: bool

    @property
    def summary(self) -> str:
        """The finding in one sentence."""
        return " ".join(self.text.partition("\n\n")[0].split())


@cache
def manual() -> dict[str, ManualEntry]:
    """Every code with its entry, errors before warnings, each in alphabetical order."""
    entries = [ManualEntry(code, Severity.ERROR, text, acceptable=False) for code, text in _errors().items()]
    entries += [ManualEntry(rule.code, rule.severity, rule.manual, rule.code in acceptable()) for rule in all_rules()]
    entries.sort(key=lambda entry: (entry.severity is not Severity.ERROR, entry.code))
    return {entry.code: entry for entry in entries}


def as_document() -> str:
    """All manuals as one Markdown document, which is kept in the documentation."""
    parts = [
        "# Findings\n\n"
        "Every finding of `bizcase validate`, with what it means and how to settle it. `bizcase explain CODE` prints\n"
        "the same text. This page is written by `bizcase explain --write docs/findings.md`; change its texts at their\n"
        "source.\n"
    ]
    for severity, heading in ((Severity.ERROR, "Errors"), (Severity.WARNING, "Warnings")):
        entries = [entry for entry in manual().values() if entry.severity is severity]
        parts.append(f"## {heading}\n")
        parts.append("\n".join(f"- [`{entry.code}`](#{entry.code}): {entry.summary}" for entry in entries) + "\n")
        parts += [_section(entry) for entry in entries]
    return "\n".join(parts)


def _section(entry: ManualEntry) -> str:
    may = "can be accepted" if entry.acceptable else "cannot be accepted"
    return f"### {entry.code}\n\n*{entry.severity.capitalize()}; {may} under `accepted`.*\n\n{entry.text}\n"


@cache
def _errors() -> dict[str, str]:
    """The sections of `errors.md`."""
    text = (files("bizcase.checks") / "errors.md").read_text(encoding="utf-8")
    sections = [section.partition("\n") for section in text.split("\n## ")[1:]]
    return {code.strip(): body.strip() for code, _, body in sections}

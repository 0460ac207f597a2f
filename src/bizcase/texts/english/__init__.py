"""The English of every Danish template, in one catalogue of a part a subject."""

from bizcase.texts.english.entry import Entry
from bizcase.texts.english.findings import FINDINGS
from bizcase.texts.english.papers import PAPERS
from bizcase.texts.english.program import PROGRAM
from bizcase.texts.english.value import VALUE

ENGLISH: dict[str, Entry] = PAPERS | FINDINGS | PROGRAM | VALUE
"""Danish template to its English."""

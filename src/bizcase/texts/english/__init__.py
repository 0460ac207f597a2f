"""The English of every Danish template, in one catalogue of two halves."""

from bizcase.texts.english.entry import Entry
from bizcase.texts.english.findings import FINDINGS
from bizcase.texts.english.papers import PAPERS

ENGLISH: dict[str, Entry] = PAPERS | FINDINGS
"""Danish template to its English."""

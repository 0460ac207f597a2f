"""The English of every Danish template, in one catalogue, by subject."""

from bizcase.texts.english.configuration import CONFIGURATION
from bizcase.texts.english.drivers import DRIVERS
from bizcase.texts.english.entry import Entry
from bizcase.texts.english.findings import FINDINGS
from bizcase.texts.english.form import FORM
from bizcase.texts.english.papers import PAPERS
from bizcase.texts.english.prices import PRICES
from bizcase.texts.english.program import PROGRAM
from bizcase.texts.english.value import VALUE
from bizcase.texts.english.workbook import WORKBOOK

ENGLISH: dict[str, Entry] = PAPERS | FINDINGS | PRICES | PROGRAM | CONFIGURATION | VALUE | DRIVERS | WORKBOOK | FORM
"""Danish template to its English."""

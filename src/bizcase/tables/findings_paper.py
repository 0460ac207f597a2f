"""Findings as a paper for whoever filled in the form: what was found, in which cell, and what to write instead."""

from collections.abc import Sequence

from bizcase.reading.characters import printable
from bizcase.reading.finding import Finding, Severity, Tally
from bizcase.tables.paper import Heading, Paper, Paragraph
from bizcase.tables.texts_table import texts_table
from bizcase.texts.template import Text, Words

HEADINGS = (Text("Fil"), Text("Sted"), Text("Alvor"), Text("Kode"), Text("Fund"))
"""The columns of the findings."""

TITLE = Text("Hvad der skal ses på")


def findings_paper(findings: Sequence[Finding], tally: Tally) -> Paper:
    """A row a finding, in the order of the run, below what they come to."""
    rows = [row_of(finding) for finding in findings]
    return Paper((Heading(TITLE), texts_table(tally.in_words, HEADINGS, rows) if rows else Paragraph(tally.in_words)))


def row_of(finding: Finding) -> tuple[Words, ...]:
    """A finding as a row: its file and place, what it weighs, its code and its text."""
    return printable(finding.path), str(finding.place), weight_of(finding), finding.code, finding.with_reason


def weight_of(finding: Finding) -> Text:
    """What a finding weighs: an accepted one nothing any more."""
    if finding.accepted_reason is not None:
        return Text("accepteret")
    return Text("fejl") if finding.severity is Severity.ERROR else Text("advarsel")

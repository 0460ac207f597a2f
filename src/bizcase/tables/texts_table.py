"""Tables without figures: who was heard, what was decided, how a case is followed up."""

from collections.abc import Sequence
from datetime import date

from bizcase.case.kinds import Approval
from bizcase.case.model import Case
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Table
from bizcase.texts.template import Text, Words

DECIDED: dict[Approval, Text] = {
    "approved": Text("Godkendt"),
    "pending": Text("Endnu ikke udvalgsgodkendt"),
    "cross_cutting_pending": Text("Tværgående, endnu ikke udvalgsgodkendt"),
    "noted": Text("Taget til efterretning"),
    "adopted": Text("Vedtaget"),
    "rejected": Text("Forkastet"),
}
"""What can be decided of a case, in words."""


def texts_table(title: Words, headings: Sequence[Words], lines: Sequence[Sequence[Words | None]]) -> Table:
    """A table without figures."""
    rows = Rows()
    for line in lines:
        rows.line(*line)
    return Table(name=title, title=title, columns=tuple(map(Column, headings)), rows=rows.all())


def in_danish(day: date) -> str:
    """A date as papers print it: 25-01-2016."""
    return f"{day:%d-%m-%Y}"


def decisions(case: Case) -> list[Table]:
    """What was decided of a case, in the order of time; no table where nothing was."""
    headings = Text("Dato"), Text("Hvem"), Text("Beslutning"), Text("Stemmer"), Text("Bemærkning")
    lines = [
        (in_danish(each.date), each.body, DECIDED[each.decision], each.votes, each.remark)
        for each in sorted(case.decisions, key=lambda decision: decision.date)
    ]
    return [texts_table(Text("Beslutninger"), headings, lines)] if lines else []

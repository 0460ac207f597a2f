"""Decisions: the last one is a case's approval and dates its paper."""

from datetime import date

from support import HEAD, copenhagen, faults_in, message_of, printed, result_of

from bizcase.tables.paper import Heading
from bizcase.tables.proposal import proposal
from bizcase.tables.table import Table

LINE = "efficiencies: [{name: B, steering_area: Service, amounts: {2019+: -400}}]\n"
DECISIONS = """\
decisions:
  - {date: 2018-03-20, body: Økonomiudvalget, decision: vedtaget, votes: 9-0-1, remark: Én undlod at stemme}
  - {date: 2018-02-07, body: KFU, decision: rejected}
"""


def test_the_last_decision_is_the_approval_and_dates_the_paper() -> None:
    """The latest of two, in whatever order they are written; a date of the paper's own goes before it."""
    case = result_of(DECISIONS + LINE).case
    assert (case.approval, case.day) == ("adopted", date(2018, 3, 20))
    assert result_of("dated: 2018-01-25\n" + DECISIONS + LINE).case.day == date(2018, 1, 25)
    assert result_of(LINE).case.day is None


def test_an_approval_that_is_not_the_last_decision_is_refused() -> None:
    """Both given must agree."""
    assert result_of("approval: adopted\n" + DECISIONS + LINE).case.approval == "adopted"
    (fault,) = faults_in(HEAD + "approval: approved\n" + DECISIONS + LINE)
    assert (fault.code, fault.where) == ("bad-value", ("approval",))
    assert "the last decision (Økonomiudvalget, 2018-03-20) is adopted" in message_of(fault)


def test_decisions_stand_in_the_proposal_in_the_order_of_time() -> None:
    """Below the head, in words: a decision is no hearing."""
    parts = list(proposal(result_of(DECISIONS + LINE), copenhagen()))
    (table,) = (part for part in parts if isinstance(part, Table) and str(part.title) == "Beslutninger")
    assert printed(table).cells == [
        ["07-02-2018", "KFU", "Forkastet", "", ""],
        ["20-03-2018", "Økonomiudvalget", "Vedtaget", "9-0-1", "Én undlod at stemme"],
    ]
    before = [part for part in parts[: parts.index(table)] if isinstance(part, Heading)]
    assert [heading.level for heading in before] == [1]
    assert ["Dato", "20-03-2018"] in printed(parts[1]).cells  # type: ignore[arg-type]

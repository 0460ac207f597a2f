"""From a document to a case, or to everything that is wrong with it."""

from pydantic import ValidationError

from bizcase.case.context import Context
from bizcase.case.derivation import derive, driver_faults
from bizcase.case.line import SECTIONS
from bizcase.case.line_checks import line_faults
from bizcase.case.loan_check import loan_faults
from bizcase.case.model import Case
from bizcase.case.periods import LAST_YEAR, Period, span
from bizcase.case.profile import Profile
from bizcase.case.published_pass import printed_in, without_published
from bizcase.case.refusal import faults_of
from bizcase.reading.document import Mapping, Node, quoted
from bizcase.reading.fault import Fault, Faults
from bizcase.texts.template import Text

LINE_LIMIT = 10_000
"""Lines of money that one case may have."""


def validate_case(root: Node, profile: Profile, acceptable: frozenset[str]) -> tuple[Case | None, Faults]:
    """The case that a document holds, or nothing and the faults that keep it from being trusted.

    Faults in `published` cost the comparison with the paper and never the case: they come beside it. `acceptable` are
    the codes of the findings that a file may accept.
    """
    if not isinstance(root, Mapping):
        message = Text("her står {found}; skriv felter med værdier, fx id: BC07", found=quoted(root))
        return None, Faults([Fault("wrong-type", (), message)])
    lines = sum(len(root[section]) for section in SECTIONS if isinstance(root.get(section), list))
    if lines > LINE_LIMIT:
        message = Text("der er flere end {limit} linjer med beløb i sagen; del den i flere sager", limit=LINE_LIMIT)
        return None, Faults([Fault("bad-value", (), message)])
    context = Context.of(root, profile, acceptable)
    printed, faults = printed_in(root, context)
    try:
        case = Case.model_validate(without_published(root), context=context)
    except ValidationError as error:
        of_case = faults_of(error, root, Case)
        may_hide_lines = of_case.rest or any(
            len(fault.where) == 1 and (fault.at_key or fault.where[0] in SECTIONS) for fault in of_case
        )
        faults.extend(of_case)
        faults.extend(() if may_hide_lines else _no_lines(root))
        return None, faults
    if not_derived := driver_faults(case):
        faults.extend(not_derived)
        return None, faults
    case = derive(case)
    in_a_case = _no_lines(root) or [*line_faults(case), *loan_faults(case), *_approval_faults(case)]
    if in_a_case:
        faults.extend(in_a_case)
        return None, faults
    given = printed.given_to(case)
    if case.last_decision is not None:
        given["approval"] = case.last_decision.decision
    return case.model_copy(update=given) if given else case, faults


def _no_lines(root: Mapping) -> list[Fault]:
    if any(root.get(section) for section in SECTIONS):
        return []
    message = Text("der er ingen linje med beløb i sagen; tilføj en under implementation_costs eller efficiencies")
    return [Fault("no-lines", (), message)]


BUDGET_YEARS = 4
"""The budget year and its three overslagsår, which a case shows at least where something goes on."""


def table_years(case: Case) -> range:
    """The years that the case's tables show: as it says, or else from the first to the last that an amount names.

    Where something goes on and the case does not say when its tables end, they show four years at least.
    """
    named = [period for line in case.lines for period in (*line.amounts, *(line.fte or ()))]
    if case.internal_loan is not None:
        repayment = case.internal_loan.repayment
        named += [repayment] if isinstance(repayment, Period) else [Period(year, year) for year in repayment]
    first, last = span(named)
    first = case.first_year or first
    if case.last_year is None and any(period.is_open for period in named):
        last = min(max(last, first + BUDGET_YEARS - 1), LAST_YEAR)
    return range(first, (case.last_year or last) + 1)


def _approval_faults(case: Case) -> list[Fault]:
    """An approval that is not what was decided last."""
    last = case.last_decision
    if last is None or case.approval in (None, last.decision):
        return []
    message = Text(
        "her står {approval}, men den sidste beslutning ({body}, {date}) er {decision}; fjern approval, "
        "eller ret det, der er forkert",
        approval=case.approval,
        body=last.body,
        date=last.date,
        decision=last.decision,
    )
    return [Fault("bad-value", ("approval",), message)]

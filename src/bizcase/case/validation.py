"""From a document to a case, or to everything that is wrong with it."""

from dataclasses import replace
from decimal import Decimal

from pydantic import ValidationError

from bizcase.case.amounts import ZERO, added_up
from bizcase.case.context import Context
from bizcase.case.model import Case
from bizcase.case.periods import Period, span
from bizcase.case.profile import Profile
from bizcase.case.published import Published
from bizcase.case.refusal import faults_of
from bizcase.reading.document import Mapping, Node, Sequence, quoted
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text

LINE_LIMIT = 10_000
"""Lines of money that one case may have."""

SECTIONS = ("implementation_costs", "efficiencies")
PUBLISHED = "published"


def validate_case(root: Node, profile: Profile, acceptable: frozenset[str]) -> tuple[Case | None, list[Fault]]:
    """The case that a document holds, or nothing and the faults that keep it from being trusted.

    Faults in `published` cost the comparison with the paper and never the case: they come beside it. `acceptable` are
    the codes of the findings that a file may accept.
    """
    if not isinstance(root, Mapping):
        return None, [
            Fault(
                "wrong-type",
                (),
                Text("her står {found}; skriv felter med værdier, fx id: BC07", found=quoted(root)),
            )
        ]
    lines = sum(len(root[section]) for section in SECTIONS if isinstance(root.get(section), list))
    if lines > LINE_LIMIT:
        message = Text("der er flere end {limit} linjer med beløb i sagen; del den i flere sager", limit=LINE_LIMIT)
        return None, [Fault("bad-value", (), message)]
    context = Context.of(root, profile, acceptable)
    published, faults_beside = _published(root, context)
    try:
        case = Case.model_validate({key: root[key] for key in root if key != PUBLISHED}, context=context)
    except ValidationError as error:
        faults = faults_of(error, root, Case)
        may_hide_lines = any(len(fault.where) == 1 and (fault.at_key or fault.where[0] in SECTIONS) for fault in faults)
        return None, faults_beside + (faults if may_hide_lines else faults + _no_lines(root))
    faults = _no_lines(root) or _loan_faults(case) or _approval_faults(case)
    if faults:
        return None, faults_beside + faults
    decided = {} if case.last_decision is None else {"approval": case.last_decision.decision}
    given = {} if published is None else {PUBLISHED: published}
    return case.model_copy(update=decided | given) if decided or given else case, faults_beside


def _published(root: Mapping, context: Context) -> tuple[Published | None, list[Fault]]:
    """The paper's figures, where the document has any and every one of them can be read."""
    if PUBLISHED not in root or is_doubtful(root[PUBLISHED]):
        return None, []
    try:
        return Published.model_validate(root[PUBLISHED], context=context), []
    except ValidationError as error:
        faults = faults_of(error, root[PUBLISHED], Published)
        return None, [replace(fault, where=(PUBLISHED, *fault.where)) for fault in faults]


def is_doubtful(node: Node) -> bool:
    """Whether a key stands twice anywhere in a value, so that nobody knows which of the two is meant."""
    if isinstance(node, Mapping):
        return node.doubtful or any(is_doubtful(value) for value in node.values())
    return isinstance(node, Sequence) and any(is_doubtful(item) for item in node)


def _no_lines(root: Mapping) -> list[Fault]:
    if any(root.get(section) for section in SECTIONS):
        return []
    message = Text("der er ingen linje med beløb i sagen; tilføj en under implementation_costs eller efficiencies")
    return [Fault("no-lines", (), message)]


def table_years(case: Case) -> range:
    """The years that the case's tables show: as it says, or else from the first to the last that an amount names."""
    named = [period for line in (*case.implementation_costs, *case.efficiencies) for period in line.amounts]
    if case.internal_loan is not None:
        repayment = case.internal_loan.repayment
        named += [repayment] if isinstance(repayment, Period) else [Period(year, year) for year in repayment]
    first, last = span(named)
    return range(case.first_year or first, (case.last_year or last) + 1)


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


def _loan_drawn(case: Case) -> dict[int, Decimal]:
    """What the case borrows in each year."""
    drawn: dict[int, Decimal] = {}
    for line in case.implementation_costs:
        if line.funding == "internal_loan":
            for period, amount in line.amounts.items():
                for year in period.named_years:
                    drawn[year] = drawn[year] + amount if year in drawn else amount
    return drawn


def _loan_faults(case: Case) -> list[Fault]:
    """A loan that is not paid back to the last krone, or paid back before it is drawn."""
    drawn = _loan_drawn(case)
    loan = added_up(drawn.values()) if drawn else ZERO
    if case.internal_loan is None:
        if not any(drawn.values()):
            return []
        index = next(i for i, line in enumerate(case.implementation_costs) if line.funding == "internal_loan")
        message = Text(
            "låner {amount} ({unit}), men sagen har ingen afdrag; tilføj internal_loan med repayment",
            amount=case.as_written(loan),
            unit=case.unit,
        )
        return [Fault("loan-not-repaid", ("implementation_costs", index, "funding"), message)]
    where = ("internal_loan", "repayment")
    if loan <= 0:
        return [
            Fault(
                "loan-not-repaid",
                where,
                Text(
                    "betaler et lån tilbage, men ingen linje låner; skriv funding: internal_loan på den linje, "
                    "lånet betaler"
                ),
            )
        ]
    repayment, parts = case.internal_loan.repayment, 1
    if isinstance(repayment, Period):  # equal instalments, counted in parts of one so as to stay exact
        years = repayment.named_years
        repayment, parts = dict.fromkeys(years, loan), len(years)
    elif (repaid := added_up(repayment.values())) != loan:
        figures = {"repaid": case.as_written(repaid), "loan": case.as_written(loan)}
        difference = case.as_written(abs(loan - repaid))
        if repaid < loan:
            message = Text(
                "giver i alt {repaid}, og lånet er {loan}; læg {difference} til afdragene",
                difference=difference,
                **figures,
            )
        else:
            message = Text(
                "giver i alt {repaid}, og lånet er {loan}; træk {difference} fra afdragene",
                difference=difference,
                **figures,
            )
        return [Fault("loan-not-repaid", where, message)]
    for year in sorted({*repayment, *drawn}):
        owed = sum(amount for when, amount in drawn.items() if when <= year)
        if sum(amount for when, amount in repayment.items() if when <= year) > owed * parts:
            return [
                Fault(
                    "bad-period",
                    where,
                    Text("betaler til og med {year} mere tilbage, end der er lånt; begynd afdragene senere", year=year),
                )
            ]
    return []

"""Own figures (egne skøn): amounts that no paper prints, and the words true and false."""

from typing import Annotated

from pydantic import Field, ValidationInfo
from pydantic.json_schema import JsonSchemaValue

from bizcase.case.fields import ReadBy
from bizcase.case.names import Names
from bizcase.case.period_amounts import SpreadAmounts
from bizcase.case.periods import ALL_PERIODS, FIRST_YEAR, Period, read_period, year_schema
from bizcase.case.refusal import Refusal, refuse_all
from bizcase.reading.document import quoted
from bizcase.texts.template import Text

_TRUTH = Names({"true": ("ja", "yes", "sand"), "false": ("nej", "no", "falsk")})


def _truth(node: object, info: ValidationInfo) -> bool:
    meant = _TRUTH.meant_by(node) if isinstance(node, str) else None
    if meant is None:
        raise Refusal("wrong-type", Text("her står {found}; skriv true eller false", found=quoted(node)))
    return meant == "true"


def _own_figures(node: object, info: ValidationInfo) -> frozenset[Period]:
    """The periods whose amounts are own figures: those that are named, and every one that is spread over its years."""
    amounts = info.data.get("amounts", info.data.get("repayment"))
    if amounts == {} and (calculated := info.data.get("saving") or info.data.get("cost")):
        amounts = info.data.get("phase_in") or ({_ALWAYS: calculated} if not isinstance(node, list) else None)
    spread = frozenset(amounts.spread) if isinstance(amounts, SpreadAmounts) else frozenset()
    if isinstance(node, frozenset):  # nothing is written
        return spread
    written = {amounts} if isinstance(amounts, Period) else _periods_of(amounts or {})
    if not isinstance(node, list):
        if not isinstance(node, str) or _TRUTH.meant_by(node) is None:
            message = Text(
                "her står {found}; skriv true, eller perioderne i en liste: [2027, 2028+]", found=quoted(node)
            )
            raise Refusal("wrong-type", message)
        return frozenset(written) | spread if _truth(node, info) else spread
    own, refusals = set(spread), []
    for index, each in enumerate(node):
        try:
            period = read_period(each) if isinstance(each, str) else None
        except Refusal as refusal:
            refusals.append(((index,), Refusal(refusal.type, refusal.text)))
            continue
        if period in written:
            own.add(period)
        elif amounts is not None:
            message = Text(
                "{found} er ikke en periode med et beløb på linjen; skriv en af disse: {allowed}",
                found=quoted(each),
                allowed=", ".join(map(str, sorted(written))),
            )
            refusals.append(((index,), Refusal("bad-value", message)))
    if refusals:
        refuse_all(refusals)
    return frozenset(own)


_ALWAYS = Period(FIRST_YEAR, None)
"""Every year that a line may have whose calculation says in which years it has anything."""


def _periods_of(amounts: dict[Period, object] | dict[int, object]) -> set[Period]:
    """The periods that amounts are written by."""
    written = amounts.written if isinstance(amounts, SpreadAmounts) else amounts
    return {period if isinstance(period, Period) else Period(period, period) for period in written}


def _truth_schema() -> JsonSchemaValue:
    return _TRUTH.pattern() | {"type": ["boolean", "string"], "errorMessage": "skriv true eller false"}


def _own_figures_schema() -> JsonSchemaValue:
    return _truth_schema() | {
        "type": ["boolean", "string", "array"],
        "items": year_schema(ALL_PERIODS),
        "errorMessage": "skriv true, eller perioderne i en liste: [2027, 2028+]",
    }


Truth = Annotated[bool, ReadBy(_truth, _truth_schema)]
OwnFigures = Annotated[frozenset[Period], ReadBy(_own_figures, _own_figures_schema), Field(validate_default=True)]
"""Which periods are own figures; it follows the amounts that it is about."""

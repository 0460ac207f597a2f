"""The budget of a pool: one amount, or a file with an amount for each steering area and year."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationError, ValidationInfo

from bizcase.case.amounts import ZERO, read_amount
from bizcase.case.context import Context
from bizcase.case.fields import ReadBy, Version, Year, one_of
from bizcase.case.kinds import Unit
from bizcase.case.period_amounts import Amounts, amounts_schema, by_period, needs_an_end
from bizcase.case.profile import Profile
from bizcase.case.record import AreaMapping, Record
from bizcase.case.refusal import Refusal, faults_of
from bizcase.case.unit import UNITS
from bizcase.reading.document import Mapping as WrittenMapping
from bizcase.reading.document import Node, quoted
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text


class Budget(NamedTuple):
    """What a pool may be asked for, in 1.000 kr.: in all, and on each steering area in each year if that is known."""

    size: Decimal
    by_steering_area: Mapping[str, Amounts] = {}
    price_level: int | None = None


def _frame(node: object, info: ValidationInfo) -> Amounts:
    return by_period(node, info, _not_negative, example="{2026: 100, 2027: 80}", no_end=needs_an_end)


def _not_negative(node: object, unit: Unit | None) -> Decimal:
    if (amount := read_amount(node, unit)) < ZERO:
        raise Refusal("bad-value", Text("{found} er under 0; skriv beløbet uden minus", found=quoted(node)))
    return amount


FrameByPeriod = Annotated[Amounts, ReadBy(_frame, amounts_schema(open_periods=False, sums=False))]


class BudgetFile(Record):
    """A file with the budget of a pool, positive, in 1.000 kr.; one that says no `price_level` is in the cases'."""

    schema_version: Version = 1
    unit: Annotated[Unit, one_of(UNITS)]
    price_level: Year | None = None
    budget: Annotated[AreaMapping[FrameByPeriod], Field(description="Styringsområde, år og beløb")]


def validate_budget(root: Node, profile: Profile) -> tuple[Budget | None, list[Fault]]:
    """The budget of a document, or what is wrong with it."""
    if not isinstance(root, WrittenMapping):
        message = Text("her står {found}; skriv budget: og derunder beløb for hvert styringsområde", found=quoted(root))
        return None, [Fault("wrong-type", (), message)]
    if "budget" in root and not isinstance(root["budget"], WrittenMapping):
        return None, [Fault("wrong-type", ("budget",), _no_frames(root["budget"]))]
    try:
        read = BudgetFile.model_validate(root, context=Context.of(root, profile, frozenset()))
    except ValidationError as error:
        return None, faults_of(error, root, BudgetFile)
    if not (by_area := read.budget):
        return None, [Fault("wrong-type", ("budget",), _no_frames(None))]
    each = (len(period.named_years) * amount for amounts in by_area.values() for period, amount in amounts.items())
    return Budget(sum(each, ZERO), by_area, read.price_level), []


def _no_frames(node: object) -> Text:
    return Text("her står {found}; skriv beløb for hvert styringsområde, fx Service: {{2026: 100}}", found=quoted(node))

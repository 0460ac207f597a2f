"""What a driven line (drevet linje) has in place of amounts: a calculation, its phasing in and its rounding."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticKnownError

from bizcase.case.amounts import ZERO, read_amount, read_per_cent
from bizcase.case.assumptions import CHAIN_SCHEMA, Chain, read_chain
from bizcase.case.fields import PER_CENT_SCHEMA, ReadBy, Reader
from bizcase.case.kinds import Unit
from bizcase.case.line_fields import BESIDE_EACH_OTHER
from bizcase.case.period_amounts import (
    Amounts,
    a_cost_ends,
    amounts_schema,
    by_period,
    read_amounts,
    read_closed_amounts,
)
from bizcase.case.periods import ALL_PERIODS, CLOSED_PERIODS, Period, year_schema
from bizcase.case.refusal import Refusal
from bizcase.case.unit import THOUSANDS
from bizcase.reading.document import Plain, quoted
from bizcase.texts.template import Text

PhaseIn = dict[Period, Decimal]
"""How much of a calculation each year of a period has, in per cent."""


class NotWritten(dict[Period, Decimal]):
    """The amounts of a line that writes none."""


def is_driven(info: ValidationInfo) -> bool:
    """Whether a line is driven, as far as its fields are read: a calculation that cannot be read is one, too."""
    return any(info.data.get(key, ()) is not None for key in ("saving", "cost"))


def _cost(node: object, info: ValidationInfo) -> Chain:
    if info.data.get("saving") is not None:
        message = Text("står sammen med saving, og der må kun stå ét af de to felter; fjern det ene")
        raise Refusal("bad-value", message, at_key=True)
    return read_chain(node, info)


def _unless_driven(read: Reader) -> Reader:
    """Amounts that are written, or none where the line has a calculation."""

    def amounts(node: object, info: ValidationInfo) -> Amounts:
        if isinstance(node, NotWritten):
            if is_driven(info):
                return node
            raise PydanticKnownError("missing")
        if is_driven(info):
            message = Text("står sammen med saving eller cost, som beløbene regnes ud fra; fjern det ene")
            raise Refusal("bad-value", message, at_key=True)
        written: Amounts = read(node, info)
        return written

    return amounts


def _share(node: object, unit: Unit | None) -> Decimal:
    return read_per_cent(node)


def _phase_in(node: object, info: ValidationInfo) -> PhaseIn:
    _refuse_without_calculation(info)
    return by_period(node, info, _share, example="{2026: 50%, 2027+: 100%}", money=False)


def _closed_phase_in(node: object, info: ValidationInfo) -> PhaseIn:
    _refuse_without_calculation(info)
    return by_period(node, info, _share, example="{2026: 50%, 2027: 50%}", no_end=a_cost_ends, money=False)


def _round_to(node: object, info: ValidationInfo) -> Decimal:
    _refuse_without_calculation(info)
    below_one = isinstance(node, Plain) and node.startswith("0.")  # 0.001 is a krone, and no thousands
    if (step := read_amount(node, None if below_one else THOUSANDS)) <= ZERO:
        message = Text(
            "{found} kan der ikke rundes af til; skriv et beløb i 1.000 kr., fx 1 eller 100", found=quoted(node)
        )
        raise Refusal("bad-value", message)
    return step


def _refuse_without_calculation(info: ValidationInfo) -> None:
    if not is_driven(info):
        raise Refusal("bad-value", Text("hører til saving eller cost, og linjen har ingen; fjern feltet"), at_key=True)


def _schema(periods: tuple[str, str]) -> JsonSchemaValue:
    return {
        "type": "object",
        "propertyNames": year_schema(periods),
        "additionalProperties": PER_CENT_SCHEMA,
        "minProperties": 1,
    }


_OF_A_CALCULATION = ("phase_in", "round_to")
_OF_WRITTEN_AMOUNTS = ("amounts", "low", "high")
_ONLY_WRITTEN = {
    "properties": dict.fromkeys(_OF_WRITTEN_AMOUNTS, False),
    "errorMessage": "beløbene regnes ud fra saving eller cost; fjern amounts, low og high",
}
DRIVEN_OR_WRITTEN: JsonSchemaValue = BESIDE_EACH_OTHER | {
    "oneOf": [
        {
            "required": ["amounts"],
            "properties": dict.fromkeys(_OF_A_CALCULATION, False),
        },
        {"required": ["saving"]},
        {"required": ["cost"]},
    ],
    "dependencies": BESIDE_EACH_OTHER["dependencies"] | {"saving": _ONLY_WRITTEN, "cost": _ONLY_WRITTEN},
}
"""What the keys of a line say of each other where its amounts may be derived: they are, or they are written."""

CostChain = Annotated[Chain, ReadBy(_cost, CHAIN_SCHEMA)]
OpenPhaseIn = Annotated[PhaseIn, ReadBy(_phase_in, _schema(ALL_PERIODS))]
ClosedPhaseIn = Annotated[PhaseIn, ReadBy(_closed_phase_in, _schema(CLOSED_PERIODS))]
RoundTo = Annotated[
    Decimal,
    ReadBy(
        _round_to,
        {"type": "number", "exclusiveMinimum": 0, "errorMessage": "skriv et beløb i 1.000 kr., fx 1 eller 100"},
    ),
]
OpenAmountsOrDriven = Annotated[
    Amounts, ReadBy(_unless_driven(read_amounts), amounts_schema(open_periods=True)), Field(validate_default=True)
]
ClosedAmountsOrDriven = Annotated[
    Amounts,
    ReadBy(_unless_driven(read_closed_amounts), amounts_schema(open_periods=False)),
    Field(validate_default=True),
]

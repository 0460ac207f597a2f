"""Yearly targets (måltal): what is to be saved by whom, in a file of its own."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo

from bizcase.case.amounts import ZERO, read_amount
from bizcase.case.context import Context, context_of
from bizcase.case.fields import ReadBy, Version, Year, one_of
from bizcase.case.kinds import Unit
from bizcase.case.line_fields import read_committee
from bizcase.case.nearest import nearest
from bizcase.case.period_amounts import Amounts, by_period
from bizcase.case.periods import Period
from bizcase.case.profile import Profile
from bizcase.case.record import AreaMapping, Record, no_committee_twice
from bizcase.case.refusal import Refusal, faults_of
from bizcase.case.unit import UNITS
from bizcase.reading.document import Mapping as WrittenMapping
from bizcase.reading.document import Node, quoted
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text


class Target(NamedTuple):
    """What is to be saved in each period, positive, in 1.000 kr.: at least, and at most where the target is a range."""

    at_least: Amounts
    at_most: Amounts

    @property
    def is_a_range(self) -> bool:
        """Whether more may be asked than the least."""
        return self.at_least != self.at_most


_RANGE = re.compile(r"\[?\s*([0-9]+(?:\.[0-9]+)?)\s*[-\u2013]\s*([0-9]+(?:\.[0-9]+)?)\s*\]?")


def _at_least_and_most(node: object, unit: Unit | None) -> tuple[Decimal, Decimal]:
    """One amount, or `{from: 45, to: 50}`."""
    ends = [str(each) for each in node] if isinstance(node, list) else [str(node)]
    if match := _RANGE.fullmatch("-".join(ends)):
        message = Text("skriv {{from: {least}, to: {most}}}", least=match[1], most=match[2])
        raise Refusal("wrong-type", Text("her står {found}; {advice}", found=quoted(node), advice=message))
    if not isinstance(node, dict):
        amount = _not_negative(node, unit)
        return amount, amount
    if set(node) != {"from", "to"}:
        message = Text("her står {found}; skriv ét beløb eller {{from: 45, to: 50}}", found=quoted(node))
        raise Refusal("wrong-type", message)
    least, most = _not_negative(node["from"], unit), _not_negative(node["to"], unit)
    if most < least:
        message = Text("to er mindre end from, som er {least}; byt om på dem", least=node["from"])
        raise Refusal("bad-value", message)
    return least, most


def _not_negative(node: object, unit: Unit | None) -> Decimal:
    if (amount := read_amount(node, unit)) < ZERO:
        raise Refusal("bad-value", Text("{found} er under 0; skriv måltal uden minus", found=quoted(node)))
    return amount


def _target(node: object, info: ValidationInfo) -> Target:
    amounts = by_period(node, info, _at_least_and_most, example="{2027: 5, 2028+: 12}")
    return Target(*({period: both[end] for period, both in amounts.items()} for end in (0, 1)))


TargetByPeriod = Annotated[Target, ReadBy(_target, {"type": "object"})]


def _committee(node: object, info: ValidationInfo) -> str:
    """A committee; a steering area in its place has a place of its own."""
    profile = context_of(info).profile
    if isinstance(node, str) and profile.committee_names.meant_by(node) is None:
        if area := profile.steering_area_names.meant_by(node):
            message = Text("er et styringsområde; skriv det under by_steering_area: {area}", area=area)
            raise Refusal("bad-value", message, at_key=True)
        if meant := nearest(node, ("whole", "by_steering_area")):
            raise Refusal(
                "bad-value", Text("er ikke et felt, der kan stå her; mente du {meant}?", meant=meant), at_key=True
            )
    return read_committee(node, info)


TargetedCommittee = Annotated[str, ReadBy(_committee, {"type": "string"})]


class Targets(Record):
    """Targets for the whole municipality, by steering area, and by committee: these are all other keys."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[TargetedCommittee, TargetByPeriod] = Field(init=False)

    whole: Annotated[TargetByPeriod | None, Field(description="Det samlede måltal")] = None
    by_steering_area: AreaMapping[TargetByPeriod] = {}

    @property
    def by_committee(self) -> Mapping[str, Target]:
        """The targets of committees."""
        return self.__pydantic_extra__

    @property
    def every(self) -> list[Target]:
        """All targets of the file."""
        whole = () if self.whole is None else (self.whole,)
        return [*whole, *self.by_committee.values(), *self.by_steering_area.values()]

    @property
    def periods(self) -> Iterator[Period]:
        """Every period that a target names."""
        for target in self.every:
            yield from target.at_least


class TargetFile(Record):
    """A file of targets, positive, in 1.000 kr.; one that says no `price_level` is in that of the cases."""

    schema_version: Version = 1
    unit: Annotated[Unit, one_of(UNITS)]
    price_level: Year | None = None
    targets: Annotated[Targets, BeforeValidator(no_committee_twice), Field(description="Hvem, periode og måltal")]


def validate_targets(root: Node, profile: Profile) -> tuple[TargetFile | None, list[Fault]]:
    """The targets of a document in 1.000 kr., or what is wrong with it."""
    if not isinstance(root, WrittenMapping):
        message = Text("her står {found}; skriv targets: og derunder måltal for hvert udvalg", found=quoted(root))
        return None, [Fault("wrong-type", (), message)]
    if "targets" in root and not isinstance(root["targets"], WrittenMapping):
        return None, [Fault("wrong-type", ("targets",), _none(root["targets"]))]
    try:
        read = TargetFile.model_validate(root, context=Context.of(root, profile, frozenset()))
    except ValidationError as error:
        return None, faults_of(error, root, TargetFile)
    if not any(read.targets.periods):
        return None, [Fault("wrong-type", ("targets",), _none(None))]
    return read, []


def _none(node: object) -> Text:
    return Text("her står {found}; skriv måltal, fx BIEU: {{2027: 5, 2028+: 12}}", found=quoted(node))

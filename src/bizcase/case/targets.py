"""Yearly targets (måltal): what each committee is to save, in a file of its own."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, ValidationError

from bizcase.case.amounts import ZERO
from bizcase.case.context import Context
from bizcase.case.fields import Version, one_of
from bizcase.case.kinds import Unit
from bizcase.case.lines import Amounts, OpenAmounts
from bizcase.case.profile import Profile
from bizcase.case.record import CommitteeMapping, Record, keys_of
from bizcase.case.refusal import faults_of
from bizcase.case.unit import UNITS
from bizcase.reading.document import Mapping as WrittenMapping
from bizcase.reading.document import Node, quoted
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text


class Targets(Record):
    """A file of targets: committee to period to amount, positive, in 1.000 kr."""

    schema_version: Version = 1
    unit: Annotated[Unit, one_of(UNITS)]
    targets: Annotated[
        CommitteeMapping[OpenAmounts], keys_of("committee"), Field(description="Udvalg, periode og måltal")
    ]


def validate_targets(root: Node, profile: Profile) -> tuple[Mapping[str, Amounts] | None, list[Fault]]:
    """The targets of a document in 1.000 kr., or what is wrong with it."""
    if not isinstance(root, WrittenMapping):
        return None, [
            Fault(
                "wrong-type",
                (),
                Text("her står {found}; skriv targets: og derunder måltal for hvert udvalg", found=quoted(root)),
            )
        ]
    try:
        read = Targets.model_validate(root, context=Context.of(root, profile, frozenset()))
    except ValidationError as error:
        return None, faults_of(error, root, Targets)
    faults = [
        Fault(
            "bad-value",
            ("targets", name, str(period)),
            Text("er under 0; skriv måltal uden minus"),
        )
        for name, amounts in read.targets.items()
        for period, amount in amounts.items()
        if amount < ZERO
    ]
    return (None if faults else read.targets), faults

"""A fault: something wrong or doubtful in a document, before anybody has looked up where that is in the file."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from bizcase.reading.document import Where
from bizcase.reading.finding import MOST_FINDINGS, Place, Severity
from bizcase.texts.template import Words


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault on the value at `where`, or on its key where `at_key`; at a place, where no document could be read."""

    code: str
    where: Where | Place
    text: Words
    at_key: bool = False
    severity: Severity = Severity.ERROR


class Faults(list[Fault]):
    """The errors of one file as they come up: the first 1,000 are kept, and of the `rest` how many there are.

    `codes` are those of all of them.
    """

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        super().__init__()
        self.rest = 0
        self.codes: set[str] = set()
        self.extend(faults)

    @property
    def room(self) -> int:
        """How many more are kept."""
        return max(0, MOST_FINDINGS - len(self))

    def append(self, fault: Fault) -> None:
        """Take up one more."""
        self.codes.add(fault.code)
        if self.room:
            super().append(fault)
        else:
            self.rest += 1

    def extend(self, faults: Iterable[Fault]) -> None:
        """Take up several more, and what stands behind them."""
        for fault in faults:
            self.append(fault)
        if isinstance(faults, Faults):
            self.rest += faults.rest
            self.codes |= faults.codes

    def without(self, told: Collection[Where]) -> "Faults":
        """The faults but for those of values, or of what holds values, that are told of already."""
        stems = {where[:length] for where in told for length in range(1, len(where) + 1)}
        kept = Faults(fault for fault in self if fault.where not in stems)
        kept.rest = self.rest
        return kept

    def closing(self, fault: Fault) -> None:
        """Take up the one that broke the reading off, which is told of however many there are."""
        self.codes.add(fault.code)
        super().append(fault)

    def below(self, *steps: str | int) -> "Faults":
        """The same faults of a document that stands within another one."""
        within = Faults(
            replace(fault, where=(*steps, *fault.where)) if not isinstance(fault.where, Place) else fault
            for fault in self
        )
        within.rest = self.rest
        return within

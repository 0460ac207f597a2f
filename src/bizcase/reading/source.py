"""A case file as it was read: its text, its document, and everything that was found in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from bizcase.reading.characters import each_line
from bizcase.reading.document import Node, locate, name_of
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import MORE, MOST_FINDINGS, START, Finding, Place, Rest, Severity, in_order
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.reading.form.opening import Form


@dataclass(slots=True)
class Source:
    """A case file as it was read: its text, its document, and what was found in it.

    The first 1,000 findings are kept, and of the others how many there are.
    """

    path: str
    text: str = ""
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    rest: Rest = field(default_factory=Rest)
    codes: set[str] = field(default_factory=set)
    form: "Form | None" = None
    companion: Text | None = None
    """What a file from a folder holds that is no case, where that is known before its document is."""
    _lines: list[str] = field(default_factory=list)
    _more_lines: Iterator[str] | None = None

    def line(self, number: int) -> str:
        """A line of the text, counted from 1; empty past the end."""
        if self._more_lines is None:
            self._more_lines = each_line(self.text)
        self._lines.extend(islice(self._more_lines, max(0, number - len(self._lines))))
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def finding(self, fault: Fault, accepted_reason: str | None = None) -> Finding:
        """A fault as a finding of this file."""
        where = fault.where
        place = where if isinstance(where, Place) else locate(self.root, where, at_key=fault.at_key)
        if self.form is not None:
            return self.form.finding(self.path, place, fault, self.root, accepted_reason)
        return finding_at(self.path, place, self.line(place.line), fault, accepted_reason)

    def report(self, fault: Fault, accepted_reason: str | None = None) -> None:
        """Take up a fault; what weighs most is to come first, because it is kept."""
        self.codes.add(fault.code)
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(self.finding(fault, accepted_reason))
        elif accepted_reason is not None:
            self.rest.accepted += 1
        elif fault.severity is Severity.ERROR:
            self.rest.errors += 1
        else:
            self.rest.warnings += 1

    def report_all(self, faults: Faults) -> None:
        """Take up errors and what stands behind them."""
        for fault in faults:
            self.report(fault)
        self.rest.errors += faults.rest
        self.codes |= faults.codes

    def not_told_of(self, faults: Faults) -> Faults:
        """The faults of values that reading the cells of a form has not told of already."""
        return faults if self.form is None else faults.without(self.form.told)

    @property
    def told(self) -> tuple[Finding, ...]:
        """What is told of the file, sorted by place; where there is more than is kept, that comes last."""
        if self.rest == Rest():
            return in_order(self.findings)
        severity = Severity.ERROR if self.rest.errors else Severity.WARNING
        return in_order([*self.findings, Finding(self.path, START, severity, MORE, self.rest.in_words, rest=self.rest)])


def finding_at(path: str, place: Place, line: str, fault: Fault, accepted_reason: str | None = None) -> Finding:
    """A fault with its place in a file and that place's line, led by the name that it is about."""
    name = "" if isinstance(fault.where, Place) else name_of(fault.where)
    text = Text("{name}: {fault}", name=name, fault=fault.text) if name else fault.text
    return Finding(path, place, fault.severity, fault.code, text, accepted_reason, line)

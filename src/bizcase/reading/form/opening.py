"""From the content of a workbook to what it holds as the form of a case, or to why it is none."""

from dataclasses import dataclass
from typing import NamedTuple

from bizcase.reading.document import Mapping, Node, Where
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import Finding, Place
from bizcase.reading.form.form import read_form
from bizcase.reading.form.labels import fault_in_form, label_of
from bizcase.reading.form.layout import LISTS, MUNICIPALITY_PROPERTY, SHEETS, WORKINGS
from bizcase.reading.form.places import place_of
from bizcase.reading.workbook.comments import comments_in
from bizcase.reading.workbook.opening import open_workbook
from bizcase.texts.template import Text


@dataclass(frozen=True, slots=True)
class Form:
    """What is known of a form beside its document.

    Whose words it holds, the workbook itself, what its reader is told of already, and which fields have no label any
    more.
    """

    municipality: str
    content: bytes
    told: frozenset[Where]
    absent: frozenset[Where]

    @property
    def comments(self) -> int:
        """How many comments people have put on cells, the form's own helps not counted."""
        own = {column.help for form in SHEETS for table in form.tables for column in table.columns}
        return sum(comment.strip() not in own for comment in comments_in(self.content))

    def finding(self, path: str, place: Place, fault: Fault, root: Node | None, accepted_reason: str | None) -> Finding:
        """A fault as a finding of a cell, in the words of the form; how it is accepted is told with its place."""
        text = fault_in_form(fault, absent=fault.where in self.absent)
        says_how = accepted_reason is None and "Accepterede fund" in str(text)
        if says_how and not isinstance(fault.where, Place):
            where = place_of(fault.where, root)
            text = Text("{fault} (Fundets sted: {place})", fault=text, place=where) if where else text
        label = "" if isinstance(fault.where, Place) else label_of(fault.where)
        named = Text("{name}: {fault}", name=label, fault=text) if label else text
        return Finding(path, place, fault.severity, fault.code, named, accepted_reason)


class Opened(NamedTuple):
    """A form as it was opened: what is known of it, its document, its errors, and what is to be asked about."""

    form: Form
    root: Mapping | None
    faults: Faults
    asked_about: list[Fault]


NO_FORM = Text(
    "dette er et Excel-ark, men ikke programmets formular til en sag; `bizcase new ID -o ID.xlsx` skriver en tom "
    "formular"
)


def open_form(content: bytes) -> Opened | Text | None:
    """The form that a workbook is; in words why it cannot be opened, and nothing where it is none."""
    workbook = open_workbook(content, without=(LISTS, WORKINGS))
    if isinstance(workbook, Text):
        return workbook
    read = read_form(workbook)
    if read is None:
        return None
    form = Form(workbook.properties.get(MUNICIPALITY_PROPERTY, ""), content, read.told, read.absent)
    return Opened(form, read.root, read.faults, read.asked_about)

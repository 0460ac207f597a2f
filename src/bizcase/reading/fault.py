"""A fault: something wrong or doubtful in a document, before anybody has looked up where that is in the file."""

from dataclasses import dataclass

from bizcase.reading.document import Where
from bizcase.reading.finding import Place, Severity
from bizcase.texts.template import Words


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault on the value at `where`, or on its key where `at_key`; at a place, where no document could be read."""

    code: str
    where: Where | Place
    text: Words
    at_key: bool = False
    severity: Severity = Severity.ERROR

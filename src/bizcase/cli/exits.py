"""Exit codes: what a script can tell from the way a run ended."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bizcase.reading.finding import Finding

FINE = 0
FAULTS = 1
TROUBLE = 2
INTERRUPTED = 130


def exit_code(findings: "Iterable[Finding]", *, strict: bool = False) -> int:
    """0 fine; 1 a case has errors (or warnings, where those count); 2 a file could not be read at all."""
    from bizcase.reading.finding import Severity
    from bizcase.reading.source import UNREADABLE

    code = FINE
    for finding in findings:
        if finding.code == UNREADABLE:
            return TROUBLE
        if finding.accepted_reason is None and (strict or finding.severity is Severity.ERROR):
            code = FAULTS
    return code

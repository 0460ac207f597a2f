"""A finding as a plain value, and the one exception that a file with errors ends in."""

from collections.abc import Iterable
from typing import NamedTuple

from bizcase.reading import finding as within
from bizcase.texts.template import Language, spoken


class Finding(NamedTuple):
    """What is wrong or doubtful in a file, with the keys that `validate --format json` has.

    Lines and columns count from 1, columns in characters, and the end is exclusive. `severity` is `error` or `warning`,
    `code` is stable (`bizcase explain CODE`), `message` may be reworded. `accepted_reason` is why the file accepts it.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    sheet: str
    severity: str
    code: str
    message: str
    accepted_reason: str | None

    @property
    def place(self) -> str:
        """Where it begins: line and column of a text, `Økonomi!I5` of a form."""
        return str(within.Place(self.line, self.column, self.end_line, self.end_column, self.sheet))

    @property
    def fails(self) -> bool:
        """Whether it is an error that nobody has accepted: the figures of the file are not to be trusted."""
        return self.severity == "error" and self.accepted_reason is None

    def __str__(self) -> str:
        """The finding as one line, as the command line tells it."""
        return f"{self.path}:{self.place}: {self.severity}[{self.code}] {self.message}"

    def __repr__(self) -> str:
        """Where it stands and what it is called."""
        return f"<Finding {self.path}:{self.place} {self.severity}[{self.code}]>"


def told(findings: Iterable[within.Finding], language: Language) -> tuple[Finding, ...]:
    """Findings of the program as plain values, in a language."""
    return tuple(
        Finding(
            found.path,
            *found.place,
            severity=found.severity.value,
            code=found.code,
            message=spoken(found.text, language),
            accepted_reason=found.accepted_reason,
        )
        for found in findings
    )


_SHOWN = 5


class FaultyFileError(ValueError):
    """A case or a profile that has errors: `path` is the file, `findings` is everything that was found in it."""

    def __init__(self, path: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(path, findings)
        self.path = path
        self.findings = findings

    def __str__(self) -> str:
        """The first errors, one a line, and how many more there are."""
        errors = [str(finding) for finding in self.findings if finding.fails]
        more = [f"… (+{len(errors) - _SHOWN})"] if len(errors) > _SHOWN else []
        return "\n".join([*errors[:_SHOWN], *more])

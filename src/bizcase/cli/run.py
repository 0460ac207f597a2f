"""A run over cases: what is wrong with them is said on stderr and counted, and the count decides how the run ends."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, NoReturn, TypeVar, assert_never

import typer

from bizcase.cli.emit import STANDARD_OUTPUT, say, writing
from bizcase.cli.exits import FAULTS, FINE, TROUBLE
from bizcase.cli.language import finding_said, said
from bizcase.cli.misuse import refuse
from bizcase.reading.characters import printable
from bizcase.texts.template import Text, Words

if TYPE_CHECKING:
    from bizcase.case.configuration import Weight
    from bizcase.examine.one import Outcome
    from bizcase.reading.finding import Finding

T = TypeVar("T")


class Run:
    """Takes the outcome of each file; `strict` lets warnings count as errors, and with `exit_zero` neither ends with 1.

    `severity` says what else than their own weight findings have, by their codes; what is off is counted and no more.
    Every finding is said, or what nobody has accepted, or only what fails; or none, where findings are the result and
    stderr does not repeat them.
    Files that lie among cases and are none are passed over: told of where they were `named`, and `refused` where only a
    case will do.
    """

    def __init__(
        self,
        *,
        strict: bool,
        exit_zero: bool = False,
        severity: "Mapping[str, Weight]",
        says: Literal["all", "open", "failing", "none"],
        excerpt: bool = True,
        quiet: bool = False,
        say: Callable[[str], None] = say,
        named: Iterable[str] = (),
        refused: Iterable[str] = (),
    ) -> None:
        from bizcase.reading.finding import Tally

        self.tally = Tally()
        self._said_at_once = 0
        self._named, self._refused = frozenset(named), frozenset(refused)
        self._strict = strict
        self._exit_zero = exit_zero
        self._severity = severity
        self._says = says
        self._excerpt = excerpt
        self._counts_warnings = says == "failing" and (strict or not quiet)  # who fails a run is told of all the same
        self._say = say

    def over(self, outcomes: "Iterable[Outcome[T]]") -> "Iterator[Outcome[T]]":
        """The outcomes as they come, each told of and counted."""
        _let_the_collector_work()
        for outcome in _until_a_process_is_lost(outcomes):
            if outcome.companion is not None:
                self._pass_over(outcome)
                continue
            if self._severity:
                outcome = outcome._replace(findings=tuple(self._weighed(outcome.findings)))  # noqa: PLW2901 - the same, weighed
            self.tally.count(outcome.findings)
            for finding in outcome.findings:
                if self._is_said(finding):
                    self._say(finding_said(finding, excerpt=self._excerpt))
            yield outcome

    def _is_said(self, finding: "Finding") -> bool:
        match self._says:
            case "all":
                return True
            case "open":
                return finding.accepted_reason is None
            case "failing":
                return finding.fails
            case "none":
                return False
            case _:
                assert_never(self._says)

    def _weighed(self, findings: "Iterable[Finding]") -> "Iterator[Finding]":
        """The findings with the weight that is configured for them, without those that are off."""
        from bizcase.reading.finding import Severity

        for finding in findings:
            weight = self._severity.get(finding.code, finding.severity.value)
            if weight == "off":
                self.tally.off += 1
            else:
                yield replace(finding, severity=Severity(weight))

    def _pass_over(self, companion: "Outcome[T]") -> None:
        """A file that lies among cases and is none: passed over from a folder, refused where it is named."""
        path, held = printable(companion.path), companion.companion
        if companion.path in self._refused:
            refuse(Text("{path} rummer {held} og er ikke en sag", path=path, held=held), path)
        self.tally.companions += 1
        if self._says in ("all", "open") or companion.path in self._named:
            self._say(
                said(Text("bizcase: {path} rummer {held} og er ikke en sag; sprunget over", path=path, held=held))
            )

    def warn(self, text: Words) -> None:
        """Say and count a warning that is about no single file."""
        self.tally.warnings += 1
        self._said_at_once += 1
        self._say(said(Text("bizcase: advarsel: {text}", text=text)))

    def _say_warnings(self) -> None:
        """Say how many warnings there are, where they have not been told one by one."""
        if self._counts_warnings and (count := self.tally.warnings - self._said_at_once):
            many = Text("bizcase: {count} advarsler; -v viser dem", count=count)
            self._say(said(Text("bizcase: 1 advarsel; -v viser den") if count == 1 else many))

    @property
    def exit_code(self) -> int:
        """0 fine; 1 a case has errors (or warnings, where those count); 2 a file could not be read at all."""
        if self.tally.unreadable:
            return TROUBLE
        if self._exit_zero:
            return FINE
        return FAULTS if self.tally.errors or (self._strict and self.tally.warnings) else FINE

    def end_without_cases(self, files: "Examined[T]", output: str | None) -> None:
        """End the run where a document would hold nothing but the names of the files that are left out."""
        if files.kept or not files.left_out or output is None or output == STANDARD_OUTPUT:
            return
        message = Text("bizcase: {path} er ikke skrevet, for ingen sag kunne beregnes", path=printable(output))
        say(Text("{message}; den fil, der lå der, er urørt", message=message) if os.path.exists(output) else message)
        raise typer.Exit(self.exit_code)

    def end_with(self, texts: Iterable[str | bytes], output: str | None) -> NoReturn:
        """Publish the result, piece by piece as it comes, and end the run."""
        with writing(output) as write:
            for text in texts:
                write(text)
        self._say_warnings()
        raise typer.Exit(self.exit_code)


def _until_a_process_is_lost(outcomes: "Iterable[Outcome[T]]") -> "Iterator[Outcome[T]]":
    """The outcomes; where a process has been ended that should have made them, that is said and the run ends."""
    from bizcase.examine.one import ProcessLostError

    try:
        yield from outcomes
    except ProcessLostError as lost:
        say(
            Text(
                "bizcase: en af kørslens processer blev standset, mens den læste sager{signal}; det sker fx, når "
                "maskinen ikke har hukommelse nok. Kør igen med --jobs 1",
                signal=Text(" (signal {number})", number=lost.signal) if lost.signal else "",
            )
        )
        say(Text("bizcase: {count} filer mangler, begyndende med:", count=lost.missing))
        for path in lost.paths:
            say(f"  {printable(path)}")
        raise typer.Exit(TROUBLE) from None


_COLLECTED_EVERY = 100_000
"""New objects after which the collector looks for circles: a case makes none, and a lower number costs a third."""


def _let_the_collector_work() -> None:
    """Take what a start has loaded out of the collector's sight, and let it look now and then at what a run makes."""
    gc.freeze()
    gc.set_threshold(_COLLECTED_EVERY)
    gc.enable()


class Examined(NamedTuple, Generic[T]):
    """What became of the files of a run: what is kept, the files left out, and those kept in spite of their errors."""

    kept: list[T]
    left_out: "list[Outcome[T]]"
    faulty: "list[Outcome[T]]"


def examined(outcomes: "Iterable[Outcome[T]]") -> Examined[T]:
    """What is kept of the files of a run, and of which of them a reader is to be told."""
    files: Examined[T] = Examined([], [], [])
    for outcome in outcomes:
        if outcome.kept is None:
            files.left_out.append(outcome)
            continue
        files.kept.append(outcome.kept)
        if outcome.errors:
            files.faulty.append(outcome._replace(kept=None, findings=tuple(filter(_fails, outcome.findings))))
    return files


def _fails(finding: "Finding") -> bool:
    return bool(finding.errors)

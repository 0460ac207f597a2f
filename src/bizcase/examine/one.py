"""A file examined from end to end: read, validated, calculated, with every finding sorted by its place."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import localcontext
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from bizcase.case.companion import companion_of
from bizcase.case.fields import IDENTIFIER
from bizcase.case.profile import Profile
from bizcase.case.published_pass import is_doubtful, without_published
from bizcase.case.rounding import EXACTLY
from bizcase.case.validation import validate_case
from bizcase.checks.compare import accepted
from bizcase.checks.rule import acceptable
from bizcase.checks.rules import duplicate_id
from bizcase.checks.run import found_by_rules
from bizcase.engine.calculate import calculate
from bizcase.engine.result import Result
from bizcase.reading.document import Mapping, is_blank, locate
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import START, Finding, Place
from bizcase.reading.read import read
from bizcase.reading.source import Source
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.engine.price_level import Prices

T = TypeVar("T")

Keep = Callable[[Result, str], T]
"""What is to be kept of a calculated case, from its result and its path: a pool keeps less than the tables need."""


class ProcessLostError(Exception):
    """A process that examined files has been ended by somebody else: the `paths` that it was at, and by which signal.

    With them so many files are `missing`: all that nothing has been told of.
    """

    def __init__(self, paths: Sequence[str], missing: int, signal: int | None) -> None:
        super().__init__(paths)
        self.paths = paths
        self.missing = missing
        self.signal = signal


class Outcome(NamedTuple, Generic[T]):
    """What became of one file: what is kept of its case, or nothing where errors keep it from being calculated.

    A case whose printed figures differ or cannot be read, or whose id is not its own, is calculated all the same. `id`
    is blank where the file gives none; where it stands, and the line, are for telling of a twin. `companion` says what
    a file holds that lies among cases and is none. All of it is small: whole documents would cost more to hand from
    process to process than to make.
    """

    path: str
    kept: T | None
    findings: tuple[Finding, ...]
    id: str = ""
    id_place: Place = START
    id_line: str = ""
    price_level: str = ""
    companion: Text | None = None

    @property
    def is_a_twin(self) -> bool:
        """Whether an earlier file has its id already."""
        return any(finding.code == duplicate_id.CODE and finding.fails for finding in self.findings)

    @property
    def errors(self) -> int:
        """The errors of the file that nobody has accepted."""
        return sum(finding.errors for finding in self.findings)


def examine(path: str, profile: Profile, prices: "Prices | None" = None) -> Outcome[Result]:
    """Read, validate and calculate one file. Whatever is wrong with it is a finding; nothing is raised.

    Rules look at the amounts that the file has, and the paper's figures are held against them; after that they are
    converted to another price level, where `prices` ask for it.
    """
    return examine_source(read(path), profile, prices)


def examine_source(source: Source, profile: Profile, prices: "Prices | None" = None) -> Outcome[Result]:
    """The same for a file that has been read."""
    if companion := source.companion or companion_of(source.root):
        return Outcome(source.path, None, (), companion=companion)
    for fault in _other_words(source, profile):
        source.report(fault)
    result = None
    if source.root is not None and (source.form is not None or source.codes <= {"duplicate-key"}):
        case, faults = validate_case(source.root, profile, acceptable())
        source.report_all(source.not_told_of(faults))
        if case is not None and not _leaves_open_what_is_meant(source):
            calculated = calculate(case, profile)
            result, faults = _converted(calculated, profile, prices)
            source.report_all(faults)
            found = found_by_rules(calculated, profile, source)
            for fault, reason in found:
                source.report(fault, reason)
            if result is not None:
                taken = tuple(accepted(fault, reason) for fault, reason in found if reason is not None)
                result = replace(result, accepted=taken)
    return Outcome(source.path, result, source.told, *_own_id(source))


def _converted(result: Result, profile: Profile, prices: "Prices | None") -> tuple[Result | None, Faults]:
    """A case in the price level that is asked for; or nothing, and what the index lacks."""
    if prices is None:
        return result, Faults()
    from bizcase.engine.price_level import in_price_level

    converted, faults = in_price_level(result, profile, prices)
    return converted, Faults(faults)


def kept_of(path: str, profile: Profile, keep: Keep[T], prices: "Prices | None" = None) -> Outcome[T]:
    """The same, with only what is to be kept of the result."""
    outcome = examine(path, profile, prices)
    if outcome.kept is None:
        return Outcome(path, None, *outcome[2:])
    with localcontext(EXACTLY if prices else None):
        return Outcome(path, keep(outcome.kept, path), *outcome[2:])


def _leaves_open_what_is_meant(source: Source) -> bool:
    """Whether a key stands twice anywhere but within the paper's figures, which no figure of the case rests on.

    Of a form, whether its cells say anything that could not be taken.
    """
    root = source.root
    if source.form is not None:
        return any(finding.fails for finding in source.findings)
    if not source.findings or not isinstance(root, Mapping):
        return False
    return root.doubtful or any(is_doubtful(value) for value in without_published(root).values())


def _other_words(source: Source, profile: Profile) -> Iterator[Fault]:
    """A form that was written for another municipality, whose committees and areas may be called alike."""
    made_for = source.form.municipality if source.form else ""
    if made_for and made_for != profile.municipality:
        message = Text(
            "formularen er lavet til {made_for}, og sagen læses med {municipality}s ord; angiv den rigtige --profile, "
            "eller lav formularen på ny",
            made_for=made_for,
            municipality=profile.municipality,
        )
        yield Fault("other-municipality", START, message)


def _own_id(source: Source) -> tuple[str, Place, str, str] | tuple[()]:
    """A file's own id with its place, its line and the price level; nothing where it gives none that could be one."""
    given = source.root.get("id") if isinstance(source.root, Mapping) else None
    if not isinstance(given, str) or is_blank(given) or not re.fullmatch(IDENTIFIER, given.strip()):
        return ()
    place = locate(source.root, ("id",))
    level = source.root.get("price_level", "") if isinstance(source.root, Mapping) else ""
    return given.strip(), place, source.line(place.line), str(level).strip()

"""The paper's figures, read in a pass of their own: what cannot be read costs the comparison, and never the case."""

from decimal import Decimal
from typing import NamedTuple

from pydantic import ValidationError

from bizcase.case.assumptions import PrintedFigure
from bizcase.case.context import Context
from bizcase.case.line import SECTIONS
from bizcase.case.model import Case
from bizcase.case.printed import PrintedLine, PrintedOfLine
from bizcase.case.published import Published
from bizcase.case.record import Record
from bizcase.case.refusal import faults_of
from bizcase.reading.document import Mapping, Node, Sequence
from bizcase.reading.fault import Faults

PUBLISHED = "published"


DERIVED = "derived"


class Printed(NamedTuple):
    """What a paper prints of a case, of single lines by where they stand, and of derived figures by their names."""

    of_case: Published | None
    of_lines: dict[tuple[str, int], PrintedLine]
    of_derived: dict[str, Decimal]

    def given_to(self, case: Case) -> dict[str, object]:
        """The fields of a case that hold it."""
        given: dict[str, object] = {} if self.of_case is None else {PUBLISHED: self.of_case}
        for section in dict.fromkeys(section for section, _ in self.of_lines):
            given[section] = tuple(
                line.model_copy(update={PUBLISHED: self.of_lines.get((section, index))})
                for index, line in enumerate(getattr(case, section))
            )
        if self.of_derived:
            given[DERIVED] = {
                name: each.model_copy(update={PUBLISHED: self.of_derived.get(name)})
                for name, each in case.derived.items()
            }
        return given


def printed_in(root: Mapping, context: Context) -> tuple[Printed, Faults]:
    """The figures of a paper that can be read, and what is wrong with the others."""
    of_case, faults = _published(root, context)
    of_lines, faults_of_lines = _published_of_lines(root, context)
    faults.extend(faults_of_lines)
    of_derived, faults_of_derived = _published_of_derived(root, context)
    faults.extend(faults_of_derived)
    return Printed(of_case, of_lines, of_derived), faults


def _published(root: Mapping, context: Context) -> tuple[Published | None, Faults]:
    """The paper's figures, where the document has any and every one of them can be read."""
    if PUBLISHED not in root or is_doubtful(root[PUBLISHED]):
        return None, Faults()
    try:
        return Published.model_validate(root[PUBLISHED], context=context), Faults()
    except ValidationError as error:
        faults = faults_of(error, root[PUBLISHED], Published)
        return None, faults.below(PUBLISHED)


class _LinePublished(Record):
    """The one key of a line that is read by itself."""

    published: PrintedOfLine


def _published_of_lines(root: Mapping, context: Context) -> tuple[dict[tuple[str, int], PrintedLine], Faults]:
    """What the paper prints of single lines, by where they stand; what cannot be read costs that comparison alone."""
    read: dict[tuple[str, int], PrintedLine] = {}
    faults = Faults()
    for section in SECTIONS:
        lines = root.get(section)
        for index, line in enumerate(lines if isinstance(lines, list) else ()):
            if not isinstance(line, Mapping) or PUBLISHED not in line or is_doubtful(line[PUBLISHED]):
                continue
            given = {PUBLISHED: line[PUBLISHED]}
            try:
                read[section, index] = _LinePublished.model_validate(given, context=context).published
            except ValidationError as error:
                faults.extend(faults_of(error, line, _LinePublished, most=faults.room).below(section, index))
    return read, faults


class _DerivedPublished(Record):
    """The one key of a derived figure that is read by itself."""

    published: PrintedFigure


def _published_of_derived(root: Mapping, context: Context) -> tuple[dict[str, Decimal], Faults]:
    """What the paper prints of derived figures."""
    read: dict[str, Decimal] = {}
    faults = Faults()
    derived = root.get(DERIVED)
    for name, each in derived.items() if isinstance(derived, Mapping) else ():
        if not isinstance(each, Mapping) or PUBLISHED not in each:
            continue
        try:
            given = {PUBLISHED: each[PUBLISHED]}
            read[name] = _DerivedPublished.model_validate(given, context=context).published
        except ValidationError as error:
            faults.extend(faults_of(error, each, _DerivedPublished, most=faults.room).below(DERIVED, name))
    return read, faults


def without_published(root: Mapping) -> Mapping:
    """A document without the figures of its paper."""
    rest = root.without(PUBLISHED)
    for section in SECTIONS:
        lines = root.get(section)
        if isinstance(lines, Sequence) and any(isinstance(line, Mapping) and PUBLISHED in line for line in lines):
            rest[section] = lines.with_each(
                lambda line: line.without(PUBLISHED) if isinstance(line, Mapping) and PUBLISHED in line else line
            )
    derived = root.get(DERIVED)
    if isinstance(derived, Mapping):
        rest[DERIVED] = derived.with_each(
            lambda each: each.without(PUBLISHED) if isinstance(each, Mapping) and PUBLISHED in each else each
        )
    return rest


def is_doubtful(node: Node) -> bool:
    """Whether a key stands twice anywhere in a value, so that nobody knows which of the two is meant."""
    if isinstance(node, Mapping):
        return node.doubtful or any(is_doubtful(value) for value in node.values())
    return isinstance(node, Sequence) and any(is_doubtful(item) for item in node)

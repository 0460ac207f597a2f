"""Two files of one run with the same id.

Finds a case whose `id` an earlier file of the same run has already, in the same price level: each year's pool numbers
its cases anew. Within a pool a case is known by its number: two cases of one number would be counted twice or taken for
one another, most often because one file began as a copy. A pool counts the first and names the other as left out. Where
one is the form of the other, the message says so, and which was changed last.

Found:

    BC07.yaml:
        id: BC07
        title: Digital post i stedet for breve
    BC07-kopi.yaml:
        id: BC07
        title: Færre møder

Left alone:

    BC07.yaml:
        id: BC07
        title: Digital post i stedet for breve
    BC08.yaml:
        id: BC08
        title: Færre møder

To settle it: give one of the two cases an id of its own (in the form: Sag › Nummer), or take the copy away.
"""

from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text

CODE = "duplicate-id"
SEVERITY = Severity.ERROR
check = None  # asked across files, not of one case


def twin(identity: str, earlier: str, newer: str | None = None) -> Fault:
    """The fault of a file whose `id` the file at `earlier` has already.

    Where one is the form of the other, `newer` is the one that was changed last.
    """
    text = Text("{id} er også id for {earlier}; giv den ene sag et andet id", id=identity, earlier=earlier)
    if newer is not None:
        text = Text(
            "{id} er også id for {earlier}: den ene er formularen til den anden, og {newer} er ændret sidst; flyt den, "
            "der ikke gælder, til en anden mappe",
            id=identity,
            earlier=earlier,
            newer=newer,
        )
    return Fault(CODE, ("id",), text, severity=SEVERITY)

"""Two files of one run with the same id.

Finds a case whose `id` an earlier file of the same run has already. Within a pool a case is known by its number: two
cases of one number are counted twice or taken for one another, most often because one file began as a copy.

Found, when both stand in one folder:

    id: BC07            # in a.yaml
    id: BC07            # in b.yaml

Left alone:

    id: BC07            # in a.yaml
    id: BC08            # in b.yaml

To settle it: give one of the two cases an id of its own, or take the copy away.
"""

from collections.abc import Iterator

from bizcase.checks.rule import Doubt
from bizcase.reading.finding import Severity

SEVERITY = Severity.ERROR
check = None  # asked across files, not of one case


def twin(identity: str, earlier: str) -> Iterator[Doubt]:
    """A doubt about the `id` of a file, where the file at `earlier` has it already; asked across files."""
    yield Doubt(("id",), f"{identity} is the id of {earlier} too; give one of the two cases another")

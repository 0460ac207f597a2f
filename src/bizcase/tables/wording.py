"""Danish sentences that stand in a document besides its tables."""

from collections.abc import Iterable

from bizcase.reading.text import printable
from bizcase.tables.table import LeftOut


def left_out_in_words(files: Iterable[LeftOut]) -> list[str]:
    """What a document says of the files that it had to leave out; nothing where there are none."""
    files = list(files)
    if not files:
        return []
    heading = "Udeladt er 1 fil, som har fejl:" if len(files) == 1 else f"Udeladt er {len(files)} filer, som har fejl:"
    return [heading, *(f"{printable(file.path)} ({file.errors} fejl)" for file in files)]

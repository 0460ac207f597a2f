"""How much of a workbook is read, counted while it is unpacked, so that no file costs more than a few seconds."""

from dataclasses import dataclass

from bizcase.reading.characters import shortened
from bizcase.reading.workbook.sheet import place
from bizcase.texts.template import Text

PACKED = 16 * 1024 * 1024
"""Bytes that a workbook may have as it lies on the disk, pictures and all."""

UNPACKED = 32 * 1024 * 1024
"""Bytes that the parts which are read may have together when they are unpacked."""

PARTS = 5_000
"""Parts that a workbook may be packed of."""

TAGS = 1_000_000
"""Tags of XML that open or close something in all parts that are read: cells, rows, formats, empty ones too."""

CELLS = 100_000
"""Cells with content, and merged areas, in all sheets together."""

SHEETS = 200
"""Sheets of a workbook."""

FORMATS = 1_000
"""Number formats of a workbook's own; Excel itself takes some 250."""

ROWS = 20_000
COLUMNS = 512
"""The corner of a sheet that is read; content beyond it refuses the workbook."""

TEXT = 100_000
"""Characters of one cell; Excel itself holds 32,767."""

TEXTS = 8 * 1024 * 1024
"""Characters of all texts together."""


class Unreadable(Exception):
    """Why a workbook cannot be read as a whole; caught where the workbook is opened, and nowhere else."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text


@dataclass(slots=True)
class Budget:
    """What has been read of one workbook so far; each count refuses the workbook where it passes its bound."""

    unpacked: int = 0
    tags: int = 0
    cells: int = 0
    characters: int = 0

    def unpack(self, size: int) -> None:
        """Count bytes that were unpacked."""
        self.unpacked += size
        if self.unpacked > UNPACKED:
            message = Text(
                "filen fylder mere end {limit} MiB pakket ud, og en sag fylder langt mindre; slet de ark og rækker, "
                "der ikke hører til sagen",
                limit=UNPACKED // 1024 // 1024,
            )
            raise Unreadable(message)

    def parse(self, tags: int) -> None:
        """Count tags that are to be parsed."""
        self.tags += tags
        if self.tags > TAGS:
            message = Text(
                "filen har mere end {limit} celler, rækker og formater, tomme talt med; slet de tomme rækker og "
                "kolonner uden om sagen, og de ark, der ikke hører til den",
                limit=TAGS // 4,  # most cells have four: two of their own, and two of their value
            )
            raise Unreadable(message)

    def fill(self, sheet: str, row: int, column: int) -> None:
        """Count one cell with content, or one that belongs to an area."""
        self.cells += 1
        if self.cells > CELLS:
            message = Text(
                "filen har mere end {limit} udfyldte celler, og {place} er den næste; slet de ark, der ikke hører til "
                "sagen",
                limit=CELLS,
                place=place(sheet, row, column),
            )
            raise Unreadable(message)

    def write(self, characters: int) -> None:
        """Count the characters of one text."""
        if characters > TEXT:
            raise too_long()
        self.characters += characters
        if self.characters > TEXTS:
            message = Text(
                "filen har mere end {limit} millioner tegn tekst; slet de ark, der ikke hører til sagen",
                limit=TEXTS // 1_000_000,
            )
            raise Unreadable(message)


def too_long() -> Unreadable:
    """A text that no cell can hold."""
    return Unreadable(Text("en celle rummer en tekst på mere end {limit} tegn; kort den af, eller del den", limit=TEXT))


def damaged(part: str) -> Unreadable:
    """A part of the file that is not what a workbook holds, or is not there."""
    return Unreadable(
        Text(
            "filen er beskadiget ({part}); åbn den i Excel, og gem den igen, eller få den sendt igen",
            part=shortened(part),
        )
    )

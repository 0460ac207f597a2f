"""How CSV is written: for scripts, or as a Danish spreadsheet opens it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO

from bizcase.output.data.json_text import to_json

CsvCell = str | int | Decimal | None

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet takes for a formula, and would run."""


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """What stands between cells and before decimals; spreadsheets get a mark of the encoding, and no formulas."""

    delimiter: str = ","
    decimal: str = "."
    for_spreadsheets: bool = False

    @property
    def beginning(self) -> str:
        """What a file begins with."""
        return "\ufeff" if self.for_spreadsheets else ""

    def row(self, cells: Iterable[CsvCell]) -> str:
        """A row; amounts have all their digits."""
        text = StringIO()
        csv.writer(text, delimiter=self.delimiter, lineterminator="\n").writerow(map(self._cell, cells))
        return text.getvalue()

    def _cell(self, cell: CsvCell) -> CsvCell:
        if isinstance(cell, Decimal):
            return to_json(cell).replace(".", self.decimal)
        if self.for_spreadsheets and isinstance(cell, str) and cell.startswith(_FORMULAS):
            return f"'{cell}"
        return cell


PLAIN = CsvStyle()
DANISH = CsvStyle(";", ",", for_spreadsheets=True)

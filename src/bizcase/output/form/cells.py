"""A value of a case's document as the cell that reads as the same value."""

import datetime
import re
from decimal import Decimal
from typing import Any

from xlsxwriter.worksheet import Worksheet

from bizcase.output.papers.xlsx_looks import Looks
from bizcase.reading.form.closed_lists import BLANK, WORDS
from bizcase.reading.form.names import name_in_a_list
from bizcase.reading.form.shapes import Kind

TEXT_IN_A_CELL = 16_000
"""Letters that a cell is given; what is longer goes on in the next row."""

PLAIN_AMOUNT = "[$-406]#,##0"
UNEVEN_AMOUNT = "[$-406]#,##0.0###"
"""How an amount with decimals looks where its cell's format has none."""

BELOW_NIL = "[$-406]-#,##0"
"""An amount below nil in a format that has parts. The language stands first: behind a minus LibreOffice prints it, and
-200 was seen as --406200.
"""


class CellWriter:
    """Writes values into one sheet; `look` are the properties of a cell that is filled in."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self._sheet, self._looks = sheet, looks

    def blank(self, row: int, column: int, kind: Kind, **look: object) -> None:
        """An empty cell, ready for a value of a kind."""
        self._sheet.write_blank(row, column, None, self._looks.of(num_format=format_of(kind), **look))

    def value(self, row: int, column: int, key: str, kind: Kind, value: Any, **look: object) -> None:
        """A value of the document."""
        match kind:
            case Kind.AMOUNT | Kind.MILLIONS | Kind.PERSONS:
                self._number(row, column, str(value), **look)
            case Kind.PER_CENT:
                self._per_cent(row, column, str(value).removesuffix("%"), **look)
            case Kind.YEAR:
                self._sheet.write_number(row, column, int(value), self._looks.of(num_format="0", **look))
            case Kind.DATE:
                day = datetime.datetime.fromisoformat(str(value))
                self._sheet.write_datetime(row, column, day, self._looks.of(num_format="dd-mm-yyyy", **look))
            case _:
                self.text(row, column, in_words(key, kind, value), **look)

    def text(self, row: int, column: int, text: str, **look: object) -> None:
        """A text as it stands, whatever it looks like."""
        written = self._sheet.write_string(row, column, text, self._looks.of(num_format="@", **look))
        if written:
            raise ValueError(f"a cell holds no text of {len(text)} letters")

    def _number(self, row: int, column: int, figure: str, **look: object) -> None:
        """An amount with its written decimals; as text where a double does not give it back."""
        amount, decimals = Decimal(figure), len(figure.partition(".")[2])
        if Decimal(repr(float(amount))) != amount:
            self.text(row, column, figure.replace(".", ","), align="right", **look)
            return
        places = f"{PLAIN_AMOUNT}.{'0' * decimals}" if decimals else PLAIN_AMOUNT
        self._sheet.write_number(row, column, float(amount), self._looks.of(num_format=places, **look))

    def _per_cent(self, row: int, column: int, figure: str, **look: object) -> None:
        share, decimals = Decimal(figure).scaleb(-2), len(figure.partition(".")[2])
        if Decimal(repr(float(share))) != share:
            self.text(row, column, f"{figure.replace('.', ',')} %", align="right", **look)
            return
        places = f"0.{'0' * decimals}%" if decimals else "0%"
        self._sheet.write_number(row, column, float(share), self._looks.of(num_format=places, **look))


def format_of(kind: Kind) -> str:
    """The number format of an empty cell of a kind."""
    match kind:
        case Kind.AMOUNT | Kind.MILLIONS | Kind.PERSONS:
            return PLAIN_AMOUNT
        case Kind.PER_CENT:
            return "0%"
        case Kind.DATE:
            return "dd-mm-yyyy"
        case Kind.YEAR:
            return "0"
        case _:
            return "@"


def in_words(key: str, kind: Kind, value: Any) -> str:
    """A value that is a text in the form."""
    match kind:
        case Kind.WORD:
            words = WORDS.get(key, {}).get(str(value), str(value))
        case Kind.TRUTH:
            words = "ja" if value == "true" else "nej"
        case Kind.CHAIN:
            words = ", ".join(value)
        case Kind.FIGURE:
            words = _danish(str(value))
        case Kind.NAMES:
            words = ", ".join(map(name_in_a_list, value))
        case Kind.SHARES:
            shares = ((name_in_a_list(name), _danish(share.removesuffix("%"))) for name, share in value.items())
            words = ", ".join(f"{name} {share} %" for name, share in shares)
        case Kind.PERIODS:
            words = "ja" if value == "true" else ", ".join(value)
        case Kind.INSTALMENTS if isinstance(value, dict):
            words = "; ".join(f"{year}: {_danish(amount)}" for year, amount in value.items())
        case _:
            words = str(value)
    return BLANK if kind is Kind.PAYBACK and not words else words


def pieces_of(text: str) -> list[str]:
    """A text in pieces that cells hold, no piece ending or beginning with a space."""
    pieces: list[str] = []
    while len(text) > TEXT_IN_A_CELL:
        cut = max((match.start() + 1 for match in re.finditer(r"\S\S", text[:TEXT_IN_A_CELL])), default=TEXT_IN_A_CELL)
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def _danish(figure: str) -> str:
    return figure.replace(".", ",")

"""How the cells of a workbook look: formats, each made once, and what a cell can hold."""

from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from bizcase.tables.table import Column, Role

_LONGEST_TEXT = 32_767


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        """A format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": "Calibri", "font_size": 11, **properties})
        return self._made[key]

    def cell(self, role: Role, column: Column, figures: str, *, indented: bool, behind_figures: bool) -> Format:
        """How a cell of a row looks: bold sums with a line above, figures in their number format, texts wrapped."""
        properties: dict[str, object] = {"valign": "top"}
        if role in (Role.SECTION, Role.TOTAL):
            properties["bold"] = True
        if role is Role.SUBTOTAL:
            properties["italic"] = True
        if role is Role.TOTAL:
            properties |= {"top": 1, "top_color": "#808080"}
        if column.figures:
            properties |= {"align": "right", "num_format": figures}
        else:
            properties |= {"text_wrap": True, "indent": 1 if indented else 0}
            properties["align"] = "center" if behind_figures else "left"
        return self.of(**properties)


def number_format(decimals: int, mark: str = "", *, is_share: bool = False) -> str:
    """Danish thousands and decimals, a minus before negatives, none before what rounds to nil; a mark in front.

    A share is shown in per cent.
    """
    places = ("." + "0" * decimals if decimals else "") + " %" * is_share
    half = Decimal("0.5").scaleb(-decimals - 2 * is_share)
    danish = f'[$-406]"{mark}"' if mark else "[$-406]"
    return f"[>={half}]{danish}#,##0{places};[<=-{half}]{danish}-#,##0{places};{danish}0{places}"


def cut(text: str) -> str:
    """A text that a cell can hold; a longer one would be refused without a word."""
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"

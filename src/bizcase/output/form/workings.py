"""The hidden sheet behind the live table: what each row of Økonomi has in each year, and how formulas look it up.

Its rows look at Økonomi by their number, so that rows may be inserted, moved and sorted there.
"""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from bizcase.output.form.economy import Rows
from bizcase.reading.form.closed_lists import COST, EFFICIENCY, INCOME
from bizcase.reading.form.layout import WORKINGS

ROOM = 60
"""Rows beyond those of the form that people may insert before the live table says that it does not see them."""

_SECTION, _AREA, _GOES_ON, _FIRST_YEAR = range(4)

_PATTERNS = {EFFICIENCY: "Varig* ændring*", COST: "Implementeringsomkostning*", INCOME: "Engangsindt*"}
"""The words of a section in one and in several, as a formula finds them."""


class Workings:
    """What the rows of Økonomi come to, as formulas that add them up."""

    def __init__(self, book: Workbook, years: range, rows: Rows) -> None:
        self._years = years
        self.last_row = rows.last + 1 + ROOM
        sheet = book.add_worksheet(WORKINGS)
        sheet.hide()
        end = rows.column(str(years[-1]))
        for row in range(self.last_row):
            for column, key in enumerate(("section", "steering_area", "goes_on")):
                cell = f"TRIM(INDEX({rows.column(key)},{row + 1}))"
                if key == "goes_on":  # as the program reads it: ja, j, x, sand
                    cell = f'IF(OR(LEFT(LOWER({cell}),1)={{"j","x","s"}}),"ja","")'
                if key == "section":  # the years of a line that is worked out of assumptions are no amounts
                    driven = (f'INDEX({rows.column(chain)},{row + 1})=""' for chain in ("saving", "cost"))
                    cell = f'IF(AND({",".join(driven)}),{cell},"")'
                sheet.write_formula(row, column, f'={cell}&""', None, "")
            goes_on = f'{xl_rowcol_to_cell(row, _GOES_ON)}="ja"'
            for at, year in enumerate(years):
                cell = f"INDEX({rows.column(str(year))},{row + 1})"
                carried = "0"
                if (
                    at
                ):  # an amount that goes on is carried through the years that follow, where none of them has its own
                    before = xl_rowcol_to_cell(row, _FIRST_YEAR + at - 1)
                    carried = f"IF(AND({goes_on},COUNT({cell}:INDEX({end},{row + 1}))=0),{before},0)"
                sheet.write_formula(row, _FIRST_YEAR + at, f"=IF(ISNUMBER({cell}),{cell},{carried})", None, 0)

    def sums(self, section: str, area: str | None = None) -> list[str]:
        """What a section has in each year, on one steering area or in all."""
        return [f"SUMIFS({self._year(at)},{self._of(section, area)})" for at in range(len(self._years))]

    def lasting(self, section: str, area: str | None = None) -> str:
        """What a section has in every year after the last."""
        return f'SUMIFS({self._year(len(self._years) - 1)},{self._of(section, area)},{self._column(_GOES_ON)},"ja")'

    def amounts_below_nil(self, section: str, area: str | None = None) -> str:
        """How many amounts of a section save anything."""
        counts = (f'COUNTIFS({self._year(at)},"<0",{self._of(section, area)})' for at in range(len(self._years)))
        return "+".join(counts)

    def _of(self, section: str, area: str | None) -> str:
        on_area = f',{self._column(_AREA)},"{_criterion(area)}"' if area else ""
        return f'{self._column(_SECTION)},"{_PATTERNS[section]}"{on_area}'

    def _year(self, at: int) -> str:
        return self._column(_FIRST_YEAR + at)

    def _column(self, column: int) -> str:
        name = xl_col_to_name(column)
        return f"{WORKINGS}!${name}$1:${name}${self.last_row}"


def _criterion(name: str) -> str:
    """A name as a criterion: quotes doubled, and what would be a pattern taken as it stands."""
    for sign in "~*?":
        name = name.replace(sign, f"~{sign}")
    return name.replace('"', '""')

"""The hidden sheet behind the live table: what each row of Økonomi has in each year, and how formulas look it up.

Its rows look at Økonomi by their number, so that rows may be inserted, moved and sorted there. Below them stand lines
that are worked out of assumptions, as the program did it last: a sheet cannot follow the units of a calculation.
"""

from collections import Counter
from collections.abc import Iterator

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from bizcase.case.amounts import ZERO
from bizcase.case.line import DrivenLine, ImplementationCost
from bizcase.case.unit import counted_in
from bizcase.engine.result import Result, ResultLine
from bizcase.output.form.economy import Rows
from bizcase.reading.form.closed_lists import COST, EFFICIENCY, INCOME
from bizcase.reading.form.layout import WORKINGS

ROOM = 60
"""Rows beyond those of the form that people may insert before the live table says that it does not see them."""

_SECTION, _AREA, _GOES_ON, _FUNDING, _IS_DRIVEN, _NAME, FIRST_YEAR = range(7)

_PATTERNS = {EFFICIENCY: "Varig* ændring*", COST: "Implementeringsomkostning*", INCOME: "Engangsindt*"}
"""The words of a section in one and in several, as a formula finds them."""


class Workings:
    """What the rows of Økonomi come to, as formulas that add them up."""

    def __init__(self, book: Workbook, years: range, rows: Rows, result: Result | None) -> None:
        self._years, self._rows = years, rows
        self.last_row = rows.last + 1 + ROOM
        self.sheet = book.add_worksheet(WORKINGS)
        self.sheet.hide()
        for row in range(self.last_row):
            self._write_row(row)
        driven = list(_driven(result))
        self.driven_sections = {section for section, _ in driven}
        self._end = self.last_row + max(1, len(driven))
        counted: Counter[tuple[str, str]] = Counter()
        for row, (section, line) in enumerate(driven, start=self.last_row):
            counted[section, line.name] += 1
            self._write_driven(row, section, line, counted[section, line.name], result)

    @property
    def below(self) -> int:
        """The first row, from 0, that nothing stands in."""
        return self._end + 1

    def _write_row(self, row: int) -> None:
        """What a row of Økonomi has in each year, and what it is by its words."""
        sheet, rows = self.sheet, self._rows
        end = rows.column(str(self._years[-1]))
        for column, key in (
            (_SECTION, "section"),
            (_AREA, "steering_area"),
            (_GOES_ON, "goes_on"),
            (_FUNDING, "funding"),
        ):
            cell = f"TRIM(INDEX({rows.column(key)},{row + 1}))"
            if key == "goes_on":  # as the program reads it: ja, j, x, sand
                cell = f'IF(OR(LEFT(LOWER({cell}),1)={{"j","x","s"}}),"ja","")'
            if key == "funding":
                cell = f'IF(LEFT(LOWER({cell}),6)="intern","lån","")'
            if key == "section":  # the years of a line that is worked out of assumptions are no amounts
                driven = (f'INDEX({rows.column(chain)},{row + 1})=""' for chain in ("saving", "cost"))
                cell = f'IF(AND({",".join(driven)}),{cell},"")'
            sheet.write_formula(row, column, f'={cell}&""', None, "")
        goes_on = f'{xl_rowcol_to_cell(row, _GOES_ON)}="ja"'
        for at, year in enumerate(self._years):
            cell = f"INDEX({rows.column(str(year))},{row + 1})"
            carried = "0"
            if at:  # an amount that goes on is carried through the years that follow, where none of them has its own
                before = xl_rowcol_to_cell(row, FIRST_YEAR + at - 1)
                carried = f"IF(AND({goes_on},COUNT({cell}:INDEX({end},{row + 1}))=0),{before},0)"
            sheet.write_formula(row, FIRST_YEAR + at, f"=IF(ISNUMBER({cell}),{cell},{carried})", None, 0)

    def _write_driven(self, row: int, section: str, line: ResultLine, number: int, result: Result | None) -> None:
        """A line as it was worked out, for as long as Økonomi has so many worked out lines of its name."""
        names = self._rows.column("name")
        found = "+".join(
            f'COUNTIFS({names},{xl_rowcol_to_cell(row, _NAME)},{self._rows.column(chain)},"?*")'
            for chain in ("saving", "cost")
        )
        stands = f"IFERROR({found},0)>={number}"
        self.sheet.write_string(row, _NAME, _pattern(line.name))
        self.sheet.write_formula(row, _SECTION, f'=IF({stands},"{section}","")', None, section)
        self.sheet.write_string(row, _AREA, line.steering_area)
        self.sheet.write_string(row, _GOES_ON, "ja" if line.flow.lasting else "")
        funding = isinstance(line.line, ImplementationCost) and line.line.funding == "internal_loan"
        self.sheet.write_string(row, _FUNDING, "lån" if funding else "")
        self.sheet.write_formula(row, _IS_DRIVEN, f'=IF({stands},"ja","")', None, "ja")
        for at, year in enumerate(self._years):
            amount = ZERO if result is None else counted_in(result.case.unit, line.flow.at(year) or ZERO)
            self.sheet.write_number(row, FIRST_YEAR + at, float(amount))

    def driven(self, section: str) -> list[str]:
        """What the lines of a section that are worked out of assumptions have in each year."""
        return [
            f'SUMIFS({self._year(at)},{self._of(section, None)},{self._column(_IS_DRIVEN)},"ja")'
            for at in range(len(self._years))
        ]

    def driven_lines(self) -> str:
        """How many lines that are worked out of assumptions stand in Økonomi and here."""
        return f'COUNTIF({self._column(_IS_DRIVEN)},"ja")'

    def borrowed(self) -> list[str]:
        """What an internal loan pays for in each year."""
        of = self._of(COST, None)
        return [f'SUMIFS({self._year(at)},{of},{self._column(_FUNDING)},"lån")' for at in range(len(self._years))]

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
        return self._column(FIRST_YEAR + at)

    def _column(self, column: int) -> str:
        name = xl_col_to_name(column)
        return f"{WORKINGS}!${name}$1:${name}${self._end}"


def _driven(result: Result | None) -> Iterator[tuple[str, ResultLine]]:
    """The lines that are worked out of assumptions, each with the word of its section."""
    if result is not None:
        for section, lines in ((EFFICIENCY, result.efficiencies.lines), (COST, result.implementation_costs.lines)):
            yield from ((section, line) for line in lines if is_driven(line))


def is_driven(line: ResultLine) -> bool:
    """Whether a line is worked out of assumptions."""
    return isinstance(line.line, DrivenLine) and bool(line.line.calculation)


def _criterion(name: str) -> str:
    """A name as a criterion within a formula."""
    return _pattern(name).replace('"', '""')


def _pattern(name: str) -> str:
    """A name as a criterion: what would be a pattern is taken as it stands."""
    for sign in "~*?":
        name = name.replace(sign, f"~{sign}")
    return name

"""The internal loan of the live table: what is borrowed, paid back and owed, worked out on the hidden sheet.

The instalments stand in a cell of the sheet Sag as a person writes them, `2028-2031` or `2028: 400; 2029: 600`.
"""

from xlsxwriter.utility import xl_rowcol_to_cell

from bizcase.output.form.workings import FIRST_YEAR, Workings
from bizcase.reading.form.layout import CASE, WORKINGS

_TEXT, _IS_EVEN, _FIRST, _LAST, _RATE, _DECIMALS, _BORROWED = range(7)
"""The rows of what holds for all years."""

_DRAWN, _PIECE, _REPAID, _INTEREST = range(8, 12)
"""The rows of what each year has."""

_LABELS = {
    _TEXT: "afdrag",
    _IS_EVEN: "lige store",
    _FIRST: "fra",
    _LAST: "til",
    _RATE: "rente",
    _DECIMALS: "decimaler af en krone",
    _BORROWED: "lån i alt",
    _DRAWN: "lån",
    _PIECE: "afdrag som skrevet",
    _REPAID: "afdrag",
    _INTEREST: "rente",
}

Cells = dict[tuple[str, ...], tuple[int, int]]
"""Where the fields of the sheet Sag have their values, row and column from 0."""


class LiveLoan:
    """The formulas of a loan, below the rows of the hidden sheet."""

    def __init__(self, workings: Workings, years: range, cells: Cells) -> None:
        self._sheet, self._years, self._top = workings.sheet, years, workings.below + 1
        for row, label in _LABELS.items():
            self._sheet.write_string(self._top + row, 0, label)
        self._write_terms(cells)
        for at, borrowed in enumerate(workings.borrowed()):
            self._write_year(at, borrowed)

    def drawn(self) -> list[str]:
        """What comes in each year, negative as the table has it."""
        return [f"-{cell}" for cell in self._cells_of(_DRAWN)]

    def repaid(self) -> list[str]:
        """What is paid back in each year."""
        return self._cells_of(_REPAID)

    def interest(self) -> list[str]:
        """What is paid in each year for what is owed when it begins."""
        return self._cells_of(_INTEREST)

    def left(self) -> str:
        """What the instalments of the years that are shown leave of the loan."""
        return f"ROUND({self._far(_BORROWED, 1)}-SUM({self._row(_REPAID, WORKINGS)}),3)"

    def _write_terms(self, cells: Cells) -> None:
        """How the loan is paid back, at which rate, and to which decimal instalments are equal."""
        repayment, rate, unit = (_value(cells, key) for key in (("internal_loan", "repayment"), _RATE_OF, ("unit",)))
        text, even = self._near(_TEXT, 1), self._near(_IS_EVEN, 1)
        bare = f'SUBSTITUTE(SUBSTITUTE({repayment}&"","=",":"),CHAR(10),";")'
        for dash in "\u2013\u2014":
            bare = f'SUBSTITUTE({bare},"{dash}","-")'
        number = f'_xlfn.NUMBERVALUE(SUBSTITUTE(SUBSTITUTE({rate},"%",""),".",","),","," ")/100'
        kroner = f'OR(LEFT(LOWER({unit}),2)="kr",LOWER({unit})="dkk")'
        formulas = {
            _TEXT: f'IFERROR(SUBSTITUTE({bare}," ",""),"")',
            _IS_EVEN: f'AND({text}<>"",ISERROR(FIND(":",{text})))',
            _FIRST: f"IF({even},IFERROR(VALUE(LEFT({text},4)),0),0)",
            _LAST: f"IF({even},IFERROR(VALUE(RIGHT({text},4)),0),0)",
            _RATE: f'IFERROR(IF({rate}="",0,IF(ISNUMBER({rate}),IF({rate}>2,{rate}/100,{rate}),{number})),0)',
            _DECIMALS: f'IFERROR(IF({kroner},0,IF(LEFT(LOWER({unit}),1)="m",6,3)),3)',
            _BORROWED: f"SUM({self._row(_DRAWN)})",
        }
        for row, formula in formulas.items():
            self._sheet.write_formula(self._top + row, 1, f"={formula}", None, "" if row == _TEXT else 0)

    def _write_year(self, at: int, borrowed: str) -> None:
        """The loan in one year; equal instalments are what has come together, rounded, less what had before."""
        column, year = FIRST_YEAR + at, self._years[at]
        text, even, first, last, rate, decimals, whole = (self._near(row, 1) for row in range(7))
        piece = self._near(_PIECE, column)
        found = f'FIND("{year}:",{text})'
        count, number = f"({last}-{first}+1)", f"({year}-{first}+1)"
        until = f"IF({year}={last},{whole},ROUND({whole}*{number}/{count},{decimals}))"
        before = f"ROUND({whole}*({number}-1)/{count},{decimals})"
        equal = f"IF(AND({year}>={first},{year}<={last}),{until}-{before},0)"
        written = f'IFERROR(_xlfn.NUMBERVALUE(SUBSTITUTE({piece},".",","),","," "),0)'
        owed = "0"
        if at:
            drawn, repaid = (
                f"SUM({self._near(row, FIRST_YEAR)}:{self._near(row, column - 1)})" for row in (_DRAWN, _REPAID)
            )
            owed = f"{drawn}-{repaid}"
        formulas = {
            _DRAWN: borrowed,
            _PIECE: f'IFERROR(MID({text},{found}+5,FIND(";",{text}&";",{found})-{found}-5),"")',
            _REPAID: f"IF({even},{equal},{written})",
            _INTEREST: f"({owed})*{rate}",
        }
        for row, formula in formulas.items():
            self._sheet.write_formula(self._top + row, column, f"={formula}", None, "" if row == _PIECE else 0)

    def _near(self, row: int, column: int) -> str:
        return str(xl_rowcol_to_cell(self._top + row, column, row_abs=True, col_abs=True))

    def _far(self, row: int, column: int) -> str:
        return f"{WORKINGS}!{self._near(row, column)}"

    def _cells_of(self, row: int) -> list[str]:
        return [self._far(row, FIRST_YEAR + at) for at in range(len(self._years))]

    def _row(self, row: int, sheet: str = "") -> str:
        ends = f"{self._near(row, FIRST_YEAR)}:{self._near(row, FIRST_YEAR + len(self._years) - 1)}"
        return f"{sheet}!{ends}" if sheet else ends


_RATE_OF = ("internal_loan", "rate")


def _value(cells: Cells, where: tuple[str, ...]) -> str:
    """The cell of a field, as a formula on another sheet names it."""
    return f"{CASE.name}!{xl_rowcol_to_cell(*cells[where], row_abs=True, col_abs=True)}"

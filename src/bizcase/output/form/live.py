"""The sheet Tabel 1 of a form: formulas that follow Økonomi, each beside the value that the program has calculated."""

from decimal import Decimal
from enum import Enum, auto

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Basis, Profile
from bizcase.case.unit import counted_in
from bizcase.engine.flow import Flow, total
from bizcase.engine.result import Result, Section
from bizcase.output.form.cells import BELOW_NIL, PLAIN_AMOUNT
from bizcase.output.form.economy import Rows
from bizcase.output.form.live_loan import Cells, LiveLoan
from bizcase.output.form.sheets import HEAD, set_up
from bizcase.output.form.workings import Workings, is_driven
from bizcase.output.papers.xlsx_looks import Looks
from bizcase.reading.form.closed_lists import COST, EFFICIENCY, INCOME
from bizcase.tables.payback_words import in_words
from bizcase.tables.rows import LOAN

_SECTIONS = (
    (EFFICIENCY, "Varige ændringer", "Samlet varig ændring"),
    (COST, "Implementeringsomkostninger", "Samlede implementeringsomkostninger"),
    (INCOME, "Engangsindtægter", "Samlede engangsindtægter"),
)
_BASES: tuple[tuple[Basis, str], ...] = (
    ("service", "Tilbagebetalingstid baseret på serviceeffektivisering"),
    ("total", "Tilbagebetalingstid baseret på totaløkonomi"),
)
_NOTE = "Regnes ud af arkene Økonomi og Sag, i sagens enhed, og kan ikke rettes her."
_DRIVEN = "Heraf regnet af forudsætninger (som sidst beregnet)"
_OTHERS = "Andre navne på styringsområder"
_HEADINGS = 3
_FURTHEST_ROW = 20_000


class _Style(Enum):
    """How a row looks: a sum, a part of one (no nil is shown), a row within a part, one for itself."""

    SUM = auto()
    PART = auto()
    WITHIN = auto()
    PLAIN = auto()


class LiveTable:
    """Writes the live table, row by row; years stand from the second column on, the sum over them last."""

    def __init__(self, book: Workbook, sheet: Worksheet, looks: Looks, years: range) -> None:
        self._book, self._sheet, self._looks, self._years = book, sheet, looks, years
        self._at = _HEADINGS + 1
        self._totals: dict[str, int] = {}

    def write(self, profile: Profile, result: Result | None, rows: Rows, cells: Cells) -> None:
        """Fill the sheet; without a result every value is nil, and so is the form."""
        sheet = self._sheet
        self._rows, self._workings = rows, Workings(self._book, self._years, rows, result)
        self._loan = LiveLoan(self._workings, self._years, cells)
        sheet.write_string(0, 0, "Tabel 1. Forslagets samlede økonomiske konsekvenser", self._bold(font_size=14))
        sheet.write_string(1, 0, _NOTE, self._looks.of(font_color="#595959"))
        for column, heading in enumerate(("", *map(str, self._years), "I alt")):
            sheet.write_string(_HEADINGS, column, heading, self._looks.of(**HEAD, align="right" if column else "left"))
        sections = {}
        if result is not None:
            sections = {EFFICIENCY: result.efficiencies, COST: result.implementation_costs, INCOME: result.income}
        for section, heading, label in _SECTIONS:
            self._write_section(section, (heading, label), profile, sections.get(section), result)
        loan = self._write_loan(result)
        self._write_net(result, loan)
        for basis, label in _BASES:
            areas = sorted(profile.areas_of_nature("service")) if basis == "service" else [None]
            value = "" if result is None else str(in_words(result.paybacks[basis]["inclusive"]))
            self._write_payback(label, areas, value)
        self._write_warnings()
        sheet.set_column(0, 0, 52)
        sheet.set_column(1, 1 + len(self._years), 12)
        sheet.freeze_panes(_HEADINGS + 1, 1)
        set_up(sheet, pages=1)
        sheet.protect()

    def _bold(self, **look: object) -> object:
        return self._looks.of(bold=True, **look)

    def _write_section(
        self, section: str, words: tuple[str, str], profile: Profile, flows: Section | None, result: Result | None
    ) -> None:
        """A section's sum for each steering area, and in all."""
        heading, label = words
        self._sheet.write_string(self._at, 0, heading, self._bold())
        self._at += 1
        first = self._at
        for area in profile.steering_areas:
            flow = flows.by_steering_area.get(area) if flows else None
            self._write_row(area, self._workings.sums(section, area), self._amounts(flow, result), _Style.PART)
        whole = self._workings.sums(section)
        others = [
            f"{sum_of_all}-SUM({self._cell(first, at)}:{self._cell(self._at - 1, at)})"
            for at, sum_of_all in enumerate(whole)
        ]
        self._write_row(_OTHERS, others, self._amounts(None, result), _Style.PART)
        if section in self._workings.driven_sections:
            driven = [line.flow for line in flows.lines if is_driven(line)] if flows else []
            amounts = self._amounts(total(driven, self._years), result)
            self._write_row(_DRIVEN, self._workings.driven(section), amounts, _Style.WITHIN)
        self._totals[section] = self._at
        self._write_row(label, whole, self._amounts(flows.total if flows else None, result), _Style.SUM)

    def _amounts(self, flow: Flow | None, result: Result | None) -> list[Decimal]:
        """What a flow has in each year, in the case's unit."""
        if flow is None or result is None:
            return [ZERO] * len(self._years)
        return [counted_in(result.case.unit, flow.at(year) or ZERO) for year in self._years]

    def _cell(self, row: int, at: int, *, fixed: bool = False) -> str:
        return str(xl_rowcol_to_cell(row, 1 + at, col_abs=fixed))

    def _write_row(
        self,
        label: str,
        formulas: list[str],
        amounts: list[Decimal],
        style: _Style = _Style.PLAIN,
        *,
        summed: bool = True,
    ) -> None:
        """A row of formulas beside what they come to."""
        bold, nils = style is _Style.SUM, style in (_Style.SUM, _Style.PLAIN)
        quiet = {"italic": True, "font_color": "#595959"} if style is _Style.WITHIN else {}
        look = {"bold": bold, "top": int(bold), **quiet}
        row = self._at
        self._at += 1
        self._sheet.write_string(row, 0, label, self._looks.of(**look, indent=int(not bold)))
        figures = self._looks.of(**look, num_format=f"{PLAIN_AMOUNT};{BELOW_NIL};{'0' if nils else ''}")
        for at, (formula, amount) in enumerate(zip(formulas, amounts, strict=True)):
            self._sheet.write_formula(row, 1 + at, f"=ROUND({formula},6)", figures, float(amount))
        if summed:
            end = len(formulas)
            formula = f"=ROUND(SUM({self._cell(row, 0)}:{self._cell(row, end - 1)}),6)"
            self._sheet.write_formula(row, 1 + end, formula, figures, float(sum(amounts, ZERO)))

    def _write_loan(self, result: Result | None) -> list[int]:
        """What an internal loan brings and takes in each year. Tells the rows that add up."""
        loan = None if result is None else result.loan
        self._sheet.write_string(self._at, 0, str(LOAN), self._bold())
        self._at += 1
        first = self._at
        for label, formulas, flow in (
            ("Internt lån", self._loan.drawn(), None if loan is None else -loan.drawn),
            ("Afdrag på internt lån", self._loan.repaid(), None if loan is None else loan.repayment),
            ("Renter af internt lån", self._loan.interest(), None if loan is None else loan.interest),
        ):
            self._write_row(label, formulas, self._amounts(flow, result), _Style.PART)
        return list(range(first, self._at))

    def _write_net(self, result: Result | None, loan: list[int]) -> None:
        """The case's whole effect, and what of it has come together by the end of each year."""
        flow = None if result is None else result.net_effect
        net = self._at
        each_year = range(len(self._years))
        added = [*self._totals.values(), *loan]
        formulas = ["+".join(self._cell(row, at) for row in added) for at in each_year]
        amounts = self._amounts(flow, result)
        self._write_row("Samlet økonomisk påvirkning", formulas, amounts, _Style.SUM)
        together = [sum(amounts[: at + 1], ZERO) for at in each_year]
        formulas = [f"SUM({self._cell(net, 0, fixed=True)}:{self._cell(net, at)})" for at in each_year]
        self._write_row("Akkumuleret", formulas, together, summed=False)

    def _write_payback(self, label: str, areas: list[str] | list[None], value: str) -> None:
        """Years from the first with a cost until what has come together is nil or below for good, that year the first.

        What has come together on the basis by the end of each year stands unseen to the right of the table.
        """
        row, start, end = self._at, 1 + len(self._years) + 2, len(self._years) - 1
        self._at += 1
        self._sheet.write_string(row, 0, label, self._looks.of(indent=1))
        unseen = self._looks.of(font_color="#FFFFFF", num_format=";;;")
        saved = [self._workings.sums(EFFICIENCY, area) for area in areas]
        for at in range(len(self._years)):
            parts = [self._cell(self._totals[COST], at), self._cell(self._totals[INCOME], at)]
            parts += [sums[at] for sums in saved]
            before = [xl_rowcol_to_cell(row, start + at - 1)] if at else []
            self._sheet.write_formula(row, start + at, f"=ROUND({'+'.join(before + parts)},6)", unseen, 0)
        costs = f"{self._cell(self._totals[COST], 0)}:{self._cell(self._totals[COST], end)}"
        together = f"{xl_rowcol_to_cell(row, start)}:{xl_rowcol_to_cell(row, start + end)}"
        left = xl_rowcol_to_cell(row, start + end)
        lasting = "+".join(self._workings.lasting(EFFICIENCY, area) for area in areas)
        saves = "+".join(self._workings.amounts_below_nil(EFFICIENCY, area) for area in areas)
        begins = f"MATCH(TRUE,INDEX({costs}<>0,0),0)"
        above = f"SUMPRODUCT(MAX(({together}>0)*(COLUMN({together})-{start})))"
        covered = f"IF({left}>0,{end + 1}+ROUNDUP({left}/-({lasting}),0),{above}+1)"
        years = f'MAX({covered},{begins})-{begins}+1&" år"'
        never = f"OR(({lasting})>0,AND({left}>0,({lasting})=0))"
        formula = f'=IF(COUNTIF({costs},"<>0")=0,"",IF(({saves})=0,"-",IF({never},"-",{years})))'
        self._sheet.write_formula(row, 1, formula, self._looks.of(align="right"), value)

    def _write_warnings(self) -> None:
        """What the formulas do not see, said where it matters."""
        first, last = (xl_col_to_name(self._rows.columns[str(year)]) for year in (self._years[0], self._years[-1]))
        sections, seen = self._rows.column("section"), self._workings.last_row
        texts = f"SUMPRODUCT(--ISTEXT(Økonomi!${first}${self._rows.first + 1}:${last}${seen}))"
        beyond = f"COUNTA(INDEX({sections},{seen + 1}):INDEX({sections},{_FURTHEST_ROW}))"
        stand = "+".join(f"MAX(0,COUNTA({self._rows.column(key)})-1)" for key in ("saving", "cost"))
        driven = f"({stand}-{self._workings.driven_lines()})"
        row = self._rows.first
        headings = f"Økonomi!${row}:${row}"
        known = "+".join(f"({_heading(self._rows, year)}={year})" for year in self._years)
        years = f"SUMPRODUCT(ISNUMBER({headings})*({headings}>=1990)*({headings}<=2100))+{len(self._years)}-2*({known})"
        warnings = (
            (
                years,
                "årstal i Økonomi er ændret eller kommet til: her vises de år, som formularen blev lavet med",
            ),
            (driven, "linjer regnes ud af forudsætninger: de er først med, når programmet har regnet"),
            (
                f"ABS({self._loan.left()})",
                "af det interne lån er ikke betalt tilbage i de år, der vises her: se afdrag i arket Sag",
            ),
            (texts, "celler i årene er tekst og ikke tal: de er ikke talt med her"),
            (beyond, "rækker står så langt nede i Økonomi, at de ikke er talt med her"),
        )
        for number, (count, words) in enumerate(warnings, start=self._at + 1):
            look = self._bold(font_color="#C00000")
            self._sheet.write_formula(number, 0, f'=IF({count}>0,{count}&" {words}","")', look, "")


def _heading(rows: Rows, year: int) -> str:
    """The heading of a year in Økonomi, wherever it stands by now."""
    return f"Økonomi!{xl_rowcol_to_cell(rows.first - 1, rows.columns[str(year)], row_abs=True, col_abs=True)}"

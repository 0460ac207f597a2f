"""Printed tables beside ours, cell by cell: all is the same but for what is listed here, with the reason.

The texts are the papers' own, a line a row. Where the paper and the program differ, a deviation says what each has;
both sides of it are asserted, and all that no deviation names must be equal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

import pytest
from support import ROOT, copenhagen, printed

from bizcase.engine.result import Result
from bizcase.examine.one import examine
from bizcase.tables.annex import annex
from bizcase.tables.memo import memo
from bizcase.tables.tabel1 import tabel_1
from bizcase.tables.tabel2 import tabel_2
from bizcase.tables.tabel3 import tabel_3
from bizcase.tables.table import Table


@dataclass
class Grid:
    """A table as texts: its title, the lines of its head, and its rows."""

    title: str
    head: list[list[str]]
    rows: list[list[str]]

    @property
    def lines(self) -> list[list[str]]:
        """Head and rows together."""
        return [*self.head, *self.rows]

    def column(self, heading: str) -> int:
        """Where a column stands that has this in its head."""
        found = [index for index, cells in enumerate(zip(*self.head, strict=True)) if heading in cells]
        assert len(found) == 1, f"{heading} heads {len(found)} columns"
        return found[0]

    def line(self, cell: str) -> list[str]:
        """The line of the head or the row that alone begins with this cell, or else alone has it."""
        found = [cells for cells in self.lines if cells[0] == cell] or [cells for cells in self.lines if cell in cells]
        assert len(found) == 1, f"{cell} stands in {len(found)} rows"
        return found[0]


def cells_of(text: str) -> list[str]:
    """The cells of a line."""
    return [cell.strip() for cell in text.split("|")]


@dataclass(frozen=True, kw_only=True)
class Title:
    """The titles differ."""

    paper: str
    ours: str
    why: str

    def apply(self, grid: Grid) -> None:
        """Put ours for the paper's."""
        assert grid.title == self.paper != self.ours, self.why
        grid.title = self.ours


@dataclass(frozen=True, kw_only=True)
class Cells:
    """Cells of one row differ, in the order of the columns; the row is known by a cell that no other row has."""

    row: str
    columns: str
    paper: str
    ours: str
    why: str

    def apply(self, grid: Grid) -> None:
        """Put ours for the paper's."""
        line = grid.line(self.row)
        for heading, paper, ours in zip(*map(cells_of, (self.columns, self.paper, self.ours)), strict=True):
            index = grid.column(heading)
            assert line[index] == paper != ours, self.why
            line[index] = ours


@dataclass(frozen=True, kw_only=True)
class PapersColumn:
    """The paper has a column that we have not, with these cells in its rows."""

    heading: str
    cells: str
    why: str

    def apply(self, grid: Grid) -> None:
        """Take the column away."""
        index = grid.column(self.heading)
        assert [line.pop(index) for line in grid.lines] == [
            *(self.heading if number == 0 else "" for number in range(len(grid.head))),
            *cells_of(self.cells),
        ], self.why


@dataclass(frozen=True, kw_only=True)
class OurColumn:
    """We have a column that the paper has not, with these cells in its rows; maybe below a heading of several."""

    heading: str
    after: str
    cells: str
    why: str
    in_group: bool = False

    def apply(self, grid: Grid) -> None:
        """Put the column in."""
        assert self.heading not in [cell for line in grid.head for cell in line], self.why
        index = grid.column(self.after) + 1
        blank = [""] * (len(grid.head) - 1)
        head = [*blank, self.heading] if self.in_group else [self.heading, *blank]
        for line, cell in zip(grid.lines, [*head, *cells_of(self.cells)], strict=True):
            line.insert(index, cell)


@dataclass(frozen=True, kw_only=True)
class PapersRows:
    """The paper has rows of this label that we have not, blank in every column."""

    label: str
    count: int
    why: str

    def apply(self, grid: Grid) -> None:
        """Take the rows away."""
        found = [row for row in grid.rows if row[0] == self.label]
        assert len(found) == self.count, self.why
        assert not any(cell for row in found for cell in row[1:]), self.why
        grid.rows = [row for row in grid.rows if row[0] != self.label]


@dataclass(frozen=True, kw_only=True)
class OurRows:
    """We have rows at the end that the paper has not."""

    rows: Sequence[str]
    why: str

    def apply(self, grid: Grid) -> None:
        """Put the rows below the paper's."""
        labels = [row[0] for row in grid.rows]
        for row in map(cells_of, self.rows):
            assert row[0] not in labels, self.why
            grid.rows.append([*row, *[""] * (len(grid.head[0]) - len(row))])


@dataclass(frozen=True, kw_only=True)
class Stacked:
    """The paper has the block's name in a first column, beside its rows; we have it in a row above them."""

    heading: str
    why: str

    def apply(self, grid: Grid) -> None:
        """Put the names above, and take their column away."""
        assert [line[0] for line in grid.head] == [self.heading], self.why
        stacked: list[list[str]] = []
        for name, *row in grid.rows:
            stacked += [[name, *[""] * (len(row) - 1)], row] if name else [row]
        grid.head = [line[1:] for line in grid.head]
        grid.rows = stacked


Deviation = Title | Cells | PapersColumn | OurColumn | PapersRows | OurRows | Stacked


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A printed table, how ours comes about, and all that differs between them."""

    ours: Callable[[], Table]
    title: str
    text: str
    deviations: Sequence[Deviation]
    head: int = 1
    our_notes: tuple[str, ...] = ()

    @property
    def grid(self) -> Grid:
        """The table as the paper prints it."""
        lines = [cells_of(line) for line in self.text.strip().splitlines()]
        return Grid(self.title, lines[: self.head], lines[self.head :])


@cache
def result(name: str) -> Result:
    """A real case, calculated."""
    calculated = examine(str(ROOT / "cases" / f"{name}.yaml"), copenhagen()).kept
    assert calculated is not None
    return calculated


def economy(case: str) -> Table:
    """Tabel 1 of a case of 2018."""
    return tabel_1(result(f"innovationspuljen-2018/{case}"), copenhagen())


def investments(case: str) -> Table:
    """Tabel 2 of a case of 2018 which has no other investments, and no efficiencies."""
    (table,) = tabel_2(result(f"innovationspuljen-2018/{case}"), copenhagen())
    return table


def committees(case: str) -> Table:
    """Tabel 3 of a case of 2018."""
    return tabel_3(result(f"innovationspuljen-2018/{case}"), copenhagen())


def both_cases() -> Table:
    """Tabel 1 of the paper of 2016."""
    return memo([result(f"investeringspuljen-2016/case-{number}") for number in (1, 2)])


def technical_annex(number: int) -> Table:
    """Tabel 2, 3 or 4 of the technical annex of the paper of 2016, which is about its first case."""
    return annex(result("investeringspuljen-2016/case-1"), copenhagen())[number - 2]


UNNAMED = "a year that no period of the line names is blank with us, as in the paper's own Tabel 1"
NIL_TOTAL = "the paper prints nothing where a total is nil; our totals always print a figure"
BEYOND = "our tables show every year of the case; the paper stops before its last"
IN_ALL = "the layout has I alt in every Tabel 2; this one is printed without"
POOLS = "the paper has no such column in this table; the pool pays for every line"
FIGURE_OF_2018 = "the paper's column is blank; ours sums the year 2018, in which the only amount stands"

SUM_OF_THE_ONLY_YEAR = {
    "BC08": {
        "Drift af løsning": "200",
        "Overblik": "50",
        "Data input": "150",
        "Analyse": "300",
        "Idriftsættelse": "100",
        "Rapportering": "50",
        "Investeringer totalt, service": "850",
    },
    "BC09": {
        "Drift": "200",
        "Overblik": "50",
        "Data input": "150",
        "Analyse": "350",
        "Idriftsættelse": "100",
        "Rapportering": "100",
        "Investeringer totalt, service": "950",
    },
}


def as_bc08_and_bc09_differ(case: str) -> list[Deviation]:
    """The two papers are made from one another: they have the same slips."""
    return [
        Cells(
            row="Investeringer totalt, anlæg",
            columns="1.000 kr. 2018 p/l | 2019 | 2020",
            paper="Investeringer totalt, anlæg | |",
            ours="Investeringer totalt, service | 0 | 0",
            why=f"a slip of the paper: the table is about service, and so is every line in Tabel 1; {NIL_TOTAL}",
        ),
        PapersColumn(
            heading="2017",
            cells="||||||",
            why="the head begins with a year before the price level; Tabel 1 and the case have 2018 to 2020",
        ),
        *(
            Cells(row=row, columns="I alt", paper="", ours=amount, why=FIGURE_OF_2018)
            for row, amount in SUM_OF_THE_ONLY_YEAR[case].items()
        ),
        OurColumn(heading="Innovationspulje", after="I alt", cells="X|X|X|X|X|X|X", why=POOLS),
    ]


SIGNS = ("Note til alle tabeller: Alle besparelser er angivet med negativt (-) fortegn.",)
"""Below every Tabel 1; BC07 and BC19 print it so, BC08 and BC09 with "skal angives" for "er angivet"."""

OUR_TITLE = "Tabel 1. Forslagets samlede økonomiske konsekvenser"
NO_TITLE = "BC19's paper prints no title; ours is the template's"
NO_PAYBACKS = OurRows(
    rows=["Tilbagebetalingstid baseret på serviceeffektivisering||-", "Tilbagebetalingstid baseret på totaløkonomi||-"],
    why="the paper leaves out the paybacks of a case that saves nothing; the template has them, and BC07 prints dashes",
)


def nil_totals(columns: str, ours: str) -> list[Deviation]:
    """Both sums of a case that costs nothing after its first year."""
    rows = "Samlede implementeringsomkostninger", "Samlet økonomisk påvirkning"
    return [Cells(row=row, columns=columns, paper="|" * ours.count("|"), ours=ours, why=NIL_TOTAL) for row in rows]


PRINTED = {
    # Bilag 3, Investeringsforslag til innovationspuljen, 2018: Tabel 1 of each case
    "BC07, Tabel 1": Printed(
        ours=partial(economy, "BC07"),
        title="Tabel 1. Samlede økonomiske konsekvenser",
        text="""
            1.000 kr. 2018 p/l                                   |Styringsområde|2018 |2019 |2020|2021|2022
            Implementeringsomkostninger                          |       |     |     |  |  |
            Offentligt-privat udvikling af servicebotter         |Service|1.025|500  |0 |0 |0
            Etablering af server og telefonguide                 |Service|50   |0    |  |  |
            Samarbejde med uddannelsesinstitution                |Service|150  |75   |0 |  |
            Sikkerhed                                            |Service|200  |0    |0 |  |
            Afdækning af relevante interne processer             |Service|100  |400  |0 |  |
            Afdækning af relevante processer i KFF               |       |200  |100  |0 |  |
            Samlede implementeringsomkostninger                  |       |1.725|1.075|0 |0 |0
            Samlet økonomisk påvirkning                          |       |1.725|1.075|0 |0 |0
            Tilbagebetalingstid baseret på serviceeffektivisering|       |-    |     |  |  |
            Tilbagebetalingstid baseret på totaløkonomi          |       |-    |     |  |  |
        """,
        deviations=[
            Cells(
                row="Afdækning af relevante processer i KFF",
                columns="Styringsområde",
                paper="",
                ours="Service",
                why="the paper leaves the area out; its Tabel 2 has the line among those on service",
            ),
        ],
        our_notes=SIGNS,
    ),
    "BC08, Tabel 1": Printed(
        ours=partial(economy, "BC08"),
        title="Tabel 1. Samlet økonomi",
        text="""
            1.000 kr. 2018 p/l                 |Styringsområde|2018|2019|2020
            Implementeringsomkostninger        |       |   | |
            Drift af løsning                   |Service|200| |
            Overblik                           |Service|50 | |
            Data input                         |Service|150| |
            Analyse                            |Service|300| |
            Idriftsættelse                     |Service|100| |
            Rapportering                       |Service|50 | |
            Samlede implementeringsomkostninger|       |850| |
            Samlet økonomisk påvirkning        |       |850| |
        """,
        deviations=[
            *nil_totals("2019 | 2020", "0 | 0"),
            NO_PAYBACKS,
        ],
        our_notes=SIGNS,
    ),
    "BC09, Tabel 1": Printed(
        ours=partial(economy, "BC09"),
        title="Tabel 1. Samlet økonomi i forslaget",
        text="""
            1.000 kr. 2018 p/l                 |Styringsområde|2018|2019|2020
            Implementeringsomkostninger        |       |   | |
            Drift                              |Service|200| |
            Overblik                           |Service|50 | |
            Data input                         |Service|150| |
            Analyse                            |Service|350| |
            Idriftsættelse                     |Service|100| |
            Rapportering                       |Service|100| |
            Samlede implementeringsomkostninger|       |950| |
            Samlet økonomisk påvirkning        |       |950| |
        """,
        deviations=[
            *nil_totals("2019 | 2020", "0 | 0"),
            NO_PAYBACKS,
        ],
        our_notes=SIGNS,
    ),
    "BC19, Tabel 1": Printed(
        ours=partial(economy, "BC19"),
        title="",
        text="""
            1.000 kr. 2018 p/l                     |Styringsområde|2018|2019|2020|2021|2022
            Implementeringsomkostninger            |       |     | | | |
            Lønudgifter til 15 helårspersoner (KFF)|Service|1.370| | | |
            Projektleder (1 årsværk) (KFF)         |Service|500  | | | |
            Samlede implementeringsomkostninger    |SERVICE|1.870| | | |
        """,
        deviations=[
            Title(paper="", ours=OUR_TITLE, why=NO_TITLE),
            Cells(
                row="Samlede implementeringsomkostninger",
                columns="Styringsområde | 2019 | 2020 | 2021 | 2022",
                paper="SERVICE||||",
                ours="| 0 | 0 | 0 | 0",
                why=f"our sum has an area where there are several; {NIL_TOTAL}",
            ),
            OurRows(
                rows=["Samlet økonomisk påvirkning||1.870|0|0|0|0"],
                why="the paper ends with the costs; the template has the sum of all, which here is the same",
            ),
            NO_PAYBACKS,
        ],
        our_notes=SIGNS,
    ),
    # Bilag 3, Investeringsforslag til innovationspuljen, 2018. A name that goes over two lines stands on one here.
    "BC07, Tabel 2": Printed(
        ours=partial(investments, "BC07"),
        title="Tabel 2. Serviceinvesteringer i forslaget",
        text="""
            1.000 kr. 2018 p/l                          |2018 |2019 |2020|2021|Innovationspulje
            Offentligt-privat udvikling af servicebotter|1.025|500  |0   |0   |X
            Etablering af server og telefonguide        |50   |0    |0   |0   |X
            Samarbejde med uddannelsesinstitution       |150  |75   |0   |0   |X
            Sikkerhed                                   |200  |0    |0   |0   |X
            Afdækning af relevante interne processer    |100  |400  |0   |0   |X
            Afdækning af relevante processer i KFF      |200  |100  |0   |0   |X
            Varige ændringer totalt, service            |1.725|1.075|0   |0   |X
        """,
        deviations=[
            Cells(
                row="Varige ændringer totalt, service",
                columns="1.000 kr. 2018 p/l",
                paper="Varige ændringer totalt, service",
                ours="Investeringer totalt, service",
                why="a slip of the paper: the lines are investments, as the title says",
            ),
            Cells(
                row="Etablering af server og telefonguide",
                columns="2020 | 2021",
                paper="0 | 0",
                ours="|",
                why=UNNAMED,
            ),
            *(
                Cells(row=row, columns="2021", paper="0", ours="", why=UNNAMED)
                for row in (
                    "Samarbejde med uddannelsesinstitution",
                    "Sikkerhed",
                    "Afdækning af relevante interne processer",
                    "Afdækning af relevante processer i KFF",
                )
            ),
            # only the first line names 2022 in Tabel 1, with a nil
            OurColumn(heading="2022", after="2021", cells="0||||||0", why=BEYOND),
            # 1025 + 500, 50, 150 + 75, 200, 100 + 400, 200 + 100, and 1725 + 1075
            OurColumn(heading="I alt", after="2022", cells="1.525|50|225|200|500|300|2.800", why=IN_ALL),
        ],
    ),
    "BC07, Tabel 3": Printed(
        ours=partial(committees, "BC07"),
        title="Tabel 3. Fordeling af serviceinvesteringer mellem udvalg",
        text="""
            Udvalg                    |1.000 kr. 2018 p/l|2018 |2019 |2020|2021|2022
            Koncern IT                |Besparelse        |     |     |    |    |
                                      |Omkostninger      |1.425|975  |    |    |
            Kultur- og Fritidsudvalget|Besparelse        |     |     |    |    |
                                      |Omkostninger      |300  |100  |    |    |
            Total                     |Besparelse        |     |     |    |    |
                                      |Omkostninger      |1.725|1.075|    |    |
        """,
        deviations=[
            Cells(
                row="1.425",
                columns="2020 | 2021 | 2022",
                paper="||",
                ours="0 | 0 | 0",
                why="the nils that Tabel 1 prints for the first line, which is this committee's",
            ),
            Cells(
                row="300",
                columns="2020",
                paper="",
                ours="0",
                why="the nil that Tabel 1 prints for Sikkerhed and KFF's own line",
            ),
            Cells(row="1.725", columns="2020 | 2021 | 2022", paper="||", ours="0 | 0 | 0", why=NIL_TOTAL),
            Cells(
                row="Total",
                columns="2018 | 2019 | 2020 | 2021 | 2022",
                paper="||||",
                ours="0 | 0 | 0 | 0 | 0",
                why=NIL_TOTAL,
            ),
            Cells(
                row="Koncern IT",
                columns="Udvalg",
                paper="Koncern IT",
                ours="Økonomiudvalget",
                why="Koncern IT is no committee but a part of Økonomiforvaltningen, which answers to this one",
            ),
            Stacked(heading="Udvalg", why="ours has a column less, so that it fits a narrow page"),
        ],
    ),
    # Each line has one amount. 1.4 says that BC08's 850 fall in 2018; BC09's are read as Tabel 1's, in 2018 too.
    "BC08, Tabel 2": Printed(
        ours=partial(investments, "BC08"),
        title="Tabel 2. Serviceinvesteringer i forslaget",
        text="""
            1.000 kr. 2018 p/l         |2017|2018|2019|2020|I alt
            Drift af løsning           |    |200 |    |    |
            Overblik                   |    |50  |    |    |
            Data input                 |    |150 |    |    |
            Analyse                    |    |300 |    |    |
            Idriftsættelse             |    |100 |    |    |
            Rapportering               |    |50  |    |    |
            Investeringer totalt, anlæg|    |850 |    |    |
        """,
        deviations=as_bc08_and_bc09_differ("BC08"),
    ),
    "BC09, Tabel 2": Printed(
        ours=partial(investments, "BC09"),
        title="Tabel 2. Serviceinvesteringer i forslaget",
        text="""
            1.000 kr. 2018 p/l         |2017|2018|2019|2020|I alt
            Drift                      |    |200 |    |    |
            Overblik                   |    |50  |    |    |
            Data input                 |    |150 |    |    |
            Analyse                    |    |350 |    |    |
            Idriftsættelse             |    |100 |    |    |
            Rapportering               |    |100 |    |    |
            Investeringer totalt, anlæg|    |950 |    |    |
        """,
        deviations=as_bc08_and_bc09_differ("BC09"),
    ),
    "BC19, Tabel 1.2": Printed(
        ours=partial(investments, "BC19"),
        title="Tabel 1.2. Varige ændringer, service",
        text="""
            1.000 kr. 2018 p/l               |2018 |2019|2020|2021|2022
            Lønudgifter til 15 helårspersoner|1.370|    |    |    |
            Projektleder (et årsværk)        |500  |    |    |    |
            Investeringer totalt, service    |1.870|    |    |    |
        """,
        deviations=[
            Cells(
                row="Lønudgifter til 15 helårspersoner",
                columns="1.000 kr. 2018 p/l",
                paper="Lønudgifter til 15 helårspersoner",
                ours="Lønudgifter til 15 helårspersoner (KFF)",
                why="the case has the longer name, which the table in 1.1 prints",
            ),
            Cells(
                row="Projektleder (et årsværk)",
                columns="1.000 kr. 2018 p/l",
                paper="Projektleder (et årsværk)",
                ours="Projektleder (1 årsværk) (KFF)",
                why="likewise",
            ),
            Cells(
                row="Investeringer totalt, service",
                columns="2019 | 2020 | 2021 | 2022",
                paper="|||",
                ours="0 | 0 | 0 | 0",
                why=NIL_TOTAL,
            ),
            OurColumn(heading="I alt", after="2022", cells="1.370|500|1.870", why=IN_ALL),
            OurColumn(heading="Innovationspulje", after="I alt", cells="X|X|X", why=POOLS),
        ],
    ),
    # Beskæftigelses- og Integrationsudvalget 25.01.2016, Forslag til business cases til Investeringspuljen
    "2016, Tabel 1": Printed(
        ours=both_cases,
        title="Tabel 1. Business case og ideoplæg til business case",
        text="""
            Beløb i 1000 kr. (2016 p/l)||2016|2017|2018|2019|2020|2021|I alt
            Case 1: Business case: Øget produktivitet i borgerbetjeningen|Investering|1.750|2.000|250||||4.000
            |Potentiale|0|-1.500|-2.500|-3.000|-3.000|-3.000|-13.000
            |Samlet|1.750|500|-2.250|-3.000|-3.000|-3.000|-9.000
            Case 2: Ideoplæg: Automatisering af sagsprocesser i jobcentrene|Investering|2.000||||||2.000
            |Potentiale|-1.500|-2.500|-3.000|-3.500|-3.500|-3.500|-17.500
            |Samlet|500|-2.500|-3.000|-3.500|-3.500|-3.500|-15.500
        """,
        deviations=[
            Title(
                paper="Tabel 1. Business case og ideoplæg til business case",
                ours="Tabel 1. Forslagenes samlede økonomiske konsekvenser",
                why="the paper's title tells of its two cases; ours is for any",
            ),
            Cells(
                row="Beløb i 1000 kr. (2016 p/l)",
                columns="",
                paper="",
                ours="Beløb i 1.000 kr. (2016 p/l)",
                why="we write the unit in one way, with the point that the annex of the same paper has; it heads the "
                "column that is left when the names of the cases stand above their rows",
            ),
            Cells(
                row="Case 1: Business case: Øget produktivitet i borgerbetjeningen",
                columns="Beløb i 1000 kr. (2016 p/l)",
                paper="Case 1: Business case: Øget produktivitet i borgerbetjeningen",
                ours="Øget produktivitet i borgerbetjeningen",
                why="the paper numbers its cases and says how far they have come; our block has the title",
            ),
            Cells(
                row="Case 2: Ideoplæg: Automatisering af sagsprocesser i jobcentrene",
                columns="Beløb i 1000 kr. (2016 p/l)",
                paper="Case 2: Ideoplæg: Automatisering af sagsprocesser i jobcentrene",
                ours="Automatisering af sagsprocesser i jobcentrene",
                why="likewise",
            ),
            Stacked(heading="Beløb i 1000 kr. (2016 p/l)", why="ours has a column less"),
        ],
    ),
    "2016, Teknisk Bilag, Tabel 2": Printed(
        ours=partial(technical_annex, 2),
        title="Tabel 2. Bevillingsmæssige konsekvenser",
        head=2,
        text="""
            At-punkt|Udvalg|Bevilling (nr. og navn)|Funktion|Indtægt (I) / Udgift (U)\
                |Beløb i 1.000 kr. (2016 p/l)||||Varig? ja/nej
            |||||2016|2017|2018|2019|
            1|ØU|1112 - Fælles Ramme Pulje|6.45.50.1|U|-1.250|-1.500|-250||Nej
            1|BIU|1821 - Administration|6.45.51.1|U|1.250|1.500|250||Nej
            1|ØU|3123 – Fælles anlægspuljer|6.45.51.3|U|-500|-500|||Nej
            1|BIU|3815 – Beskæftigelses-indsatsen|6.45.51.3|U|500|500|||Nej
            I alt|||||0|0|0|0|
        """,
        deviations=[
            *(
                Cells(
                    row=f"{number} – {name}",
                    columns="Bevilling (nr. og navn)",
                    paper=f"{number} – {name}",
                    ours=f"{number} - {name}",
                    why="an en dash here, and a hyphen in the table's other two rows and in Tabel 3: we write hyphens",
                )
                for number, name in (("3123", "Fælles anlægspuljer"), ("3815", "Beskæftigelses-indsatsen"))
            ),
            Cells(
                row="I alt",
                columns="Udvalg",
                paper="",
                ours="I alt",
                why="the paper has it in its first column, which we have not",
            ),
            PapersColumn(
                heading="At-punkt",
                cells="1|1|1|1|I alt",
                why="the point of the recommendation (at-punkt) belongs to the meeting, not to the case",
            ),
            OurColumn(heading="2020", after="2019", cells="||||0", why=BEYOND, in_group=True),
            OurColumn(heading="2021", after="2020", cells="||||0", why=BEYOND, in_group=True),
        ],
    ),
    "2016, Teknisk Bilag, Tabel 3": Printed(
        ours=partial(technical_annex, 3),
        title="Tabel 3. Anlægsbevillinger - frigivelse af anlægsmidler",
        head=2,
        text="""
            Udvalg|Aktivitet/projekt|Bevilling (nr. og navn)|Funktion|Beløb i 1.000 kr. (2016 p/l)|||
            ||||2016|2017|2018|2019
            BIU|Indkøb af udvikling af digitale løsninger/systemunderstøttelse\
                |3815 - Beskæftigelses-indsats|6.45.51.3|500|500||
            I alt|||-|-|-|500|500
        """,
        deviations=[
            Cells(
                row="BIU",
                columns="Bevilling (nr. og navn)",
                paper="3815 - Beskæftigelses-indsats",
                ours="3815 - Beskæftigelses-indsatsen",
                why="Tabel 2 of the same annex calls the appropriation so, and an appropriation has one name",
            ),
            Cells(
                row="I alt",
                columns="Funktion | 2016 | 2017 | 2018 | 2019",
                paper="- | - | - | 500 | 500",
                ours=" | 500 | 500 | 0 | 0",
                why="a slip of the paper: the sums of 2016 and 2017 come two columns late. The row has five cells "
                "behind its label, the last five columns; were the dashes meant for the three columns of text before "
                "them, the sums would stand where ours do",
            ),
            OurColumn(heading="2020", after="2019", cells="|0", why=BEYOND, in_group=True),
            OurColumn(heading="2021", after="2020", cells="|0", why=BEYOND, in_group=True),
            # 500 + 500
            OurColumn(heading="I alt", after="2021", cells="1.000|1.000", why="Tabel 4 has it, and so has our Tabel 3"),
        ],
    ),
    "2016, Teknisk Bilag, Tabel 4": Printed(
        ours=partial(technical_annex, 4),
        title="Tabel 4 Kategorisering af anlægsmidler",
        text="""
            1.000 kr. (2016 p/l)|2016|2017|2018|2019|I alt
            Ekstern rådgivning  |    |    |    |    |
            heraf               |    |    |    |    |
            Interne udgifter    |    |    |    |    |
            heraf               |    |    |    |    |
            Anlæg af projektet  |500 |500 |    |    |1.000
            heraf               |    |    |    |    |
            I alt               |500 |500 |    |    |1.000
        """,
        deviations=[
            Title(
                paper="Tabel 4 Kategorisering af anlægsmidler",
                ours="Tabel 4. Kategorisering af anlægsmidler",
                why="the paper has a point behind the number of every other table",
            ),
            PapersRows(label="heraf", count=3, why="rows of a form that nobody filled in; a case has nothing for them"),
            Cells(
                row="1.000 kr. (2016 p/l)",
                columns="1.000 kr. (2016 p/l)",
                paper="1.000 kr. (2016 p/l)",
                ours="1.000 kr. 2016 p/l",
                why="the paper puts the price level in brackets on a second line; ours is the head of every case table",
            ),
            Cells(row="I alt", columns="2018 | 2019", paper="|", ours="0 | 0", why=NIL_TOTAL),
            OurColumn(heading="2020", after="2019", cells="|||0", why=BEYOND),
            OurColumn(heading="2021", after="2020", cells="|||0", why=BEYOND),
        ],
    ),
}


def ours(table: Table) -> Grid:
    """Our table as it is printed, with a second line in its head where several columns share a heading."""
    seen = printed(table)
    if not any(seen.groups):
        return Grid(seen.title, [seen.headings], seen.cells)
    columns = list(zip(["", *seen.groups], seen.groups, seen.headings, strict=False))
    first = ["" if group == before and group else group or heading for before, group, heading in columns]
    return Grid(seen.title, [first, [heading if group else "" for _, group, heading in columns]], seen.cells)


def compare(paper: Printed, grid: Grid) -> None:
    """Hold ours against a paper's table once all that is listed has been put as we have it."""
    for deviation in paper.deviations:
        deviation.apply(grid)
    table = paper.ours()
    assert grid == ours(table)
    assert tuple(printed(table).notes) == paper.our_notes


@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_table_is_ours_but_for_what_is_listed(name: str) -> None:
    """Title, head and every cell, where no deviation says what each has and why."""
    compare(PRINTED[name], PRINTED[name].grid)


@pytest.mark.parametrize("name", PRINTED)
def test_no_printed_cell_goes_uncompared(name: str) -> None:
    """Were any cell of the paper another one, the comparison would fail."""
    paper = PRINTED[name]
    for number, line in enumerate(paper.grid.lines):
        for index in range(len(line)):
            grid = paper.grid
            grid.lines[number][index] += "7"
            with pytest.raises(AssertionError):
                compare(paper, grid)
    with pytest.raises(AssertionError):
        compare(paper, Grid("Tabel 7", paper.grid.head, paper.grid.rows))

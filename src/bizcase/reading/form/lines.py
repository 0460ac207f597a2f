"""The rows of Økonomi as lines of money: a row a line, and rows that belong to a line."""

from collections import Counter
from collections.abc import Set

from bizcase.reading.document import Mapping, Plain, Sequence, Where, quoted
from bizcase.reading.finding import Place
from bizcase.reading.form.closed_lists import COST, EFFICIENCY, FTE, INCOME, OF_WHICH, SECTIONS
from bizcase.reading.form.contents import text_of
from bizcase.reading.form.grid import FoundTable, Grid, Row, folded
from bizcase.reading.form.layout import LINES, OF_AN_APPROPRIATION
from bizcase.reading.form.line_references import Lines, ReadLine
from bizcase.reading.form.reading import Reading, append_to, sequence_of
from bizcase.reading.form.shapes import Kind
from bizcase.reading.form.values import periods_named
from bizcase.texts.template import Text

_NAMES_OF_SECTIONS = {
    folded(name): meant
    for meant, names in {
        EFFICIENCY: (EFFICIENCY, "Varige ændringer", "Efficiencies"),
        COST: (COST, "Implementeringsomkostninger", "Implementation costs"),
        INCOME: (INCOME, "Engangsindtægter", "Income"),
        OF_WHICH: (OF_WHICH,),
        FTE: (FTE,),
    }.items()
    for name in names
}
_COLUMNS = {column.key: column for column in LINES.columns}
_OF_A_LINE = ("name", "steering_area", "committee", "split", "own_split", "funding", "low", "high", "capital_category")
_OF_A_PART = frozenset({"section", "name", "line", "goes_on"})
"""What a row has that belongs to a line, beside its years."""

_DRIVEN = frozenset({"saving", "cost"})


def is_section_word(text: str) -> bool:
    """Whether a cell says what a line is."""
    return folded(text) in _NAMES_OF_SECTIONS


def read_lines(reading: Reading, grid: Grid, table: FoundTable, rows: list[Row]) -> Lines:
    """The lines of money, and below each what belongs to it."""
    lines = Lines()
    parts: list[tuple[Row, str]] = []
    counted: Counter[str] = Counter()
    for row in rows:
        section = _section(reading, grid, table, row)
        if section in (OF_WHICH, FTE):
            parts.append((row, section))
        elif section is not None:
            counted[section] += 1
            lines.add(_LineReader(reading, grid, table, row).line(section, counted[section]))
    for row, section in parts:
        _read_part(_LineReader(reading, grid, table, row), section, lines)
    return lines


def _section(reading: Reading, grid: Grid, table: FoundTable, row: Row) -> str | None:
    """What a row is by its first cell; nothing, with a fault, where that cannot be told."""
    allowed = ", ".join((*SECTIONS, OF_WHICH, FTE))
    place = grid.place(row.number, table.columns["section"])
    if "section" not in row.cells:
        message = Text(
            "rækken har intet afsnit; skriv et af disse: {allowed}. Er den en sum, så flyt den op over overskrifterne",
            allowed=allowed,
        )
        reading.fault("missing-key", place, message, "Afsnit")
        return None
    written = text_of(row.cells["section"].cell)
    section = _NAMES_OF_SECTIONS.get(folded(written))
    if section is None:
        message = Text(
            "{found} er ikke et afsnit; skriv et af disse: {allowed}", found=quoted(written), allowed=allowed
        )
        reading.fault("bad-value", place, message, "Afsnit")
    return section


class _LineReader:
    """Reads the cells of one row of money."""

    def __init__(self, reading: Reading, grid: Grid, table: FoundTable, row: Row) -> None:
        self._reading, self._grid, self._table, self._row = reading, grid, table, row
        self._place = grid.place(row.number, min(table.columns.values()))

    def line(self, section: str, number: int) -> ReadLine:
        """The row as a line of a section."""
        node = Mapping(self._place)
        where: Where = (SECTIONS[section], number - 1)
        append_to(self._reading.root, SECTIONS[section], node, self._place)
        for key in _OF_A_LINE:
            self._field(node, key, where)
        if "line" in self._row.cells:
            self.refuse("bad-value", Text("hører kun til Heraf og Årsværk; slet cellen, eller ret Afsnit"), "line")
        if _DRIVEN & self._row.cells.keys():  # the years are how much of the calculation each of them has
            for key in (*sorted(_DRIVEN), "round_to"):
                self._field(node, key, where)
            self.amounts(node, where, closed=section != EFFICIENCY, kind=Kind.PER_CENT, key="phase_in")
        else:
            self.refuse_cells(self._row.cells.keys() & {"round_to"})
            self.amounts(node, where, closed=section != EFFICIENCY)
        self._own_figures(node, where)
        self._appropriation(node, where)
        return ReadLine(section, number, node)

    def part(self, line: ReadLine) -> None:
        """The row as a part of a line."""
        node = Mapping(self._place)
        where = (*line.where, "of_which", append_to(line.node, "of_which", node, self._place))
        self._field(node, "name", where)
        self.amounts(node, where)

    def line_meant(self, lines: Lines) -> ReadLine | None:
        """The line that the row belongs to; nothing, with a fault, where it names none."""
        if "line" not in self._row.cells:
            self.refuse("missing-key", Text("mangler; skriv navnet på den linje, som rækken hører til"), "line")
            return None
        line = lines.meant_by(text_of(self._row.cells["line"].cell))
        if isinstance(line, Text):
            self.refuse("bad-value", line, "line")
            return None
        return line

    def refuse_others(self, used: frozenset[str]) -> None:
        """Cells that say nothing in a row of this kind, but for those that are used."""
        self.refuse_cells(self._row.cells.keys() - used)

    def refuse_cells(self, keys: Set[str]) -> None:
        """Cells that say nothing in a row of this kind: whoever has filled them in meant something."""
        for key in sorted(keys):
            self.refuse("bad-value", Text("bruges ikke i denne række; slet cellen, eller ret Afsnit"), key)

    def refuse(self, code: str, text: Text, key: str) -> None:
        """A fault of one of the row's cells."""
        self._reading.fault(code, self._at(key)[1], text, _COLUMNS[key].heading)

    def _at(self, key: str) -> tuple[Place, Place]:
        """The place of the row's cell in a column, for its key and for its value."""
        column = self._table.columns.get(key)
        return (self._place if column is None else self._grid.place(self._row.number, column),) * 2

    def _field(self, node: Mapping, key: str, where: Where, name: str | None = None) -> None:
        name = name or key
        node.marks[name] = self._at(key)
        if key not in self._row.cells:
            return
        column = _COLUMNS[key]
        value = self._reading.value(self._grid, self._row.cells[key], column.kind, column.heading, (*where, name))
        if value is not None:
            node[name] = value

    def amounts(
        self, node: Mapping, where: Where, *, closed: bool = False, kind: Kind = Kind.AMOUNT, key: str = "amounts"
    ) -> None:
        """The years that have a figure; the last of them goes on where the row says so."""
        goes_on = self._goes_on(where, closed=closed)
        amounts = Mapping(self._place)
        last = max(self._row.years, default=0)
        for year, written in sorted(self._row.years.items()):
            period = f"{year}+" if goes_on and year == last else str(year)
            value = self._reading.value(self._grid, written, kind, str(year), (*where, key, period))
            if value is not None:
                amounts[period] = value
                amounts.marks[period] = (self._grid.place(*written.at),) * 2
        column = min(self._table.years.values(), default=1)
        if self._row.years:  # else where the first of them would stand
            column = self._row.years[min(self._row.years)].at[1]
        node.marks[key] = (self._grid.place(self._row.number, column),) * 2
        if amounts:
            node[key] = amounts

    def _goes_on(self, where: Where, *, closed: bool) -> bool:
        column = _COLUMNS["goes_on"]
        if column.key not in self._row.cells:
            return False
        written = self._row.cells[column.key]
        value = self._reading.value(self._grid, written, column.kind, column.heading, (*where, column.key))
        if value != "true" or not closed:
            return value == "true"
        message = Text("kun en varig ændring fortsætter; skriv nej her, eller ret Afsnit til Varig ændring")
        self.refuse("bad-period", message, column.key)
        return False

    def _own_figures(self, node: Mapping, where: Where) -> None:
        """Which of the years are own figures: all of them, or those that are named."""
        column = _COLUMNS["own_figure"]
        node.marks[column.key] = self._at(column.key)
        if column.key not in self._row.cells:
            return
        written = self._row.cells[column.key]
        value = self._reading.value(self._grid, written, column.kind, column.heading, (*where, column.key))
        own = own_figures(str(value), list(node.get("amounts", ())), self._grid.place(*written.at))
        if own is not None:
            node[column.key] = own

    def _appropriation(self, node: Mapping, where: Where) -> None:
        if not any(key in self._row.cells for key in OF_AN_APPROPRIATION):
            return
        appropriation = Mapping(self._place)
        for key, name in OF_AN_APPROPRIATION.items():
            self._field(appropriation, key, (*where, "appropriation"), name)
        node["appropriation"] = appropriation
        node.marks["appropriation"] = (self._place, self._place)


def own_figures(written: str, keys: list[str], place: Place) -> str | Sequence | None:
    """`ja`, or the years that a cell names, as the document has them; nothing where it says no."""
    match folded(written):
        case "ja" | "x" | "true":
            return Plain("true")
        case "nej" | "-" | "":
            return None
        case _:
            return sequence_of([Plain(period) for period in periods_named(written, keys)], place)


def _read_part(reader: "_LineReader", section: str, lines: Lines) -> None:
    """A row that belongs to a line: a part of it, or its årsværk."""
    line = reader.line_meant(lines)
    if line is None:
        return
    reader.refuse_others(_OF_A_PART)
    if section == OF_WHICH:
        reader.part(line)
    elif "fte" in line.node:
        reader.refuse("duplicate-key", Text("linjen har allerede en række med årsværk; slå dem sammen"), "section")
    else:
        reader.amounts(line.node, line.where, kind=Kind.PERSONS, key="fte")

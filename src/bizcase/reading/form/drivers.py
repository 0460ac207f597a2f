"""The rows of Forudsætninger: assumptions, and figures that are derived from them."""

from bizcase.reading.document import Mapping, Where
from bizcase.reading.form.contents import text_of
from bizcase.reading.form.grid import FoundTable, Grid, Row
from bizcase.reading.form.reading import Reading
from bizcase.reading.form.shapes import Kind
from bizcase.texts.template import Text

_ASSUMED = ("unit", "low", "high", "source")
_DERIVED = ("from", "unit", "published", "source")
_USED_BY = {"assumptions": {"name", "value", "goes_on", *_ASSUMED}, "derived": {"name", *_DERIVED}}


def read_drivers(reading: Reading, grid: Grid, table: FoundTable, rows: list[Row]) -> None:
    """Each row as an assumption, or as a derived figure where it says what it is worked out of."""
    columns = {column.key: column for column in table.form.columns}
    for row in rows:
        place = grid.place(row.number, table.columns["name"])
        name = text_of(row.cells["name"].cell).strip() if "name" in row.cells else ""
        kind = "derived" if "from" in row.cells else "assumptions"
        where = (kind, name)
        if name in reading.mapping_at((kind,), place) or not name:
            message = Text("hver række skal have et navn for sig; ret det her")
            reading.fault("duplicate-key", place, message, columns["name"].heading, where)
            continue
        record = Mapping(place)
        for key in _DERIVED if kind == "derived" else _ASSUMED:
            at = grid.place(row.number, table.columns.get(key, table.columns["name"]))
            record.marks[key] = (at, at)
            if key in row.cells:
                value = reading.value(grid, row.cells[key], columns[key].kind, columns[key].heading, (*where, key))
                if value is not None:
                    record[key] = value
        if kind == "assumptions":
            _read_value(reading, grid, table, row, record)
        _refuse_unused(reading, grid, row, _USED_BY[kind], where)
        reading.put(where, record, place)


def _read_value(reading: Reading, grid: Grid, table: FoundTable, row: Row, record: Mapping) -> None:
    """The one value of an assumption, or one for each year; an open year is what the last of them has after it."""
    name = text_of(row.cells["name"].cell).strip()
    where = ("assumptions", name, "value")
    at = grid.place(row.number, table.columns["value"])
    record.marks["value"] = (at, at)
    if "value" in row.cells:
        value = reading.value(grid, row.cells["value"], Kind.FIGURE, "Værdi", where)
        if value is not None:
            record["value"] = value
        if row.years:
            message = Text("står sammen med tal i årene; skriv ét tal for alle år, eller et for hvert år")
            reading.fault("bad-value", at, message, "Værdi", where)
        return
    years = Mapping(at)
    goes_on = "goes_on" in row.cells and reading.value(
        grid, row.cells["goes_on"], Kind.TRUTH, "Gælder også derefter", (*where, "goes_on")
    )
    last = max(row.years, default=0)
    for year, written in sorted(row.years.items()):
        key = f"{year}+" if goes_on and year == last else str(year)
        value = reading.value(grid, written, Kind.FIGURE, str(year), (*where, key))
        if value is not None:
            years[key] = value
            years.marks[key] = (grid.place(*written.at),) * 2
    if years:
        record["value"] = years


def _refuse_unused(reading: Reading, grid: Grid, row: Row, used: set[str], where: Where) -> None:
    """Cells that say nothing in a row of this kind: whoever has filled them in meant something."""
    unused = [row.cells[key] for key in sorted(row.cells.keys() - used)]
    if "from" in row.cells:
        unused += row.years.values()
    elif not row.years and "goes_on" in row.cells and text_of(row.cells["goes_on"].cell).casefold() != "nej":
        unused.append(row.cells["goes_on"])
    for written in unused:
        message = Text("bruges ikke i denne række; slet cellen, eller ret Regnes af")
        reading.fault("bad-value", grid.place(*written.at), message, where=where)

"""The tables of Kontrol: what a paper prints, row by row, and which findings are accepted."""

from bizcase.reading.document import Mapping, Where, quoted
from bizcase.reading.finding import Place
from bizcase.reading.form.closed_lists import PRINTED_ROWS, SECTIONS
from bizcase.reading.form.contents import text_of
from bizcase.reading.form.grid import FoundTable, Grid, Row, folded
from bizcase.reading.form.layout import ACCEPTED, PRINTED
from bizcase.reading.form.line_references import Lines
from bizcase.reading.form.places import steps_of
from bizcase.reading.form.reading import Reading
from bizcase.reading.form.shapes import Kind
from bizcase.texts.template import Text

_ROWS = {folded(name): keys for name, keys in PRINTED_ROWS.items()}
_HEADINGS = {column.key: column.heading for column in (*PRINTED.columns, *ACCEPTED.columns)}
_OF_LINES = {"Linje", "Linjens årsværk"}


def read_printed(reading: Reading, grid: Grid, table: FoundTable, rows: list[Row], lines: Lines) -> None:
    """The figures that a paper prints, each row below the keys that it belongs to."""
    for row in rows:
        place = grid.place(row.number, table.columns["row"])
        where = _where_of(reading, grid, row, place, lines)
        if where is None:
            continue
        figures = Mapping(place)
        kind = Kind.PERSONS if where[-1] == "fte" else Kind.AMOUNT
        for key, written in (*row.years.items(), *((key, row.cells.get(key)) for key in ("total", "lasting"))):
            if written is None:
                continue
            value = reading.value(grid, written, kind, _HEADINGS.get(str(key), str(key)), (*where, str(key)))
            if value is not None:
                figures[str(key)] = value
                figures.marks[str(key)] = (grid.place(*written.at),) * 2
        if figures:
            _put_figures(reading, where, figures, place)


def _put_figures(reading: Reading, where: Where, figures: Mapping, place: Place) -> None:
    """Put a row's figures where they belong; a row that stands there already is not replaced."""
    if isinstance(where[1], int):
        line = reading.root[str(where[0])][where[1]]
        parent = line
        for step in where[2:-1]:
            if step not in parent:
                parent[step] = Mapping(place)
                parent.marks[step] = (place, place)
            parent = parent[step]
        key, taken = str(where[-1]), parent.get(where[-1])
        if isinstance(taken, Mapping) and not (figures.keys() & taken.keys()):
            taken.update(figures)
            taken.marks.update(figures.marks)
            return
    else:
        parent, key = reading.mapping_at(where[:-1], place), str(where[-1])
        taken = parent.get(key)
    if taken is not None:
        message = Text("rækken står her to gange; behold den ene")
        reading.fault("duplicate-key", place, message, where=where)
        return
    parent[key] = figures
    parent.marks[key] = (place, place)


def _where_of(reading: Reading, grid: Grid, row: Row, place: Place, lines: Lines) -> Where | None:
    """The way to a printed row in the document."""
    written = text_of(row.cells["row"].cell) if "row" in row.cells else ""
    keys = _ROWS.get(folded(written))
    if keys is None:
        allowed = ", ".join(PRINTED_ROWS)
        message = Text("her står {found}; skriv en af disse: {allowed}", found=quoted(written), allowed=allowed)
        reading.fault("bad-value", place, message, _HEADINGS["row"])
        return None
    of_a_line = folded(written) in {folded(name) for name in _OF_LINES}
    unused = row.cells.keys() & ({"area", "committee"} if of_a_line else {"line"})
    for key in sorted(unused):
        message = Text("bruges ikke ved rækken {row}; slet cellen", row=quoted(written))
        reading.fault("bad-value", grid.place(*row.cells[key].at), message, _HEADINGS[key])
    if of_a_line:
        return _where_of_line(reading, grid, row, place, lines, keys)
    area, committee = (
        text_of(row.cells[key].cell).strip() if key in row.cells else "" for key in ("area", "committee")
    )
    if keys[0] in SECTIONS.values() or committee:
        if not committee or area or keys[0] not in SECTIONS.values():
            message = Text("hører {row} til et udvalg? Skriv udvalget, og intet styringsområde", row=quoted(written))
            reading.fault("bad-value", place, message, _HEADINGS["committee"])
            return None
        return "published", "by_committee", committee, *keys
    return ("published", "by_steering_area", area, *keys) if area else ("published", *keys)


def _where_of_line(
    reading: Reading, grid: Grid, row: Row, place: Place, lines: Lines, keys: tuple[str, ...]
) -> Where | None:
    if "line" not in row.cells:
        reading.fault("missing-key", place, Text("mangler; skriv linjens navn, som i Økonomi"), _HEADINGS["line"])
        return None
    line = lines.meant_by(text_of(row.cells["line"].cell))
    if isinstance(line, Text):
        reading.fault("bad-value", grid.place(*row.cells["line"].at), line, _HEADINGS["line"])
        return None
    return *line.where, "published", *keys


def read_accepted(reading: Reading, grid: Grid, table: FoundTable, rows: list[Row]) -> None:
    """The findings that are accepted: a code, a place where it needs one, a reason."""
    for row in rows:
        place = grid.place(row.number, table.columns["code"])
        missing = [key for key in ("code", "reason") if key not in row.cells]
        if missing:
            at = grid.place(row.number, table.columns.get(missing[0], table.columns["code"]))
            reading.fault("missing-key", at, Text("mangler; udfyld cellen"), _HEADINGS[missing[0]])
            continue
        code, reason = (text_of(row.cells[key].cell).strip() for key in ("code", "reason"))
        steps = steps_of(text_of(row.cells["place"].cell)) if "place" in row.cells else ()
        where = ("accepted", code, *steps)
        parent: object = reading.root
        for step in where[:-1]:
            parent = parent.get(step) if isinstance(parent, Mapping) else parent
        if isinstance(parent, str) or (isinstance(parent, Mapping) and where[-1] in parent):
            message = Text("samme kode og sted står her to gange; skriv fundets sted, eller behold den ene")
            reading.fault("duplicate-key", place, message, _HEADINGS["code"], where)
            continue
        reading.put(where, reason, grid.place(*row.cells["reason"].at))

"""What in a form nobody would see, or nobody has read: hidden cells, cells beside the tables, merged ones, formulas."""

from collections.abc import Iterator
from itertools import pairwise

from bizcase.reading.cell import reference
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Place, Severity
from bizcase.reading.form.closed_lists import LABEL, VALUE
from bizcase.reading.form.contents import text_of
from bizcase.reading.form.grid import FoundTable, Grid, Position, folded
from bizcase.reading.form.layout import CASE, LINES
from bizcase.reading.form.reading import Reading
from bizcase.reading.form.shapes import SheetForm, TableForm
from bizcase.reading.form.unread import Unread, unread_cells
from bizcase.reading.workbook.sheet import Workbook
from bizcase.texts.template import Text, Words

_MOST_CELLS_NAMED = 8
"""Cells that one finding names; the others are counted."""


def broken_tables(grid: Grid, form: SheetForm) -> Iterator[Fault]:
    """Tables whose headings are doubled or gone, or whose cells are merged: read, they might be read wrongly."""
    tables = grid.tables(form)
    stands = {folded(text_of(cell)): (row, at) for row, cells in grid.rows.items() for at, cell in cells.items()}
    labels = [stands[folded(field.label)] for field in form.fields if folded(field.label) in stands]
    if labels and grid.fields is None:
        row, column = min(labels)
        message = Text("overskrifterne {label} og {value} mangler; skriv dem over felterne", label=LABEL, value=VALUE)
        yield Fault("not-a-form", grid.place(max(1, row - 1), column), message)
    for table_form in form.tables:
        if (title := stands.get(folded(table_form.title))) and all(table.form is not table_form for table in tables):
            message = Text("tabellen {title} mangler sine overskrifter; gendan dem", title=table_form.title)
            yield Fault("not-a-form", grid.place(*title), message)
    seen: set[TableForm] = set()
    for table in tables:
        for position in table.doubles:
            message = Text("overskriften står her to gange; slet den ene kolonne")
            yield Fault("duplicate-key", grid.place(*position), message)
        if table.form in seen:
            message = Text("tabellen {title} står her to gange; saml rækkerne i den ene", title=table.form.title)
            yield Fault("duplicate-key", grid.place(table.heading, 1), message)
        seen.add(table.form)
        if table.form is LINES and "steering_area" not in table.columns:
            heading = next(column.heading for column in table.form.columns if column.key == "steering_area")
            message = Text("overskriften {heading} mangler; skriv den over sin kolonne", heading=heading)
            yield Fault("not-a-form", grid.place(table.heading, 1), message)
        yield from _jumps(grid, table)
        yield from _merged(grid, table)


def _jumps(grid: Grid, table: FoundTable) -> Iterator[Fault]:
    """Two columns side by side whose years do not follow each other; a heading between them is told of as lost."""
    for before, after in pairwise(sorted(table.years)):
        if after > before + 1 and table.years[after] == table.years[before] + 1:
            message = Text(
                "årstallene springer fra {before} til {after}; ret overskriften, eller indsæt en kolonne for hvert "
                "år imellem",
                before=before,
                after=after,
            )
            yield Fault("bad-period", grid.place(table.heading, table.years[after]), message)


def _merged(grid: Grid, table: FoundTable) -> Iterator[Fault]:
    if not grid.sheet.merged:
        return
    last = max((row.number for row in grid.rows_of(table)), default=table.heading)
    for area in grid.sheet.merged:
        if area.row <= last and area.last_row >= table.heading:
            cells = f"{reference(area.row, area.column)}:{reference(area.last_row, area.last_column)}"
            message = Text(
                "cellerne {cells} er flettet, og kun den første har en værdi; ophæv fletningen, og udfyld hver celle",
                cells=cells,
            )
            yield Fault("merged-cells", grid.place(area.row, area.column), message)


def odd_cells(reading: Reading, grid: Grid, read: set[Position]) -> None:
    """What is hidden and counts all the same, what nobody reads, and formulas: each told once a sheet."""
    sheet = grid.sheet
    if sheet.hidden and read:
        message = Text(
            "arket er skjult, og {count} celler i det er læst alligevel; vis det, eller slet det", count=len(read)
        )
        _tell(reading, "hidden-cells", grid.place(*min(read)), message)
    elif hidden := [at for at in sorted(read) if at[0] in sheet.hidden_rows or at[1] in sheet.hidden_columns]:
        message = Text("skjulte celler er læst alligevel: {cells}; vis dem, eller slet dem", cells=_named(hidden))
        _tell(reading, "hidden-cells", grid.place(*hidden[0]), message)
    _tell_of_unread(reading, grid, read)
    if formulas := reading.formulas.get(sheet.name, []):
        message = Text(
            "beløb, der er formler, er brugt med deres værdi, afrundet til hele kroner: {cells}", cells=_named(formulas)
        )
        _tell(reading, "formula-amounts", grid.place(*formulas[0]), message)


def _tell_of_unread(reading: Reading, grid: Grid, read: set[Position]) -> None:
    unread: dict[Unread, list[Position]] = {kind: [] for kind in Unread}
    for kind, position in unread_cells(grid, read):
        unread[kind].append(position)
    if lost := unread[Unread.LOST]:
        message = Text(
            "tal eller ord under en overskrift, som formularen ikke har: {cells}; ret overskriften, over et beløb kun "
            "årstallet, eller flyt dem til et ark for sig",
            cells=_named(lost),
        )
        reading.fault("lost-cells", grid.place(*lost[0]), message)
    if above := unread[Unread.ABOVE]:
        message = Text(
            "står over overskrifterne og er ikke læst: {cells}; flyt det ned under dem, eller slet det",
            cells=_named(above),
        )
        reading.fault("lost-cells", grid.place(*above[0]), message)
    if astray := unread[Unread.ASTRAY]:
        message = Text(
            "står ved siden af et tomt felt og er ikke læst: {cells}; flyt dem til kolonnen {value}, eller til et ark "
            "for sig",
            cells=_named(astray),
            value=VALUE,
        )
        reading.fault("lost-cells", grid.place(*astray[0]), message)
    if notes := unread[Unread.NOTE]:
        message = Text(
            "celler uden for formularens felter og kolonner er ikke læst: {cells}; skriv dem i et felt eller en "
            "kolonne, eller flyt dem til et ark for sig",
            cells=_named(notes),
        )
        _tell(reading, "unread-cells", grid.place(*notes[0]), message)


def about_the_workbook(workbook: Workbook) -> Iterator[Fault]:
    """What a workbook has beside its cells: programs that are never run, links that are never followed."""
    top = Place(1, 1, 1, 1, CASE.name)
    if workbook.has_macros:
        message = Text("arket har makroer; de køres ikke, og kun cellerne læses")
        yield Fault("macros", top, message, severity=Severity.WARNING)
    if workbook.external_links:
        message = Text(
            "formler henviser til andre filer ({files}); de hentes ikke, og de gemte værdier bruges",
            files=", ".join(workbook.external_links[:3]),
        )
        yield Fault("external-links", top, message, severity=Severity.WARNING)


def _named(cells: list[Position]) -> Words:
    """The cells of a list, by name as far as anybody wants to read; the others are counted."""
    named = ", ".join(reference(*position) for position in cells[:_MOST_CELLS_NAMED])
    more = len(cells) - _MOST_CELLS_NAMED
    return Text("{cells} og {count} til", cells=named, count=more) if more > 0 else named


def _tell(reading: Reading, code: str, place: Place, message: Text) -> None:
    reading.asked_about.append(Fault(code, place, message, severity=Severity.WARNING))

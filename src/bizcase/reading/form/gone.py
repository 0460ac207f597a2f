"""What a form had when it was written and has no more: it knows by properties of its own where something stood.

A property a sheet names, for its fields and then for each table by its title, the keys that were filled in.
"""

from collections.abc import Iterator

from bizcase.reading.document import quoted
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Place, Severity
from bizcase.reading.form.grid import Grid
from bizcase.reading.form.layout import CASE, SHEETS
from bizcase.reading.form.reading import Reading
from bizcase.reading.form.shapes import SheetForm
from bizcase.texts.template import Text

_NOTHING = "-"

Filled = dict[str, list[str]]
"""The keys that are filled in, by the title of their table; those of the fields by a blank one."""


def property_of(form: SheetForm) -> str:
    """The property that tells what stood in a sheet."""
    return f"bizcase-udfyldt-{form.name}"


def as_property(filled: Filled) -> str:
    """What is filled in, as the value of the property."""
    return "; ".join(f"{title}: {' '.join(keys)}" for title, keys in filled.items() if keys) or _NOTHING


def _filled_in(written: str) -> Filled:
    pieces = (piece.rpartition(":") for piece in written.split(";") if ":" in piece)
    return {title.strip(): keys.split() for title, _, keys in pieces}


def tell_of_what_is_gone(reading: Reading, grids: dict[str, Grid], properties: dict[str, str]) -> None:
    """Errors for what stood in the form and has no place any more, a warning for sheets in which something may have.

    A sheet that is there and empty says that its content is to go: a warning.
    """
    top = grids[CASE.name].place(1, 1)
    missing = []
    for form in SHEETS:
        filled = _filled_in(properties.get(property_of(form), ""))
        grid = grids.get(form.name)
        if grid is None and any(filled.values()):
            message = Text(
                "arket {sheet} er slettet, og der stod noget i det, da formularen blev skrevet; hent det igen, eller "
                "opret et tomt ark med det navn, hvis indholdet skal udgå",
                sheet=form.name,
            )
            reading.faults.append(Fault("lost-cells", top, message))
        elif grid is None:
            missing.append(form.name)
        elif not grid.rows and any(filled.values()):
            message = Text(
                "arket {sheet} er tomt, og der stod noget i det, da formularen blev skrevet; hent det igen, hvis det "
                "ikke skal udgå",
                sheet=form.name,
            )
            reading.asked_about.append(Fault("missing-sheets", top, message, severity=Severity.WARNING))
        elif grid.rows:
            for name, place in (*_fields_gone(reading, grid, form, filled), *_headings_gone(grid, form, filled)):
                message = Text(
                    "{name} er slettet, og der stod noget dér, da formularen blev skrevet; hent det igen, eller skriv "
                    "kun navnet igen, hvis indholdet skal udgå",
                    name=quoted(name),
                )
                reading.faults.append(Fault("lost-cells", place, message))
    if missing:
        message = Text(
            "ark mangler og læses som tomme: {sheets}; hent dem igen, hvis der stod noget i dem, ellers opret tomme "
            "ark med de navne",
            sheets=", ".join(missing),
        )
        reading.asked_about.append(Fault("missing-sheets", top, message, severity=Severity.WARNING))


def _fields_gone(reading: Reading, grid: Grid, form: SheetForm, filled: Filled) -> Iterator[tuple[str, Place]]:
    """The labels that are no more, though something stood beside them, and where they should stand."""
    for field in form.fields:
        place = grid.place(1, 1) if grid.fields is None else reading.absent.get(field.where)
        if place is not None and field.where[-1] in filled.get("", ()) and field.where not in reading.told:
            reading.told.add(field.where)
            yield field.label, place


def _headings_gone(grid: Grid, form: SheetForm, filled: Filled) -> Iterator[tuple[str, Place]]:
    """The tables and their headings that are no more, though something stood below them."""
    stands = {table.form.title: table for table in grid.tables(form)}
    for form_of_table in form.tables:
        keys, table = filled.get(form_of_table.title, []), stands.get(form_of_table.title)
        if table is None:
            yield from [(form_of_table.title, grid.place(1, 1))] if keys else []
            continue
        for column in form_of_table.columns:
            if column.key in keys and column.key not in table.columns:
                yield column.heading, grid.place(table.heading, min(table.columns.values()))

"""The whole form: its sheets, one after the other."""

from typing import NamedTuple

from bizcase.reading.document import Mapping, Where
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import Place
from bizcase.reading.form.control import read_accepted, read_printed
from bizcase.reading.form.drivers import read_drivers
from bizcase.reading.form.fields import read_fields
from bizcase.reading.form.gone import tell_of_what_is_gone
from bizcase.reading.form.grid import Grid, Position
from bizcase.reading.form.layout import (
    ACCEPTED,
    ASSUMPTIONS,
    CASE,
    ECONOMY,
    LINES,
    PRINTED,
    SHEETS,
    VERSION,
    VERSION_PROPERTY,
)
from bizcase.reading.form.line_references import Lines
from bizcase.reading.form.lines import own_figures, read_lines
from bizcase.reading.form.odd import about_the_workbook, broken_tables, odd_cells
from bizcase.reading.form.reading import Reading, positions, read_records, sheets_of, unit_of
from bizcase.reading.form.shapes import SheetForm
from bizcase.reading.workbook.sheet import Workbook
from bizcase.texts.template import Text


class ReadForm(NamedTuple):
    """What a form holds: its document (nothing where it cannot be read as one), and what was found in reading it.

    `told` are the ways to values that a fault is told of already, `absent` those to fields whose labels are gone.
    """

    root: Mapping | None
    faults: Faults
    asked_about: list[Fault]
    told: frozenset[Where] = frozenset()
    absent: frozenset[Where] = frozenset()


def read_form(workbook: Workbook) -> ReadForm | None:
    """The document of a form; nothing where a workbook is none. Whatever is wrong with it is a fault."""
    grids, faults = sheets_of(workbook)
    version = workbook.properties.get(VERSION_PROPERTY, "")
    missing = [form.name for form in (CASE, ECONOMY) if form.name not in grids]
    if missing and not version:
        return None
    top = Place(1, 1, 1, 1, CASE.name)
    if version and (not version.isdecimal() or int(version) > VERSION):
        message = Text(
            "formularen er af version {version}, og programmet læser til og med {known}; brug en nyere udgave",
            version=version,
            known=VERSION,
        )
        faults = [Fault("unsupported-version", top, message)]
    elif missing:
        message = Text("arket {sheet} mangler, eller dets overskrifter er slettet", sheet=missing[0])
        faults.append(Fault("not-a-form", top, message))
    if faults:
        return ReadForm(None, Faults(faults), [])
    faults = [fault for form in SHEETS if form.name in grids for fault in broken_tables(grids[form.name], form)]
    if faults:
        return ReadForm(None, Faults(faults), [])
    reading = Reading(Mapping(grids[CASE.name].place(1, 1)), unit_of(grids[CASE.name]))
    lines, read = Lines(), {id(grid): set[Position]() for grid in grids.values()}
    for form in SHEETS:
        if grid := grids.get(form.name):
            lines = _read_sheet(reading, grid, form, lines, read[id(grid)])
    for grid in {id(grid): grid for grid in grids.values()}.values():
        odd_cells(reading, grid, read[id(grid)])
    _own_figures_of_the_loan(reading)
    tell_of_what_is_gone(reading, grids, workbook.properties)
    reading.asked_about += about_the_workbook(workbook)
    return ReadForm(
        reading.root, reading.faults, reading.asked_about, frozenset(reading.told), frozenset(reading.absent)
    )


def _read_sheet(reading: Reading, grid: Grid, form: SheetForm, lines: Lines, read: set[Position]) -> Lines:
    """Read a sheet's fields and tables, and note the cells; Økonomi gives the lines that later sheets refer to."""
    read_fields(reading, grid, form)
    if grid.fields:
        read |= {(row, grid.fields[2]) for row in grid.labels(form) if grid.fields[2] in grid.rows[row]}
    for table in grid.tables(form):
        rows = list(grid.rows_of(table))
        read |= positions(rows)
        if table.form is LINES:
            lines = read_lines(reading, grid, table, rows)
        elif table.form is PRINTED:
            read_printed(reading, grid, table, rows, lines)
        elif table.form is ASSUMPTIONS:
            read_drivers(reading, grid, table, rows)
        elif table.form is ACCEPTED:
            read_accepted(reading, grid, table, rows)
        else:
            read_records(reading, grid, table, rows)
    return lines


def _own_figures_of_the_loan(reading: Reading) -> None:
    """Which of the loan's instalments are own figures; they are named by the years that the instalments have."""
    loan = reading.root.get("internal_loan")
    if not isinstance(loan, Mapping) or not isinstance(written := loan.get("own_figure"), str):
        return
    repayment = loan.get("repayment")
    keys = list(repayment) if isinstance(repayment, Mapping) else [str(repayment)] if repayment else []
    own = own_figures(written, keys, loan.marks["own_figure"][1])
    if own is None:
        del loan["own_figure"]
    else:
        loan["own_figure"] = own

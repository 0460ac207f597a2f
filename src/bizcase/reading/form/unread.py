"""What stands in a sheet of the form and is read by nobody: told, whatever it is and wherever it stands."""

from collections.abc import Iterator
from enum import Enum, auto

from bizcase.reading.form.closed_lists import HELP, LABEL, VALUE
from bizcase.reading.form.contents import is_figure, text_of
from bizcase.reading.form.grid import FoundTable, Grid, Position, folded
from bizcase.reading.form.layout import LINES, SHEETS
from bizcase.reading.form.lines import is_section_word

_FORMER_TEXTS = frozenset(
    {
        "I alt pr. år",
        "I alt pr. år uden det, der regnes af forudsætninger",
        "Hvad papiret trykker af et afledt tal",
        "Tal, som et papir trykker, og fund, der er ment sådan",
        "ja, eller årene: tal, som intet papir trykker",
        "ja, hvis intet papir trykker fordelingen",
    }
)
"""Titles, remarks and helps of earlier forms that are worded anew since: nobody has typed them."""

_OWN_TEXTS = frozenset(
    folded(text)
    for text in (
        *(LABEL, VALUE, HELP),
        *(text for form in SHEETS for text in (form.title, *form.remarks)),
        *(field.help for form in SHEETS for field in form.fields if field.help),
        *(table.title for form in SHEETS for table in form.tables),
        *_FORMER_TEXTS,
    )
)
"""What the form itself writes around the cells that are filled in."""


class Unread(Enum):
    """How much a cell that nobody reads may mean: lost to the case, also above the headings, astray, or a note.

    Astray is what stands next to its own empty field.
    """

    LOST = auto()
    ABOVE = auto()
    ASTRAY = auto()
    NOTE = auto()


def unread_cells(grid: Grid, read: set[Position]) -> Iterator[tuple[Unread, Position]]:
    """Every filled cell of a sheet that has not been read and is none of the form's own.

    A figure in the rows of a table is lost wherever it stands, and so is all that stands between its columns.
    """
    for row, cells in grid.rows.items():
        table = grid.table_at(row)
        for column in sorted(cells):
            if (row, column) in read or folded(text_of(cells[column])) in _OWN_TEXTS:
                continue
            if table is not None:
                kind = _in_a_table(grid, table, row, column)
            elif grid.is_field(row):
                kind = _among_fields(grid, row, column)
            else:
                kind = _elsewhere(grid, row, column)
            if kind is not None:
                yield kind, (row, column)


def _in_a_table(grid: Grid, table: FoundTable, row: int, column: int) -> Unread | None:
    known = {*table.columns.values(), *table.years.values()}
    if column in known:  # a heading, or what a fault is told of
        return None
    if row == table.heading:
        below = any(column in cells for _, cells in grid.below(table))
        return None if below else Unread.NOTE  # what stands below it is told of
    cells = grid.rows[row]
    within = min(known) < column < max(known) and len(cells) > 1
    if within or column in grid.rows[table.heading] or is_figure(cells[column]):
        return Unread.LOST
    return Unread.NOTE


def _among_fields(grid: Grid, row: int, column: int) -> Unread | None:
    _, labels_at, values_at = grid.fields or (0, 0, 0)
    cells = grid.rows[row]
    has_label = row in grid.label_rows
    if column == values_at or (column == labels_at and (has_label or values_at in cells)):
        return None  # a label, or a value that a fault is told of
    is_next_to_it = has_label and values_at not in cells and column == values_at + 1
    return Unread.ASTRAY if is_next_to_it else Unread.NOTE


def _elsewhere(grid: Grid, row: int, column: int) -> Unread | None:
    """Above the headings, where a line may have been written, and sums of them stand."""
    cell = grid.rows[row][column]
    for table in grid.all_tables:
        if row < table.heading and table.form.years_after:
            if cell.formula:
                return None
            is_section = table.form is LINES and column == table.columns["section"] and is_section_word(text_of(cell))
            if is_section or (column in table.years.values() and is_figure(cell)):
                return Unread.ABOVE
    return Unread.NOTE

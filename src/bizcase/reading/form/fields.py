"""The fields of a sheet: a label in one column, its value beside it, and where a label that is gone should stand."""

from bizcase.reading.document import Mapping, quoted
from bizcase.reading.finding import Place
from bizcase.reading.form.contents import text_of
from bizcase.reading.form.grid import Grid, Written
from bizcase.reading.form.reading import Reading
from bizcase.reading.form.shapes import Field, SheetForm
from bizcase.texts.template import Text


def read_fields(reading: Reading, grid: Grid, form: SheetForm) -> None:
    """The fields of a sheet: a label, and the value beside it."""
    found = grid.fields
    if found is None:
        return
    values_at = found[2]
    by_label = {each.label: each for each in form.fields}
    missing = _missing_labels(reading, grid, form)
    seen: dict[str, int] = {}
    blank: list[tuple[Field, Place]] = []
    for row, (label, goes_on) in grid.labels(form).items():
        each = by_label[label]
        cell = grid.rows[row].get(values_at)
        place = grid.place(row, values_at)
        if cell is None:
            seen.setdefault(label, row)
            blank.append((each, place))
            continue
        if label in seen and not goes_on:
            message = Text("står også i række {row}; behold det ene", row=seen[label])
            reading.fault("duplicate-key", place, message, label, each.where)
            continue
        seen.setdefault(label, row)
        _read_field(reading, grid, each, Written(cell, (row, values_at)), goes_on=goes_on)
    for each, place in blank:  # only now is it known in which mappings something is
        _mark(reading, each, place)
    first_table = min((table.heading for table in grid.all_tables), default=None)
    for row in grid.rows:
        if row > found[0] and grid.is_field(row) and (first_table is None or row < first_table - 1):
            _refuse_unknown(reading, grid, form, row, missing.get(row))


def _read_field(reading: Reading, grid: Grid, each: Field, written: Written, *, goes_on: bool) -> None:
    place = grid.place(*written.at)
    node = reading.value(grid, written, each.kind, each.label, each.where)
    if node is None:
        return
    if goes_on:
        before = reading.mapping_at(each.where[:-1], place).get(each.where[-1], "")
        node = f"{before}{node}"
    reading.put(each.where, node, place)


def _mark(reading: Reading, each: Field, place: Place) -> None:
    """Where a value would stand that is not there: a fault about it points to the empty cell."""
    parent: object = reading.root
    for step in each.where[:-1]:
        parent = parent.get(step) if isinstance(parent, Mapping) else None
    if isinstance(parent, Mapping):
        parent.marks.setdefault(each.where[-1], (place, place))


def _missing_labels(reading: Reading, grid: Grid, form: SheetForm) -> dict[int, Field]:
    """The fields whose labels are deleted or reworded, by the rows where they should stand."""
    missing: dict[int, Field] = {}
    if grid.fields is None:
        return missing
    heading, labels_at, _ = grid.fields
    row_of = {label: row for row, (label, _) in reversed(grid.labels(form).items())}
    before = heading
    for each in form.fields:
        if each.label in row_of:
            before = row_of[each.label]
            continue
        expected = before + 1
        missing.setdefault(expected, each)
        if expected not in row_of.values():
            before = expected
        reading.absent[each.where] = grid.place(expected, labels_at)
        _mark(reading, each, reading.absent[each.where])
    return missing


def _refuse_unknown(reading: Reading, grid: Grid, form: SheetForm, row: int, expected: Field | None) -> None:
    """A value beside a label that the form does not have belongs nowhere; `expected` is what should stand there."""
    _, labels_at, values_at = grid.fields or (0, 0, 0)
    if values_at not in grid.rows[row] or row in grid.label_rows:
        return
    found = text_of(grid.rows[row][labels_at]) if labels_at in grid.rows[row] else ""
    if expected is not None:
        reading.told.add(expected.where)
        message = Text(
            "her skal stå {label}, og der står {found}; ret navnet, eller slet rækken",
            label=quoted(expected.label),
            found=quoted(found),
        )
    elif found:
        message = Text(
            "{found} er ikke et felt i arket {sheet}; ret navnet, eller slet rækken", found=found, sheet=form.name
        )
    else:
        message = Text("der står intet feltnavn ved siden af; skriv feltets navn, eller slet cellen")
    reading.fault("unknown-key", grid.place(row, values_at), message)

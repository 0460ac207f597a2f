"""From a workbook to the document of a case with places that are cells, and everything that is odd about the form."""

from dataclasses import dataclass, field

from bizcase.reading.document import Mapping, Node, Sequence, Where
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import Place
from bizcase.reading.form.figures import Refused
from bizcase.reading.form.grid import FoundTable, Grid, Position, Row, Written, folded
from bizcase.reading.form.layout import CASE, GUIDE, SHEETS, TABLE
from bizcase.reading.form.shapes import Field, Kind, SheetForm
from bizcase.reading.form.values import decimals_of_a_krone, text_of, value_of
from bizcase.reading.workbook.sheet import Workbook
from bizcase.texts.template import Text


@dataclass
class Reading:
    """What has been read of a form so far; `told` are the ways to values that a fault is told of already."""

    root: Mapping
    per_krone: int = 3
    faults: Faults = field(default_factory=Faults)
    asked_about: list[Fault] = field(default_factory=list)
    told: set[Where] = field(default_factory=set)
    formulas: dict[str, list[Position]] = field(default_factory=dict)

    def fault(self, code: str, place: Place, text: Text, label: str = "", where: Where | None = None) -> None:
        """Take up a fault of a cell, led by the label or heading that it belongs to."""
        named = Text("{name}: {fault}", name=label, fault=text) if label else text
        self.faults.append(Fault(code, place, named))
        if where is not None:
            self.told.add(where)

    def value(self, grid: Grid, written: Written, kind: Kind, label: str, where: Where) -> Node | None:
        """The value of a filled cell as a node of the document; a fault leaves what stands there."""
        cell, at = written
        place = grid.place(*at)
        value = value_of(cell, kind, self.per_krone)
        if isinstance(value, Refused):
            self.fault(value.code, place, value.text, label, where)
            return text_of(cell)
        if cell.formula and kind in (Kind.AMOUNT, Kind.MILLIONS):
            self.formulas.setdefault(grid.sheet.name, []).append(at)
        if isinstance(value, dict):
            return mapping_of(value, place)
        if isinstance(value, list):
            return sequence_of(value, place)
        return value

    def put(self, where: Where, node: Node, place: Place) -> None:
        """Put a value into the document, below mappings that are made on the way."""
        mapping = self.mapping_at(where[:-1], place)
        mapping[str(where[-1])] = node
        mapping.marks[str(where[-1])] = (place, place)

    def mapping_at(self, where: Where, place: Place) -> Mapping:
        """The mapping at a way through the document, made where it is not there yet."""
        node: Mapping = self.root
        for step in where:
            if isinstance(step, int) or step not in node:
                inner = Mapping(place)
                node[str(step)] = inner
                node.marks[str(step)] = (place, place)
            node = node[str(step)]
        return node

    def item_of(self, where: Where, item: Node, place: Place) -> int:
        """Append to the list at a key of the document, made where it is not there yet; the item's position."""
        parent = self.mapping_at(where[:-1], place)
        return append_to(parent, str(where[-1]), item, place)


def append_to(mapping: Mapping, key: str, item: Node, place: Place) -> int:
    """Append to the list at a key of a mapping, made where it is not there yet; the item's position."""
    items = mapping.get(key)
    if not isinstance(items, Sequence):
        items = mapping[key] = Sequence(place)
        mapping.marks[key] = (place, place)
    items.append(item)
    items.marks.append(place)
    return len(items) - 1


def mapping_of(values: dict[str, str], place: Place) -> Mapping:
    """A mapping whose keys and values all stand in one cell."""
    mapping = Mapping(place)
    mapping.update(values)
    mapping.marks = dict.fromkeys(values, (place, place))
    return mapping


def sequence_of(values: list[str], place: Place) -> Sequence:
    """A list that stands in one cell."""
    sequence = Sequence(place)
    sequence.extend(values)
    sequence.marks = [place] * len(values)
    return sequence


def read_fields(reading: Reading, grid: Grid, form: SheetForm) -> None:
    """The fields of a sheet: a label, and the value beside it."""
    found = grid.fields
    if found is None:
        return
    heading, labels_at, values_at = found
    by_label = {each.label: each for each in form.fields}
    labels = grid.labels(form)
    seen: dict[str, int] = {}
    for row, (label, goes_on) in labels.items():
        each = by_label[label]
        cell = grid.rows[row].get(values_at)
        place = grid.place(row, values_at)
        if cell is None:
            _mark(reading, each, place)
            continue
        if label in seen and not goes_on:
            message = Text("står også i række {row}; behold det ene", row=seen[label])
            reading.fault("duplicate-key", place, message, label, each.where)
            continue
        seen.setdefault(label, row)
        _read_field(reading, grid, each, Written(cell, (row, values_at)), goes_on=goes_on)
    _unknown_labels(reading, grid, form, heading, labels_at, values_at)


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


def _unknown_labels(
    reading: Reading, grid: Grid, form: SheetForm, heading: int, labels_at: int, values_at: int
) -> None:
    """A value beside a label that the form does not have belongs nowhere."""
    labels = grid.labels(form)
    first_table = min((table.heading for table in grid.tables(form)), default=None)
    for row, cells in grid.rows.items():
        if row <= heading or row in labels or values_at not in cells or (first_table and row >= first_table - 1):
            continue
        found = text_of(cells[labels_at]) if labels_at in cells else ""
        message = (
            Text("{found} er ikke et felt i arket {sheet}; ret navnet, eller slet rækken", found=found, sheet=form.name)
            if found
            else Text("der står intet feltnavn ved siden af; skriv feltets navn, eller slet cellen")
        )
        reading.fault("unknown-key", grid.place(row, values_at), message)


def read_records(reading: Reading, grid: Grid, table: FoundTable, rows: list[Row]) -> None:
    """A table whose rows are the items of a list, or of a mapping whose keys are in its first column."""
    by_key = {column.key: column for column in table.form.columns}
    keyed = table.form.columns[0].key == "area"
    for row in rows:
        place = grid.place(row.number, min(at for at in table.columns.values()))
        record = Mapping(place)
        if keyed:
            where: Where = (*table.form.where, text_of(row.cells["area"].cell).strip() if "area" in row.cells else "")
        else:
            where = (*table.form.where, len(_list_at(reading, table.form.where)))
        for key, at in table.columns.items():
            cell_place = grid.place(row.number, at)
            record.marks[key] = (cell_place, cell_place)
            if key not in row.cells or (keyed and key == "area"):
                continue
            node = reading.value(grid, row.cells[key], by_key[key].kind, by_key[key].heading, (*where, key))
            if node is not None:
                record[key] = node
        if keyed:
            _put_keyed(reading, table, where, record, place)
        else:
            reading.item_of(table.form.where, record, place)


def _put_keyed(reading: Reading, table: FoundTable, where: Where, record: Mapping, place: Place) -> None:
    parent = reading.mapping_at(where[:-1], place)
    if where[-1] in parent or not where[-1]:
        message = Text("hver række skal have sit eget styringsområde; ret det her")
        reading.fault("duplicate-key", place, message, table.form.columns[0].heading, where)
        return
    record.marks.pop("area", None)
    reading.put(where, record, place)


def _list_at(reading: Reading, where: tuple[str, ...]) -> Sequence | tuple[()]:
    node: object = reading.root
    for step in where:
        node = node.get(step) if isinstance(node, Mapping) else None
    return node if isinstance(node, Sequence) else ()


def sheets_of(workbook: Workbook) -> tuple[dict[str, Grid], list[Fault]]:
    """The sheets of the form, by their names or, where one is renamed, by what stands in it."""
    only_looked_at = {folded(TABLE), folded(GUIDE)}
    grids = [Grid(sheet) for sheet in workbook.sheets if folded(sheet.name) not in only_looked_at]
    found: dict[str, Grid] = {}
    faults: list[Fault] = []
    for form in SHEETS:
        alike = [grid for grid in grids if _is(grid, form)]
        named = [grid for grid in alike if folded(grid.sheet.name) == folded(form.name)]
        if len(alike) > 1:
            others = ", ".join(grid.sheet.name for grid in alike)
            message = Text("flere ark ligner {sheet}: {others}; behold ét af dem", sheet=form.name, others=others)
            faults.append(Fault("not-a-form", alike[-1].place(1, 1), message))
        if alike:
            found[form.name] = (named or alike)[0]
    return found, faults


def _is(grid: Grid, form: SheetForm) -> bool:
    """Whether a sheet is the form's, by the headings and labels in it."""
    if folded(grid.sheet.name) == folded(form.name) or grid.tables(form):
        return True
    return len(grid.labels(form)) * 2 >= len(form.fields) > 0


def unit_of(grid: Grid) -> int:
    """A krone's decimals in the unit that a form counts in."""
    found, labels = grid.fields, grid.labels(CASE)
    row = next((row for row, (label, _) in labels.items() if label == "Enhed"), None)
    cell = grid.rows[row].get(found[2]) if found and row is not None else None
    return decimals_of_a_krone(text_of(cell)) if cell is not None else 3


def positions(rows: list[Row]) -> set[Position]:
    """The cells of a table's rows that are read."""
    return {written.at for row in rows for written in (*row.cells.values(), *row.years.values())}

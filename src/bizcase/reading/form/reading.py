"""From a workbook to the document of a case with places that are cells, and everything that is odd about the form."""

from dataclasses import dataclass, field

from bizcase.reading.document import Mapping, Node, Sequence, Where
from bizcase.reading.fault import Fault, Faults
from bizcase.reading.finding import Place
from bizcase.reading.form.contents import text_of
from bizcase.reading.form.figures import Refused
from bizcase.reading.form.grid import FoundTable, Grid, Position, Row, Written, folded
from bizcase.reading.form.layout import CASE, SHEETS
from bizcase.reading.form.shapes import Kind
from bizcase.reading.form.values import decimals_of_a_krone, value_of
from bizcase.reading.workbook.sheet import Workbook
from bizcase.texts.template import Text


@dataclass
class Reading:
    """What has been read of a form so far.

    `told` are the ways to values that a fault is told of already, `absent` those to fields whose labels are
    gone, with the place where each should stand.
    """

    root: Mapping
    per_krone: int = 3
    faults: Faults = field(default_factory=Faults)
    asked_about: list[Fault] = field(default_factory=list)
    told: set[Where] = field(default_factory=set)
    absent: dict[Where, Place] = field(default_factory=dict)
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
    grids = [grid for grid in map(Grid, workbook.sheets) if not grid.is_the_guide]
    found: dict[str, Grid] = {}
    faults: list[Fault] = []
    for form in SHEETS:
        alike = [grid for grid in grids if grid.is_of(form)]
        named = [grid for grid in alike if folded(grid.sheet.name) == folded(form.name)]
        if len(alike) > 1:
            others = ", ".join(grid.sheet.name for grid in alike)
            message = Text("flere ark ligner {sheet}: {others}; behold ét af dem", sheet=form.name, others=others)
            faults.append(Fault("not-a-form", alike[-1].place(1, 1), message))
        if alike:
            found[form.name] = (named or alike)[0]
    return found, faults


def unit_of(grid: Grid) -> int:
    """A krone's decimals in the unit that a form counts in."""
    found, labels = grid.fields, grid.labels(CASE)
    row = next((row for row, (label, _) in labels.items() if label == "Enhed"), None)
    cell = grid.rows[row].get(found[2]) if found and row is not None else None
    return decimals_of_a_krone(text_of(cell)) if cell is not None else 3


def positions(rows: list[Row]) -> set[Position]:
    """The cells of a table's rows that are read."""
    return {written.at for row in rows for written in (*row.cells.values(), *row.years.values())}

"""The rows of the form's tables, from the document that they are written from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bizcase.case.written import Document
from bizcase.reading.form.closed_lists import COST, EFFICIENCY, FTE, INCOME, OF_WHICH, PRINTED_ROWS, SECTIONS
from bizcase.reading.form.gone import Filled
from bizcase.reading.form.grid import folded
from bizcase.reading.form.layout import ACCEPTED, ASSUMPTIONS, LINES, PRINTED
from bizcase.reading.form.places import place_in_words
from bizcase.reading.form.shapes import Kind, SheetForm, TableForm

IN_ORDER = (EFFICIENCY, COST, INCOME)
"""The sections as Tabel 1 has them."""


@dataclass(frozen=True)
class Record:
    """A row of a table: its values by the keys of the columns, and its figures by year."""

    values: dict[str, Any]
    years: dict[int, str]
    counts: Kind = Kind.AMOUNT
    """What its figures are."""

    @property
    def span(self) -> range:
        """From its first to its last year with a figure."""
        return range(min(self.years), max(self.years) + 1) if self.years else range(0)


def records_of(table: TableForm, document: Document) -> list[Record]:
    """The rows of a table."""
    if table is LINES:
        return list(lines_of(document))
    if table is PRINTED:
        return list(_printed(document))
    if table is ASSUMPTIONS:
        return list(_drivers(document))
    if table is ACCEPTED:
        return list(_accepted(document))
    node: Any = document
    for step in table.where:
        node = node.get(step, {})
    if isinstance(node, dict):
        return [Record({"area": area, **record}, {}) for area, record in node.items()]
    return [Record(record, {}) for record in node]


def filled_in(form: SheetForm, document: Document) -> Filled:
    """Which fields of a sheet, and which columns of each of its tables, a document says something in."""
    filled = {"": [field.where[-1] for field in form.fields if value_at(document, field.where) is not None]}
    for table in form.tables:
        keys = {key for record in records_of(table, document) for key, value in record.values.items() if value}
        filled[table.title] = [column.key for column in table.columns if column.key in keys]
    return filled


def value_at(document: Document, where: tuple[str, ...]) -> Any:
    """The value at a way through a document, or nothing."""
    node: Any = document
    for step in where:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def lines_of(document: Document) -> Iterator[Record]:
    """The rows of Økonomi: each line, and below it what belongs to it."""
    names = _references(document)
    for section in IN_ORDER:
        for number, line in enumerate(document.get(SECTIONS[section], ())):
            appropriation = line.get("appropriation", {})
            yield _with_years(
                {
                    **{
                        key: value
                        for key, value in line.items()
                        if key not in ("amounts", "phase_in", "of_which", "fte", "published")
                    },
                    "section": section,
                    "number": appropriation.get("number"),
                    "appropriation": appropriation.get("name"),
                    "function": appropriation.get("function"),
                },
                line.get("amounts", line.get("phase_in", {})),
                counts=Kind.AMOUNT if "amounts" in line else Kind.PER_CENT,
            )
            whose = names[section, number]
            for part in line.get("of_which", ()):
                yield _with_years({"section": OF_WHICH, "name": part["name"], "line": whose}, part["amounts"])
            if "fte" in line:
                yield _with_years({"section": FTE, "line": whose}, line["fte"], counts=Kind.PERSONS)


def _with_years(values: dict[str, Any], amounts: dict[str, str], *, counts: Kind = Kind.AMOUNT) -> Record:
    """A row with its figures by year; an open year says that it goes on."""
    if any(period.endswith("+") for period in amounts):
        values["goes_on"] = "true"
    return Record(values, {int(period[:4]): figure for period, figure in amounts.items()}, counts)


def _references(document: Document) -> dict[tuple[str, int], str]:
    """How each line is referred to: by its name, or by its section and number where several have it."""
    lines = {
        (section, number): str(line["name"])
        for section in IN_ORDER
        for number, line in enumerate(document.get(SECTIONS[section], ()))
    }
    numbered = {at: f"{at[0]} {at[1] + 1}" for at in lines}
    counted = Counter(map(folded, lines.values()))
    taken = set(map(folded, numbered.values()))
    return {
        at: name if counted[folded(name)] == 1 and folded(name) not in taken else numbered[at]
        for at, name in lines.items()
    }


def _printed(document: Document) -> Iterator[Record]:
    """What a paper prints: of the case, of its areas and committees, of its loan and its lines."""
    published = document.get("published", {})
    yield from _rows(published, {})
    for area, rows in published.get("by_steering_area", {}).items():
        yield from _rows(rows, {"area": area})
    for committee, rows in published.get("by_committee", {}).items():
        yield from _rows(rows, {"committee": committee})
    names = _references(document)
    for section in IN_ORDER:
        for number, line in enumerate(document.get(SECTIONS[section], ())):
            printed = line.get("published", {})
            whose = {"line": names[section, number]}
            figures = {key: figure for key, figure in printed.items() if key != "fte"}
            if figures:
                yield _figures({"row": "Linje", **whose}, figures)
            if "fte" in printed:
                yield _figures({"row": "Linjens årsværk", **whose}, printed["fte"], counts=Kind.PERSONS)


def _rows(rows: Document, whose: dict[str, Any]) -> Iterator[Record]:
    for name, keys in PRINTED_ROWS.items():
        node: Any = rows
        for key in keys:
            node = node.get(key) if isinstance(node, dict) else None
        if keys and isinstance(node, dict) and name not in ("Linje", "Linjens årsværk"):
            yield _figures({"row": name, **whose}, node)


def _figures(values: dict[str, Any], figures: dict[str, str], *, counts: Kind = Kind.AMOUNT) -> Record:
    years = {int(key): figure for key, figure in figures.items() if key.isdecimal()}
    return Record(values | {key: figure for key, figure in figures.items() if not key.isdecimal()}, years, counts)


def _drivers(document: Document) -> Iterator[Record]:
    """Assumptions, then what is derived from them."""
    for name, assumption in document.get("assumptions", {}).items():
        values = {"name": name, **assumption}
        figures = values.pop("value")
        if isinstance(figures, dict):
            yield _with_years(values, figures, counts=Kind.FIGURE)
        else:
            yield Record(values | {"value": figures}, {})
    for name, derived in document.get("derived", {}).items():
        yield Record({"name": name, **derived}, {})


def _accepted(document: Document) -> Iterator[Record]:
    def reasons(node: Any, steps: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
        if isinstance(node, dict):
            for key, each in node.items():
                yield from reasons(each, (*steps, key))
        else:
            yield steps, node

    for code, node in document.get("accepted", {}).items():
        for steps, reason in reasons(node):
            yield Record({"code": code, "place": place_in_words(steps) or None, "reason": reason}, {})

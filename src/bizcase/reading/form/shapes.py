"""What the layout of a form is made of: fields with a label, tables with headings, and the sheets that hold them."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """How the content of a cell becomes a value of the document."""

    TEXT = auto()
    WORD = auto()
    YEAR = auto()
    AMOUNT = auto()
    MILLIONS = auto()
    PERSONS = auto()
    PER_CENT = auto()
    DATE = auto()
    NAMES = auto()
    SHARES = auto()
    PERIODS = auto()
    INSTALMENTS = auto()
    TRUTH = auto()
    PAYBACK = auto()
    REFERENCE = auto()
    FIGURE = auto()
    CHAIN = auto()


class Field(NamedTuple):
    """A label with a cell beside it: its way in the document, and what helps to fill it in."""

    label: str
    where: tuple[str, ...]
    kind: Kind = Kind.TEXT
    help: str = ""


class Column(NamedTuple):
    """A heading of a table, its key in a row's mapping, and what helps to fill it in."""

    heading: str
    key: str
    kind: Kind = Kind.TEXT
    help: str = ""


class TableForm(NamedTuple):
    """A table: a title above it, its columns, and whether a column for each year stands among them."""

    title: str
    where: tuple[str, ...]
    columns: tuple[Column, ...]
    years_after: str | None = None
    """The key of the column behind which the years stand."""

    @property
    def needed(self) -> tuple[Column, ...]:
        """The columns by which the table is known."""
        return self.columns[:2]


class SheetForm(NamedTuple):
    """A sheet: its own title and remarks, then fields, then tables."""

    name: str
    title: str
    fields: tuple[Field, ...] = ()
    tables: tuple[TableForm, ...] = ()
    remarks: tuple[str, ...] = ()

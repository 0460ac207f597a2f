"""What can be chosen from on the command lines of `bizcase calc` and `bizcase pool`."""

import os
from enum import StrEnum
from typing import TYPE_CHECKING

from bizcase.cli.misuse import refuse
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.kinds import Unit
    from bizcase.output.data.csv_style import CsvStyle
    from bizcase.output.data.render import DataForm


class OverviewLayout(StrEnum):
    """Overviews that a pool can be printed as."""

    INVESTMENT = "investment"
    INNOVATION = "innovation"
    PROFILE = "profile"
    FIGURES = "figures"


class Form(StrEnum):
    """Formats that cases and pools can be printed in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"

    @classmethod
    def of_file(cls, output: str | None) -> "Form":
        """The form that a file's name asks for by its ending; text where it has none; the run ends for others."""
        ending = "" if output is None else os.path.splitext(output)[1].removeprefix(".").casefold()
        if ending in tuple(cls):
            return cls(ending)
        if ending in ("", "txt", "md", "htm"):
            return {"md": cls.MARKDOWN, "htm": cls.HTML}.get(ending, cls.TEXT)
        known = "txt, md, html, xlsx, docx, csv, json, jsonl"
        return refuse(
            Text("en fil kan ikke skrives som .{ending}; brug en af disse: {known}", ending=ending, known=known), "-o"
        )

    @property
    def for_scripts(self) -> "DataForm | None":
        """Its name among the forms that scripts read, every figure in 1.000 kr. and in no language, if it is one."""
        names: dict[str, DataForm] = {"json": "json", "jsonl": "jsonl", "csv": "csv"}
        return names.get(self.value)


FORMS_ELSEWHERE = {
    "excel": Form.XLSX,
    "regneark": Form.XLSX,
    "xls": Form.XLSX,
    "word": Form.DOCX,
    "doc": Form.DOCX,
    "md": Form.MARKDOWN,
    "htm": Form.HTML,
    "tekst": Form.TEXT,
    "txt": Form.TEXT,
}
"""What people call the formats, who do not think of the endings of files."""


class CsvName(StrEnum):
    """How CSV is written."""

    PLAIN = "plain"
    DANISH = "danish"

    @property
    def style(self) -> "CsvStyle":
        """Its separators."""
        from bizcase.output.data.csv_style import DANISH, PLAIN

        return DANISH if self is CsvName.DANISH else PLAIN


class CaseTable(StrEnum):
    """Tables of a case."""

    TABEL_1 = "1"
    TABEL_2 = "2"
    TABEL_3 = "3"
    ANNEX = "annex"
    CASH_FLOW = "cashflow"
    DRIVERS = "drivers"
    ALL = "all"


class CaseLayout(StrEnum):
    """Layouts of Tabel 1: the template of 2018, and the committee paper of 2016."""

    TEMPLATE = "template"
    MEMO = "memo"


class UnitName(StrEnum):
    """Units that the tables of a case can be shown in."""

    KRONER = "kr"
    THOUSANDS = "1000"
    MILLIONS = "mio"

    @property
    def unit(self) -> "Unit":
        """The unit by its name in the format."""
        names: dict[UnitName, Unit] = {self.KRONER: "kr.", self.THOUSANDS: "1.000 kr.", self.MILLIONS: "mio. kr."}
        return names[self]


class TimingName(StrEnum):
    """When in its year money counts in a present value."""

    START = "start"
    END = "end"


class GroupBy(StrEnum):
    """What the cases of an overview can be grouped by."""

    ADMINISTRATION = "administration"
    COMMITTEE = "committee"
    KIND = "kind"
    NONE = "none"


class SortBy(StrEnum):
    """What the cases of an overview can be sorted by."""

    PATH = "path"
    ID = "id"
    TITLE = "title"
    COST = "cost"
    SAVING = "saving"
    PAYBACK = "payback"

"""From a path to a document: as YAML, as the form of a case, or as what else a file is written in.

Whatever keeps a file from being read is a finding and not an exception.
"""

import codecs
import os
from collections.abc import Callable

from bizcase.reading.characters import long_run_of_marks, place_at
from bizcase.reading.content import FoundWorkbook, LinkOut, content_of, is_workbook
from bizcase.reading.document import is_blank
from bizcase.reading.fault import Fault
from bizcase.reading.finding import START, UNREADABLE
from bizcase.reading.loader import Loaded, load
from bizcase.reading.source import Source
from bizcase.texts.template import Text

_OPEN_ELSEWHERE = "~$"
"""How the name begins of the mark that Excel leaves beside a workbook that somebody has open."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How workbooks begin, new ones and old."""


def read(path: str, load: Callable[[str], Loaded] = load) -> Source:
    """Read the file at `path` (or standard input for `-`) down to a document. Never raises for what a file is.

    `load` reads a text: as YAML, or as what else it is written in.
    """
    source = Source(path)
    content = _what_keeps_it_closed(source) or content_of(path)
    if source.companion is not None:
        return source
    if isinstance(content, Text):
        source.report(Fault(UNREADABLE, START, content))
    elif _is_a_workbook(path, content):
        _read_workbook(source, content)
    elif other := _other_kind(content):
        source.report(Fault("not-utf8", START, other))
    else:
        _read_text(source, content.removeprefix(codecs.BOM_UTF8), load)
    return source


def _what_keeps_it_closed(source: Source) -> Text | None:
    """Why a file is not opened, by its name and by how it was found."""
    if isinstance(source.path, LinkOut):
        return Text("er et link ud af mappen og følges ikke; nævn filen selv, hvis den skal læses")
    if not os.path.basename(source.path).startswith(_OPEN_ELSEWHERE):
        return None
    if isinstance(source.path, FoundWorkbook):
        source.companion = Text("Excels mærke for et åbent ark")
    return Text("er kun Excels mærke for et ark, som nogen har åbent; angiv arket selv")


def _read_text(source: Source, content: bytes, load: Callable[[str], Loaded]) -> None:
    """A text, which must be UTF-8, and what it holds."""
    try:
        source.text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" not in content:  # otherwise a line of it shows nothing that anybody wrote
            source.text = content.decode("utf-8", errors="replace")
        source.report(_encoding_fault(content, error.start))
        return
    if not source.text.isascii() and (marks := long_run_of_marks(source.text)) is not None:
        message = Text("her står mange accenttegn efter hinanden, som ingen tekst bruger; fjern dem")
        source.report(Fault("yaml-syntax", place_at(source.text, marks), message))
        return
    loaded = load(source.text)
    source.root = loaded.root
    source.report_all(loaded.faults)
    if (loaded.root is None and not loaded.faults) or is_blank(loaded.root):
        source.root = None
        source.report(Fault("empty-file", START, Text("filen er tom; `bizcase new ID` skriver en sag at begynde med")))


def _is_a_workbook(path: str, content: bytes) -> bool:
    """Whether a file is read as a workbook, by its name or by what it begins with."""
    if content.startswith(_ZIP):
        return b"word/" not in content
    return is_workbook(path) or path.lower().endswith((".xls", ".xlsb", ".ods")) or content.startswith(_OLE)


def _read_workbook(source: Source, content: bytes) -> None:
    """A workbook as the form of a case, with places that are cells."""
    from bizcase.reading.form.opening import NO_FORM, open_form  # cases in YAML need nothing of it

    opened = open_form(content)
    if opened is None and isinstance(source.path, FoundWorkbook):
        source.companion = Text("et regneark, som ikke er en formular til en sag")
    elif opened is None:
        source.report(Fault("not-a-form", START, NO_FORM))
    elif isinstance(opened, Text):
        source.report(Fault(UNREADABLE, START, opened))
    else:
        source.form, source.root = opened.form, opened.root
        source.report_all(opened.faults)
        for fault in opened.asked_about:
            source.report(fault)


def _other_kind(content: bytes) -> Text | None:
    """What a file is that another program wrote, by the bytes that it begins with."""
    if content.startswith(b"PK\x03\x04") and b"word/" in content:
        return Text("dette er et Word-dokument, og en sag er en tekstfil; `bizcase new ID` skriver en at begynde med")
    if content.startswith(b"%PDF-"):
        return Text("dette er en PDF, og en sag er en tekstfil; `bizcase new ID` skriver en at begynde med")
    return None


def _encoding_fault(content: bytes, position: int) -> Fault:
    """What stands at the first byte that is no UTF-8."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) or b"\0" in content[:400]:
        message = Text(
            "filen er ikke UTF-8, men UTF-16 eller UTF-32; gem den igen som UTF-8, i Notesblok: Gem som, Kodning"
        )
    else:
        byte = f"{content[position]:02X}"
        message = Text(
            "filen er ikke UTF-8: her står byte {byte} (Windows-1252 eller ISO 8859-1?); gem den igen som UTF-8, "
            "i Notesblok: Gem som, Kodning",
            byte=byte,
        )
    return Fault(
        "not-utf8",
        place_at(content[:position].decode("utf-8"), position),
        message,
    )

"""The zip that a workbook is packed as: its parts by name, unpacked in blocks within bounds, and what it is if not."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from bizcase.reading.characters import shortened
from bizcase.reading.workbook.bounds import PACKED, PARTS, Budget, Unreadable, damaged
from bizcase.texts.template import Text

BLOCK = 64 * 1024
"""Bytes that are unpacked at a time."""

_ENTRY = b"PK\x01\x02"
"""How each entry of a zip's list of contents begins."""


class Package:
    """The parts of a workbook, by names without regard to case, and what has been read of them so far."""

    def __init__(self, content: bytes) -> None:
        if len(content) > PACKED or content.count(_ENTRY) > PARTS:
            message = Text(
                "filen fylder mere end {limit} MiB eller rummer mere end {parts} dele; slet billeder og ark, der ikke "
                "hører til sagen",
                limit=PACKED // 1024 // 1024,
                parts=PARTS,
            )
            raise Unreadable(message)
        self.budget = Budget()
        self._zip = zipfile.ZipFile(BytesIO(content))
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            self._list(info)

    def _list(self, info: zipfile.ZipInfo) -> None:
        name = info.filename.replace("\\", "/").lstrip("/")
        if ".." in name.split("/") or self._parts.setdefault(name.casefold(), info) is not info:
            message = Text(
                "filen rummer {part} to gange eller uden for sig selv, som intet program gemmer den; åbn den i Excel, "
                "og gem den igen",
                part=shortened(name),
            )
            raise Unreadable(message)

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.casefold() in self._parts

    def blocks(self, name: str) -> Iterator[bytes]:
        """A part, block by block, each of them counted before it is given."""
        info = self._parts.get(name.casefold())
        if info is None:
            raise damaged(name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
            # what else zipfile unpacks has no bound on what one read gives
            raise Unreadable(
                Text("filen er pakket, som Excel ikke pakker den; åbn den i Excel, og gem den igen som .xlsx")
            )
        with self._zip.open(info) as stream:
            while block := stream.read(BLOCK):
                self.budget.unpack(len(block))
                yield block


def other_kind(content: bytes) -> Text | None:
    """What a file is, in words and with advice, where it is no zip of a workbook's parts."""
    if not content:
        return Text("filen er tom; få den sendt igen, eller angiv en anden")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return _old_container(content)
    if not content.startswith(b"PK\x03\x04"):
        return Text("dette er ikke et Excel-ark; åbn det, og gem det som .xlsx, eller angiv en anden fil")
    if b"application/vnd.oasis.opendocument.spreadsheet" in content[:200]:
        return Text("dette er et ark fra LibreOffice (.ods); åbn det, og gem det som .xlsx (Filer, Gem som)")
    if b"xl/workbook.bin" in content:
        return Text("dette er et binært Excel-ark (.xlsb); åbn det i Excel, og gem det som .xlsx (Filer, Gem som)")
    return None


def _old_container(content: bytes) -> Text:
    """What lies in a container of the kind that Office used before 2007, by the names in its directory."""
    if _lists(content, "EncryptedPackage"):
        return Text(
            "filen har en adgangskode; åbn den i Excel, fjern koden (Filer, Oplysninger, Beskyt projektmappe, Kryptér "
            "med adgangskode), og gem den igen"
        )
    if _lists(content, "Workbook") or _lists(content, "Book"):
        return Text("dette er et gammelt Excel-ark (.xls); åbn det i Excel, og gem det som .xlsx (Filer, Gem som)")
    return Text("dette er ikke et Excel-ark; åbn det, og gem det som .xlsx, eller angiv en anden fil")


def _lists(content: bytes, name: str) -> bool:
    """Whether the directory of an old container has an entry of this name; entries stand 128 bytes apart."""
    entry = name.encode("utf-16-le") + b"\0\0"
    at = content.find(entry)
    while at >= 0 and at % 128:
        at = content.find(entry, at + 1)
    return at >= 0

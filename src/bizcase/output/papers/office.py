"""What Word documents and workbooks have in common: no date that nobody gave them, and a mark of what was written."""

import re
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from bizcase.reading.form.layout import VERSION_PROPERTY

_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_END = b"</cp:coreProperties>"
_MARK = re.compile(rb"<dc:identifier>bizcase:([0-9a-f]{64})</dc:identifier>")
_CUSTOM = "docProps/custom.xml"
_NO_ARCHIVE = (OSError, BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError)
_MOST = 1 << 20
"""Bytes of properties that are looked at; ours have a few hundred."""


def finished(content: BytesIO) -> bytes:
    """The same archive without the time of its making, and with a mark of all that is in it.

    The same figures make the same file; and a file that somebody has worked in is known by its mark.
    """
    clean = BytesIO()
    with ZipFile(content) as source, ZipFile(clean, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename != _PROPERTIES:
                target.writestr(ZipInfo(entry.filename), source.read(entry), ZIP_DEFLATED)
        properties = _DATES.sub(b"", source.read(_PROPERTIES))
        mark = f"<dc:identifier>bizcase:{_sum_of(target)}</dc:identifier>".encode()
        target.writestr(ZipInfo(_PROPERTIES), properties.replace(_END, mark + _END), ZIP_DEFLATED)
    return clean.getvalue()


def is_as_written(path: str) -> bool:
    """Whether a file is a document that this program wrote and nobody has changed since."""
    try:
        with ZipFile(path) as archive:
            entry = archive.getinfo(_PROPERTIES)
            if entry.file_size > _MOST:
                return False
            match = _MARK.search(archive.read(entry))
            return match is not None and match[1].decode() == _sum_of(archive)
    except _NO_ARCHIVE:
        return False


def is_form(path: str) -> bool:
    """Whether a file is the form of a case, filled in or not, by the property that says so."""
    try:
        with ZipFile(path) as archive:
            entry = archive.getinfo(_CUSTOM)
            return entry.file_size <= _MOST and VERSION_PROPERTY.encode() in archive.read(entry)
    except _NO_ARCHIVE:
        return False


def _sum_of(archive: ZipFile) -> str:
    """A sum over every part but the properties, from what the archive's own list says of them."""
    parts = sorted(
        (entry.filename, entry.CRC, entry.file_size) for entry in archive.infolist() if entry.filename != _PROPERTIES
    )
    return sha256(repr(parts).encode()).hexdigest()

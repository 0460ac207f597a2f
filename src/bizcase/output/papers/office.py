"""What Word documents and workbooks have in common: archives that carry no date that nobody gave them."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def without_a_clock(content: BytesIO) -> bytes:
    """The same archive without the time of its making, so that the same figures make the same file."""
    clean = BytesIO()
    with ZipFile(content) as source, ZipFile(clean, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == _PROPERTIES:
                part = _DATES.sub(b"", part)
            target.writestr(ZipInfo(entry.filename), part, ZIP_DEFLATED)
    return clean.getvalue()

"""Several names in one cell, alone or with shares: a name that holds a comma or another mark stands in quotation marks.

`ØU 50 %, "Børn, unge" 50 %` is what a person types into a search field; the doubled mark within one is a spreadsheet's.
"""

import re

_MARKS = "“”„«»"
"""Quotation marks that programs make of the plain one while somebody types."""

_IN_MARKS = rf'"(?:[^"]|"")*+"|[{_MARKS}][^{_MARKS}]*+[{_MARKS}]'
_NEEDS_MARKS = re.compile(rf'[,;%:="\n{_MARKS}]')
_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_AROUND = " ,;\n\t\u00a0"


def name_in_a_list(name: str) -> str:
    """A name as it stands among others."""
    return '"{}"'.format(name.replace('"', '""')) if _NEEDS_MARKS.search(name) else name


def names_in(written: str) -> list[str]:
    """The names of a cell, parted by commas and lines, or by semicolons where there are any."""
    pieces = _parted(written, ";")
    return [_bare(piece) for piece in (pieces if len(pieces) > 1 else _parted(written, ",\n"))]


def shares_in(written: str) -> dict[str, str] | None:
    """The names of a cell and the per cent behind each, with a point; nothing where it is no division."""
    pieces = _parted(written, "%")
    if len(pieces) == 1 and not written.strip().endswith("%"):
        pieces = _parted(written, ";,\n")
    shares: dict[str, str] = {}
    for piece in pieces:
        before = piece.rstrip("0123456789.,")
        name, share = _bare(before.rstrip(" :=\n\t\u00a0")), piece[len(before) :]
        if not any(map(str.isalpha, name)) or name in shares or not _FIGURE.fullmatch(share):
            return None
        shares[name] = share.replace(",", ".")
    return shares


def _parted(written: str, signs: str) -> list[str]:
    """The filled pieces between signs, without those that stand in quotation marks."""
    pieces = re.findall(rf"(?:{_IN_MARKS}|[^{signs}])+", written)
    return [bare for piece in pieces if (bare := piece.strip(_AROUND))]


def _bare(piece: str) -> str:
    """A name without the marks around it."""
    if not re.fullmatch(_IN_MARKS, piece):
        return piece
    inner = piece[1:-1]
    return (inner.replace('""', '"') if piece[0] == '"' else inner).strip()

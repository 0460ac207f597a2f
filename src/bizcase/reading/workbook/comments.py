"""The comments that people have put on the cells of a workbook, which no reading of its cells sees."""

from bizcase.reading.workbook.bounds import Unreadable
from bizcase.reading.workbook.markup import walk
from bizcase.reading.workbook.package import Package
from bizcase.reading.workbook.relationships import first_of, relationships
from bizcase.reading.workbook.strings import Runs, plain


def comments_in(content: bytes) -> list[str]:
    """The comments of a workbook that could be opened, sheet by sheet; none of a part that is damaged."""
    comments: list[str] = []
    runs = Runs()
    package = Package(content)

    def take(_: str) -> None:
        comments.append(plain(runs.whole(), package.budget))

    book = first_of("officeDocument", relationships(package))
    sheets = relationships(package, book) if book else {}
    for sheet in sheets.values():
        part = first_of("comments", relationships(package, sheet.target)) if sheet.kind == "worksheet" else None
        if part is not None and part in package:
            try:
                walk(package, part, runs.starts, {**runs.ends, "comment": take})
            except Unreadable:
                return comments
    return comments

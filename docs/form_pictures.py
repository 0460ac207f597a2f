"""Pictures of forms for the documents in Danish, drawn by LibreOffice from what the program writes: `make pictures`.

It needs LibreOffice, Ghostscript and pdftoppm (poppler), and openpyxl to say what of a sheet is to be seen.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import NamedTuple

import openpyxl
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

ROOT = Path(__file__).parent.parent
EXAMPLES, PICTURES = ROOT / "docs/da/eksempler", ROOT / "docs/da/billeder"
DOTS = 110
"""Dots an inch: letters stay readable where a page shows a picture at half its width."""

NARROW, LINE = 56, 15
"""Letters in a line of a narrow column, and the points that a line is high."""

POINTS, EDGE = 72, 6
"""Points an inch, in which a box is given, and the points that are left white around it."""


class Picture(NamedTuple):
    """A piece of a sheet, and its columns and rows that are left out because nothing stands in them."""

    name: str
    workbook: str
    sheet: str
    area: str
    columns: str = ""
    rows: tuple[int, ...] = ()
    narrow: str = ""
    """A column that is drawn less wide, so that its texts break and letters stay large."""
    last: str = ""
    """What stands in the last row of the piece, where a sheet that has become longer would lose it."""


OF_FORMS = (
    Picture("formular-oekonomi", "BC42.xlsx", "Økonomi", "A1:L9", columns="DEFG"),
    Picture(
        "formular-tabel-1",
        "BC42.xlsx",
        "Tabel 1",
        "A1:F36",
        rows=(*range(7, 12), *range(15, 20), *range(21, 33)),
        last="Tilbagebetalingstid baseret på totaløkonomi",
    ),
    Picture("fund", "fund.xlsx", "Fund", "A1:E7", narrow="E"),
)


def run(folder: Path, *command: str) -> str:
    """Run a program in a folder; what it says on stderr."""
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stderr


def bizcase(folder: Path, *arguments: str) -> None:
    """Run the program in a folder."""
    run(folder, sys.executable, "-m", "bizcase", *arguments)


def answer_forms_with_slips(folder: Path) -> None:
    """Two forms as people hand them in, one with words for an amount, one whose saving ends; and the answer to them."""
    slips = folder / "slips"
    slips.mkdir()
    for case, cell, content in (("BC42", "H7", "ca. 600"), ("BC46", "L6", None)):
        bizcase(folder, "convert", f"{case}.yaml", "-o", f"slips/{case}.xlsx")
        book = openpyxl.load_workbook(slips / f"{case}.xlsx")
        book["Økonomi"][cell].value = content
        book.save(slips / f"{case}.xlsx")
    bizcase(slips, "validate", ".", "--exit-zero", "-o", "../fund.xlsx")


def show_only(picture: Picture, folder: Path) -> None:
    """Leave one piece of one sheet of a workbook to be printed, with row numbers and the letters of columns."""
    book = openpyxl.load_workbook(folder / picture.workbook)
    for other in book:
        other.sheet_state = "visible" if other.title == picture.sheet else "hidden"
    sheet = book[picture.sheet]
    book.active = sheet
    sheet.print_area = picture.area
    ending = str(sheet[picture.area][-1][0].value)
    if picture.last and ending.strip() != picture.last:
        sys.exit(f"{picture.name}: {picture.area} ends with {ending!r} and not with {picture.last!r}")
    sheet.print_title_rows = sheet.print_title_cols = None
    sheet.print_options.headings = True
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.oddFooter = HeaderFooterItem()
    for column in picture.columns:
        sheet.column_dimensions[column].hidden = True
    for row in picture.rows:
        sheet.row_dimensions[row].hidden = True
    if picture.narrow:
        sheet.column_dimensions[picture.narrow].width = NARROW
        for cell in sheet[picture.narrow]:
            sheet.row_dimensions[cell.row].height = LINE * max(1, len(wrap(str(cell.value or ""), NARROW)))
    book.save(folder / "seen.xlsx")


def draw(picture: Picture, folder: Path) -> None:
    """Print a piece of a sheet, and cut the picture out of its page."""
    show_only(picture, folder)
    office = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    run(folder, "soffice", office, "--headless", "--convert-to", "pdf", "seen.xlsx")
    box = run(folder, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dLastPage=1", "-sDEVICE=bbox", "seen.pdf")
    left, low, right, high = (int(edge) for edge in re.findall(r"-?\d+", box.splitlines()[0]))
    (height,) = re.findall(r"MediaBox\s*\[\s*0 0 [\d.]+ ([\d.]+)", (folder / "seen.pdf").read_text("latin-1"))[:1]
    edges = (left - EDGE, float(height) - high - EDGE, right - left + 2 * EDGE, high - low + 2 * EDGE)
    cut = [part for key, edge in zip("xyWH", edges, strict=True) for part in (f"-{key}", f"{edge * DOTS / POINTS:.0f}")]
    run(folder, "pdftoppm", "-r", str(DOTS), *cut, "-png", "-singlefile", "seen.pdf", str(PICTURES / picture.name))


def main() -> None:
    """Draw all of them."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
        bizcase(folder, "convert", "BC42.yaml", "-o", "BC42.xlsx")
        answer_forms_with_slips(folder)
        for picture in OF_FORMS:
            draw(picture, folder)


if __name__ == "__main__":
    main()

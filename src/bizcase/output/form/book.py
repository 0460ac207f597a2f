"""The form as a whole: its sheets in their order, the lists behind their cells, and what says that it is a form."""

from io import BytesIO

from xlsxwriter import Workbook

from bizcase.case.profile import Profile
from bizcase.case.written import Document
from bizcase.engine.flow import spanned
from bizcase.engine.result import Result
from bizcase.output.form.economy import write_economy
from bizcase.output.form.guide import write_guide
from bizcase.output.form.lists import Lists
from bizcase.output.form.live import LiveTable
from bizcase.output.form.records import filled_in, lines_of, records_of
from bizcase.output.form.sheets import SheetWriter
from bizcase.output.papers.office import finished
from bizcase.output.papers.xlsx_looks import Looks
from bizcase.reading.form.gone import as_property, property_of
from bizcase.reading.form.layout import (
    CASE,
    ECONOMY,
    GUIDE,
    MUNICIPALITY_PROPERTY,
    PRINTED,
    SHEETS,
    TABLE,
    VERSION,
    VERSION_PROPERTY,
)


def form_of(document: Document, profile: Profile, years: range, result: Result | None) -> bytes:
    """The form with what a document says, a column for each of `years` and of those that it names besides.

    The result is what Tabel 1 comes to; without one the form is empty.
    """
    years = spanned(years, *(record.span for record in lines_of(document)))
    printed = spanned(years, *(record.span for record in records_of(PRINTED, document)))
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    looks = Looks(book)
    names = [*(form.name for form in SHEETS), TABLE, GUIDE]
    sheets = {name: book.add_worksheet(name) for name in names}
    lists = Lists(book, profile)
    rows = write_economy(sheets[ECONOMY.name], document, years, looks, lists)
    writers = {form: SheetWriter(sheets[form.name], looks, lists, printed) for form in SHEETS if form is not ECONOMY}
    for form, writer in writers.items():
        writer.write(form, document)
    LiveTable(book, sheets[TABLE], looks, years).write(profile, result, rows, writers[CASE].cells)
    write_guide(sheets[GUIDE], looks)
    title = f"Formular til business case {document.get('id', '')}".strip()
    book.set_properties({"title": title, "author": "bizcase"})
    book.set_custom_property(VERSION_PROPERTY, str(VERSION), "text")
    for form in SHEETS:
        book.set_custom_property(property_of(form), as_property(filled_in(form, document)), "text")
    book.set_custom_property(MUNICIPALITY_PROPERTY, profile.municipality[:255], "text")
    sheets[CASE.name].activate()
    book.close()
    return finished(content)

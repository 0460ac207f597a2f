"""The lists that cells offer, on a sheet that nobody sees: a name with a comma would split a list in a cell."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bizcase.case.profile import Profile
from bizcase.output.form.words import offered
from bizcase.reading.form.layout import LISTS


class Lists:
    """What the cells of each field offer; a list advises and never stops."""

    def __init__(self, book: Workbook, profile: Profile) -> None:
        sheet = book.add_worksheet(LISTS)
        sheet.hide()
        self._ranges: dict[str, str] = {}
        for column, (key, words) in enumerate(offered(profile).items()):
            sheet.write_string(0, column, key)
            for row, word in enumerate(words, start=1):
                sheet.write_string(row, column, word)
            first, last = (xl_rowcol_to_cell(at, column, row_abs=True, col_abs=True) for at in (1, len(words)))
            self._ranges[key] = f"={LISTS}!{first}:{last}"

    def offer(self, sheet: Worksheet, key: str, first: int, column: int, last: int) -> None:
        """Let the cells of a column offer the words of a field, where it has any."""
        if key in self._ranges:
            rule = {"validate": "list", "source": self._ranges[key], "error_type": "information", "show_error": False}
            sheet.data_validation(first, column, last, column, rule)

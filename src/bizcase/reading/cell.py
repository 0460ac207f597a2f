"""How a spreadsheet calls its cells."""


def reference(row: int, column: int) -> str:
    """A cell as a spreadsheet calls it: I5 for row 5, column 9."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"

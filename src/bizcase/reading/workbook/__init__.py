"""Workbooks: from the bytes of an .xlsx to the cells of its sheets, by the standard library alone and within bounds."""

"""The form of a case as a workbook: written from a checked case, or empty for somebody to fill in."""

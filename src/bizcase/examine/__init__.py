"""Examination: from a path to what became of the file; one file, or many by several processes."""

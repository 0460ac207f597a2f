"""A workbook that is the form of a case: what stands where in it, and how it becomes a document with places."""

"""Data that scripts read: cases, records of a pool and their schemas, in 1.000 kr. and in no language."""

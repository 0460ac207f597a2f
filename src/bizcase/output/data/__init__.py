"""Data that scripts read: cases, the cases of a pool and their schemas, in 1.000 kr. and in no language."""

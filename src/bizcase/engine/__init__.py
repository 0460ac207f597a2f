"""The engine: from a case to its figures, exact and in 1.000 kr.; splits and instalments alone are rounded."""

"""The engine: from a case to its figures, pure Decimal arithmetic in 1.000 kr.; splits and instalments alone are rounded."""

"""The engine: from a case to its figures, pure arithmetic on Decimal in 1.000 kr. Nothing but splits is rounded."""

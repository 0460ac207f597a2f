"""Exit codes: what a script can tell from the way a run ended."""

FINE = 0
FAULTS = 1
TROUBLE = 2
BY_SIGNAL = 128
"""What is added to the number of the signal that ended a run, as shells do: 130 for Ctrl-C."""

"""Exit codes: what a script can tell from the way a run ended."""

FINE = 0
FAULTS = 1
TROUBLE = 2
INTERRUPTED = 130

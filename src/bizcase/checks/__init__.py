"""Checks: from a calculated case to what a reviewer should ask about; one file a rule in `rules/`."""

"""Texts: Danish stands where it is printed, as a template with values; its English stands in one catalogue."""

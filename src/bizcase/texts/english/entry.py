"""What the catalogue holds for a Danish template."""

Entry = str | tuple[str, str]
"""Its English; a pair is for one and for several, as the value `count` says."""

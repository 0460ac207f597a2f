"""Output: one module a format, each from neutral values to text; nothing is calculated or rounded on the way."""

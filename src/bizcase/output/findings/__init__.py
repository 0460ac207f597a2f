"""Findings, for people, editors and services that annotate: a form is a file here."""

"""The rules. A file here is a rule: its docstring is the manual of its findings.

A rule of a case has a `CODE`, which is the name of its file, a `SEVERITY`, and `check(result, profile)`, which yields a
fault for each thing that it finds; `check = None` says that it is asked in another way.
"""

"""The rules. A file here is a rule: its name is the code of its findings, its docstring their manual.

A rule of a case has `SEVERITY` and `check(result, profile)`, which yields a doubt for each thing it finds;
`check = None` says that it is asked in another way.
"""

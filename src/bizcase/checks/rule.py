"""What a rule is, and the list of all rules, which is the list of the files in `rules/`."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from bizcase.case.profile import Profile
from bizcase.checks import rules
from bizcase.checks.rules import published_mismatch, stale_acceptance, unplaced_acceptance
from bizcase.engine.result import Result
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity

Check = Callable[[Result, Profile], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the code of its findings, their severity and manual, and its check of one case, if it has one."""

    code: str
    severity: Severity
    manual: str
    check: Check | None


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found = []
    for file in pkgutil.iter_modules(rules.__path__):
        module = import_module(f"{rules.__name__}.{file.name}")
        manual = inspect.cleandoc(module.__doc__ or "")
        found.append(Rule(module.CODE, module.SEVERITY, manual, module.check))
    return tuple(found)


@cache
def warnings() -> frozenset[str]:
    """The codes of the rules that ask about what may be meant: how much such a finding weighs is an opinion."""
    return frozenset(rule.code for rule in all_rules() if rule.severity is Severity.WARNING)


@cache
def acceptable() -> frozenset[str]:
    """The codes that a file may accept: every warning but those about accepting, and `published-mismatch`."""
    return frozenset(warnings() - {stale_acceptance.CODE, unplaced_acceptance.CODE} | {published_mismatch.CODE})

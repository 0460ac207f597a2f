"""Numbers as a workbook stores them: doubles, and dates counted in days."""

import datetime
import re
from decimal import Decimal

_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")
_LONGEST = 400
"""Characters of a number; no double needs more."""

_FEBRUARY_THAT_NEVER_WAS = 60
"""The day that Excel calls 29 February 1900; from the next one on its count is right."""


def number(text: str) -> Decimal | None:
    """The number with the fewest digits that is the same double: 1.1 for 1.1000000000000001; None for what is none."""
    if len(text) <= 15 and text.isdecimal() and text.isascii():
        return Decimal(text)
    text = text.strip()
    if len(text) > _LONGEST or _NUMBER.fullmatch(text) is None:
        return None
    value = float(text)
    if value in (float("inf"), float("-inf")):
        return None
    return Decimal(repr(value).removesuffix(".0")) if value else Decimal(0)


def day(serial: Decimal, *, since_1904: bool) -> datetime.date | None:
    """The date that a count of days stands for, a time of day left out; None for a day that no calendar has."""
    if not 0 <= serial < 3_000_000:
        return None
    days = int(serial)
    if since_1904:
        first = datetime.date(1904, 1, 1)
    elif days > _FEBRUARY_THAT_NEVER_WAS:
        first = datetime.date(1899, 12, 30)
    elif 0 < days < _FEBRUARY_THAT_NEVER_WAS:
        first = datetime.date(1899, 12, 31)
    else:
        return None
    try:
        return first + datetime.timedelta(days)
    except OverflowError:
        return None


def written_day(text: str) -> datetime.date | None:
    """A date as Strict Open XML writes it, `2026-03-01` or with a time behind it."""
    try:
        return datetime.date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None

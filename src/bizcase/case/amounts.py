"""Amounts and per cents as an analyst writes them: exact decimals from the file's own characters, or a refusal."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import reduce
from operator import add

from bizcase.case.kinds import Unit
from bizcase.case.refusal import Refusal
from bizcase.case.rounding import half_up
from bizcase.case.unit import MILLIONS, POWERS, THOUSANDS
from bizcase.reading.document import Plain, is_blank, quoted

ZERO = Decimal(0)
"""No money."""

_THOUSANDS_HAVE_POINTS = ("1.000 kr.", "kr.")
"""The units in which three decimals may be thousands; nobody writes thousands of millions with a point."""

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,4})?")
_THREE_DECIMALS = re.compile(r"[-+]?[0-9]+\.[0-9]{3}")
_PER_CENT = re.compile(r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,4})? ?%?")
_DIGITS = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?")


def read_amount(node: object, unit: Unit | None) -> Decimal:
    """The amount that stands in a file counting in `unit`, in 1.000 kr., with all the digits that it is written with.

    Where the file's unit is not known, the amount is only checked. Raises Refusal (`ambiguous-thousands`,
    `not-a-number`, `bad-value`, `wrong-type`), which says what to write.
    """
    if not isinstance(node, Plain) or not _NUMBER.fullmatch(node):
        raise _not_an_amount(node, unit)
    if node[-4:-3] == "." and unit in _THOUSANDS_HAVE_POINTS and _THREE_DECIMALS.fullmatch(node):
        raise Refusal("ambiguous-thousands", _two_readings(node))
    amount = Decimal(node)
    if unit is not None and (power := POWERS[unit]):
        amount = amount.scaleb(power)
    return amount if amount else abs(amount)


def added_up(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts with the decimals that they are written with, as a message is to show it."""
    return reduce(add, amounts)


def read_per_cent(node: object) -> Decimal:
    """The per cent that stands in a file, `50%` or `50`, as 50. Raises Refusal (`not-a-number`, `wrong-type`)."""
    if not isinstance(node, str):
        raise Refusal("wrong-type", f"{quoted(node)} stands here; write a per cent such as 50%")
    if not (match := _PER_CENT.fullmatch(node)) or not (isinstance(node, Plain) or node.endswith("%")):
        raise Refusal(
            "not-a-number",
            f"{quoted(node)} is no per cent; {_per_cent_remedy(node)}",
        )
    return Decimal(match[1] + (match[2] or ""))


def _per_cent_remedy(text: str) -> str:
    with_a_point = text.replace(",", ".").replace(" ", "")
    if _PER_CENT.fullmatch(with_a_point):
        return f"write {with_a_point.rstrip('%')}%"
    return "write such as 50% or 33.5%: a point before at most four decimals, never negative"


def _two_readings(text: str) -> str:
    if not Decimal(text):
        return f"{text} is nil with three decimals; write 0"
    joined = _without_leading_nils(text.replace(".", "").lstrip("+"))
    return (
        f"{text} is {spoken(text)}, and three decimals look like Danish thousands; "
        f"write {joined}, or {text}0 if it is meant with decimals"
    )


def _without_leading_nils(digits: str) -> str:
    sign, rest = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return sign + (rest.lstrip("0") or "0")


def spoken(text: str) -> str:
    """A short number as it is said: `1.025` is one point zero two five, and longer ones stay figures."""
    words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    whole, _, decimals = text.lstrip("+-").partition(".")
    if len(whole) > 1:
        return f"{text.rstrip('0').rstrip('.')} to a computer"
    sign = "minus " if text.startswith("-") else ""
    return sign + " ".join([words[int(whole)], "point", *(words[int(digit)] for digit in decimals)])


def _not_an_amount(node: object, unit: Unit | None) -> Refusal:
    """Why something is no amount, and what to write instead."""
    if not isinstance(node, str):
        return Refusal("wrong-type", f"{quoted(node)} stands here; write one amount, such as 1025 or -500")
    if is_blank(node) or node in ("-", "\u2013"):
        return Refusal("not-a-number", f"{quoted(node)} stands here; write 0, or leave the year out")
    if isinstance(node, Plain) and _DIGITS.fullmatch(node) and not re.match(r"[-+]?0[0-9]", node):
        whole, _, decimals = node.lstrip("+-").partition(".")
        if len(whole) > 12:
            return Refusal("bad-value", f"{quoted(node)} has more than twelve digits before the point; check the unit")
        if len(decimals) > 4:
            message = f"{quoted(node)} has more than four decimals; write {half_up(Decimal(node), 4)}"
            return Refusal("bad-value", message)
        return Refusal("not-a-number", f"{quoted(node)} ends with a point; write {node}0 or {node[:-1]}")
    remedy = _plain_figure(node, unit)
    instead = f"write {remedy}" if remedy else "write digits, with a point before decimals: 1025 or -1025.5"
    return Refusal("not-a-number", f"{quoted(node)} is not a number{_because(node)}; {instead}")


def _because(node: str) -> str:
    """What YAML, or somebody else's program, would take the text for."""
    if not isinstance(node, Plain):
        return " but text in quotation marks"
    if re.fullmatch(r"[-+]?0[0-9]+(\.[0-9]*)?", node):
        return " but an octal number to some readers, because of the 0 in front"
    if re.fullmatch(r"[-+]?[0-9]+(:[0-5]?[0-9])+", node):
        return " but a time of day to some readers"
    if node.casefold() in ("yes", "no", "on", "off", "true", "false"):
        return " but a truth value"
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*", node):
        return " but a date"
    return ""


def _plain_figure(text: str, unit: Unit | None) -> str | None:
    """The number that a Danish or a sloppy figure most likely means, as the format writes it, if it is clear."""
    bare, factor = _without_unit(text, unit)
    bare = re.sub(r"[\s\u00a0\u202f_']", "", bare)
    bare = re.sub("^[\u2212\u2013\u2014]", "-", bare)
    if re.fullmatch(r"[-+]?[0-9]+[eE]\+?[0-9]{1,2}", bare):
        bare = format(Decimal(bare), "f")
    if re.fullmatch(r"[-+]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?", bare) and (
        factor != 1 or bare.count(".") > 1 or "," in bare
    ):
        bare = bare.replace(".", "")
    bare = bare.replace(",", ".", 1).lstrip("+")
    if re.fullmatch(r"-?\.[0-9]+", bare):
        bare = bare.replace(".", "0.")
    if re.fullmatch(r"-?0[0-9]+(\.[0-9]+)?", bare):
        bare = _without_leading_nils(bare)
    if factor != 1 and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", bare):
        bare = format((Decimal(bare) * factor).normalize(), "f")
        return (f"{bare}0" if _THREE_DECIMALS.fullmatch(bare) else bare) if _NUMBER.fullmatch(bare) else None
    if not _NUMBER.fullmatch(bare):
        return None
    if unit in _THOUSANDS_HAVE_POINTS and _THREE_DECIMALS.fullmatch(bare):
        return f"{_without_leading_nils(bare.replace('.', ''))} (or {bare}0 if you do mean {bare.replace('.', ',')})"
    return bare


_WRITTEN_UNITS: tuple[tuple[re.Pattern[str], Unit], ...] = (
    (re.compile(r"\s*mio\.?\s*(kr\.?)?$", re.IGNORECASE), MILLIONS),
    (re.compile(r"\s*(t\.?\s?kr\.?|tusinde( kr\.?)?)$", re.IGNORECASE), THOUSANDS),
    (re.compile(r"\s*(kr\.?|kroner)$", re.IGNORECASE), "kr."),
)


def _without_unit(text: str, unit: Unit | None) -> tuple[str, Decimal]:
    """A figure without the unit that stands behind it, and what to multiply it by to count in the file's own."""
    for pattern, written in _WRITTEN_UNITS:
        if pattern.search(text.strip()) and unit is not None:
            return pattern.sub("", text.strip()), Decimal(1).scaleb(POWERS[written] - POWERS[unit])
    return text.strip(), Decimal(1)

"""Amounts and per cents as an analyst writes them: exact decimals from the file's own characters, or a refusal."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import partial, reduce
from operator import add

from pydantic.json_schema import JsonSchemaValue

from bizcase.case.figure_meant import (
    NUMBER,
    THOUSANDS_HAVE_POINTS,
    THREE_DECIMALS,
    figure_meant,
    two_units,
    without_leading_nils,
)
from bizcase.case.kinds import Unit
from bizcase.case.refusal import Refusal
from bizcase.case.rounding import half_up
from bizcase.case.unit import POWERS, THOUSANDS
from bizcase.reading.document import Plain, is_blank, quoted
from bizcase.texts.template import Text, Words

AMOUNT_SCHEMA: JsonSchemaValue = {"type": "number", "errorMessage": "skriv et tal med cifre, fx 1025 eller -500.5"}
"""An amount, in the file's unit."""

ZERO = Decimal(0)
"""No money."""

_PER_CENT = re.compile(r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,4})? ?%?")
_DIGITS = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?")


def read_amount(node: object, unit: Unit | None) -> Decimal:
    """The amount that stands in a file counting in `unit`, in 1.000 kr., with all the digits that it is written with.

    Where the file's unit is not known, the amount is only checked. Raises Refusal (`ambiguous-thousands`,
    `not-a-number`, `bad-value`, `wrong-type`), which says what to write.
    """
    if not isinstance(node, Plain) or not NUMBER.fullmatch(node):
        raise _not_an_amount(node, unit)
    if node[-4:-3] == "." and unit in THOUSANDS_HAVE_POINTS and THREE_DECIMALS.fullmatch(node):
        raise Refusal("ambiguous-thousands", _two_readings(node, unit))
    amount = Decimal(node)
    if unit is not None and (power := POWERS[unit]):
        amount = amount.scaleb(power)
    return amount if amount else abs(amount)


def added_up(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts with the decimals that they are written with, as a message is to show it."""
    return reduce(add, amounts)


def read_per_cent(node: object) -> Decimal:
    """The per cent that stands in a file, `50%` or `50`, as 50; `0.5` and `1` may be shares of one.

    Raises Refusal (`not-a-number`, `wrong-type`).
    """
    if not isinstance(node, str):
        raise Refusal("wrong-type", Text("her står {found}; skriv en procent, fx 50%", found=quoted(node)))
    if not (match := _PER_CENT.fullmatch(node)) or not (isinstance(node, Plain) or node.endswith("%")):
        raise Refusal(
            "not-a-number",
            Text("{found} er ikke en procent; {advice}", found=quoted(node), advice=_per_cent_remedy(node)),
        )
    per_cent = Decimal(match[1] + (match[2] or ""))
    if ZERO < per_cent <= 1 and not node.endswith("%"):
        message = Text(
            "{found} er en andel eller en procent; skriv {share}% eller {found}%",
            found=quoted(node),
            share=f"{(per_cent * 100).normalize():f}",
        )
        raise Refusal("not-a-number", message)
    return per_cent


def _per_cent_remedy(text: str) -> Text:
    with_a_point = text.replace(",", ".").replace(" ", "")
    if _PER_CENT.fullmatch(with_a_point):
        return Text("skriv {instead}", instead=f"{with_a_point.rstrip('%')}%")
    return Text("skriv cifre uden minus, med punktum før højst fire decimaler: 50% eller 33.5%")


def _two_readings(text: str, unit: Unit) -> Text:
    if not Decimal(text):
        return Text("{found} er 0 med tre decimaler; skriv 0", found=text)
    joined = without_leading_nils(text.replace(".", "").lstrip("+"))
    if unit == THOUSANDS and text.endswith(".000"):  # nobody writes three nils of decimals: it is kroner or thousands
        return Text(
            "{found} er {number}, men ligner tusinder på dansk; skriv {advice}",
            found=text,
            number=in_words(text),
            advice=two_units(joined, unit, text.lstrip("+").removesuffix(".000")),
        )
    return Text(
        "{found} er {number}, men ligner tusinder på dansk; skriv {joined}, eller {found}0, hvis du mener decimaler",
        found=text,
        number=in_words(text),
        joined=joined,
    )


_DIGITS_IN_WORDS = (
    Text("nul"),
    Text("en"),
    Text("to"),
    Text("tre"),
    Text("fire"),
    Text("fem"),
    Text("seks"),
    Text("syv"),
    Text("otte"),
    Text("ni"),
)


def in_words(text: str) -> Text:
    """A short number of three decimals as it is said: `1.025` is en komma nul to fem; longer ones stay figures."""
    whole, _, decimals = text.lstrip("+-").partition(".")
    if len(whole) > 1 or decimals == "000":
        return Text("{figure} for en computer", figure=text.rstrip("0").rstrip("."))
    one, first, second, third = (_DIGITS_IN_WORDS[int(digit)] for digit in whole + decimals)
    number = Text("{one} komma {first} {second} {third}", one=one, first=first, second=second, third=third)
    return Text("minus {number}", number=number) if text.startswith("-") else number


def _not_an_amount(node: object, unit: Unit | None) -> Refusal:
    """Why something is no amount, and what to write instead."""
    if not isinstance(node, str):
        return Refusal("wrong-type", Text("her står {found}; skriv ét beløb, fx 1025 eller -500", found=quoted(node)))
    if is_blank(node) or node in ("-", "\u2013"):
        return Refusal("not-a-number", Text("her står {found}; skriv 0, eller fjern året", found=quoted(node)))
    if isinstance(node, Plain) and _DIGITS.fullmatch(node) and not re.match(r"[-+]?0[0-9]", node):
        whole, _, decimals = node.lstrip("+-").partition(".")
        if len(whole) > 12:
            return Refusal(
                "bad-value", Text("{found} har flere end tolv cifre før punktummet; tjek enheden", found=quoted(node))
            )
        if len(decimals) > 4:
            rounded = half_up(Decimal(node), 4)
            return Refusal(
                "bad-value",
                Text("{found} har flere end fire decimaler; skriv {instead}", found=quoted(node), instead=rounded),
            )
        return Refusal(
            "not-a-number",
            Text(
                "{found} ender med et punktum; skriv {decimal} eller {whole}",
                found=quoted(node),
                decimal=f"{node}0",
                whole=node[:-1],
            ),
        )
    return Refusal("not-a-number", partial(_taken_for, node, unit))


def _taken_for(node: str, unit: Unit | None) -> Text:
    """What somebody else's program would take the text for, and what to write instead."""
    if remedy := figure_meant(node, unit):
        advice = Text("skriv {instead}", instead=remedy)
    else:
        advice = Text("skriv cifre, med punktum før decimaler: 1025 eller -1025.5")
    found = quoted(node)
    if not isinstance(node, Plain):
        return Text("{found} er ikke et tal, men tekst i anførselstegn; {advice}", found=found, advice=advice)
    other = _what_others_read(node, found, advice)
    return other or Text("{found} er ikke et tal; {advice}", found=found, advice=advice)


def _what_others_read(node: str, found: Words, advice: Text) -> Text | None:
    if re.fullmatch(r"[-+]?0[0-9]+(\.[0-9]*)?", node):
        return Text(
            "{found} er ikke et tal, når der står 0 foran; {advice}",
            found=found,
            advice=advice,
        )
    if re.fullmatch(r"[-+]?[0-9]+(:[0-5]?[0-9])+", node):
        return Text(
            "{found} er ikke et tal, men for nogle programmer et klokkeslæt; {advice}", found=found, advice=advice
        )
    if node.casefold() in ("yes", "no", "on", "off", "true", "false"):
        return Text("{found} er ikke et tal, men et ja eller et nej; {advice}", found=found, advice=advice)
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*", node):
        return Text("{found} er ikke et tal, men en dato; {advice}", found=found, advice=advice)
    return None

"""The figures of a price index as people write them: a change in per cent, or an index number, or a refusal."""

import re
from decimal import Decimal

from pydantic.json_schema import JsonSchemaValue

from bizcase.case.amounts import ZERO
from bizcase.case.kinds import Unit
from bizcase.case.refusal import Refusal
from bizcase.reading.document import Plain, is_blank, quoted
from bizcase.texts.template import Text, Words

MOST, LEAST = Decimal(100), Decimal(-50)
"""Per cent a year beyond which a change is taken for something else, such as an index number."""

_CHANGE = re.compile(r"([-+]?(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,4})?) ?(%?)")
_LEVEL = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?")
_PER_CENT_SIGN = re.compile(r"\s*(?:%|pct\.?|procent)$", re.IGNORECASE)
_MINUSES = str.maketrans({"\u2212": "-", "\u2013": "-", ",": "."})

CHANGE_SCHEMA: JsonSchemaValue = {
    "type": ["string", "number"],
    "pattern": r"^[-+]?(0|[1-9][0-9]{0,3})(\.[0-9]{1,4})? ?%$",
    "minimum": 0,
    "maximum": 0,
}
"""A number without a sign may be a factor just as well, so that only nil stands bare."""

LEVEL_SCHEMA: JsonSchemaValue = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1_000_000_000}


def read_change(node: object, _unit: Unit | None) -> Decimal:
    """A change from the year before, `1.2%` or `-0.3%`, as 1.2 and -0.3. Raises Refusal, which says what to write."""
    if not isinstance(node, str):
        raise Refusal("wrong-type", Text("her står {found}; skriv en procent, fx 1.2%", found=quoted(node)))
    match = _CHANGE.fullmatch(node)
    if not match or not (match[2] or isinstance(node, Plain)):
        message = Text("{found} er ikke en procent; {advice}", found=quoted(node), advice=_as_a_change(node))
        raise Refusal("not-a-number", message)
    change = Decimal(match[1])
    if change and not match[2]:
        message = Text(
            "{found} er uden % og kan også være en faktor eller et indekstal; skriv {found}%, hvis det er procent fra "
            "året før",
            found=quoted(node),
        )
        raise Refusal("bad-value", message)
    if not LEAST <= change <= MOST:
        message = Text(
            "{found} på ét år kan ikke passe; skriv ændringen fra året før, og indekstal under levels",
            found=quoted(node),
        )
        raise Refusal("bad-value", message)
    return change or ZERO


def read_level(node: object, _unit: Unit | None) -> Decimal:
    """An index number, above nil. Raises Refusal, which says what to write."""
    if not isinstance(node, str) or is_blank(node):
        raise Refusal("wrong-type", Text("her står {found}; skriv et indekstal, fx 122.2", found=quoted(node)))
    if not isinstance(node, Plain) or not _LEVEL.fullmatch(node):
        message = Text("{found} er ikke et indekstal; {advice}", found=quoted(node), advice=_as_a_level(node))
        raise Refusal("not-a-number", message)
    if not (level := Decimal(node)):
        raise Refusal("bad-value", Text("{found} er ikke over 0; et indekstal er fx 122.2", found=quoted(node)))
    return level


def _as_a_change(text: str) -> Text:
    figure = _PER_CENT_SIGN.sub("", text.translate(_MINUSES).strip()).strip()
    if (match := _CHANGE.fullmatch(figure)) and not match[2]:
        return _written(f"{figure}%")
    return Text("skriv ændringen fra året før med punktum før højst fire decimaler: 1.2% eller -0.3%")


def _as_a_level(text: str) -> Text:
    figure = text.translate(_MINUSES).strip()
    if _LEVEL.fullmatch(figure):
        return _written(figure)
    return Text("skriv cifre, med punktum før højst seks decimaler: 122.2")


def _written(instead: Words) -> Text:
    return Text("skriv {instead}", instead=instead)

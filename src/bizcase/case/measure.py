"""What assumptions are counted in: words that cancel against each other, and the few conversions that are exact.

Every other number between two words (weeks to a year, hours to an årsværk) is an assumption of the case.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from bizcase.case.names import Names, folded
from bizcase.case.nearest import nearest
from bizcase.case.refusal import Refusal
from bizcase.case.unit import THOUSANDS, UNITS
from bizcase.reading.document import quoted
from bizcase.texts.template import Text, Words

Powers = Mapping[str, int]
"""Words, each with how often it is multiplied by (above nil) or divided by (below nil): none of them stands with 0."""

YEAR = "år"


class _Known(NamedTuple):
    """A word that has two numbers (one, several), and what one of it is, exactly, in a word that it converts to."""

    one: str
    several: str
    base: str
    exactly: Fraction = Fraction(1)
    shown: Text | None = None


_KNOWN = {
    "minut": _Known("minut", "minutter", "time", Fraction(1, 60), Text("60 minutter = 1 time")),
    "time": _Known("time", "timer", "time"),
    "måned": _Known("måned", "måneder", YEAR, Fraction(1, 12), Text("12 måneder = 1 år")),
    YEAR: _Known(YEAR, YEAR, YEAR),
    "uge": _Known("uge", "uger", "uge"),
    "dag": _Known("dag", "dage", "dag"),
    "kr.": _Known("kr.", "kr.", THOUSANDS, Fraction(1, 1000), Text("1.000 × 1 kr. = 1.000 kr.")),
    THOUSANDS: _Known(THOUSANDS, THOUSANDS, THOUSANDS),
    "mio. kr.": _Known("mio. kr.", "mio. kr.", THOUSANDS, Fraction(1000), Text("1.000 × 1.000 kr. = 1 mio. kr.")),
}

_WORDS = Names({"minut": ("minutter", "min"), "time": ("timer",), "måned": ("måneder", "mdr", "md"), YEAR: ()})
_COUNTED = Names({"uge": ("uger",), "dag": ("dage",)})
"""Words of time that convert exactly, and those that do not: a year has 52 weeks, or the 44 that are worked."""

_MOST_WORDS = 6
_LONGEST = 80


class Measure(NamedTuple):
    """A unit as the file writes it, and the words that it is made of."""

    written: str
    powers: tuple[tuple[str, int], ...]


def read_measure(written: str) -> Measure:
    """The words of `minutter/opkald`: what stands first is counted, by what follows each stroke it is divided.

    Raises Refusal (`bad-value`).
    """
    text = " ".join(written.split())
    words = [word.strip() for word in re.sub(r" pr\.? ", "/", text).split("/")]
    if len(text) > _LONGEST or len(words) > _MOST_WORDS:
        raise Refusal("bad-value", Text("er en for lang enhed; skriv højst {most} korte ord", most=_MOST_WORDS))
    if any(word.casefold().rstrip(".") in ("%", "pct", "procent") for word in words):
        raise Refusal("bad-value", Text("en andel har ingen enhed; skriv procenten som value: 10%, og fjern unit"))
    powers: dict[str, int] = {}
    for position, word in enumerate(words):
        if position == 0 and word == "1" and len(words) > 1:
            continue
        known = _word_of(word)
        if known is None:
            message = Text(
                "{found} er ikke en enhed; skriv ord med skråstreg imellem, fx minutter/opkald", found=quoted(written)
            )
            raise Refusal("bad-value", message)
        powers[known] = powers.get(known, 0) + (-1 if position else 1)
    return Measure(text, tuple(sorted((word, power) for word, power in powers.items() if power)))


def _word_of(word: str) -> str | None:
    """The word that somebody means, money and time by any of their names; nothing where it is none."""
    if known := UNITS.meant_by(word) or _WORDS.meant_by(word) or _COUNTED.meant_by(word):
        return known
    return folded(word) if re.fullmatch(r"[^\W\d_][^/*·×+=<>]*", word) else None


def times(one: Powers, other: Powers, power: int = 1) -> dict[str, int]:
    """Words multiplied by others, or divided by them where `power` is -1; what cancels is gone."""
    both = dict(one)
    for word, often in other.items():
        both[word] = both.get(word, 0) + power * often
        if not both[word]:
            del both[word]
    return both


class Converted(NamedTuple):
    """How many of the unit that is wanted one of the unit that was found is, and the conversions that were needed."""

    factor: Fraction
    shown: tuple[Text, ...]


def convert(found: Powers, wanted: Powers, wanted_in_words: Words) -> Converted:
    """From one unit to another, where they differ by exact conversions alone; else Refusal (`units-do-not-cancel`)."""
    if left := left_over(found, wanted):
        raise Refusal("units-do-not-cancel", _left_over_in_words(based(found), wanted_in_words, left))
    factor, shown = Fraction(1), list[Text]()
    for word, power in times(found, wanted, -1).items():
        known = _KNOWN.get(word)
        if known and known.shown:
            factor *= known.exactly**power
            shown.append(known.shown)
    return Converted(factor, tuple(shown))


def left_over(found: Powers, wanted: Powers) -> Powers:
    """What neither exact conversions nor the other unit take away."""
    return based(times(found, wanted, -1))


def based(powers: Powers) -> Powers:
    """Words with those that convert exactly as what they convert to: minutter/time is a number."""
    often: dict[str, int] = {}
    for word, power in powers.items():
        base = known.base if (known := _KNOWN.get(word)) else word
        often[base] = often.get(base, 0) + power
    return {word: power for word, power in often.items() if power}


def in_words(powers: Powers) -> Words:
    """Words as a unit is written: `timer/årsværk`."""
    above = [_number(word, several=True) for word, power in powers.items() for _ in range(power)]
    below = [_number(word, several=False) for word, power in powers.items() for _ in range(-power)]
    if not above and not below:
        return Text("et tal uden enhed")
    return "/".join((" · ".join(above) or "1", *below))


def _number(word: str, *, several: bool) -> str:
    known = _KNOWN.get(word)
    return word if known is None else known.several if several else known.one


def _left_over_in_words(found: Powers, wanted: Words, left: Powers) -> Text:
    """What is too much or too little, and what to do about it."""
    missing = {word: -power for word, power in left.items()}
    if near := _near_miss(left):
        advice = Text("{one} og {other}: er det det samme? Skriv da samme ord begge steder", one=near[0], other=near[1])
    elif set(left) == {"uge", YEAR}:
        advice = Text("mangler 52 eller 44 {missing}? Skriv det som en forudsætning", missing=in_words(missing))
    elif any(power > 0 for power in missing.values()):
        advice = Text("mangler en forudsætning i {missing}?", missing=in_words(missing))
    else:
        advice = Text("del med en forudsætning i {left}, eller ret enhederne", left=in_words(left))
    return Text("giver {found}, men skal give {wanted}; {advice}", found=in_words(found), wanted=wanted, advice=advice)


_ENDING = 4
"""Letters by which two numbers of a Danish noun may differ: henvendelse, henvendelser, henvendelserne."""


def _near_miss(left: Powers) -> tuple[str, str] | None:
    """Two words that do not cancel and may be one: one begins with the other, or ends with it as a word of its own.

    Where more words are left than any unit has, no single one of them is the slip.
    """
    if len(left) > _MOST_WORDS:
        return None
    above = [word for word, power in left.items() if power > 0 and word not in _KNOWN]
    below = [word for word, power in left.items() if power < 0 and word not in _KNOWN]
    return next((pair for pair in product(above, below) if _may_be_one(*pair)), None)


def _may_be_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) <= _ENDING:
        return True
    return long.endswith(f" {short}") or nearest(one, [other], cutoff=0.8) is not None

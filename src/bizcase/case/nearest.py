"""The known name that a misspelt one most likely means."""

import re
from collections.abc import Iterable

from bizcase.reading.loader import compose


def folded(name: str) -> str:
    """A name as it is compared: upper and lower case, runs of spaces and the make-up of Danish letters do not count."""
    return " ".join(compose(name).casefold().split())


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name closest to `name`, or nothing where none is close."""
    from difflib import get_close_matches  # only a fault needs it

    by_folded = {folded(candidate): candidate for candidate in known}
    close = get_close_matches(folded(name), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def after_a_comma(key: object) -> str | None:
    """What to write where a key is really the end of a figure with a decimal comma: `{low: 2,5%}` has a key `5%`."""
    if isinstance(key, str) and re.fullmatch("[0-9]{1,3}%?", key):
        return f"if it stands after a decimal comma, write the figure with a point: 1.{key}"
    return None


def choose_from(name: str, known: Iterable[str]) -> str:
    """What to write instead of an unknown name: the nearest known one first, then all of them."""
    names = list(known)
    guess = nearest(name, names)
    return f"did you mean {guess}? Allowed: {', '.join(names)}" if guess else f"allowed: {', '.join(names)}"

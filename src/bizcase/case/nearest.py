"""The known name that a misspelt one most likely means."""

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


def choose_from(name: str, known: Iterable[str]) -> str:
    """What to write instead of an unknown name: the nearest known one first, then all of them."""
    names = list(known)
    guess = nearest(name, names)
    return f"did you mean {guess}? Allowed: {', '.join(names)}" if guess else f"allowed: {', '.join(names)}"

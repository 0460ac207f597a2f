"""Why the system does not give or take a file, in the words of people."""

import errno

from bizcase.texts.template import Text, Words

_REASONS = {
    errno.ENOENT: Text("filen findes ikke"),
    errno.EACCES: Text("ingen adgang"),
    errno.EPERM: Text("ingen adgang"),
    errno.ELOOP: Text("genvejen fører til sig selv"),
    errno.ENAMETOOLONG: Text("navnet er for langt"),
    errno.ENOTDIR: Text("en del af stien er ikke en mappe"),
    errno.EISDIR: Text("det er en mappe"),
    errno.ENOSPC: Text("der er ikke mere plads"),
    errno.EROFS: Text("drevet er skrivebeskyttet"),
}


def reason_of(error: Exception) -> Words:
    """Why a file could not be read or written; a rare reason is told as the system tells it."""
    if isinstance(error, ValueError):
        return Text("navnet har et tegn, som intet filnavn kan have")
    number = getattr(error, "errno", None) or 0
    return _REASONS.get(number, getattr(error, "strerror", None) or str(error))

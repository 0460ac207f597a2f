"""The known name that a misspelt one most likely means."""

import re
from collections.abc import Iterable

from bizcase.reading.characters import compose
from bizcase.texts.template import Text


def folded(name: str) -> str:
    """A name as it is compared: upper and lower case, runs of spaces and the make-up of Danish letters do not count."""
    return " ".join(compose(name).casefold().split())


DANISH = {
    "administration": ("forvaltning", "fremstillende_forvaltning"),
    "affected_administrations": ("berørte_forvaltninger",),
    "amounts": ("beløb", "tal"),
    "appropriation": ("bevilling",),
    "approval": ("godkendelse",),
    "committee": ("udvalg",),
    "background": ("baggrund", "formål", "baggrund_og_formål"),
    "content": ("indhold",),
    "distribution": ("fordeling_på_udvalg",),
    "economy": ("økonomi",),
    "effect": ("effekt",),
    "efficiencies": ("effektiviseringer", "varige_ændringer", "besparelser"),
    "first_year": ("første_år",),
    "funding": ("finansiering",),
    "follow_up": ("opfølgning",),
    "hearings": ("hvem_er_hørt", "høring", "høringer"),
    "implementation": ("implementering",),
    "implementation_costs": ("implementeringsomkostninger", "omkostninger", "investering", "investeringer"),
    "internal_loan": ("internt_lån", "lån"),
    "kind": ("art", "type"),
    "last_year": ("sidste_år",),
    "name": ("navn",),
    "measure": ("hvordan",),
    "notes": ("noter", "bemærkninger"),
    "partners": ("samarbejdspartnere",),
    "price_level": ("p/l", "pl", "prisniveau"),
    "rate": ("rente",),
    "repayment": ("tilbagebetaling", "afdrag"),
    "responsible": ("ansvarlig",),
    "risks": ("risici", "risiko", "risikovurdering"),
    "sections": ("afsnit", "kapitler"),
    "split": ("fordeling",),
    "steering_area": ("styringsområde",),
    "summary": ("resumé", "resume"),
    "title": ("titel",),
    "unit": ("enhed",),
    "when": ("hvornår",),
    "who": ("hvem",),
}
"""The Danish words that people write for the keys of the format."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name closest to `name`, or nothing where none is close."""
    from difflib import get_close_matches  # only a fault needs it

    by_folded = {folded(candidate): candidate for candidate in known}
    for candidate in by_folded.values():
        if folded(name).replace(" ", "_") in DANISH.get(candidate, ()):
            return candidate
    close = get_close_matches(folded(name), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def after_a_comma(mapping: object, key: object) -> Text | None:
    """What to write where a key is the end of a figure with a decimal comma: `{low: 2,5%}` has a key `5%`."""
    if not isinstance(mapping, dict) or not isinstance(key, str) or not re.fullmatch("[0-9]{1,4}%?", key):
        return None
    keys = list(mapping)
    before = mapping[keys[keys.index(key) - 1]] if key in keys and keys.index(key) else None
    if not isinstance(before, str) or not re.fullmatch("-?[0-9]+", before) or mapping[key] != "":
        return None
    figure = f"{before}.{key}"
    if len(key) == 3:  # with a point it would be refused as thousands
        return Text(
            "{found} har et komma; skriv {joined}, eller {decimals}, hvis du mener decimaler",
            found=f"{before},{key}",
            joined=f"{before}{key}",
            decimals=f"{figure}0",
        )
    return Text("{found} har decimalkomma; skriv {instead}", found=f"{before},{key}", instead=figure)


def choose_from(name: str, known: Iterable[str]) -> Text:
    """What to write instead of an unknown name: the nearest known one first, then all of them."""
    names = list(known)
    guess = nearest(name, names)
    if guess:
        return Text("mente du {guess}? Tilladt: {names}", guess=guess, names=", ".join(names))
    return Text("tilladt: {names}", names=", ".join(names))

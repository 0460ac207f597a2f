"""The known name that a misspelt one most likely means."""

from collections.abc import Iterable
from functools import lru_cache

from bizcase.case.names import Names, folded
from bizcase.texts.template import Text

DANISH = {
    "administration": ("forvaltning", "fremstillende_forvaltning"),
    "affected_administrations": ("berørte_forvaltninger",),
    "assumptions": ("forudsætninger",),
    "derived": ("afledte_tal", "beregnede_tal"),
    "from": ("af", "fra", "regnestykke"),
    "phase_in": ("indfasning",),
    "round_to": ("afrunding",),
    "saving": ("besparelse",),
    "source": ("kilde",),
    "value": ("værdi",),
    "amounts": ("beløb", "tal"),
    "appropriation": ("bevilling",),
    "approval": ("godkendelse",),
    "changes": ("ændringer", "stigning"),
    "committee": ("udvalg",),
    "background": ("baggrund", "formål", "baggrund_og_formål"),
    "content": ("indhold",),
    "distribution": ("fordeling_på_udvalg",),
    "economy": ("økonomi",),
    "effect": ("effekt",),
    "estimates_from": ("skøn_fra", "skøn"),
    "efficiencies": ("savings", "effektiviseringer", "varige_ændringer", "besparelser"),
    "first_year": ("første_år",),
    "funding": ("finansiering",),
    "follow_up": ("opfølgning",),
    "hearings": ("hvem_er_hørt", "høring", "høringer"),
    "implementation": ("implementering",),
    "implementation_costs": ("costs", "implementeringsomkostninger", "omkostninger", "investering", "investeringer"),
    "internal_loan": ("internt_lån", "lån"),
    "kind": ("art", "type"),
    "last_year": ("sidste_år",),
    "name": ("navn",),
    "levels": ("indekstal", "indeks"),
    "measure": ("hvordan",),
    "notes": ("noter", "bemærkninger"),
    "partners": ("samarbejdspartnere",),
    "price_level": ("p/l", "pl", "prisniveau"),
    "rate": ("rente",),
    "remark": ("note", "bemærkning", "kommentar"),
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
    "of_which": ("heraf",),
    "fte": ("årsværk",),
    "body": ("hvem_besluttede",),
}
"""The Danish words that people write for the keys of the format."""


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name closest to `name`, or nothing where none is close."""
    return _nearest(name, tuple(known), cutoff)


@lru_cache(maxsize=1000)
def _nearest(name: str, known: tuple[str, ...], cutoff: float) -> str | None:
    """The same; one slip stands on every line of a file, and is looked up once."""
    from difflib import get_close_matches  # only a fault needs it

    by_folded = _by_folded(known)
    for candidate in by_folded.values():
        if folded(name).replace(" ", "_") in DANISH.get(candidate, ()):
            return candidate
    close = get_close_matches(folded(name), by_folded, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None


@lru_cache(maxsize=100)
def _by_folded(known: tuple[str, ...]) -> dict[str, str]:
    return {folded(candidate): candidate for candidate in known}


FEW = 12
"""Names that can be taken in at a glance."""


def choose_from(name: str, known: Iterable[str] | Names, more_by: str = "") -> Text:
    """What to write instead of an unknown name: the nearest known one; all where they are few, otherwise their number.

    `more_by` is the command that tells more of them.
    """
    if isinstance(known, Names):
        names, close = known.shown, nearest(name, known.spellings) if known.guessed else None
        guess = known.meant_by(close) if close else None
    else:
        names = list(known)
        guess = nearest(name, names)
    if len(names) <= FEW:
        if guess:
            return Text("mente du {guess}? Tilladt: {names}", guess=guess, names=", ".join(names))
        return Text("tilladt: {names}", names=", ".join(names))
    if guess:
        return Text("mente du {guess}? Der er {others} andre", guess=guess, others=len(names) - 1)
    first = ", ".join(names[: FEW // 2])
    if more_by:
        return Text(
            "tilladt er bl.a. {first} ({all} i alt); se `{command}`", first=first, all=len(names), command=more_by
        )
    return Text("tilladt er bl.a. {first} ({all} i alt)", first=first, all=len(names))

"""The known name that a misspelt one most likely means."""

import re
from collections.abc import Iterable

from bizcase.case.figure_meant import figure_meant
from bizcase.case.kinds import Unit
from bizcase.case.names import Names, folded
from bizcase.reading.characters import shortened
from bizcase.reading.document import Mapping, Plain
from bizcase.texts.template import Text

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


def after_a_comma(mapping: object, key: object, unit: Unit | None = None) -> Text | None:
    """What to write where a key is the end of the value before it, which a comma has cut in two.

    `{low: 2,5%}` has a key `5%`, and `{name: Pleje, service og boliger}` a key `service og boliger`.
    """
    if not isinstance(mapping, Mapping) or not isinstance(key, str) or mapping.get(key) != "":
        return None
    keys = list(mapping)
    before = mapping[keys[keys.index(key) - 1]] if keys.index(key) else None
    if not isinstance(before, str):
        return None
    if re.fullmatch("[0-9]{1,4}%?", key) and re.search("[0-9]$", before):
        return _cut_figure(before, key, unit)
    if mapping.start.flow_style and isinstance(before, Plain) and any(map(str.isalpha, before)):
        text = shortened(f"{before}, {key}")
        return Text('hører til teksten før kommaet; sæt den i anførselstegn: "{text}"', text=text)
    return None


def cut_by_a_comma(mapping: dict[str, object], key: str) -> bool:
    """Whether the value of a key is the beginning of one that a comma has cut in two."""
    keys = list(mapping)
    following = keys[keys.index(key) + 1 :][:1]
    return any(after_a_comma(mapping, end) is not None for end in following)


def _cut_figure(before: str, key: str, unit: Unit | None) -> Text | None:
    """What to write for a figure with a decimal comma."""
    found = f"{before},{key}"
    if not re.fullmatch("-?[0-9]+", before):
        instead = figure_meant(found, unit)
        return Text("{found} er delt af kommaet; skriv {instead}", found=found, instead=instead) if instead else None
    if len(key) == 3:  # with a point it would be refused as thousands
        return Text(
            "{found} har et komma; skriv {joined}, eller {decimals}, hvis du mener decimaler",
            found=found,
            joined=f"{before}{key}",
            decimals=f"{before}.{key}0",
        )
    return Text("{found} har decimalkomma; skriv {instead}", found=found, instead=f"{before}.{key}")


FEW = 8
"""Names that can be taken in at a glance."""


def choose_from(name: str, known: Iterable[str] | Names, all_shown_by: str = "") -> Text:
    """What to write instead of an unknown name: the nearest known one; all where they are few, otherwise their number.

    `all_shown_by` is the command that prints them all.
    """
    if isinstance(known, Names):
        names, close = list(known.names), nearest(name, known.spellings)
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
    if all_shown_by:
        return Text(
            "tilladt er {first} …; `{command}` viser alle {all}", first=first, command=all_shown_by, all=len(names)
        )
    return Text("tilladt er {first} … ({all} i alt)", first=first, all=len(names))

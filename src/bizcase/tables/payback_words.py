"""Paybacks as they are printed, and the rules that they are counted by, in words."""

from bizcase.case.profile import Basis, PaybackRule, Profile
from bizcase.engine.result import PaybackTime
from bizcase.tables.figures import Number
from bizcase.texts.template import Text, Words

BY_RULE: dict[PaybackRule, Text] = {
    "inclusive": Text("talt fra og med det første år"),
    "exclusive": Text("det første år ikke talt med"),
    "simple": Text("simpel"),
}
"""How a row is told apart whose payback is counted by another rule."""

RULES: dict[PaybackRule, Text] = {
    "inclusive": Text(
        "Det år, hvor investeringen er dækket af besparelserne og bliver ved med at være det. Det første år med en "
        "implementeringsomkostning er år 1."
    ),
    "exclusive": Text(
        "Det samme år, men talt fra året efter det første år med en implementeringsomkostning, som selv er år 0."
    ),
    "simple": Text(
        "Investeringen i alt delt med den varige årlige besparelse, med én decimal, uden hensyn til, hvornår pengene "
        "falder."
    ),
}
"""What the rules are."""


def labels(profile: Profile) -> dict[Basis, Text]:
    """What the payback on each basis is called that the municipality has."""
    total: dict[Basis, Text] = {"total": Text("Tilbagebetalingstid baseret på totaløkonomi")}
    service = profile.areas_of_nature("service")
    return {"service": _on(service), **total} if service else total


def _on(areas: frozenset[str]) -> Text:
    """How the payback on efficiencies of some areas is called: as the papers do where the area is their Service."""
    if areas == {"Service"}:
        return Text("Tilbagebetalingstid baseret på serviceeffektivisering")
    return Text("Tilbagebetalingstid baseret på {areas}", areas=", ".join(sorted(areas)))


def in_figures(payback: PaybackTime) -> Words:
    """A payback without its unit: whole years, a ratio with one decimal, `-`, or blank without any investment."""
    if payback.status == "no_investment":
        return ""
    if payback.ratio is not None:
        return Text("{years}", years=Number(payback.ratio, 1))
    return "-" if payback.whole is None else str(payback.whole)


def in_words(payback: PaybackTime) -> Words:
    """A payback as Tabel 1 prints it: whole years, `-` where savings never cover the costs, blank without any cost."""
    if payback.ratio is not None:
        return Text("{years} år", years=in_figures(payback))
    return in_figures(payback) if payback.whole is None else Text("{count} år", count=payback.whole)

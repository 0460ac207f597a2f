"""From a document to a profile, or to what is wrong with it: names that lead nowhere, or to two things."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pydantic import ValidationError

from bizcase.case.names import folded
from bizcase.case.profile import OTHERS, OTHERS_IN_FULL, DiscountRate, Named, Profile
from bizcase.case.refusal import faults_of
from bizcase.reading.document import Node, Where
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text


def validate_profile(root: Node) -> tuple[Profile | None, list[Fault]]:
    """A document as a profile, or what is wrong with it."""
    try:
        profile = Profile.model_validate(root)
    except ValidationError as error:
        return None, faults_of(error, root, Profile)
    checks = (_nothing, _payback, _administrations, _committees, _areas, _discount)
    faults = [fault for check in checks for fault in check(profile)]
    return (None if faults else profile), faults


def _nothing(profile: Profile) -> Iterator[Fault]:
    for name in ("committees", "administrations", "steering_areas"):
        if not getattr(profile, name):
            yield Fault("bad-value", (name,), Text("er tom; tilføj mindst ét navn"))


def _payback(profile: Profile) -> Iterator[Fault]:
    """A rule that is named twice, or by its old name and by its new one."""
    if profile.payback.count is not None and profile.payback.rules:
        message = Text("er det gamle navn for rules, som også står her; fjern count")
        yield Fault("bad-value", ("payback", "count"), message, at_key=True)
    if len(set(profile.payback.rules)) < len(profile.payback.rules):
        yield Fault("bad-value", ("payback", "rules"), Text("nævner en regel to gange; fjern den ene"))


def _unknown_committee(profile: Profile, committee: str | None, where: Where) -> Iterator[Fault]:
    if committee is not None and committee not in profile.committees:
        message = Text(
            "{committee} er ikke et udvalg i profilen; ret navnet, eller tilføj udvalget under committees",
            committee=committee,
        )
        yield Fault("unknown-committee", where, message)


def _administrations(profile: Profile) -> Iterator[Fault]:
    for name, administration in profile.administrations.items():
        where: Where = ("administrations", name)
        successor = administration.successor
        yield from _successor_without_end(administration.until, successor, where)
        yield from _unknown_committee(profile, administration.committee, (*where, "committee"))
        if isinstance(successor, Named):
            yield from _unknown_committee(profile, successor.committee, (*where, "successor", "committee"))
        elif successor is not None and successor not in profile.administrations:
            message = Text(
                "{found} er ikke en forvaltning i profilen; ret forkortelsen, eller skriv name og committee",
                found=successor,
            )
            yield Fault("unknown-administration", (*where, "successor"), message)
        elif successor is not None and not _stands_after(successor, name, profile.administrations):
            message = Text("står før den forvaltning, som den afløser; sæt det nye navn efter det gamle")
            yield Fault("bad-value", (*where, "successor"), message)


def _committees(profile: Profile) -> Iterator[Fault]:
    for name, committee in profile.committees.items():
        if folded(name) == OTHERS or folded(committee.name) == folded(OTHERS_IN_FULL):
            message = Text("er programmets eget ord for et udvalg, som papiret ikke nævner; brug et andet")
            yield Fault("bad-value", ("committees", name), message, at_key=True)
        where: Where = ("committees", name, "successor")
        yield from _successor_without_end(committee.until, committee.successor, ("committees", name))
        yield from _unknown_committee(profile, committee.successor, where)
        if committee.successor in profile.committees and not _stands_after(
            committee.successor, name, profile.committees
        ):
            message = Text("står før det udvalg, som det afløser; sæt det nye navn efter det gamle")
            yield Fault("bad-value", where, message)


def _successor_without_end(until: int | None, successor: object, where: Where) -> Iterator[Fault]:
    if successor is not None and until is None:
        message = Text("står uden until; skriv until med det sidste år, det gamle navn gælder")
        yield Fault("missing-key", (*where, "successor"), message, at_key=True)


def _stands_after(successor: str, name: str, order: Iterable[str]) -> bool:
    """Whether a successor stands after what it follows, so that no chain of them leads back."""
    names = list(order)
    return names.index(successor) > names.index(name)


def _areas(profile: Profile) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for area, entry in profile.steering_areas.items():
        for alias in (area, *entry.aliases):
            if (first := seen.setdefault(folded(alias), area)) != area:
                message = Text("{alias} er allerede et navn for {area}; fjern det ene", alias=alias, area=first)
                yield Fault("bad-value", ("steering_areas", area), message)


LONGEST_HORIZON = 100
"""Years: nothing is valued for ever."""


def _discount(profile: Profile) -> Iterator[Fault]:
    """Rates by the old key and by the new one, rates that leave a year out or stand twice, a horizon that is none."""
    discount = profile.discount
    if discount is not None and profile.discount_rates:
        message = Text("er det gamle navn for discount, som også står her; fjern discount_rates")
        yield Fault("bad-value", ("discount_rates",), message, at_key=True)
    if discount is None:
        yield from _rates(("discount_rates",), profile.discount_rates)
        return
    yield from _rates(("discount", "rates"), discount.rates)
    if not discount.rates:
        yield Fault("bad-value", ("discount", "rates"), Text("er tom; skriv mindst én rente med from_year: 0"))
    for position, years in enumerate(discount.horizon_years):
        if not 1 <= years <= LONGEST_HORIZON:
            message = Text("{found} kan ikke stå her; skriv 1 til {most} år", found=years, most=LONGEST_HORIZON)
            yield Fault("bad-value", ("discount", "horizon_years", position), message)


def _rates(where: Where, rates: Sequence[DiscountRate]) -> Iterator[Fault]:
    """The first rate holds from year 0, and each of the others from a later year than the one before."""
    for position, (before, rate) in enumerate(pairwise([None, *rates])):
        if before is None and rate is not None and rate.from_year != 0:
            message = Text("den første rente gælder fra år 0, som er basisåret; skriv 0")
            yield Fault("bad-value", (*where, position, "from_year"), message)
        elif before is not None and rate is not None and rate.from_year <= before.from_year:
            message = Text(
                "{found} er ikke efter {before}; sæt renterne i deres rækkefølge",
                found=rate.from_year,
                before=before.from_year,
            )
            yield Fault("bad-value", (*where, position, "from_year"), message)

"""What belongs to one municipality: its committees, administrations, steering areas, pools, limits and rates."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from bizcase.case.fields import Count, OneLine, PerCent, Version, Year, one_of
from bizcase.case.kinds import KINDS, Kind
from bizcase.case.names import Names, folded
from bizcase.case.refusal import faults_of, refuse_twice
from bizcase.reading.document import Node, Where
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text

Nature = Literal["service", "capital", "other"]
"""What the tables need to know of a steering area."""

_NATURES = Names({"service": (), "capital": (), "other": ()})
Basis = Literal["service", "total"]
"""What a payback counts: efficiencies on service, or on every area (totaløkonomi)."""

_BASES = Names({"service": ("serviceeffektivisering",), "total": ("totaløkonomi",)})
_COUNTS = Names({"inclusive": (), "exclusive": ()})


class ProfilePart(BaseModel):
    """A part of a profile."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Committee(ProfilePart):
    """A committee (udvalg). After the year `until` its work goes on under the name of its `successor`."""

    name: OneLine
    until: Year | None = None
    successor: OneLine | None = None


class Named(ProfilePart):
    """What an administration is called, and the committee that it answers to."""

    name: OneLine
    committee: OneLine


class Administration(Named):
    """An administration (forvaltning). After the year `until` it is what `successor` says, by the same short name."""

    until: Year | None = None
    successor: Named | None = None

    def in_year(self, year: int) -> Named:
        """What it is called in a year, and whom it answers to."""
        after = self.until is not None and year > self.until
        return self.successor if after and self.successor is not None else self


class SteeringArea(ProfilePart):
    """A steering area (styringsområde): the budget frame that money belongs to, and its other names."""

    nature: Annotated[Nature, one_of(_NATURES)] = "other"
    aliases: tuple[OneLine, ...] = ()


class Payback(ProfilePart):
    """How long an investment may take to pay back (tilbagebetalingstid), how its years are counted, and on which basis.

    The basis is what overviews print and the limit is held against: efficiencies on service, or the total economy.
    """

    limit_years: Count
    count: Annotated[Literal["inclusive", "exclusive"], one_of(_COUNTS)] = "inclusive"
    basis: Annotated[Basis, one_of(_BASES)] | None = None


class Heads(ProfilePart):
    """What the areas of each nature are called together in an overview."""

    service: OneLine | None = None
    capital: OneLine | None = None
    other: OneLine | None = None


class Overview(ProfilePart):
    """An overview of a pool: its title, the kinds of cases that it is of, and the heads of its columns."""

    title: OneLine | None = None
    kinds: tuple[Annotated[Kind, one_of(KINDS)], ...]
    heads: Heads = Heads()


class Overviews(ProfilePart):
    """The overviews that are of some kinds of cases; each pool has its own."""

    investment: Overview = Overview(kinds=("investment", "efficiency"))
    innovation: Overview = Overview(kinds=("innovation", "pre_analysis"))


class DiscountRate(ProfilePart):
    """A yearly rate in per cent, from a year of the case (its first being 0) until the next rate begins."""

    from_year: Count
    rate: PerCent


def _no_kind_twice(node: object) -> object:
    """Refuse a kind that stands there by two of its names."""
    refuse_twice(node, KINDS)
    return node


class Profile(ProfilePart):
    """A municipality. The order of committees and steering areas is the order of the tables."""

    schema_version: Version = 1
    municipality: OneLine
    committees: dict[str, Committee]
    administrations: dict[str, Administration]
    steering_areas: dict[str, SteeringArea]
    pools: Annotated[dict[Annotated[Kind, one_of(KINDS)], OneLine], BeforeValidator(_no_kind_twice)]
    payback: Payback
    overviews: Overviews = Overviews()
    discount_rates: tuple[DiscountRate, ...] = ()

    @cached_property
    def steering_area_names(self) -> Names:
        """The steering areas and their aliases."""
        return Names({area: entry.aliases for area, entry in self.steering_areas.items()})

    @cached_property
    def committee_names(self) -> Names:
        """The committees by their short and their full names."""
        return Names({short: (entry.name,) for short, entry in self.committees.items()})

    @cached_property
    def administration_names(self) -> Names:
        """The administrations by their short and their full names, those that they have had among them."""
        return Names(
            {
                short: (entry.name, *([entry.successor.name] if entry.successor else []))
                for short, entry in self.administrations.items()
            }
        )

    @cached_property
    def _areas_by_nature(self) -> dict[str, frozenset[str]]:
        natures = {entry.nature for entry in self.steering_areas.values()}
        return {
            nature: frozenset(area for area, entry in self.steering_areas.items() if entry.nature == nature)
            for nature in natures
        }

    def areas_of_nature(self, nature: str) -> frozenset[str]:
        """The steering areas of one nature."""
        return self._areas_by_nature.get(nature, frozenset())

    @property
    def payback_bases(self) -> tuple[Basis, Basis]:
        """The basis that overviews print and the limit is held against, and the other one."""
        named = self.payback.basis or ("service" if self.areas_of_nature("service") else "total")
        return ("service", "total") if named == "service" else ("total", "service")

    def head_of(self, overview: Overview, nature: Nature) -> str:
        """What the areas of a nature are called together: as the overview says, or by their own names."""
        named: str | None = getattr(overview.heads, nature)
        return named or ", ".join(area for area in self.steering_areas if area in self.areas_of_nature(nature))

    def committee_behind(self, name: str, year: int) -> str | None:
        """The committee that somebody means who writes the name of an administration that answers to it."""
        administration = self.administration_names.meant_by(name)
        return self.committee_of(administration, year) if administration else None

    def administration_behind(self, name: str) -> str | None:
        """The administration that somebody means who writes the name of the committee that it answers to."""
        committee = self.committee_names.meant_by(name)
        for short, entry in self.administrations.items():
            if committee is not None and committee in (entry.committee, self.committees[entry.committee].successor):
                return short
        return None

    def committee_of(self, administration: str, year: int) -> str:
        """The committee that an administration answers to in a year, by the name that it has then."""
        abbreviation = self.administrations[administration].in_year(year).committee
        committee = self.committees[abbreviation]
        while committee.until is not None and committee.successor is not None and year > committee.until:
            abbreviation = committee.successor
            committee = self.committees[abbreviation]
        return abbreviation


def validate_profile(root: Node) -> tuple[Profile | None, list[Fault]]:
    """A document as a profile, or what is wrong with it."""
    try:
        profile = Profile.model_validate(root)
    except ValidationError as error:
        return None, faults_of(error, root, Profile)
    faults = list(_dangling_names(profile))
    return (None if faults else profile), faults


def _dangling_names(profile: Profile) -> list[Fault]:
    """Names in a profile that lead nowhere, or to two things."""
    faults = [
        Fault("bad-value", (name,), Text("er tom; tilføj mindst ét navn"))
        for name in ("committees", "administrations", "steering_areas")
        if not getattr(profile, name)
    ]

    def known(committee: str | None, where: Where) -> None:
        if committee is not None and committee not in profile.committees:
            faults.append(
                Fault(
                    "unknown-committee",
                    where,
                    Text(
                        "{committee} er ikke et udvalg i profilen; ret navnet, eller tilføj udvalget under committees",
                        committee=committee,
                    ),
                )
            )

    for name, administration in profile.administrations.items():
        known(administration.committee, ("administrations", name, "committee"))
        if administration.successor is not None:
            known(administration.successor.committee, ("administrations", name, "successor", "committee"))
    for name, committee in profile.committees.items():
        known(committee.successor, ("committees", name, "successor"))
        if committee.successor in list(profile.committees)[: list(profile.committees).index(name) + 1]:
            message = Text("står før det udvalg, som det afløser; sæt det nye navn efter det gamle")
            faults.append(Fault("bad-value", ("committees", name, "successor"), message))
    seen: dict[str, str] = {}
    for area in profile.steering_areas:
        for alias in (area, *profile.steering_areas[area].aliases):
            if seen.setdefault(folded(alias), area) != area:
                where = ("steering_areas", area)
                faults.append(
                    Fault(
                        "bad-value",
                        where,
                        Text(
                            "{alias} er allerede et navn for {area}; fjern det ene",
                            alias=alias,
                            area=seen[folded(alias)],
                        ),
                    )
                )
    return faults

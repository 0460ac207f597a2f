"""What belongs to one municipality: its committees, administrations, steering areas, pools, limits and rates."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from bizcase.case.fields import Count, OneLine, PerCent, TextOr, Version, Year, one_of
from bizcase.case.kinds import KINDS, Kind
from bizcase.case.names import Names
from bizcase.case.periods import FIRST_YEAR, LAST_YEAR
from bizcase.case.refusal import refuse_twice
from bizcase.texts.template import Text, Words

Nature = Literal["service", "capital", "other"]
"""What the tables need to know of a steering area."""

_NATURES = Names({"service": (), "capital": (), "other": ()})
Basis = Literal["service", "total"]
"""What a payback counts: efficiencies on service, or on every area (totaløkonomi)."""

_BASES = Names({"service": ("serviceeffektivisering",), "total": ("totaløkonomi",)})
PaybackRule = Literal["inclusive", "exclusive", "simple"]
"""Counted from and with the first year of cost; from the year after; investment divided by lasting yearly saving."""

_RULES = Names({"inclusive": (), "exclusive": (), "simple": ("simpel",)})
_COUNTS = Names({"inclusive": (), "exclusive": ()})
OTHERS = "øvrige"
"""The committee of a part whose committee a paper does not name (Øvrige udvalg), last in every order."""

OTHERS_IN_FULL = "Øvrige udvalg"


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
    """An administration (forvaltning). After the year `until` there is its `successor`.

    That is another administration by its short name, or what follows by the same one.
    """

    until: Year | None = None
    successor: Annotated[Named | OneLine, TextOr(Named)] | None = None


class SteeringArea(ProfilePart):
    """A steering area (styringsområde): the budget frame that money belongs to, and its other names."""

    nature: Annotated[Nature, one_of(_NATURES)] = "other"
    aliases: tuple[OneLine, ...] = ()


class Payback(ProfilePart):
    """How long an investment may take to pay back (tilbagebetalingstid), how its years are counted, and on which basis.

    The basis is what overviews print and the limit is held against: efficiencies on service, or the total economy. Of
    the rules all are printed with a case of the kinds in `printed_for`, and the first is what overviews print and the
    limit is held against; `count` is its old name.
    """

    limit_years: Count
    count: Annotated[Literal["inclusive", "exclusive"], one_of(_COUNTS)] | None = None
    rules: tuple[Annotated[PaybackRule, one_of(_RULES)], ...] = ()
    basis: Annotated[Basis, one_of(_BASES)] | None = None
    printed_for: tuple[Annotated[Kind, one_of(KINDS)], ...] = ("investment", "innovation", "efficiency")


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


Timing = Literal["start", "end"]
"""When in its year money counts: at the start of it, or at the end, which is a year later."""

_TIMINGS = Names({"start": ("primo",), "end": ("ultimo",)})


class DiscountRate(ProfilePart):
    """A yearly rate in per cent, from a year counted from the base year (which is 0) until the next rate begins."""

    from_year: Count
    rate: PerCent


class Discount(ProfilePart):
    """How present values are worked out: the rates by year, whose they are and of which day, and by which source.

    Beside the years of the table, values are shown over so many years as `horizon_years` say.
    """

    name: OneLine
    source: OneLine | None = None
    rates: tuple[DiscountRate, ...]
    horizon_years: tuple[Count, ...] = (10, 20)
    timing: Annotated[Timing, one_of(_TIMINGS)] = "start"


def _no_kind_twice(node: object) -> object:
    """Refuse a kind that stands there by two of its names."""
    refuse_twice(node, KINDS)
    return node


class Profile(ProfilePart):
    """A municipality. The order of committees and steering areas is the order of the tables."""

    schema_version: Version = 1
    municipality: OneLine
    committees: dict[OneLine, Committee]
    administrations: dict[OneLine, Administration]
    steering_areas: dict[OneLine, SteeringArea]
    pools: Annotated[dict[Annotated[Kind, one_of(KINDS)], OneLine], BeforeValidator(_no_kind_twice)]
    payback: Payback
    overviews: Overviews = Overviews()
    discount: Discount | None = None
    discount_rates: tuple[DiscountRate, ...] = ()

    @property
    def discounting(self) -> Discount | None:
        """How the municipality discounts; rates by the old key `discount_rates` go by the municipality's own name."""
        if self.discount is not None or not self.discount_rates:
            return self.discount
        return Discount.model_construct(name=self.municipality, rates=self.discount_rates)

    @cached_property
    def steering_area_names(self) -> Names:
        """The steering areas and their aliases."""
        return Names({area: entry.aliases for area, entry in self.steering_areas.items()})

    @cached_property
    def committee_names(self) -> Names:
        """The committees by their short and their full names, and the one of parts whose committee nobody names."""
        named = {short: (entry.name,) for short, entry in self.committees.items()}
        return Names(named | {OTHERS: (OTHERS_IN_FULL,)})

    @cached_property
    def committee_order(self) -> tuple[str, ...]:
        """The committees in the order of the tables."""
        return self.committee_names.names

    def committee_in_full(self, abbreviation: str) -> Words:
        """What a committee is called."""
        return Text("Øvrige udvalg") if abbreviation == OTHERS else self.committees[abbreviation].name

    @property
    def payback_rules(self) -> tuple[PaybackRule, ...]:
        """The rules of payback that are printed; the first is the one that a case is held against."""
        return self.payback.rules or (self.payback.count or "inclusive",)

    @cached_property
    def administration_names(self) -> Names:
        """The administrations by their short and their full names, those that they have had among them."""
        return Names(
            {
                short: (entry.name, *([entry.successor.name] if isinstance(entry.successor, Named) else []))
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

    def administration_behind(self, name: str, year: int) -> str | None:
        """The administration that somebody means who writes the name of the committee that it answers to."""
        committee = self.committee_names.meant_by(name)
        years = (year, LAST_YEAR, FIRST_YEAR)  # or by a name that the committee has had, or gets
        found = (each for when in years for each in self.administrations_of(committee or "", when))
        return next(found, None)

    def administrations_of(self, committee: str, year: int) -> list[str]:
        """The administrations that answer to a committee in a year, those that there are then before others."""
        answering = [name for name in self.administrations if self.committee_of(name, year) == committee]
        return sorted(answering, key=lambda name: self._has_another_name(name, year))

    def _has_another_name(self, administration: str, year: int) -> bool:
        entry = self.administrations[administration]
        return isinstance(entry.successor, str) and entry.until is not None and year > entry.until

    def administration_in(self, abbreviation: str, year: int) -> Named:
        """What an administration is called in a year, and whom it answers to then."""
        administration = self.administrations[abbreviation]
        while administration.until is not None and administration.successor and year > administration.until:
            if isinstance(administration.successor, Named):
                return administration.successor
            administration = self.administrations[administration.successor]
        return administration

    def committee_of(self, administration: str, year: int) -> str:
        """The committee that an administration answers to in a year, by the name that it has then."""
        abbreviation = self.administration_in(administration, year).committee
        committee = self.committees[abbreviation]
        while committee.until is not None and committee.successor is not None and year > committee.until:
            abbreviation = committee.successor
            committee = self.committees[abbreviation]
        return abbreviation

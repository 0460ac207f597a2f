"""The investment pool's overview of 2020 (Bilag 2): investments, lasting efficiencies and payback, a row a case."""

from collections.abc import Sequence
from decimal import Decimal
from typing import get_args

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Basis, Nature
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import Pool, head, mark_of, name_and_title, of_nature, title_of
from bizcase.tables.overview_notes import budget_notes, notes
from bizcase.tables.overview_reading import borne_by_others, income_beside, kinds_beside, payback_key
from bizcase.tables.payback_words import in_figures
from bizcase.tables.table import Cell, Column, Table
from bizcase.texts.template import Text, Words

_NATURES: tuple[Nature, ...] = get_args(Nature)

_WHAT_STANDS_THERE = Text(
    "Investeringer er summen af alle sagens år, effektivisering er pr. år: besparelser uden fortegn, nye "
    "driftsudgifter med minus."
)


def investment_overview(pool: Pool) -> Table:
    """The overview. Savings stand without a minus here, and the payback is on the basis that its column names.

    Investments on other areas than service and capital have a column of their own where there are any.
    """
    profile, cases, own = pool.profile, pool.cases, pool.profile.overviews.investment
    basis = profile.payback_bases[0]
    of_its_nature = {nature: profile.areas_of_nature(nature) for nature in _NATURES}
    used = [nature for nature in _NATURES if of_its_nature[nature]]
    heads = {nature: Text.of_profile(profile.head_of(own, nature)) for nature in used}
    costly = [nature for nature in used if nature != "other" or _any_costs(cases, of_its_nature["other"])] or used
    invested = [of_its_nature[nature] for nature in costly]
    service = of_its_nature["service"]
    rest = frozenset(profile.steering_areas) - service
    saved = [areas for areas in (service, rest) if areas]
    saved_heads: list[Words] = [heads["service"]] if service else []
    if rest:
        saved_heads.append(heads[used[-1]])

    def amounts_of(summed: Sequence[PoolCase]) -> tuple[list[Decimal], list[Decimal]]:
        costs = [sum((of_nature(case.costs, areas) for case in summed), ZERO) for areas in invested]
        return costs, [-sum((of_nature(case.lasting, areas) for case in summed), ZERO) for areas in saved]

    def line(case: PoolCase) -> tuple[Cell, ...]:
        costs, savings = amounts_of([case])
        label = f"{case.committee}{mark_of(case)}"
        return label, case.id, title_of(case), *_blank(costs), *_blank(savings), in_figures(case.payback(basis))

    def sums(summed: Sequence[PoolCase]) -> tuple[Cell, ...]:
        costs, savings = amounts_of(summed)
        return None, None, *costs, *savings, None

    capital = of_its_nature["capital"]
    held_too: list[Words] = []
    if rest != capital and any(of_nature(case.lasting, capital) for case in cases):
        held_too.append(
            Text("{head} rummer også varige ændringer på {area}.", head=saved_heads[-1], area=heads["capital"])
        )
    name, title = name_and_title(pool, own, Text("Investeringsforslag"))
    return Table(
        name=name,
        title=Text("{title}, {head}", title=title, head=head(cases)),
        columns=(
            *(Column(heading) for heading in (Text("Udvalg"), Text("Nr."), Text("Forslag"))),
            *(Column(heads[nature], figures=True, group=Text("Investeringer")) for nature in costly),
            *(Column(name, figures=True, group=Text("Effektivisering ved fuld indfasning")) for name in saved_heads),
            Column(payback_head(basis, saved_heads[0]), figures=True, is_count=True),
        ),
        rows=pool.arrangement.rows(cases, line, sums),
        notes=(
            *([_WHAT_STANDS_THERE] if cases else []),
            *kinds_beside(pool, "investment"),
            *notes(pool),
            *borne_by_others(pool),
            *income_beside(cases),
            *payback_key(case.payback(basis) for case in cases),
            *held_too,
            *budget_notes(pool, with_investments=True),
        ),
        is_rounded=True,
    )


def payback_head(basis: Basis, service: Words) -> Text:
    """How a column of paybacks is headed, by what they count."""
    if basis == "service":
        return Text("Tilbagebetalingstid på {area}, år", area=service)
    return Text("Tilbagebetalingstid på totaløkonomi, år")


def _any_costs(cases: Sequence[PoolCase], areas: frozenset[str]) -> bool:
    return any(of_nature(case.costs, areas) for case in cases)


def _blank(amounts: list[Decimal]) -> list[Decimal | None]:
    """Amounts of one case: nil prints beside one that is not, and nothing where all of them are."""
    return list(amounts) if any(amounts) else [None] * len(amounts)

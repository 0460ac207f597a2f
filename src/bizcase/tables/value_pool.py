"""What a pool is worth: its cases together, horizons side by side, and a row a case. A pool has no internal rate."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bizcase.case.amounts import ZERO
from bizcase.case.profile import Basis, Profile
from bizcase.engine.flow import spanned
from bizcase.engine.present_value import Valuation, Value, Valued
from bizcase.tables.head import IN_ALL, carried_on_in_words, listed, span_in_words, unit_and_level
from bizcase.tables.overview import MARKS
from bizcase.tables.overview_notes import approvals, counted_again, left_out_of, own_figures
from bizcase.tables.overview_reading import kinds_added_up, payback_signs
from bizcase.tables.payback_words import BY_RULE, in_figures
from bizcase.tables.price_level import all_marked, carried_into_sums, marked, pool_notes
from bizcase.tables.rows import Rows
from bizcase.tables.table import Cell, Column, Table
from bizcase.tables.value import add_worth
from bizcase.tables.value_words import (
    GAIN,
    WITHOUT_LOAN,
    beyond_the_table,
    convention,
    depends_on_the_horizon,
    horizon_heading,
    left_out_within,
    rate,
    ratio,
    ratio_note,
)
from bizcase.texts.template import Text, Words


def pool_tables(valuation: Valuation, pool: Value, profile: Profile) -> tuple[Table, Table]:
    """The value of a pool, and of each case in it."""
    together, one_by_one = _together(valuation, pool), _one_by_one(valuation, pool, profile)
    summed = [each.case.converted for each in valuation.summed]
    shown = [*summed, *(each.case.converted for each in _ideas(valuation.cases))]
    if any(conversion and conversion.rests_on_estimates for conversion in summed):
        together = all_marked(together)
    return (
        replace(together, notes=(*together.notes, *pool_notes(summed))),
        replace(carried_into_sums(one_by_one), notes=(*one_by_one.notes, *pool_notes(shown))),
    )


def _years(valuation: Valuation) -> range:
    return spanned(*(each.case.years for each in valuation.summed))


def _together(valuation: Valuation, pool: Value) -> Table:
    """The cases added up, in 1.000 kr. of the base year."""
    cases, years = valuation.summed, _years(valuation)
    rows = Rows()
    add_worth(rows, pool.horizons, has_income=any(each.case.has_income for each in cases))
    carried_on = sum(each.case.years.stop < years.stop and bool(each.case.money.efficiencies.lasting) for each in cases)
    return Table(
        name=Text("Nutidsværdi"),
        title=Text("Nutidsværdi af {count} forslag i alt", count=len(cases)),
        columns=(
            Column(unit_and_level(pool.price_level)),
            *(Column(horizon_heading(years, each.last_year), figures=True) for each in pool.horizons),
        ),
        rows=rows.all(),
        is_rounded=True,
        is_worked_out=True,
        notes=(
            convention(pool, years),
            *kinds_added_up([each.case for each in cases]),
            *depends_on_the_horizon(pool),
            *beyond_the_table(pool, years, sum((each.case.money.efficiencies.lasting for each in cases), ZERO)),
            *carried_on_in_words(carried_on),
            *left_out_within(valuation.within),
            Text(
                "Udgifter er angivet uden fortegn og besparelser med minus, som i Tabel 1; nettogevinsten har modsat "
                "fortegn."
            ),
            ratio_note([pool]),
            *_left_out(valuation.cases),
            *([WITHOUT_LOAN] if any(each.case.has_loan for each in cases) else []),
            *own_figures([each.case for each in cases]),
        ),
    )


def _one_by_one(valuation: Valuation, pool: Value, profile: Profile) -> Table:
    """The net gain of each case over every horizon, and its ratios over the pool's own years."""
    cases, years = valuation.summed, _years(valuation)
    bases = profile.payback_bases if profile.areas_of_nature("service") else profile.payback_bases[:1]
    rows = Rows()
    added = [rows.line(*_line(each, pool, bases)) for each in cases]
    rows.sum(added, IN_ALL, None, *(worth.gain for worth in pool.horizons), ratio(pool.horizons[0].benefit_cost_ratio))
    if ideas := _ideas(valuation.cases):
        rows.section(Text("Idéoplæg, ikke lagt til"))
        for each in ideas:
            rows.line(*_line(each, pool, bases))
    ratios = horizon_heading(years, pool.horizons[0].last_year)
    service = Text.of_profile(profile.head_of(profile.overviews.investment, "service"))
    headings = {"service": service, "total": Text("Totaløkonomi")}
    return Table(
        name=Text("Forslagene"),
        title=Text("Nettogevinst i nutidsværdi, forslag for forslag"),
        columns=(
            Column(unit_and_level(pool.price_level)),
            Column(Text("Forslag")),
            *(Column(horizon_heading(years, worth.last_year), figures=True, group=GAIN) for worth in pool.horizons),
            Column(Text("B/C"), figures=True, group=ratios),
            Column(Text("Intern rente"), figures=True, group=ratios),
            *(
                Column(headings[basis], figures=True, group=Text("Diskonteret tilbagebetalingstid, år"), is_count=True)
                for basis in bases
            ),
        ),
        rows=rows.all(),
        is_rounded=True,
        is_worked_out=True,
        notes=(convention(pool, years), *_notes(valuation, pool, bases)),
    )


def _line(valued: Valued, pool: Value, bases: Sequence[Basis]) -> tuple[Cell, ...]:
    """A case over the pool's horizons; one that ends within the years of an idea's own table is blank."""
    case, value = valued
    by_year = {worth.last_year: worth for worth in value.horizons}
    worths = [by_year.get(worth.last_year) for worth in pool.horizons]
    first = worths[0]
    return (
        case.id,
        f"{case.title}{MARKS.get(case.approval, '')}",
        *marked([worth and worth.gain for worth in worths], case.converted),
        None if first is None else ratio(first.benefit_cost_ratio),
        None if first is None else rate(first.internal_rate and first.internal_rate.rate),
        *(in_figures(value.discounted[basis]) for basis in bases),
    )


def _left_out(cases: Sequence[Valued]) -> Iterator[Text]:
    """The cases that no sum has, and those that may be in it twice."""
    yield from counted_again([each.case for each in cases])
    yield from left_out_of({}, [each.case.id for each in cases if each.case.approval == "rejected"])
    if ideas := [each.case.id for each in _ideas(cases)]:
        yield Text("Idéoplæg er ikke lagt til: {cases}.", cases=listed(ideas))


def _ideas(cases: Sequence[Valued]) -> list[Valued]:
    return [each for each in cases if each.case.kind == "idea" and each.case.approval != "rejected"]


def _notes(valuation: Valuation, pool: Value, bases: Sequence[Basis]) -> Iterator[Words]:
    cases = valuation.summed
    shown = [*cases, *_ideas(valuation.cases)]
    yield from _unlike_alone(cases, pool, _years(valuation))
    yield from approvals([each.case for each in shown])
    if either := [each.case.id for each in cases if each.value.depends_on_the_horizon]:
        yield Text(
            "Fortegnet afhænger af horisonten for {number} af {all} forslag, fx {cases}.",
            number=len(either),
            all=len(cases),
            cases=listed(either[:5]),
        )
    yield ratio_note([pool, *(each.value for each in shown)])
    if any(
        each.value.horizons[0].internal_rate.status != "found" for each in shown if each.value.horizons[0].internal_rate
    ):
        yield Text(
            "Der er ingen intern rente (-), hvor beløbene ikke skifter fra udgift til gevinst præcis én gang, og ingen "
            "for alle sager i alt."
        )
    never = Text("- er ikke tjent hjem 75 år efter den første omkostning")
    paybacks = (each.value.discounted[basis] for each in shown for basis in bases)
    yield Text(
        "Diskonteret tilbagebetalingstid: {key}.",
        key=listed([BY_RULE[cases[0].case.counted_by], *payback_signs(paybacks, never=never)], "; "),
    )


def _unlike_alone(cases: Sequence[Valued], pool: Value, years: range) -> Iterator[Words]:
    """That cases may be worth something else here than by themselves, where the years of any are not the pool's."""
    if any(each.case.years != years for each in cases):
        yield Text(
            "Hver sag er regnet som puljen: over {years}, ført videre med det, der er varigt, og tilbage til "
            "{base_year}. Alene regnes en sag over sin egen tabels år, så tallene kan være andre.",
            years=span_in_words(years),
            base_year=pool.discounting.base_year,
        )

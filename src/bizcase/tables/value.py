"""What a case is worth: present value and what is made of it, horizons side by side. No paper prints it."""

from collections.abc import Callable, Iterator

from bizcase.case.profile import Basis, PaybackRule, Profile
from bizcase.engine.present_value import Valued, Worth
from bizcase.engine.result import PaybackTime
from bizcase.engine.value_case import ValueCase
from bizcase.tables.figures import Number
from bizcase.tables.head import unit_and_level
from bizcase.tables.payback_words import BY_RULE, in_words, labels
from bizcase.tables.price_level import converted, paybacks_before
from bizcase.tables.rows import Rows
from bizcase.tables.table import Cell, Column, Role, Sum, Table
from bizcase.tables.value_words import (
    EFFECT,
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
    without_rate,
)
from bizcase.texts.template import Text, Words


def value_table(valued: Valued, within: tuple[int, ...], profile: Profile) -> Table:
    """What a case is worth, in 1.000 kr. of the base year and in its price level."""
    case, value = valued
    rows = Rows()
    add_worth(rows, value.horizons, has_income=case.has_income)
    rates = (rate(each.internal_rate and each.internal_rate.rate) for each in value.horizons)
    rows.line(Text("Intern rente"), *rates)
    pays_back = case.kind in profile.payback.printed_for and case.first_cost is not None
    if pays_back:
        for basis, label in labels(profile).items():
            rows.add(Role.REMARK, label, _with_fraction(value.paybacks[basis]))
            discounted = Text("{label}, diskonteret", label=label)
            rows.add(Role.REMARK, discounted, _with_fraction(value.discounted[basis]))
    table = Table(
        name=Text("Nutidsværdi"),
        title=Text("Forslagets nutidsværdi"),
        columns=(
            Column(unit_and_level(value.price_level)),
            *(Column(horizon_heading(case.years, each.last_year), figures=True) for each in value.horizons),
        ),
        rows=rows.all(),
        is_rounded=True,
        is_worked_out=True,
        notes=(
            convention(value, case.years),
            *_notes(valued, within, pays_back=pays_back),
            *(paybacks_before(case.converted, _printed(case, profile)) if pays_back else ()),
        ),
    )
    return converted([table], case.converted)[0]


def _printed(case: ValueCase, profile: Profile) -> Iterator[tuple[Basis, PaybackRule, Words]]:
    """The paybacks that the table has, by the municipality's first rule."""
    for basis, label in labels(profile).items():
        yield basis, case.rule, label


def add_worth(rows: Rows, horizons: tuple[Worth, ...], *, has_income: bool) -> None:
    """The rows that a case and a pool have in common: present values, both sums of them, annuity and B/C."""

    def cells(label: Words, find: Callable[[Worth], Cell]) -> tuple[Cell, ...]:
        return label, *map(find, horizons)

    parts = [rows.line(*cells(Text("Implementeringsomkostninger"), lambda worth: worth.costs))]
    parts.append(rows.line(*cells(Text("Varige ændringer"), lambda worth: worth.efficiencies)))
    if has_income:
        parts.append(rows.line(*cells(Text("Engangsindtægter"), lambda worth: worth.income)))
    effect = rows.sum(parts, *cells(EFFECT, lambda worth: worth.npv))
    rows.add(Role.TOTAL, *cells(GAIN, lambda worth: worth.gain), recipe=Sum((), less=(effect,)))
    rows.line(*cells(Text("Annuitet, samlet økonomisk påvirkning pr. år"), lambda worth: worth.annuity))
    rows.line(*cells(Text("Gevinst pr. investeret krone (B/C)"), lambda worth: ratio(worth.benefit_cost_ratio)))


def _with_fraction(payback: PaybackTime) -> Words:
    """A payback in whole years, and how long it takes with the fraction of a year."""
    if payback.exactly is None:
        return in_words(payback)
    return Text("{years} ({exactly})", years=in_words(payback), exactly=Number(payback.exactly, 2))


def _notes(valued: Valued, within: tuple[int, ...], *, pays_back: bool) -> Iterator[Words]:
    case, value = valued
    yield from depends_on_the_horizon(value)
    yield from beyond_the_table(value, case.years, case.money.efficiencies.lasting)
    yield from left_out_within(within)
    yield Text(
        "Udgifter er angivet uden fortegn og besparelser med minus, som i Tabel 1; nettogevinsten har modsat fortegn."
    )
    yield ratio_note([value])
    yield from without_rate(value)
    if pays_back:
        yield _counted(case.rule, case.counted_by)
    if case.has_loan:
        yield WITHOUT_LOAN
    if case.has_own_figures:
        yield Text("Bygger helt eller delvist på vores skøn eller fordeling; Tabel 1 viser, hvilke tal det er.")


def _counted(rule: PaybackRule, discounted: PaybackRule) -> Text:
    """How both paybacks are counted."""
    if rule == discounted:
        return Text(
            "Tilbagebetalingstid, også diskonteret: {rule}; den diskonterede er søgt 75 år frem fra den første "
            "omkostning. I parentes med brøkdel af et år.",
            rule=BY_RULE[rule],
        )
    return Text(
        "Tilbagebetalingstid: {rule}; diskonteret: {counted}, søgt 75 år frem fra den første omkostning. I parentes "
        "med brøkdel af et år.",
        rule=BY_RULE[rule],
        counted=BY_RULE[discounted],
    )

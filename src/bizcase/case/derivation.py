"""From assumptions to amounts: derived figures worked out exactly, and driven lines given their amounts.

Case to case, before anything is split or borrowed: whatever comes behind sees ordinary amounts.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from bizcase.case.assumptions import Chain, Factor, powers_of, quantity_of
from bizcase.case.line import DrivenLine, Efficiency
from bizcase.case.measure import YEAR, Converted, Powers, based, in_words, left_over
from bizcase.case.model import Case
from bizcase.case.nearest import choose_from
from bizcase.case.period_amounts import Amounts
from bizcase.case.quantity import ByPeriod, Quantity
from bizcase.case.refusal import Refusal
from bizcase.case.rounding import to_step
from bizcase.case.unit import THOUSANDS
from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.texts.template import Text, Words

DRIVEN = ("implementation_costs", "efficiencies")
"""The lists of a case whose lines may be driven."""

MOST_FIGURES = 1_000
"""Assumptions and derived figures that one case may have."""

WHOLE = Decimal(1)
"""What a driven line's amounts are rounded to where it says nothing: 1.000 kr."""


class Worked(NamedTuple):
    """A calculation worked out: the figure in its unit, and the conversions that it needed."""

    quantity: Quantity
    conversions: tuple[Text, ...]

    @property
    def by_period(self) -> ByPeriod:
        """What each period has; nothing where one figure holds for all years."""
        return self.quantity.figure if isinstance(self.quantity.figure, dict) else {}


Figures = dict[str, Worked]
"""Every assumption and every derived figure by its name."""


def derive(case: Case) -> Case:
    """The case whose driven lines have their amounts; the same where it has none. It must be without `faults`."""
    figures = figures_of(case)
    changed = {
        section: tuple(
            line.model_copy(update={"amounts": _amounts(line, figures, case)}) if line.calculation else line
            for line in getattr(case, section)
        )
        for section in DRIVEN
        if any(line.calculation for line in getattr(case, section))
    }
    return case.model_copy(update=changed) if changed else case


def figures_of(case: Case) -> Figures:
    """Every figure of a case without faults, exactly."""
    figures, _ = _figures_and_faults(case)
    return figures


def worked_out(line: DrivenLine, figures: Figures, case: Case) -> Worked:
    """What a driven line comes to in each period, phased in, exactly, in 1.000 kr. and without a sign.

    Raises Refusal (`units-do-not-cancel`, `bad-period`, `missing-key`).
    """
    quantity, conversions = calculated(line, figures, case)
    wanted = quantity.powers
    if line.phase_in is not None:
        shares = {period: Fraction(share) / 100 for period, share in line.phase_in.items()}
        quantity = quantity.times(Quantity(shares, {}, timed="phase_in"))
    if not isinstance(quantity.figure, dict):
        example = "{2026: 50%, 2027+: 100%}" if YEAR in wanted else "{2026: 50%, 2027: 50%}"
        message = Text("har ingen år; tilføj phase_in, fx {example}, eller giv en forudsætning år", example=example)
        raise Refusal("missing-key", message)
    if YEAR not in wanted and (still := next((period for period in quantity.figure if period.is_open), None)):
        message = Text(
            "går fra {year} og frem, og en implementeringsomkostning ophører; skriv slutåret", year=still.first
        )
        raise Refusal("bad-period", message)
    return Worked(quantity, conversions)


def calculated(line: DrivenLine, figures: Figures, case: Case) -> Worked:
    """What the calculation of a line comes to before it is phased in, in 1.000 kr. (a year). Raises Refusal."""
    wanted: Powers = {THOUSANDS: 1, YEAR: -1} if isinstance(line, Efficiency) else {THOUSANDS: 1}
    in_file = Text("{unit}/år", unit=case.unit) if YEAR in wanted else case.unit
    quantity, converted = _counted_in(line.calculation, figures, wanted, in_file)
    return Worked(quantity, converted.shown)


def used_names(case: Case) -> frozenset[str]:
    """Every name that a line or a derived figure is worked out of."""
    chains = [*(each.chain for each in case.derived.values()), *(line.calculation for _, line in driven_lines(case))]
    return frozenset(factor.name for chain in chains for factor in chain)


def driver_faults(case: Case) -> list[Fault]:
    """What keeps the driven lines and the derived figures of a case from being worked out."""
    if len(case.assumptions) + len(case.derived) > MOST_FIGURES:
        message = Text("der er flere end {most} forudsætninger og afledte tal; del sagen", most=MOST_FIGURES)
        return [Fault("bad-value", ("assumptions",), message, at_key=True)]
    figures, faults = _figures_and_faults(case)
    known = (*case.assumptions, *case.derived)
    for where, line in driven_lines(case):
        key = "saving" if line.saving else "cost"
        unknown = list(_unknown(line.calculation, (*where, key), known))
        faults += unknown
        if unknown or any(factor.name not in figures for factor in line.calculation):
            continue
        try:
            faults += _too_large(worked_out(line, figures, case), (*where, key))
        except Refusal as refusal:
            faults.append(Fault(refusal.type, (*where, key), refusal.text))
        if line.low is not None or line.high is not None:
            message = Text("hører til et beløb; skriv low og high på de forudsætninger, linjen regnes ud fra")
            faults.append(Fault("bad-value", (*where, "high" if line.low is None else "low"), message, at_key=True))
    return faults


def driven_lines(case: Case) -> Iterator[tuple[Where, DrivenLine]]:
    """The lines of a case whose amounts are derived, with where they stand."""
    for section in DRIVEN:
        for index, line in enumerate(getattr(case, section)):
            if line.calculation:
                yield (section, index), line


_LARGEST = 10**12
"""Nobody can write a larger amount, either."""


def _too_large(worked: Worked, where: Where) -> Iterator[Fault]:
    if any(figure >= _LARGEST for figure in worked.quantity.figures):
        yield Fault("bad-value", where, Text("giver et beløb på flere end tolv cifre; tjek tallene og enhederne"))


def _amounts(line: DrivenLine, figures: Figures, case: Case) -> Amounts:
    """The amounts of a driven line, rounded once: a saving is negative."""
    sign = -1 if line.saving else 1
    return {
        period: to_step(sign * exactly, line.round_to or WHOLE)
        for period, exactly in worked_out(line, figures, case).by_period.items()
    }


def _figures_and_faults(case: Case) -> tuple[Figures, list[Fault]]:
    figures = {name: Worked(quantity_of(name, each), ()) for name, each in case.assumptions.items()}
    faults: list[Fault] = []
    known = (*case.assumptions, *case.derived)
    for name in case.derived:
        if name in case.assumptions:
            message = Text("er allerede navnet på en forudsætning; giv det afledte tal et andet navn")
            faults.append(Fault("duplicate-key", ("derived", name), message, at_key=True))
        faults += _unknown(case.derived[name].chain, ("derived", name, "from"), known)
    order, circles = _in_order(case)
    for circle in circles:
        message = Text(
            "regnes ud fra sig selv: {circle}; skriv en af dem som en forudsætning", circle=" → ".join(circle)
        )
        faults.append(Fault("circular-assumption", ("derived", circle[0], "from"), message))
    for name in order:
        each = case.derived[name]
        if name in case.assumptions or any(factor.name not in figures for factor in each.chain):
            continue  # it has been told of, or what it rests on has
        wanted = powers_of(each.unit)
        try:
            in_file = each.unit.written if each.unit else in_words({})
            quantity, converted = _counted_in(each.chain, figures, wanted, in_file)
        except Refusal as refusal:
            faults.append(Fault(refusal.type, ("derived", name, "from"), refusal.text))
            continue
        figures[name] = Worked(quantity._replace(timed=name if quantity.timed else ""), converted.shown)
    return figures, faults


def _counted_in(chain: Chain, figures: Figures, wanted: Powers, in_file: Words) -> tuple[Quantity, Converted]:
    """A calculation in the unit that it is to give. Raises Refusal, which asks about a stroke that is forgotten."""
    product = _product(chain, figures)
    try:
        return product.counted_in(wanted, in_file)
    except Refusal as refusal:
        meant = _factor_meant(chain, figures, product.powers, wanted)
        if meant is None or not isinstance(refusal.text, Text):
            raise
        advice = Text("mente du {factor}?", factor=str(meant))
        text = Text.of(refusal.text.template, {**refusal.text.values, "advice": advice})
        raise Refusal(refusal.type, text) from None


def _factor_meant(chain: Chain, figures: Figures, found: Powers, wanted: Powers) -> Factor | None:
    """The one figure that divides instead of multiplying, or the other way round, where that makes the units cancel."""
    left = left_over(found, wanted)
    for factor in chain:
        quantity = figures[factor.name].quantity
        turning = -2 if factor.divides else 2
        could_turn = factor.divides or all(quantity.figures)
        if could_turn and left == {word: turning * power for word, power in based(quantity.powers).items()}:
            return factor._replace(divides=not factor.divides)
    return None


def _product(chain: Chain, figures: Figures) -> Quantity:
    """Figures multiplied with and divided by each other, in the order of their names. Raises Refusal."""
    product = Quantity(Fraction(1), {}, factors=0)
    for factor in chain:
        quantity = figures[factor.name].quantity
        if factor.divides and not all(quantity.figures):
            raise Refusal("bad-value", Text("dividerer med {name}, som er 0; ret tallet", name=factor.name))
        product = product.times(quantity.inverse() if factor.divides else quantity)
    return product


def _unknown(chain: Chain, where: Where, known: tuple[str, ...]) -> Iterator[Fault]:
    """Names in a calculation that nothing goes by."""
    for index, factor in enumerate(chain):
        if factor.name in known:
            continue
        advice: Words = (
            choose_from(factor.name, known) if known else Text("skriv den under assumptions med tal, enhed og kilde")
        )
        message = Text("{found} er ikke en forudsætning i sagen; {advice}", found=factor.name, advice=advice)
        yield Fault("unknown-assumption", (*where, index), message)


def _in_order(case: Case) -> tuple[list[str], list[list[str]]]:
    """Derived figures, each behind those that it rests on, and the circles in which some of them rest on themselves."""
    rests_on = {
        name: {factor.name for factor in each.chain if factor.name in case.derived}
        for name, each in case.derived.items()
    }
    circles: list[list[str]] = []
    while True:
        try:
            return list(TopologicalSorter(rests_on).static_order()), circles
        except CycleError as error:
            circle: list[str] = error.args[1][::-1]
            circles.append(circle)
            for name in circle:
                rests_on.pop(name, None)
            for others in rests_on.values():
                others.difference_update(circle)

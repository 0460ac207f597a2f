"""The notes below an overview: what its marks mean, what it is not of, what is beyond a limit, what is asked for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median

from bizcase.case.amounts import ZERO
from bizcase.case.rounding import half_up
from bizcase.case.unit import MILLIONS
from bizcase.engine.pool_case import PoolCase
from bizcase.engine.pool_span import carried_on, stretching
from bizcase.engine.value_case import ValueCase
from bizcase.tables.budget import Frame, frames
from bizcase.tables.figures import Money
from bizcase.tables.head import carried_on_in_words, listed
from bizcase.tables.overview import KINDS, Pool
from bizcase.tables.payback_words import in_figures, in_words
from bizcase.tables.remarks import accepted_in_words
from bizcase.texts.template import Text, Words


def notes(pool: Pool) -> Iterator[Words]:
    """What every overview of cases says of them."""
    if not pool.cases:
        yield Text("Der er ingen sager i oversigten.")
    yield from approvals(pool.cases)
    if pool.arrangement.group_by == "committee" and any(case.shares for case in pool.cases):
        yield Text(
            "(delt): flere udvalg bærer sagen, og her står udvalgets egen del. Tilbagebetalingstiden er hele sagens."
        )
    yield from left_out_of(pool.of_other_kinds, pool.rejected)
    yield from counted_again(pool.cases)
    yield from _beyond_the_limit(pool)
    yield from _paybacks_before(pool)
    yield from own_figures(pool.cases)
    yield from _accepted(pool.cases)


def left_out_of(of_other_kinds: Mapping[str, int], rejected: Sequence[str]) -> Iterator[Text]:
    """How many cases, by kind, an overview is not of, and the numbers of those that have been rejected; if any."""
    if of_other_kinds:
        kinds = (Text("{kind} ({count})", kind=KINDS[kind], count=count) for kind, count in of_other_kinds.items())
        yield Text("Ikke med i oversigten: {kinds}.", kinds=listed(kinds))
    if rejected:
        yield Text("Afvist og derfor ikke med: {cases}.", cases=listed(rejected))


def counted_again(cases: Iterable[PoolCase | ValueCase]) -> Iterator[Text]:
    """The numbers that several cases of a sum have: each year's pool numbers anew, or a case came back."""
    numbers = Counter(case.id for case in cases)
    if again := [number for number, count in numbers.items() if count > 1]:
        yield Text(
            "Sager med samme nummer, fra hvert sit prisniveau, er alle regnet med: {cases}.", cases=listed(again)
        )


def span_notes(pool: Pool) -> Iterator[Words]:
    """What stands behind figures over one span of years."""
    yield from carried_on_in_words(len(carried_on(pool.cases, pool.years)))
    if warning := span_warning(pool.cases):
        yield warning


def span_warning(cases: Iterable[PoolCase]) -> Text | None:
    """A case that alone makes the span much longer."""
    case = stretching(list(cases))
    if case is None:
        return None
    return Text(
        "{id} alene gør perioden mere end fem år længere: dens egen tabel går fra {first} til {last}.",
        id=case.id,
        first=case.years.start,
        last=case.years.stop - 1,
    )


def budget_notes(pool: Pool, *, with_investments: bool = False) -> Iterator[Words]:
    """What is asked of the pool against its budget, in mio. kr.; and what of the investments nobody asks it for."""
    if pool.budget is None:
        return
    asked = asked_for(pool)
    size = pool.budget.size
    decimals = _telling_apart(asked, size)
    left = Money(abs(size - asked), MILLIONS, decimals)
    if size >= asked:
        outcome = Text("der er {amount} mio. kr. tilbage", amount=left)
    else:
        outcome = Text("det er {amount} mio. kr. mere, end puljen rummer", amount=left)
    yield Text(
        "Puljen er på {budget} mio. kr.; der er søgt om {asked} mio. kr., og {outcome}.",
        budget=Money(size, MILLIONS, decimals),
        asked=Money(asked, MILLIONS, decimals),
        outcome=outcome,
    )
    invested = sum((amount for case in pool.cases if case.kind != "idea" for amount in case.costs.values()), ZERO)
    if with_investments and invested != asked:
        yield Text(
            "Investeringerne er på {invested} mio. kr.; de {rest} mio. kr., som puljen ikke er søgt om, betales af "
            "egne midler eller internt lån.",
            invested=Money(invested, MILLIONS),
            rest=Money(invested - asked, MILLIONS),
        )


def warnings(pool: Pool, overview: str) -> Iterator[Text]:
    """What is to be asked about a whole pool: a case that stretches its span or its scale, a budget that is overrun."""
    if overview in ("figures", "profile") and (warning := span_warning(pool.cases)):
        yield warning
    yield from counted_again(pool.cases)
    yield from _out_of_scale(pool.cases)
    if pool.budget is None:
        return
    if (asked := asked_for(pool)) > pool.budget.size:
        yield Text(
            "der er søgt om {asked} mio. kr., og puljen er på {budget} mio. kr.",
            asked=Money(asked, MILLIONS, _telling_apart(asked, pool.budget.size)),
            budget=Money(pool.budget.size, MILLIONS, _telling_apart(asked, pool.budget.size)),
        )
    for area, framed in frames(pool).items():
        for year, left in framed.left.by_year.items():
            if left < ZERO:
                yield _overrun(area, year, framed)


_OTHERS, _TIMES = 4, 300
"""How many other cases say what is usual in a pool, and how many times larger a case is that may count in kroner."""


def _out_of_scale(cases: Sequence[PoolCase]) -> Iterator[Text]:
    """A case that is a thousand times too large for its pool, as kroner among thousands make it."""
    sizes = [(size, case) for case in cases if (size := _size(case))]
    others = sorted(size for size, _ in sizes)[:-1]  # without any case of the upper half, their middle is the same
    if len(others) < _OTHERS:
        return
    usual = median(others)
    for size, case in sizes:
        if size >= _TIMES * usual:
            yield Text(
                "{id} er {times} gange så stor som puljens sager er flest; tjek sagens enhed",
                id=case.id,
                times=int(size / usual),
            )


def _size(case: PoolCase) -> Decimal:
    """What a case costs, or saves in a year, whichever is more."""
    return max(sum(case.costs.values(), ZERO), abs(sum(case.lasting.values(), ZERO)))


def _overrun(area: str, year: int, framed: Frame) -> Text:
    asked, frame = framed.asked.by_year[year], framed.budget.by_year[year]
    values = {"area": area, "year": year}
    if not framed.is_given:
        return Text(
            "der er søgt om {asked} mio. kr. på {area} i {year}, og der er ingen ramme",
            asked=Money(asked, MILLIONS),
            **values,
        )
    decimals = _telling_apart(asked, frame)
    return Text(
        "der er søgt om {asked} mio. kr. på {area} i {year}, og rammen er på {budget} mio. kr.",
        asked=Money(asked, MILLIONS, decimals),
        budget=Money(frame, MILLIONS, decimals),
        **values,
    )


def _telling_apart(one: Decimal, other: Decimal) -> int:
    """The decimals of a million that two amounts need, so as not to be printed alike where they differ."""
    return next((many for many in (1, 3) if one == other or half_up(one - other, many - 3)), 6)


def not_asked_for(pool: Pool) -> Iterator[Words]:
    """The cases that cost something and ask the pool for nothing."""
    silent = [case for case in pool.cases if any(case.costs.values()) and not case.asked_of_the_pool]
    if ideas := [case.id for case in silent if case.kind == "idea"]:
        yield Text("Idéoplæg, som endnu intet søger: {cases}.", cases=listed(ideas))
    if cases := [case.id for case in silent if case.kind != "idea"]:
        yield Text("Søger intet: {cases}. De betales af egne midler eller internt lån.", cases=listed(cases))


def asked_for(pool: Pool) -> Decimal:
    """What the cases ask of the pool, in 1.000 kr."""
    return sum((case.asked_of_the_pool for case in pool.cases), ZERO)


def approvals(cases: Iterable[PoolCase | ValueCase]) -> Iterator[Words]:
    """What the marks behind cases mean for which no committee has approved yet."""
    used = {case.approval for case in cases}
    explained = {
        "pending": Text("* Forslag som endnu ikke er udvalgsgodkendt"),
        "cross_cutting_pending": Text("** Tværgående forslag, som endnu ikke er udvalgsgodkendt"),
        None: Text("(*) Godkendelse er ikke oplyst"),
    }
    yield from (text for approval, text in explained.items() if approval in used)


def _beyond_the_limit(pool: Pool) -> Iterator[Words]:
    """The cases that do not pay back within the limit, on the basis that is printed."""
    limit, (basis, other_basis) = pool.profile.payback.limit_years, pool.profile.payback_bases
    said: list[Words] = []
    for case in pool.cases:
        named, other = case.payback(basis), case.payback(other_basis)
        if not case.must_pay_back or named.status == "no_investment" or named.is_within(limit):
            continue
        if named.years is None and other.is_within(limit):
            reached = Text("kun på totaløkonomi: {payback}", payback=in_words(other))
            said.append(Text("{id} ({reached})", id=case.id, reached=reached))
        else:
            said.append(Text("{id} ({payback})", id=case.id, payback=in_figures(named)))
    if said:
        yield Text(
            "Tilbagebetalingstid over grænsen på {limit} år, eller aldrig nået (-): {cases}.",
            limit=limit,
            cases=listed(said),
        )


def _paybacks_before(pool: Pool) -> Iterator[Words]:
    """What the paybacks are in the files' own price levels, where those are others."""
    rule = pool.profile.payback_rules[0]
    said = [
        Text("{id} ({payback} i {start} p/l)", id=case.id, payback=in_words(before[rule]), start=case.converted.start)
        for case in pool.cases
        if case.converted and rule in (before := case.converted.before.get(pool.profile.payback_bases[0], {}))
    ]
    if said:
        yield Text("Områderne har hvert sit indeks, og det ændrer tilbagebetalingstiden: {cases}.", cases=listed(said))


def own_figures(cases: Sequence[PoolCase | ValueCase]) -> Iterator[Words]:
    """How many of the cases rest on estimates of ours, and which."""
    if own := [case.id for case in cases if case.has_own_figures]:
        yield Text(
            "Bygger helt eller delvis på vores skøn eller fordeling: {number} af {all} ({cases}).",
            number=len(own),
            all=len(cases),
            cases=listed(own),
        )


def _accepted(cases: Iterable[PoolCase]) -> Iterator[Words]:
    said = [
        Text("{case}: {reason}", case=case.id, reason=accepted_in_words(each))
        for case in cases
        for each in case.accepted
    ]
    if said:
        yield Text("Accepteret med en begrundelse: {cases}", cases=listed(said, "; "))

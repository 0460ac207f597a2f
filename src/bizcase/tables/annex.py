"""The technical annex of 2016: what moves between appropriations, the capital released, and what kind it is."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from bizcase.case.model import Appropriation
from bizcase.engine.result import NamedYears, Result, ResultLine
from bizcase.tables.rows import NIL, Rows, together, total
from bizcase.tables.shown import Shown
from bizcase.tables.table import Column, Table


def annex(result: Result, shown: Shown) -> list[Table]:
    """The annex's tables; the two about capital only where the case has any."""
    capital = _capital_lines(result, shown)
    tables = [appropriations(result, shown)]
    if capital:
        tables += [capital_released(capital, result, shown), capital_by_category(capital, result, shown)]
    return tables


def has_annex(result: Result, shown: Shown) -> bool:
    """Whether the annex would say anything of the case."""
    lines = (*result.implementation_costs.lines, *result.efficiencies.lines)
    return any(line.line.appropriation for line in lines) or bool(_capital_lines(result, shown))


class Move(NamedTuple):
    """Money that a committee gets, or gives up where negative, with where it comes from if that is given."""

    names: tuple[str, ...]
    committee: str
    appropriation: Appropriation
    amounts: NamedYears
    lasts: bool
    source: tuple[str, Appropriation] | None


def appropriations(result: Result, shown: Shown) -> Table:
    """Tabel 2: the pool's row, negative, and the committee's, positive; the last row is nil or a note says why not."""
    words, years = shown.words, result.years
    rows = Rows(5 + len(years))
    added: list[int] = []

    def row(committee: str, appropriation: Appropriation, amounts: NamedYears, *, lasts: bool) -> None:
        cells = committee, _named(appropriation), appropriation.function, words.expense
        added.append(rows.line(*cells, *shown.amounts(amounts), words.yes if lasts else words.no))

    moves = _moves(result)
    for move in moves:
        if move.source is not None:
            given = tuple(None if amount is None else -amount for amount in move.amounts)
            row(*move.source, given, lasts=move.lasts)
        row(move.committee, move.appropriation, move.amounts, lasts=move.lasts)
    unmatched = [move for move in moves if move.source is None]
    nothing: NamedYears = (NIL,) * len(years)
    balance = reduce(together, (move.amounts for move in unmatched), nothing)
    rows.sum(added, words.in_all, None, None, None, *shown.amounts(balance))
    return Table(
        name=f"{words.annex_name}, {words.annex_2.partition('.')[0].lower()}",
        title=words.annex_2,
        columns=(
            *(Column(name) for name in (words.committee, words.appropriation, words.function, words.direction)),
            *shown.years(years, shown.amounts_in(result.case.price_level)),
            Column(words.permanent),
        ),
        rows=rows.all(),
        words=words,
        notes=tuple(_notes(result, unmatched, balance, shown)),
    )


def _moves(result: Result) -> list[Move]:
    """What is moved for each line with an appropriation; lines of one appropriation move together."""
    moves: dict[object, Move] = {}
    for line in (*result.implementation_costs.lines, *result.efficiencies.lines):
        appropriation = line.line.appropriation
        if appropriation is None or (line.is_a_cost and not line.is_the_pools):
            continue
        pool = result.case.pool_appropriations.get(line.steering_area) if line.is_a_cost else None
        source = None if pool is None else (pool.committee, pool)
        for committee, amounts in line.by_committee.items():
            lasts = any(period.is_open for period in line.line.amounts)
            key = (line.is_a_cost, line.steering_area, committee, appropriation, lasts)
            before = moves.get(key)
            moved = amounts if before is None else together(before.amounts, amounts)
            names = (line.name,) if before is None else (*before.names, line.name)
            moves[key] = Move(names, committee, appropriation, moved, lasts, source)
    return list(moves.values())


def _notes(result: Result, unmatched: list[Move], balance: NamedYears, shown: Shown) -> Iterator[str]:
    """What does not balance, and which costs are not in the table."""
    words = shown.words
    if unmatched:
        note = words.without_counterpart.format(lines=_listed(name for move in unmatched for name in move.names))
        if any(balance):
            years = ", ".join(str(year) for year, amount in zip(result.years, balance, strict=True) if amount)
            note += f" {words.not_nil.format(years=years)}"
        yield note
    costs = result.implementation_costs.lines
    if bare := [line.name for line in costs if line.is_the_pools and line.line.appropriation is None]:
        yield words.without_appropriation.format(lines=_listed(bare))
    if own := [line.name for line in costs if not line.is_the_pools]:
        yield words.paid_otherwise.format(lines=_listed(own))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _capital_lines(result: Result, shown: Shown) -> list[ResultLine]:
    capital = shown.profile.areas_of_nature("capital")
    return [line for line in result.implementation_costs.lines if line.steering_area in capital]


def capital_released(lines: list[ResultLine], result: Result, shown: Shown) -> Table:
    """Tabel 3: what each committee is to be given of capital, and for what."""
    words = shown.words
    rows = Rows(5 + len(result.years))
    added: list[int] = []
    for line in lines:
        given = line.line.appropriation
        for committee, named in line.by_committee.items():
            amounts = shown.amounts(named)
            numbered = (None, None) if given is None else (_named(given), given.function)
            added.append(rows.line(committee, line.name, *numbered, *amounts, total(amounts)))
    sums = _sum(lines, result, shown)
    rows.sum(added, words.in_all, None, None, None, *sums, total(sums))
    return Table(
        name=f"{words.annex_name}, {words.annex_3.partition('.')[0].lower()}",
        title=words.annex_3,
        columns=(
            *(Column(name) for name in (words.committee, words.activity, words.appropriation, words.function)),
            *shown.years(result.years, shown.amounts_in(result.case.price_level)),
            shown.in_all,
        ),
        rows=rows.all(),
        words=words,
    )


def capital_by_category(lines: list[ResultLine], result: Result, shown: Shown) -> Table:
    """Tabel 4: capital by category; a line that names none is construction."""
    words = shown.words
    rows = Rows(2 + len(result.years))
    added: list[int] = []
    for category, label in words.categories.items():
        blank: NamedYears = (None,) * len(result.years)
        of_category = (line.amounts for line in lines if (line.line.capital_category or "construction") == category)
        amounts = shown.amounts(reduce(together, of_category, blank))
        in_all = total(amounts) if any(amount is not None for amount in amounts) else None
        added.append(rows.line(label, *amounts, in_all))
    sums = _sum(lines, result, shown)
    rows.sum(added, words.in_all, *sums, total(sums))
    return Table(
        name=f"{words.annex_name}, {words.annex_4.partition('.')[0].lower()}",
        title=words.annex_4,
        columns=(Column(shown.head(result.case.price_level)), *shown.years(result.years), shown.in_all),
        rows=rows.all(),
        words=words,
    )


def _sum(lines: list[ResultLine], result: Result, shown: Shown) -> NamedYears:
    nothing: NamedYears = (Decimal(0),) * len(result.years)
    return shown.amounts(reduce(together, (line.amounts for line in lines), nothing))


def _named(appropriation: Appropriation) -> str:
    return f"{appropriation.number} - {appropriation.name}"

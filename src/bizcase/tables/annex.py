"""The technical annex of 2016: what moves between appropriations, the capital released, and what kind it is."""

from collections.abc import Iterable, Iterator

from bizcase.case.model import Appropriation
from bizcase.engine.appropriation import Move, moves
from bizcase.engine.flow import Flow, merged, total
from bizcase.engine.result import Result, ResultLine
from bizcase.tables.rows import Rows
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
    return any(line.line.appropriation for line in result.lines) or bool(_capital_lines(result, shown))


def appropriations(result: Result, shown: Shown) -> Table:
    """Tabel 2: the pool's row, negative, and the committee's, positive; the last row is nil or a note says why not."""
    words, years = shown.words, result.years
    rows = Rows(5 + len(years))
    added: list[int] = []

    def row(committee: str, appropriation: Appropriation, flow: Flow, *, lasts: bool) -> None:
        cells = committee, _named(appropriation), appropriation.function, words.expense
        added.append(rows.line(*cells, *flow.amounts, words.yes if lasts else words.no))

    moved = moves(result)
    for move in moved:
        if move.source is not None:
            row(*move.source, -move.flow, lasts=move.lasts)
        row(move.committee, move.appropriation, move.flow, lasts=move.lasts)
    unmatched = [move for move in moved if move.source is None]
    balance = total((move.flow for move in unmatched), years)
    rows.sum(added, words.in_all, None, None, None, *balance.amounts)
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
        unit=shown.unit,
        notes=tuple(_notes(result, unmatched, balance, shown)),
    )


def _notes(result: Result, unmatched: list[Move], balance: Flow, shown: Shown) -> Iterator[str]:
    """What does not balance, and which costs are not in the table."""
    words = shown.words
    if unmatched:
        note = words.without_counterpart.format(lines=_listed(name for move in unmatched for name in move.names))
        if any(balance.amounts):
            years = ", ".join(str(year) for year, amount in zip(balance.years, balance.amounts, strict=True) if amount)
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
        for part in line.parts:
            numbered = (None, None) if given is None else (_named(given), given.function)
            added.append(rows.line(part.committee, line.name, *numbered, *part.flow.amounts, part.flow.total))
    sums = total((line.flow for line in lines), result.years)
    rows.sum(added, words.in_all, None, None, None, *sums.amounts, sums.total)
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
        unit=shown.unit,
    )


def capital_by_category(lines: list[ResultLine], result: Result, shown: Shown) -> Table:
    """Tabel 4: capital by category; a line that names none is construction."""
    words = shown.words
    rows = Rows(2 + len(result.years))
    added: list[int] = []
    for category, label in words.categories.items():
        of_category = (line.flow for line in lines if (line.line.capital_category or "construction") == category)
        flow = merged(of_category, result.years)
        named = any(amount is not None for amount in flow.amounts)
        added.append(rows.line(label, *flow.amounts, flow.total if named else None))
    sums = total((line.flow for line in lines), result.years)
    rows.sum(added, words.in_all, *sums.amounts, sums.total)
    return Table(
        name=f"{words.annex_name}, {words.annex_4.partition('.')[0].lower()}",
        title=words.annex_4,
        columns=(Column(shown.head(result.case.price_level)), *shown.years(result.years), shown.in_all),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
    )


def _named(appropriation: Appropriation) -> str:
    return f"{appropriation.number} - {appropriation.name}"

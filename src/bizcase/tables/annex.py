"""The technical annex of 2016: what moves between appropriations, the capital released, and what kind it is."""

from collections.abc import Iterable, Iterator

from bizcase.case.line import Appropriation
from bizcase.case.profile import Profile
from bizcase.engine.appropriation import Move, moves
from bizcase.engine.flow import Flow, merged, total
from bizcase.engine.result import Result, ResultLine
from bizcase.tables.head import IN_ALL, SUM_OF_YEARS, amounts_in, unit_and_level, year_columns
from bizcase.tables.own import COSTS, cells_of, own_notes
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Table
from bizcase.texts.template import Text, Words

TITLE = Text("Teknisk bilag")
"""How the annex is headed."""

COMMITTEE, APPROPRIATION, FUNCTION = Text("Udvalg"), Text("Bevilling (nr. og navn)"), Text("Funktion")
CATEGORIES = {
    "external_advice": Text("Ekstern rådgivning"),
    "internal_costs": Text("Interne udgifter"),
    "construction": Text("Anlæg af projektet"),
}


def annex(result: Result, profile: Profile) -> list[Table]:
    """The annex's tables; the two about capital only where the case has any."""
    capital = _capital_lines(result, profile)
    tables = [appropriations(result)]
    if capital:
        tables += [capital_released(capital, result), capital_by_category(capital, result)]
    return tables


def has_annex(result: Result, profile: Profile) -> bool:
    """Whether the annex would say anything of the case."""
    return any(line.line.appropriation for line in result.lines) or bool(_capital_lines(result, profile))


def appropriations(result: Result) -> Table:
    """Tabel 2: the pool's row, negative, and the committee's, positive; the last row is nil or a note says why not."""
    rows = Rows()
    added: list[int] = []

    def row(committee: str, appropriation: Appropriation, flow: Flow, *, lasts: bool) -> None:
        cells = committee, _named(appropriation), appropriation.function, Text("U")
        added.append(rows.line(*cells, *flow.amounts, Text("Ja") if lasts else Text("Nej")))

    moved = moves(result)
    for move in moved:
        if move.source is not None:
            row(*move.source, -move.flow, lasts=move.lasts)
        row(move.committee, move.appropriation, move.flow, lasts=move.lasts)
    unmatched = [move for move in moved if move.source is None]
    balance = total((move.flow for move in unmatched), result.years)
    rows.sum(added, IN_ALL, None, None, None, *balance.amounts)
    return Table(
        name=Text("Bilag, tabel {number}", number=2),
        title=Text("Tabel {number}. Bevillingsmæssige konsekvenser", number=2),
        columns=(
            *(Column(name) for name in (COMMITTEE, APPROPRIATION, FUNCTION, Text("Indtægt (I) / Udgift (U)"))),
            *year_columns(result.years, amounts_in(result.price_level)),
            Column(Text("Varig? ja/nej")),
        ),
        rows=rows.all(),
        notes=tuple(_notes(result, unmatched, balance)),
    )


def _notes(result: Result, unmatched: list[Move], balance: Flow) -> Iterator[Words]:
    """What does not balance, and which costs are not in the table."""
    if unmatched:
        note = Text("Uden modpost: {lines}.", lines=_listed(name for move in unmatched for name in move.names))
        if any(balance.amounts):
            years = ", ".join(map(str, balance.years_with_money))
            unequal = Text("Summen går derfor ikke i nul i {years}.", years=years)
            note = Text("{first} {second}", first=note, second=unequal)
        yield note
    costs = result.implementation_costs.lines
    if bare := [line.name for line in costs if line.is_the_pools and line.line.appropriation is None]:
        yield Text("Uden bevilling og derfor ikke med: {lines}.", lines=_listed(bare))
    if own := [line.name for line in costs if not line.is_the_pools]:
        yield Text("Betales af egne midler eller internt lån og er derfor ikke med: {lines}.", lines=_listed(own))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _capital_lines(result: Result, profile: Profile) -> list[ResultLine]:
    capital = profile.areas_of_nature("capital")
    return [line for line in result.implementation_costs.lines if line.steering_area in capital]


def capital_released(lines: list[ResultLine], result: Result) -> Table:
    """Tabel 3: what each committee is to be given of capital, and for what."""
    rows = Rows()
    added: list[int] = []
    for line in lines:
        given = line.line.appropriation
        for part in line.parts:
            numbered = (None, None) if given is None else (_named(given), given.function)
            added.append(rows.line(part.committee, line.name, *numbered, *cells_of(part.flow, [part]), part.flow.total))
    sums = total((line.flow for line in lines), result.years)
    rows.sum(added, IN_ALL, None, None, None, *sums.amounts, sums.total)
    return Table(
        name=Text("Bilag, tabel {number}", number=3),
        title=Text("Tabel {number}. Anlægsbevillinger - frigivelse af anlægsmidler", number=3),
        columns=(
            *(Column(name) for name in (COMMITTEE, Text("Aktivitet/projekt"), APPROPRIATION, FUNCTION)),
            *year_columns(result.years, amounts_in(result.price_level)),
            SUM_OF_YEARS,
        ),
        rows=rows.all(),
        notes=tuple(own_notes([(COSTS, [part for line in lines for part in line.parts])])),
    )


def capital_by_category(lines: list[ResultLine], result: Result) -> Table:
    """Tabel 4: capital by category; a line that names none is construction."""
    rows = Rows()
    added: list[int] = []
    for category, label in CATEGORIES.items():
        of_category = [line for line in lines if (line.line.capital_category or "construction") == category]
        flow = merged((line.flow for line in of_category), result.years)
        named = any(amount is not None for amount in flow.amounts)
        added.append(rows.line(label, *cells_of(flow, of_category), flow.total if named else None))
    sums = total((line.flow for line in lines), result.years)
    rows.sum(added, IN_ALL, *sums.amounts, sums.total)
    return Table(
        name=Text("Bilag, tabel {number}", number=4),
        title=Text("Tabel {number}. Kategorisering af anlægsmidler", number=4),
        columns=(Column(unit_and_level(result.price_level)), *year_columns(result.years), SUM_OF_YEARS),
        rows=rows.all(),
        notes=tuple(own_notes([(COSTS, lines)])),
    )


def _named(appropriation: Appropriation) -> str:
    return f"{appropriation.number} - {appropriation.name}"

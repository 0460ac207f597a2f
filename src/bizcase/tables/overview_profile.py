"""The profile of a pool: what its cases save in each year, a committee a row, against the targets (måltal)."""

from collections.abc import Mapping, Sequence

from bizcase.engine.coverage import Coverage, Targets, coverage, in_all, saved_by_committee, years_of
from bizcase.engine.flow import total
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import head
from bizcase.tables.rows import Rows
from bizcase.tables.shown import Shown
from bizcase.tables.table import Column, Covered, Role, Sum, Table
from bizcase.tables.words import Words


def profile_overview(records: Sequence[PoolCase], shown: Shown, targets: Targets | None) -> Table:
    """Efficiencies by committee and year in 1.000 kr., savings without a minus.

    A case counts in every year, beyond the last year of its own tables with its lasting effect. With targets, in 1.000
    kr. and positive, each committee has what it is to save, how much of it is covered, and what is missing.
    """
    profile, words = shown.profile, shown.words
    years = years_of(records, targets or {})
    saved = saved_by_committee(records, profile.committees, years)
    rows = Rows(1 + len(years))
    if targets is None:
        added = [rows.line(name, *flow.amounts) for name, flow in saved.items()]
        rows.sum(added, words.in_all, *total(saved.values(), years).amounts)
    else:
        everybody = [name for name in profile.committees if name in saved or name in targets]
        blocks = {name: coverage(saved.get(name), targets.get(name, {}), years) for name in everybody}
        _blocks(rows, blocks, in_all(list(blocks.values()), years), words)
    return Table(
        name=words.profile_name,
        title=words.profile_overview,
        columns=(Column(head(records, shown)), *shown.years(years)),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
        notes=(words.unsigned,),
    )


def _blocks(rows: Rows, blocks: Mapping[str, Coverage], everybody: Coverage, words: Words) -> None:
    """A block a committee, and their sum: what one committee saves too much covers no other's target."""
    of_kind: list[list[int]] = [[] for _ in words.against]
    for name, block in blocks.items():
        rows.section(name)
        own = [rows.line(words.against[0], *block.saved.amounts), rows.line(words.against[1], *block.target.amounts)]
        own.append(rows.add(Role.LINE, words.against[2], *block.covered.amounts, recipe=Covered(*own)))
        missing = Sum((own[1],), less=(own[2],))
        own.append(rows.add(Role.TOTAL, words.against[3], *block.missing.amounts, recipe=missing))
        for positions, position in zip(of_kind, own, strict=True):
            positions.append(position)
    rows.section(words.in_all)
    for positions, label, flow in zip(of_kind, words.against, everybody, strict=True):
        role = Role.TOTAL if label == words.against[-1] else Role.LINE
        rows.sum(positions, label, *flow.amounts, role=role)

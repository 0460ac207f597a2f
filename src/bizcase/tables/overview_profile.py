"""The profile of a pool: what its cases save in each year, a committee a row, against the targets (måltal)."""

from collections.abc import Mapping

from bizcase.engine.coverage import Coverage, Targets, coverage, in_all, saved_by_committee
from bizcase.engine.flow import total
from bizcase.tables.head import IN_ALL, year_columns
from bizcase.tables.overview import Pool, head
from bizcase.tables.overview_notes import of_other_kinds, rejected, span_notes
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Covered, Role, Sum, Table
from bizcase.texts.template import Text

ROWS = Text("Effektiviseringer"), Text("Måltal"), Text("Dækket"), Text("Mangler")
"""The rows of a committee that has targets."""


def profile_overview(pool: Pool, targets: Targets | None) -> Table:
    """Efficiencies by committee and year in 1.000 kr., savings without a minus.

    A case counts in every year, beyond the last year of its own tables with its lasting effect. With targets, in 1.000
    kr. and positive, each committee has what it is to save, how much of it is covered, and what is missing.
    """
    cases, profile, years = pool.cases, pool.profile, pool.years
    saved = saved_by_committee(cases, profile.committees, years)
    rows = Rows()
    if targets is None:
        added = [rows.line(name, *flow.amounts) for name, flow in saved.items()]
        rows.sum(added, IN_ALL, *total(saved.values(), years).amounts)
    else:
        everybody = [name for name in profile.committees if name in saved or name in targets]
        blocks = {name: coverage(saved.get(name), targets.get(name, {}), years) for name in everybody}
        _blocks(rows, blocks, targets, in_all([blocks[name] for name in everybody], years))
    return Table(
        name=Text("Profil"),
        title=Text("Varige effektiviseringer pr. år og udvalg"),
        columns=(Column(head(cases)), *year_columns(years)),
        rows=rows.all(),
        notes=(
            Text("Besparelser er angivet uden fortegn; nye driftsudgifter er trukket fra."),
            *([of_other_kinds(pool)] if pool.of_other_kinds else []),
            *([rejected(pool)] if pool.rejected else []),
            *span_notes(pool),
        ),
        is_rounded=True,
    )


def _blocks(rows: Rows, blocks: Mapping[str, Coverage], targets: Targets, everybody: Coverage) -> None:
    """A block a committee, and their sum: what one committee saves too much covers no other's target.

    A committee without a target has its savings and no more: a target of nil is nobody's.
    """
    of_kind: list[list[int]] = [[] for _ in ROWS]
    for name, block in blocks.items():
        rows.section(name)
        own = [rows.line(ROWS[0], *block.saved.amounts)]
        if name in targets:
            own.append(rows.line(ROWS[1], *block.target.amounts))
            own.append(rows.add(Role.LINE, ROWS[2], *block.covered.amounts, recipe=Covered(*own)))
            missing = Sum((own[1],), less=(own[2],))
            own.append(rows.add(Role.TOTAL, ROWS[3], *block.missing.amounts, recipe=missing))
        for positions, position in zip(of_kind, own, strict=False):
            positions.append(position)
    rows.section(IN_ALL)
    for positions, label, flow in zip(of_kind, ROWS, everybody, strict=True):
        role = Role.TOTAL if label == ROWS[-1] else Role.LINE
        rows.sum(positions, label, *flow.amounts, role=role)

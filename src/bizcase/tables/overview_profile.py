"""The profile of a pool: what its cases save in each year, a committee a row, against the targets (måltal)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bizcase.case.lines import Amounts
from bizcase.engine.cashflow import sum_of_years
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.overview import NIL, head
from bizcase.tables.rows import Rows
from bizcase.tables.shown import Shown
from bizcase.tables.table import Column, Covered, Role, Sum, Table


def profile_overview(records: Sequence[PoolCase], shown: Shown, targets: Mapping[str, Amounts] | None) -> Table:
    """Efficiencies by committee and year in 1.000 kr., savings without a minus.

    A case counts in every year, beyond the last year of its own tables with its lasting effect. With targets, in 1.000
    kr. and positive, each committee has what it is to save, how much of it is covered, and what is missing.
    """
    profile, words = shown.profile, shown.words
    years = _years(records, targets or {})
    saved = {name: amounts for name in profile.committees if any(amounts := _saved(records, name, years))}
    everybody = [name for name in profile.committees if name in saved or name in (targets or {})]
    rows = Rows(1 + len(years))
    if targets is None:
        added = [rows.line(name, *shown.amounts(tuple(saved[name]))) for name in everybody]
        rows.sum(added, words.in_all, *shown.amounts(sum_of_years(saved.values(), len(years))))
    else:
        blocks = {
            name: _against(saved.get(name, [NIL] * len(years)), _target(targets.get(name, {}), years))
            for name in everybody
        }
        _blocks(rows, blocks, years, shown)
    return Table(
        name=words.profile_name,
        title=words.profile_overview,
        columns=(Column(head(records, shown)), *shown.years(years)),
        rows=rows.all(),
        words=words,
        notes=(words.unsigned,),
    )


def _years(records: Sequence[PoolCase], targets: Mapping[str, Amounts]) -> range:
    """From the first to the last year that a case's efficiencies or a target name."""
    first, last = [], []
    for record in records:
        for amounts in record.efficiencies_of_committees.values():
            first.append(record.first_year + next((index for index, amount in enumerate(amounts) if amount), 0))
            last.append(record.first_year + len(amounts) - 1)
    for periods in targets.values():
        first += [period.first for period in periods]
        last += [period.named_years[-1] for period in periods]
    return range(min(first), max(last) + 1) if first else range(0)


def _saved(records: Sequence[PoolCase], committee: str, years: range) -> list[Decimal]:
    """What the cases save for a committee in each year."""
    saved = [NIL] * len(years)
    for record in records:
        amounts = record.efficiencies_of_committees.get(committee, ())
        lasting = record.lasting_of_committees.get(committee, NIL)
        for index, year in enumerate(years):
            position = year - record.first_year
            if position >= len(amounts):
                saved[index] -= lasting
            elif position >= 0:
                saved[index] -= amounts[position]
    return saved


def _target(amounts: Amounts, years: range) -> list[Decimal]:
    return [sum((amount for period, amount in amounts.items() if period.covers(year)), NIL) for year in years]


def _blocks(rows: Rows, blocks: Mapping[str, list[list[Decimal]]], years: range, shown: Shown) -> None:
    """A block a committee, and their sum: what one committee saves too much covers no other's target."""
    of_kind: list[list[int]] = [[] for _ in shown.words.against]
    for name, against in blocks.items():
        rows.section(name)
        saved, asked, covered, missing = (shown.amounts(tuple(row)) for row in against)
        labels = shown.words.against
        own = [rows.line(labels[0], *saved), rows.line(labels[1], *asked)]
        own.append(rows.add(Role.LINE, labels[2], *covered, recipe=Covered(*own)))
        own.append(rows.add(Role.TOTAL, labels[3], *missing, recipe=Sum((own[1],), less=(own[2],))))
        for positions, position in zip(of_kind, own, strict=True):
            positions.append(position)
    rows.section(shown.words.in_all)
    for index, label in enumerate(shown.words.against):
        sums = sum_of_years((against[index] for against in blocks.values()), len(years))
        role = Role.TOTAL if index == len(shown.words.against) - 1 else Role.LINE
        rows.sum(of_kind[index], label, *shown.amounts(sums), role=role)


def _against(savings: Sequence[Decimal], target: Sequence[Decimal]) -> list[list[Decimal]]:
    """What is saved, what is to be saved, how much of that is covered, and what is missing."""
    covered = [max(NIL, min(saved, asked)) for saved, asked in zip(savings, target, strict=True)]
    missing = [asked - part for asked, part in zip(target, covered, strict=True)]
    return [list(savings), list(target), covered, missing]

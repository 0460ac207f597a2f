"""The profile of a pool: what its cases save in each year, a committee a row, against the targets (måltal)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bizcase.case.lines import Amounts
from bizcase.case.profile import Profile
from bizcase.engine.record import Record
from bizcase.tables.overview import NIL, price_levels
from bizcase.tables.table import Column, Role, Row, Table


def profile_overview(records: Sequence[Record], profile: Profile, targets: Mapping[str, Amounts] | None) -> Table:
    """Efficiencies by committee and year in 1.000 kr., savings without a minus.

    A case counts in every year, beyond the last year of its own tables with its lasting effect. With targets, in 1.000
    kr. and positive, each committee has what it is to save, how much of it is covered, and what is missing.
    """
    years = _years(records, targets or {})
    saved = {name: amounts for name in profile.committees if any(amounts := _saved(records, name, years))}
    rows: list[Row] = []
    everybody = [name for name in profile.committees if name in saved or name in (targets or {})]
    blank = [None] * len(years)
    together = [[NIL] * len(years) for _ in _LABELS]  # what one committee saves too much covers no other's target
    for name in everybody:
        savings = saved.get(name, [NIL] * len(years))
        if targets is None:
            rows.append(Row(Role.LINE, (name, *savings)))
            continue
        against = _against(savings, _target(targets.get(name, {}), years))
        rows += [Row(Role.SECTION, (name, *blank)), *_labelled(against)]
        together = [[a + b for a, b in zip(*pair, strict=True)] for pair in zip(together, against, strict=True)]
    total = [sum((saved[name][index] for name in saved), NIL) for index in range(len(years))]
    if targets is None:
        rows.append(Row(Role.TOTAL, ("I alt", *total)))
    else:
        rows += [Row(Role.SECTION, ("I alt", *blank)), *_labelled(together)]
    return Table(
        subject=profile.municipality,
        title="Varige effektiviseringer pr. år og udvalg",
        columns=(
            Column(f"1.000 kr. {price_levels(records)} p/l"),
            *(Column(str(year), figures=True) for year in years),
        ),
        rows=tuple(rows),
        notes=("Besparelser er angivet uden fortegn; nye udgifter er trukket fra.",),
    )


def _years(records: Sequence[Record], targets: Mapping[str, Amounts]) -> range:
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


def _saved(records: Sequence[Record], committee: str, years: range) -> list[Decimal]:
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


_LABELS = ("Effektiviseringer", "Måltal", "Dækket", "Mangler")


def _against(savings: Sequence[Decimal], target: Sequence[Decimal]) -> list[list[Decimal]]:
    """What is saved, what is to be saved, how much of that is covered, and what is missing."""
    covered = [max(NIL, min(saved, asked)) for saved, asked in zip(savings, target, strict=True)]
    missing = [asked - part for asked, part in zip(target, covered, strict=True)]
    return [list(savings), list(target), covered, missing]


def _labelled(rows: Sequence[Sequence[Decimal]]) -> list[Row]:
    roles = (Role.LINE, Role.LINE, Role.LINE, Role.TOTAL)
    return [Row(role, (label, *row)) for role, label, row in zip(roles, _LABELS, rows, strict=True)]

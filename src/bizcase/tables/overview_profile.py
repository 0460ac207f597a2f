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
    for name in everybody:
        savings = saved.get(name, [NIL] * len(years))
        if targets is None:
            rows.append(Row(Role.LINE, (name, *savings)))
            continue
        rows += [Row(Role.SECTION, (name, *blank)), *_against(savings, _target(targets.get(name, {}), years))]
    total = [sum((saved[name][index] for name in saved), NIL) for index in range(len(years))]
    if targets is None:
        rows.append(Row(Role.TOTAL, ("I alt", *total)))
    else:
        asked = [_target(targets.get(name, {}), years) for name in targets]
        everything = [sum((row[index] for row in asked), NIL) for index in range(len(years))]
        rows += [Row(Role.SECTION, ("I alt", *blank)), *_against(total, everything)]
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
        last += [period.first if period.last is None else period.last for period in periods]
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


def _against(savings: Sequence[Decimal], target: Sequence[Decimal]) -> list[Row]:
    """What is saved, what is to be saved, how much of that is covered, and what is missing."""
    pairs = list(zip(savings, target, strict=True))
    return [
        Row(Role.LINE, ("Effektiviseringer", *savings)),
        Row(Role.LINE, ("Måltal", *target)),
        Row(Role.LINE, ("Dækket", *(max(NIL, min(saved, asked)) for saved, asked in pairs))),
        Row(Role.TOTAL, ("Mangler", *(max(NIL, asked - max(NIL, saved)) for saved, asked in pairs))),
    ]

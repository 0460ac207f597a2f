"""Tabel 2 of the 2018 template: investments and lasting changes by kind of money, with what the pool pays for."""

from bizcase.engine.result import Result, ResultLine
from bizcase.tables.rows import Rows, by_name
from bizcase.tables.shown import Shown
from bizcase.tables.table import Column, Table

X = "X"
"""Stands on the lines that the pool pays for, and on the last row where it pays for all of them."""


def tabel_2(result: Result, shown: Shown) -> list[Table]:
    """A table for each steering area with implementation costs, then one for each with lasting changes."""
    costs, efficiencies = result.implementation_costs, result.efficiencies
    return [
        *(_investments(area, result, shown) for area in costs.by_steering_area),
        *(_lasting_changes(area, result, shown) for area in efficiencies.by_steering_area),
    ]


def _investments(area: str, result: Result, shown: Shown) -> Table:
    words, years = shown.words, result.years
    lines = [line for line in result.implementation_costs.lines if line.steering_area == area]
    rows = Rows(3 + len(years))
    added = []
    for line, flow in by_name(lines, lambda line: (line.name, line.is_the_pools)):
        added.append(rows.line(line.name, *flow.amounts, flow.total, X if line.is_the_pools else None))
    sums = result.implementation_costs.by_steering_area[area]
    all_the_pools = X if all(line.is_the_pools for line in lines) else None
    rows.sum(added, words.invested_total.format(area=_in_a_sentence(area)), *sums.amounts, sums.total, all_the_pools)
    pool = shown.profile.pools.get(result.case.kind, words.pool)
    return Table(
        name=f"{words.table_2_service.partition('.')[0]}, {_in_a_sentence(area)}",
        title=_title(area, shown),
        columns=(Column(shown.head(result.case.price_level)), *shown.years(years), shown.in_all, Column(pool)),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
    )


def _title(area: str, shown: Shown) -> str:
    words, profile = shown.words, shown.profile
    natures = {"service": words.table_2_service, "capital": words.table_2_capital}
    nature = profile.steering_areas[area].nature
    if nature in natures and len(profile.areas_of_nature(nature)) == 1:
        return natures[nature]
    return words.table_2_other.format(area=_in_a_sentence(area))


def _lasting_changes(area: str, result: Result, shown: Shown) -> Table:
    words, years = shown.words, result.years
    rows = Rows(2 + len(years))
    added = []
    lines: list[ResultLine] = [line for line in result.efficiencies.lines if line.steering_area == area]
    for line, flow in by_name(lines, lambda line: line.name):
        added.append(rows.line(line.name, *flow.amounts, flow.total))
    sums = result.efficiencies.by_steering_area[area]
    rows.sum(added, words.efficiencies_area_total.format(area=_in_a_sentence(area)), *sums.amounts, sums.total)
    return Table(
        name=f"{words.table_2_service.partition('.')[0]}, {words.lasting}, {_in_a_sentence(area)}",
        title=words.table_2_efficiencies.format(area=_in_a_sentence(area)),
        columns=(Column(shown.head(result.case.price_level)), *shown.years(years), shown.in_all),
        rows=rows.all(),
        words=words,
        unit=shown.unit,
    )


def _in_a_sentence(area: str) -> str:
    """A steering area as the papers write it within a title: `service`, `anlæg`, `overførsler (EO)`."""
    return area[:1].lower() + area[1:]

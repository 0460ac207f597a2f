"""Tabel 2 of the 2018 template: investments and lasting changes by kind of money, with what the pool pays for."""

from bizcase.case.model import TitlesOfArea
from bizcase.case.profile import Profile
from bizcase.engine.result import Result, ResultLine
from bizcase.tables.head import SUM_OF_YEARS, unit_and_level, year_columns
from bizcase.tables.own import CHANGES, COSTS, cells_of, own_notes
from bizcase.tables.rows import Rows, by_name
from bizcase.tables.table import Column, Table
from bizcase.texts.template import Text, Words

X = "X"
"""Stands on the lines that the pool pays for, and on the last row where it pays for all of them."""


def tabel_2(result: Result, profile: Profile) -> list[Table]:
    """A table for each steering area with implementation costs, then one for each with lasting changes."""
    costs, efficiencies = result.implementation_costs, result.efficiencies
    return [
        *(_investments(area, result, profile) for area in costs.by_steering_area),
        *(_lasting_changes(area, result) for area in efficiencies.by_steering_area),
    ]


def _investments(area: str, result: Result, profile: Profile) -> Table:
    lines = [line for line in result.implementation_costs.lines if line.steering_area == area]
    rows = Rows()
    added = []
    for same, flow in by_name(lines, lambda line: (line.name, line.is_the_pools)):
        first = same[0]
        added.append(rows.line(first.name, *cells_of(flow, same), flow.total, X if result.asks_for(first) else None))
    sums = result.implementation_costs.by_steering_area[area]
    all_the_pools = X if all(map(result.asks_for, lines)) else None
    label = Text("Investeringer totalt, {area}", area=_in_a_sentence(area))
    rows.sum(added, label, *sums.amounts, sums.total, all_the_pools)
    return Table(
        name=Text("Tabel {number}, {area}", number=2, area=_in_a_sentence(area)),
        title=_own_title(result, area).investments or _title(area, profile),
        columns=(
            Column(unit_and_level(result.price_level)),
            *year_columns(result.years),
            SUM_OF_YEARS,
            Column(the_pool(result, profile)),
        ),
        rows=rows.all(),
        is_rounded=True,
        notes=tuple(own_notes([(COSTS, lines)])),
    )


def _own_title(result: Result, area: str) -> TitlesOfArea:
    """The titles that the paper gives the tables of an area, if it does."""
    return result.case.titles.tabel_2.get(area, TitlesOfArea())


def the_pool(result: Result, profile: Profile) -> Words:
    """The name of the pool that a case asks for money."""
    return profile.pools.get(result.case.kind) or Text("Pulje")


def _title(area: str, profile: Profile) -> Text:
    """The papers have words of their own for the areas Service and Anlæg."""
    printed = {
        "Service": Text("Tabel {number}. Serviceinvesteringer i forslaget", number=2),
        "Anlæg": Text("Tabel {number}. Anlægsinvesteringer i forslaget", number=2),
    }
    if area in printed and len(profile.areas_of_nature(profile.steering_areas[area].nature)) == 1:
        return printed[area]
    return Text("Tabel {number}. Investeringer i forslaget, {area}", number=2, area=_in_a_sentence(area))


def _lasting_changes(area: str, result: Result) -> Table:
    rows = Rows()
    added = []
    lines: list[ResultLine] = [line for line in result.efficiencies.lines if line.steering_area == area]
    for same, flow in by_name(lines, lambda line: line.name):
        added.append(rows.line(same[0].name, *cells_of(flow, same), flow.total))
    sums = result.efficiencies.by_steering_area[area]
    rows.sum(added, Text("Varige ændringer totalt, {area}", area=_in_a_sentence(area)), *sums.amounts, sums.total)
    return Table(
        name=Text("Tabel {number}, varige, {area}", number=2, area=_in_a_sentence(area)),
        title=_own_title(result, area).efficiencies
        or Text("Tabel {number}. Varige ændringer, {area}", number=2, area=_in_a_sentence(area)),
        columns=(Column(unit_and_level(result.price_level)), *year_columns(result.years), SUM_OF_YEARS),
        rows=rows.all(),
        is_rounded=True,
        notes=tuple(own_notes([(CHANGES, lines)])),
    )


def _in_a_sentence(area: str) -> str:
    """A steering area as the papers write it within a title: `service`, `anlæg`, `overførsler (EO)`."""
    return area[:1].lower() + area[1:]

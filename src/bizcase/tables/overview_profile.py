"""The profile of a pool: what its cases save in each year, a committee a row, against the targets (måltal)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bizcase.case.profile import Profile
from bizcase.case.targets import Target, Targets
from bizcase.engine.coverage import NOTHING_ASKED, Coverage, coverage, in_all, saved_by_area, saved_by_committee
from bizcase.engine.flow import Flow, total
from bizcase.engine.pool_case import PoolCase
from bizcase.tables.head import IN_ALL, and_the_last, year_columns
from bizcase.tables.overview import Pool, head
from bizcase.tables.overview_notes import left_out_of, own_figures, span_notes
from bizcase.tables.overview_reading import kinds_added_up
from bizcase.tables.price_level import marked_where
from bizcase.tables.rows import Rows
from bizcase.tables.table import Column, Covered, Role, Sum, Table
from bizcase.texts.template import Text, Words

SAVED, COVERED, MISSING = Text("Effektiviseringer"), Text("Dækket"), Text("Mangler")
TARGET, AT_LEAST, AT_MOST = Text("Måltal"), Text("Måltal, mindst"), Text("Måltal, højst")


def profile_overview(pool: Pool) -> Table:
    """Efficiencies by committee and year in 1.000 kr., savings without a minus.

    A case counts in every year, beyond the last year of its own tables with its lasting effect. With targets, in 1.000
    kr. and positive, there is what is to be saved, how much of it is covered, and what is missing: by committee, by
    steering area, and for the whole municipality.
    """
    cases, profile, years = pool.cases, pool.profile, pool.years
    targets = pool.against.targets or Targets()
    saved = saved_by_committee(cases, profile.committee_order, years)
    rows = Rows()
    names: Iterable[str] = saved
    in_committees: Mapping[str, Coverage] = {}
    if targets.by_committee:
        names = everybody = [name for name in profile.committee_order if name in saved or name in targets.by_committee]
        in_committees = {
            name: coverage(saved.get(name), targets.by_committee.get(name, NOTHING_ASKED), years) for name in everybody
        }
        added = _blocks(rows, in_committees, targets.by_committee, years)
    else:
        added = [rows.line(name, *flow.amounts) for name, flow in saved.items()]
        rows.sum(added, IN_ALL, *total(saved.values(), years).amounts)
    by_area = saved_by_area(cases, targets.by_steering_area, years)
    area_rows = {
        area: _block(rows, Text("Styringsområdet {area}", area=area), by_area.get(area), target, years)
        for area, target in _in_order(targets.by_steering_area, profile)
    }
    if targets.whole is not None:
        heading = Text("Det samlede måltal")
        _block(rows, heading, total(saved.values(), years), targets.whole, years, added=added)
    ranged = any(target.is_a_range for target in targets.every)
    table = Table(
        name=Text("Profil"),
        title=Text("Varige effektiviseringer pr. år og udvalg"),
        columns=(Column(head(cases)), *year_columns(years)),
        rows=rows.all(),
        notes=(
            Text("Besparelser er angivet uden fortegn; nye driftsudgifter er trukket fra."),
            *_what_is_summed(pool),
            *([Text("Dækket er holdt op mod det mindste, der skal spares.")] if ranged else []),
            *_what_is_missing(in_committees.values(), years),
            *kinds_added_up(cases),
            *left_out_of(pool.of_other_kinds, pool.rejected),
            *own_figures(pool.cases),
            *span_notes(pool),
        ),
        is_rounded=True,
    )
    return marked_where(table, _on_estimates(pool, dict(zip(names, added, strict=True)), area_rows))


def _what_is_summed(pool: Pool) -> Iterator[Words]:
    """The steering areas whose changes are added up, lasting and temporary ones."""
    summed = (area for area in pool.profile.steering_areas if any(_has_money(case, area, pool) for case in pool.cases))
    if areas := list(summed):
        yield Text(
            "Hvert års varige og midlertidige ændringer er lagt sammen på {areas}; implementeringsomkostninger og "
            "engangsindtægter er ikke med.",
            areas=and_the_last(areas),
        )


def _has_money(case: PoolCase, area: str, pool: Pool) -> bool:
    return area in case.flows and any(case.flows[area].over(pool.years).amounts)


def _what_is_missing(blocks: Collection[Coverage], years: range) -> Iterator[Words]:
    """Why what is missing in all is not what is asked for less what is saved, where some committee saves too much."""
    missing = total((block.missing for block in blocks), years).figures
    if any(
        lacks and any(block.saved.figures[year] > block.target.figures[year] for block in blocks)
        for year, lacks in enumerate(missing)
    ):
        yield Text(
            "Mangler under I alt er summen af det, udvalgene mangler. Det, et udvalg sparer ud over sit måltal eller "
            "uden at have et, er med i Effektiviseringer, men dækker intet andet udvalgs måltal."
        )


def _in_order(targets: Mapping[str, Target], profile: Profile) -> list[tuple[str, Target]]:
    """The targets of steering areas in the order of the profile."""
    return [(area, targets[area]) for area in profile.steering_areas if area in targets]


def _on_estimates(pool: Pool, committees: Mapping[str, int], areas: Mapping[str, int]) -> dict[int, Flow]:
    """The rows of savings, by committee and by area, that rest on estimates, each with what does."""
    cases = [case for case in pool.cases if case.rests_on_estimates]
    saved = (
        (committees, saved_by_committee(cases, committees, pool.years)),
        (areas, saved_by_area(cases, areas, pool.years)),
    )
    return {rows[name]: flow for rows, flows in saved for name, flow in flows.items()}


def _blocks(rows: Rows, blocks: Mapping[str, Coverage], targets: Mapping[str, Target], years: range) -> list[int]:
    """A block a committee, and their sum: what one committee saves too much covers no other's target.

    A committee without a target has its savings and no more: a target of nil is nobody's. Returns the rows of savings.
    """
    of_kind: dict[str, list[int]] = {field: [] for field in Coverage._fields}
    for name, block in blocks.items():
        rows.section(name)
        of_kind["saved"].append(rows.line(SAVED, *block.saved.amounts))
        if name in targets:
            asked = _asked(rows, block, ranged=targets[name].is_a_range)
            for field, position in (asked | _held_against(rows, block, of_kind["saved"][-1], asked["target"])).items():
                of_kind[field].append(position)
    ranged = any(target.is_a_range for target in targets.values())
    rows.section(IN_ALL)
    for field, label in _labels(ranged=ranged).items():
        flow: Flow = getattr(in_all(list(blocks.values()), years), field)
        rows.sum(of_kind[field], label, *flow.amounts, role=Role.TOTAL if field == "missing" else Role.LINE)
    return of_kind["saved"]


def _block(
    rows: Rows, heading: Words, saved: Flow | None, target: Target, years: range, *, added: Sequence[int] = ()
) -> int:
    """What is saved against one target; the savings, whose row is told, add up some above where they are given."""
    rows.section(heading)
    block = coverage(saved, target, years)
    cells = (SAVED, *block.saved.amounts)
    own = rows.sum(added, *cells, role=Role.LINE) if added else rows.line(*cells)
    asked = _asked(rows, block, ranged=target.is_a_range)
    _held_against(rows, block, own, asked["target"])
    return own


def _labels(*, ranged: bool) -> dict[str, Text]:
    """The rows of a block with a target, by the figures that stand in them."""
    most = {"at_most": AT_MOST} if ranged else {}
    return {"saved": SAVED, "target": AT_LEAST if ranged else TARGET, **most, "covered": COVERED, "missing": MISSING}


def _asked(rows: Rows, block: Coverage, *, ranged: bool) -> dict[str, int]:
    """The target's row, or the two of a range."""
    labels = _labels(ranged=ranged)
    least = rows.line(labels["target"], *block.target.amounts)
    most = rows.line(AT_MOST, *block.at_most.amounts) if ranged else least
    return {"target": least, "at_most": most}


def _held_against(rows: Rows, block: Coverage, saved: int, asked: int) -> dict[str, int]:
    """What is covered of a target, and what is missing."""
    covered = rows.add(Role.LINE, COVERED, *block.covered.amounts, recipe=Covered(saved, asked))
    missing = rows.add(Role.TOTAL, MISSING, *block.missing.amounts, recipe=Sum((asked,), less=(covered,)))
    return {"covered": covered, "missing": missing}

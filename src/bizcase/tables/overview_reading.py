"""How an overview is to be read: what its sums hold, and what a reader could take its figures for."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bizcase.case.kinds import Kind
from bizcase.engine.pool_case import PoolCase
from bizcase.engine.result import PaybackTime
from bizcase.engine.value_case import ValueCase
from bizcase.tables.head import listed
from bizcase.tables.overview import KINDS, Pool
from bizcase.texts.template import Text, Words


def kinds_added_up(cases: Iterable[PoolCase | ValueCase]) -> Iterator[Words]:
    """The kinds of cases that a sum holds, and how many there are of each."""
    count = Counter(case.kind for case in cases)
    if count:
        kinds = (Text("{kind} ({count})", kind=KINDS[kind], count=count[kind]) for kind in KINDS if kind in count)
        yield Text("Lagt sammen: {kinds}.", kinds=listed(kinds))


def kinds_beside(pool: Pool, titled: Kind) -> Iterator[Words]:
    """The cases of other kinds than the one that an overview is named after; none where each kind has a heading."""
    if len(pool.asked_kinds) == 1 or pool.arrangement.group_by == "kind":
        return
    beside = {kind: [case.id for case in pool.cases if case.kind == kind and kind != titled] for kind in KINDS}
    if said := [
        Text("{kind} ({cases})", kind=KINDS[kind], cases=listed(cases)) for kind, cases in beside.items() if cases
    ]:
        yield Text("Heraf: {kinds}.", kinds=listed(said))


def borne_by_others(pool: Pool) -> Iterator[Words]:
    """The cases whose row names a committee that does not bear all of it, with the committees that do."""
    if pool.arrangement.group_by == "committee":
        return
    order = pool.profile.committee_order
    said: list[Words] = []
    for case in pool.cases:
        bearers = {
            name
            for borne in (case.costs_by_committee, case.efficiencies_by_committee)
            for name, flow in borne.items()
            if any(flow.figures) or flow.lasting
        }
        if bearers - {case.committee}:
            said.append(
                Text("{id} ({committees})", id=case.id, committees=listed(name for name in order if name in bearers))
            )
    if said:
        yield Text("Bæres helt eller delvist af andre udvalg end det, der står ved sagen: {cases}.", cases=listed(said))


def payback_key(paybacks: Iterable[PaybackTime]) -> Iterator[Words]:
    """What stands for a payback that is no number, where any does."""
    key = payback_signs(paybacks, never=Text("- er aldrig tjent hjem"))
    if key:
        yield Text("Tilbagebetalingstid: {key}.", key=listed(key))


def payback_signs(paybacks: Iterable[PaybackTime], *, never: Text) -> list[Text]:
    """The signs among printed paybacks that are no numbers, with their meaning."""
    found = list(paybacks)
    signs = []
    if any(payback.years is None and payback.status != "no_investment" for payback in found):
        signs.append(never)
    if any(payback.status == "no_investment" for payback in found):
        signs.append(Text("et tomt felt er ingen investering"))
    return signs


def income_beside(cases: Sequence[PoolCase]) -> Iterator[Words]:
    """The cases with income, which paybacks count and an overview has no column for."""
    if said := [case.id for case in cases if any(any(flow.figures) for flow in case.income_flows.values())]:
        yield Text(
            "Engangsindtægter tæller med i tilbagebetalingstiden, men står ikke i tabellen: {cases}.",
            cases=listed(said),
        )

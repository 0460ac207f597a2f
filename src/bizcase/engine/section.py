"""A section of a case: its lines divided into parts, and these added up by steering area, by committee and in all."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from bizcase.case.line import Line
from bizcase.case.profile import Profile
from bizcase.engine.flow import Flow, merged, total
from bizcase.engine.result import Part, ResultLine, Section
from bizcase.engine.split import shared


class Parts(NamedTuple):
    """What is borne of a line, which adds up to it, and what a paper names of it (`of_which`), which is in no sum."""

    borne: tuple[Part, ...]
    of_which: tuple[Part, ...] = ()

    def each(self, change: Callable[[Part], Part]) -> "Parts":
        """Every part changed in one way."""
        return Parts(tuple(map(change, self.borne)), tuple(map(change, self.of_which)))


def parts_of(line: Line, otherwise: str, years: range) -> Parts:
    """What is borne of a line: by its own committee, by those that share it, or `otherwise` by the case's."""
    committee = line.committee or otherwise
    if line.split is not None:
        shares = shared(line.amounts, line.split)
        borne = tuple([Part(line, bearer, Flow.of(share, years)) for bearer, share in shares.items()])
    else:
        borne = (Part(line, committee, Flow.of(line.amounts, years)),)
    if not line.of_which:
        return Parts(borne)
    return Parts(borne, tuple(Part(line, committee, Flow.seen_over(each.amounts, years)) for each in line.of_which))


def section(lines: Sequence[Parts], profile: Profile, years: range) -> Section:
    """Lines, each as its parts over the years of the table, and their sums in the order of the profile."""
    if not lines:
        return Section((), {}, {}, total((), years))
    every = [part for parts in lines for part in parts.borne]
    by_steering_area = _sums(every, attrgetter("line.steering_area"), profile.steering_areas, years)
    return Section(
        lines=tuple([_line(parts, years) for parts in lines]),
        by_steering_area=by_steering_area,
        by_committee=_sums(every, attrgetter("committee"), profile.committee_order, years),
        total=total(by_steering_area.values(), years),
    )


def _line(parts: Parts, years: range) -> ResultLine:
    borne = parts.borne
    flow = borne[0].flow if len(borne) == 1 else merged([part.flow for part in borne], years)
    return ResultLine(borne[0].line, flow, borne, tuple([part.flow for part in parts.of_which]))


def _sums(parts: Iterable[Part], name: Callable[[Part], str], order: Iterable[str], years: range) -> dict[str, Flow]:
    """The parts added up by a name that they go by."""
    flows: dict[str, list[Flow]] = {}
    for part in parts:
        flows.setdefault(name(part), []).append(part.flow)
    return {each: total(flows[each], years) for each in order if each in flows}

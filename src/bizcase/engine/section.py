"""A section of a case: its lines divided into parts, and these added up by steering area, by committee and in all."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from bizcase.case.line import Line
from bizcase.case.profile import Profile
from bizcase.engine.flow import Flow, merged, total
from bizcase.engine.result import Part, ResultLine, Section
from bizcase.engine.split import shared

Parts = tuple[Part, ...]


def parts_of(line: Line, otherwise: str, years: range) -> Parts:
    """What is borne of a line: by its own committee, by those that share it, or `otherwise` by the case's."""
    if line.split is not None:
        shares = shared(line.amounts, line.split)
        return tuple([Part(line, committee, Flow.of(share, years)) for committee, share in shares.items()])
    return (Part(line, line.committee or otherwise, Flow.of(line.amounts, years)),)


def section(lines: Sequence[Parts], profile: Profile, years: range) -> Section:
    """Lines, each as its parts over the years of the table, and their sums in the order of the profile."""
    if not lines:
        return Section((), {}, {}, total((), years))
    every = [part for parts in lines for part in parts]
    by_steering_area = _sums(every, attrgetter("line.steering_area"), profile.steering_areas, years)
    return Section(
        lines=tuple([_line(parts, years) for parts in lines]),
        by_steering_area=by_steering_area,
        by_committee=_sums(every, attrgetter("committee"), profile.committee_order, years),
        total=total(by_steering_area.values(), years),
    )


def _line(parts: Parts, years: range) -> ResultLine:
    flow = parts[0].flow if len(parts) == 1 else merged([part.flow for part in parts], years)
    return ResultLine(parts[0].line, flow, parts)


def _sums(parts: Iterable[Part], name: Callable[[Part], str], order: Iterable[str], years: range) -> dict[str, Flow]:
    """The parts added up by a name that they go by."""
    flows: dict[str, list[Flow]] = {}
    for part in parts:
        flows.setdefault(name(part), []).append(part.flow)
    return {each: total(flows[each], years) for each in order if each in flows}

"""What a case moves between appropriations (bevillinger): from the pool's to the committee's, line by line."""

from typing import NamedTuple

from bizcase.case.line import Appropriation
from bizcase.engine.flow import Flow, merged
from bizcase.engine.result import Result


class Move(NamedTuple):
    """Money that a committee gets, or gives up where negative, with where it comes from if that is given.

    `lasts` says whether the last period of its lines is open.
    """

    names: tuple[str, ...]
    committee: str
    appropriation: Appropriation
    flow: Flow
    lasts: bool
    source: tuple[str, Appropriation] | None


def moves(result: Result) -> list[Move]:
    """What is moved for each line with an appropriation; lines of one appropriation move together."""
    found: dict[object, Move] = {}
    for line in result.lines:
        appropriation = line.line.appropriation
        if appropriation is None or (line.is_a_cost and not line.is_the_pools):
            continue
        pool = result.case.pool_appropriations.get(line.steering_area) if line.is_a_cost else None
        source = None if pool is None else (pool.committee, pool)
        lasts = any(period.is_open for period in line.line.amounts)
        for part in line.parts:
            key = (line.is_a_cost, line.steering_area, part.committee, appropriation, lasts)
            before = found.get(key)
            flow = part.flow if before is None else merged((before.flow, part.flow), result.years)
            names = (line.name,) if before is None else (*before.names, line.name)
            found[key] = Move(names, part.committee, appropriation, flow, lasts, source)
    return list(found.values())

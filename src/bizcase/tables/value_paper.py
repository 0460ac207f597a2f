"""What a paper on the worth of cases holds: one case by itself, or several together and a row each."""

from bizcase.case.profile import Profile
from bizcase.engine.present_value import Valuation
from bizcase.tables.case_head import heading_of
from bizcase.tables.paper import Heading, Piece
from bizcase.tables.value import value_table
from bizcase.tables.value_pool import pool_tables


def value_pieces(found: Valuation, profile: Profile) -> list[Piece]:
    """The value of a case below its heading, or that of a pool below the municipality's name.

    Cases that no pool adds up, because they are rejected or only ideas, stand one by one.
    """
    if found.pool is not None:
        return [Heading(profile.municipality), *pool_tables(found, found.pool, profile)]
    pieces = ((heading_of(each.case, profile), value_table(each, found.within, profile)) for each in found.cases)
    return [piece for both in pieces for piece in both]

"""The head of a case on paper: its number and title, and below them whose it is and of which day."""

from bizcase.case.model import Case
from bizcase.case.profile import Profile
from bizcase.engine.result import Result
from bizcase.engine.value_case import ValueCase
from bizcase.tables.head import listed, span_in_words
from bizcase.tables.paper import Heading
from bizcase.tables.texts_table import in_danish
from bizcase.texts.template import Text, Words


def case_head(result: Result, profile: Profile) -> Heading:
    """The heading of a case; where its tables do not show all of its years, that is said."""
    if not result.is_cut:
        return heading_of(result.case, profile)
    years = span_in_words(result.years)
    return heading_of(
        result.case, profile, Text("tabellerne viser kun {years}, og beløb i andre år er ikke med", years=years)
    )


def heading_of(case: Case | ValueCase, profile: Profile, *more: Words) -> Heading:
    """Number and title, and below them the municipality, the administration and the day; and what `more` is said."""
    below: list[Words] = [profile.municipality, profile.administration_in(case.administration, case.price_level).name]
    if case.day is not None:
        below.append(in_danish(case.day))
    return Heading(f"{case.id} {case.title}", below=listed([*below, *more]))

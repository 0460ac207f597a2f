"""Places in a case by the names that a file has for them: areas and committees by any name, periods however written."""

from bizcase.case.periods import read_period
from bizcase.case.profile import Profile
from bizcase.case.refusal import Refusal


def names_of(key: str, profile: Profile) -> tuple[str | None, ...]:
    """What a key that a file has is called by the rules, beside what it says."""
    return profile.steering_area_names.meant_by(key), profile.committee_names.meant_by(key), _as_period(key)


def _as_period(key: str) -> str | None:
    """A period as it is usually written, where the key is one: 2019-2019 is 2019."""
    try:
        return str(read_period(key))
    except Refusal:
        return None

"""What the cells of a form offer to choose from: the words of its closed lists, and a municipality's names."""

from bizcase.case.profile import OTHERS, Profile
from bizcase.reading.form.closed_lists import COST, EFFICIENCY, FTE, INCOME, OF_WHICH, PRINTED_ROWS, WORDS


def offered(profile: Profile) -> dict[str, list[str]]:
    """What the cells of a field offer to choose from, by the field's key."""
    committees = [name for name in profile.committee_order if name != OTHERS]
    areas = list(profile.steering_areas)
    return {
        **{key: list(words.values()) for key, words in WORDS.items()},
        "section": [EFFICIENCY, COST, INCOME, OF_WHICH, FTE],
        "unit": ["1.000 kr.", "kr.", "mio. kr."],
        "administration": list(profile.administrations),
        "steering_area": areas,
        "area": areas,
        "committee": committees,
        "heard": ["Ja", "Nej"],
        "goes_on": ["ja", "nej"],
        "own_split": ["ja"],
        "row": list(PRINTED_ROWS),
    }

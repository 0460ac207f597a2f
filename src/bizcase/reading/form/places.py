"""The places of accepted findings: `Linje › Licenser` is what a form calls a way through the document."""

from bizcase.reading.document import Mapping, Node, Sequence, Where
from bizcase.reading.form.closed_lists import BETWEEN_STEPS, PRINTED_ROWS, SECTIONS
from bizcase.reading.form.grid import folded

PLACE_WORDS = {
    "lines": "Linje",
    "derived": "Afledt tal",
    "assumptions": "Forudsætning",
    "hearings": "Hvem er hørt",
    "follow_up": "Opfølgning",
    "decisions": "Beslutninger",
    **{key: name for name, key in SECTIONS.items()},
    **{keys[0]: name for name, keys in PRINTED_ROWS.items() if len(keys) == 1 and keys[0] not in SECTIONS.values()},
    "by_steering_area": "Styringsområde",
    "by_committee": "Udvalg",
    "payback": "Tilbagebetaling",
    "loan": "Lån",
    "drawn": "Internt lån",
    "repayment": "Afdrag på internt lån",
    "interest": "Renter af internt lån",
    "total": "I alt",
    "lasting": "Varigt",
    "overview": "Oversigten",
    "fte": "Årsværk",
}
"""The steps of an accepted finding's place, and what they are called in the form."""

_KEYS_OF_PLACES = {folded(word): key for key, word in PLACE_WORDS.items()}

_BEFORE_A_NAME = (
    "lines",
    "by_steering_area",
    "by_committee",
    "derived",
    "assumptions",
    "hearings",
    "follow_up",
    "decisions",
)
"""Steps whose next one is a name, and no word of the format."""

_NAMES_OF_ITEMS = ("name", "who", "criterion", "body")
"""What a row of a list goes by."""


def place_in_words(steps: tuple[str, ...]) -> str:
    """The place of an accepted finding as the form writes it: `Linje › Licenser`."""
    words = [
        step if at and steps[at - 1] in _BEFORE_A_NAME else PLACE_WORDS.get(step, step) for at, step in enumerate(steps)
    ]
    return BETWEEN_STEPS.join(word.replace("›", "››") for word in words)


def steps_of(written: str) -> tuple[str, ...]:
    """The steps of a place as the format has them."""
    pieces = written.replace("››", "\0").split(BETWEEN_STEPS.strip())
    steps: list[str] = []
    for piece in (each.strip().replace("\0", "›") for each in pieces):
        is_name = bool(steps) and steps[-1] in _BEFORE_A_NAME
        steps.append(piece if is_name else _KEYS_OF_PLACES.get(folded(piece), piece))
    return tuple(steps)


def place_of(where: Where, root: Node | None) -> str:
    """The place by which a finding of the document can be accepted; blank where its code alone will do."""
    if where[:1] == ("published",):
        return place_in_words(tuple(map(str, where[1:])))
    steps: list[str] = []
    node: Node | None = root
    for step in where:
        if isinstance(step, int):
            node = node[step] if isinstance(node, Sequence) and step < len(node) else None
            names = (node.get(key) for key in _NAMES_OF_ITEMS) if isinstance(node, Mapping) else ()
            steps.append(next((str(name) for name in names if isinstance(name, str) and name), str(step + 1)))
        else:
            node = node.get(step) if isinstance(node, Mapping) else None
            steps += [step] if step not in ("published", "amounts") else []
    if len(steps) > 1 and steps[0] in SECTIONS.values():
        called = [each.get("name") for key in SECTIONS.values() for each in _lines(root, key)]
        if called.count(steps[1]) == 1:
            steps[0] = "lines"
        else:
            steps[1] = str(int(where[1]) + 1)
    return place_in_words(tuple(steps)) if len(steps) > 1 else ""


def _lines(root: Node | None, section: str) -> list[Mapping]:
    lines = root.get(section) if isinstance(root, Mapping) else None
    return [line for line in lines if isinstance(line, Mapping)] if isinstance(lines, Sequence) else []

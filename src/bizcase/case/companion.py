"""Companions of cases: YAML files that lie among them and are none, told by the keys that they begin with."""

from bizcase.reading.document import Mapping, Node
from bizcase.texts.template import Text

HELD = {
    "targets": Text("måltal"),
    "budget": Text("et budget"),
    "municipality": Text("en profil"),
    "changes": Text("prisindeks"),
    "levels": Text("prisindeks"),
}
"""A key that only a companion has, and what such a file holds."""


def holds(root: Node) -> Text | None:
    """What a document holds, a case among others; nothing where no key tells."""
    return Text("en sag") if isinstance(root, Mapping) and "id" in root else companion_of(root)


_TELLING = ("id", "price_level", "administration", "implementation_costs", "income", "efficiencies", "published")
"""Keys of which every case has some, and hardly any file of another program one."""


def resembles_no_case(root: Node | None) -> bool:
    """Whether a document could be read and has nothing of a case: a file of another program, or a companion."""
    return root is not None and not (isinstance(root, Mapping) and any(key in root for key in _TELLING))


def companion_of(root: Node | None) -> Text | None:
    """What a document holds that is a companion; nothing where it is read as a case, whatever it lacks."""
    if not isinstance(root, Mapping) or "id" in root:
        return None
    return next((held for key, held in HELD.items() if key in root), None)

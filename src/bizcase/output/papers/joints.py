"""Where a long Danish word may break when its column is too narrow for it: between the parts that it is made of."""

import re

from rich.cells import cell_len

_ENDINGS = ("elses", "heds", "ings", "ions", "tets", "skabs", "sags", "arbejds")
"""What the first part of a word ends in, where an s binds the next one to it: uddannelses-institution."""

_BEGINNINGS = ("omkostninger", "effektivisering", "forvaltning", "betalingstid", "understøttelse", "behandling")
"""What a part of a word begins with, as the words of the field are made: implementerings-omkostninger."""

_JOINT = re.compile(
    f"(?:{'|'.join(f'(?<={ending})' for ending in _ENDINGS)})(?=[a-zæøå]{{4}})"
    f"|(?<=[a-zæøå]{{3}})(?={'|'.join(_BEGINNINGS)})"
)


def parts_of(text: str) -> list[str]:
    """The words of a text, each in as many parts as it can be broken into."""
    return _JOINT.sub("- ", text).split()


def break_word(word: str, width: int) -> list[str]:
    """A word in parts of at most so many characters where its joints allow that, each as long as can be."""
    if cell_len(word) <= width:
        return [word]
    joints = [joint.start() for joint in _JOINT.finditer(word)]
    fitting = [joint for joint in joints if cell_len(word[:joint]) < width] or joints[:1]
    if not fitting:
        return [word]
    return [f"{word[: fitting[-1]]}-", *break_word(word[fitting[-1] :], width)]

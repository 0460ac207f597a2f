"""What keeps a text from being one plain document, and where, in words for people who do not know YAML's own."""

import yaml

from bizcase.reading.characters import lines_of, place_at
from bizcase.reading.document import Mapping, Sequence, place_of
from bizcase.reading.fault import Fault
from bizcase.reading.finding import START, Place
from bizcase.texts.template import Text


def syntax_fault(text: str, error: yaml.MarkedYAMLError, unclosed: Mapping | Sequence | None) -> Fault:
    """Where and why a text breaks off; `unclosed` is what was being filled when it did."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        place = START
    elif mark.line < len(lines_of(text.rstrip())) and mark.index < len(text.rstrip()):
        place = Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1)
    elif unclosed is not None and unclosed.start.flow_style:
        place = place_of(unclosed.start)  # the file has ended: what was left open tells more than where the end is
    else:
        mark = error.context_mark or mark
        place = Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1)
    return Fault("yaml-syntax", place, _in_plain_words(text, place, error))


def _in_plain_words(text: str, place: Place, error: yaml.MarkedYAMLError) -> Text:
    """What most likely happened where the YAML breaks off: the parser's own words help only those who know it."""
    lines = lines_of(text)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "\t" in line[: place.column]:
        return Text("her står en tabulator; ryk ind med mellemrum")
    if line[place.column - 1 : place.column] in ("@", "`", "%"):
        return Text(
            "her begynder en værdi med {letter}, som har sin egen betydning i filen; sæt værdien i anførselstegn",
            letter=line[place.column - 1],
        )
    if error.problem and "mapping values are not allowed" in error.problem:
        return Text(
            "her står et kolon mere, eller linjen er rykket for langt ind; sæt tekst med kolon i "
            "anførselstegn, eller ryk linjen ud"
        )
    if error.context and "quoted scalar" in error.context:
        return Text("her begynder en tekst i anførselstegn, som ikke slutter; sæt anførselstegn efter teksten")
    if error.context and "flow" in error.context and error.context_mark:
        opened = error.context_mark
        return Text(
            "parentesen på linje {line}, tegn {column}, er ikke lukket; luk den, eller sæt komma mellem værdierne",
            line=opened.line + 1,
            column=opened.column + 1,
        )
    said = ", ".join(part for part in (error.context, error.problem) if part)
    return Text(
        "filen kan ikke forstås herfra; tjek indrykning og kolon, her og på linjen over",
        said=said,
    )


def character_fault(text: str) -> Fault:
    """The first character of a text that YAML does not allow."""
    position = next((index for index, letter in enumerate(text) if not _may_stand_in_yaml(letter)), 0)
    message = Text("tegnet {code} kan ikke stå i filen; fjern det", code=f"U+{ord(text[position]):04X}")
    return Fault("yaml-syntax", place_at(text, position), message)


def _may_stand_in_yaml(letter: str) -> bool:
    if letter in "\ufffe\uffff":
        return False
    code = ord(letter)
    return code in (0x09, 0x0A, 0x0D, 0x85) or 0x20 <= code < 0x7F or code >= 0xA0

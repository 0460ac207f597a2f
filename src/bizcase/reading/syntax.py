"""What keeps a text from being one plain document, and where, in words for people who do not know YAML's own."""

import re

import yaml

from bizcase.reading.characters import lines_of, place_at, shortened
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
    from bizcase.reading.indentation import out_of_line
    from bizcase.reading.slips import slip_near  # its patterns are for files that break off

    lines = lines_of(text)
    told = _known_by_the_parser(lines, place, error) or slip_near(text, place) or out_of_line(lines, place)
    where, message = told or (place, _in_general(error))
    return Fault("yaml-syntax", where, message)


def _known_by_the_parser(lines: list[str], place: Place, error: yaml.MarkedYAMLError) -> tuple[Place, Text] | None:
    """What the parser is sure of: a tab, and what is opened and never closed."""
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "\t" in line[: place.column]:
        return place, _tabs(line)
    if error.context and "quoted scalar" in error.context:
        return place, Text("her begynder en tekst i anførselstegn, som ikke slutter; sæt anførselstegn efter teksten")
    if error.context and "flow" in error.context and error.context_mark:
        return place, _not_closed(lines, error.context_mark)
    return None


def _in_general(error: yaml.MarkedYAMLError) -> Text:
    """Where a file breaks off for a reason that nothing near it shows: the parser's own words help only few."""
    if error.problem and "mapping values are not allowed" in error.problem:
        return Text(
            "her står et kolon mere, eller linjen er rykket for langt ind; sæt tekst med kolon i "
            "anførselstegn, eller ryk linjen ud"
        )
    said = ", ".join(part for part in (error.context, error.problem) if part)
    return Text("filen kan ikke forstås herfra; tjek indrykning og kolon, her og på linjen over", said=said)


def _tabs(line: str) -> Text:
    if copied := re.fullmatch(r"\s*([0-9]{4})\t+(\S+)\s*", line):
        year, amount = copied.groups()
        return Text("her står tabulatorer, som fra et regneark; skriv {instead}", instead=f"{year}: {amount}")
    return Text("her står en tabulator; ryk ind med mellemrum")


def _not_closed(lines: list[str], opened: yaml.Mark) -> Text:
    line, column = opened.line + 1, opened.column + 1
    if re.search(r"\s#", "".join(lines[opened.line : opened.line + 1])[opened.column :]):
        return Text(
            "parentesen på linje {line}, tegn {column}, er ikke lukket, fordi resten af linjen efter # er en "
            "kommentar; sæt teksten med # i anførselstegn",
            line=line,
            column=column,
        )
    return Text(
        "parentesen på linje {line}, tegn {column}, er ikke lukket; luk den, eller sæt komma mellem værdierne",
        line=line,
        column=column,
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


def twice(mapping: Mapping, key: str, value: object, line: int) -> Text:
    """What to say of a key that stands there already; between braces it may be what follows a decimal comma."""
    before = str(next(reversed(mapping.values()), ""))
    if mapping.start.flow_style and value == "" and re.fullmatch("[0-9]{1,4}%?", key) and before[-1:].isdigit():
        return Text("{found} har decimalkomma; skriv punktum i stedet for komma", found=f"{shortened(before)},{key}")
    return Text(
        "{found} står her for anden gang, første gang på linje {line}; behold det ene", found=shortened(key), line=line
    )

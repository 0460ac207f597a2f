"""What keeps a text from being one plain document, and where, in words for people who do not know YAML's own."""

import re
from collections.abc import Iterator

import yaml

from bizcase.reading.characters import lines_of, place_at, shortened
from bizcase.reading.document import Mapping, Plain, Sequence, place_of
from bizcase.reading.fault import Fault
from bizcase.reading.finding import START, Place
from bizcase.reading.slips import slip_near
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
    told = _known_by_the_parser(lines_of(text), place, error) or slip_near(text, place)
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


_FIGURE = re.compile(r"[-+]?[0-9.]+%?")
_NOTE_ON_A_FIGURE = re.compile(r"[ \t]+#[^\W\d]")
_CUT = re.compile(r"[ \t]+(#[^\s#].*)")
_CUT_BELOW = re.compile(r"[ \t]+(#[0-9]+(?![0-9:+-]).*)")
"""A line of a longer text that begins with a number sign and a number; years and amounts that are left out do not."""


def cut_texts(root: object, text: str) -> Iterator[Fault]:
    """The texts without quotation marks that a number sign cuts: `title: Hal #2 i Valby` is `Hal` to every reader.

    A comment has a space behind its sign, or stands behind a figure.
    """
    lines = lines_of(text)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Mapping | Sequence):
            continue
        values = node.values() if isinstance(node, Mapping) else node
        events = [mark[1] for mark in node.marks.values()] if isinstance(node, Mapping) else node.marks
        for value, event in zip(values, events, strict=True):
            waiting.append(value)
            if not isinstance(value, Plain) or not value:
                continue
            end = event.end_mark
            if _FIGURE.fullmatch(value) and _NOTE_ON_A_FIGURE.match(lines[end.line], end.column):
                continue
            match = _CUT.match(lines[end.line], end.column)
            if match is None and end.line + 1 < len(lines) and not lines[end.line][end.column :].strip():
                match = _CUT_BELOW.match(lines[end.line + 1])
                end_line = end.line + 1
            else:
                end_line = end.line
            if match:
                place = Place(end_line + 1, match.start(1) + 1, end_line + 1, match.end(1) + 1)
                message = Text(
                    "teksten slutter ved {found}, fordi # begynder en kommentar; sæt hele teksten i anførselstegn, "
                    "eller sæt et mellemrum efter #, hvis det er en kommentar",
                    found=shortened(match[1].split()[0]),
                )
                yield Fault("cut-text", place, message)


def twice(mapping: Mapping, key: str, value: object, line: int) -> Text:
    """What to say of a key that stands there already; between braces it may be what follows a decimal comma."""
    before = str(next(reversed(mapping.values()), ""))
    if mapping.start.flow_style and value == "" and re.fullmatch("[0-9]{1,4}%?", key) and before[-1:].isdigit():
        return Text("{found} har decimalkomma; skriv punktum i stedet for komma", found=f"{shortened(before)},{key}")
    return Text(
        "{found} står her for anden gang, første gang på linje {line}; behold det ene", found=shortened(key), line=line
    )

"""Slips of the pen that break a file off: what people write in a line that means something else to YAML."""

import re
from collections.abc import Callable

from bizcase.reading.characters import lines_of, shortened
from bizcase.reading.finding import Place
from bizcase.texts.template import Text

Parts = dict[str, str]
"""The parts of a line that tell a slip, by their names."""

_LONGEST = 400
"""Characters of a line that are looked at: nobody writes more by hand, and patterns have to end soon."""

_LINES_ABOVE = 2
"""Lines above the one where a file breaks off that may hold what broke it off."""


def slip_near(text: str, place: Place) -> tuple[Place, Text] | None:
    """The slip in the line where a file breaks off, or in one just above it: where it stands, and what to write."""
    lines = lines_of(text)
    for number in range(place.line, max(0, place.line - 1 - _LINES_ABOVE), -1):
        line = lines[number - 1][:_LONGEST] if number <= len(lines) else ""
        for pattern, told in _SLIPS:
            if match := pattern.match(line):
                column = max(match.start(name) for name in ("at", "behind") if name in pattern.groupindex) + 1
                parts = {name: shortened(part) for name, part in match.groupdict(default="").items()}
                return Place(number, column, number, column + 1), told(parts)
        if line.strip() and number < place.line:
            return None
    return None


def _hard_space(_: Parts) -> Text:
    return Text("her står et hårdt mellemrum, som kommer fra fx Word; skriv et almindeligt mellemrum")


def _no_space_after_dash(part: Parts) -> Text:
    return Text("her mangler et mellemrum efter bindestregen; skriv - {rest}", rest=part["at"])


def _no_space_after_colon(part: Parts) -> Text:
    return Text("her mangler et mellemrum efter kolon; skriv {key}: {rest}", key=part["key"], rest=part["rest"])


def _years_without_braces(part: Parts) -> Text:
    return Text("år og beløb står i krøllede parenteser; skriv {instead}", instead=f"{{{part['years']}}}")


def _special_letter(part: Parts) -> Text:
    return Text(
        "her begynder en værdi med {letter}, som har sin egen betydning i filen; sæt værdien i anførselstegn",
        letter=part["at"][0],
    )


def _text_after_a_quotation(_: Parts) -> Text:
    return Text("her står mere tekst efter anførselstegnet; sæt anførselstegn om det hele")


def _no_colon(part: Parts) -> Text:
    return Text("her mangler et kolon efter {word}; skriv {word}:", word=part["at"])


def _loose_line(_: Parts) -> Text:
    return Text("linjen har intet kolon; hører den til teksten ovenfor, så ryk den ind under den")


_SLIPS: tuple[tuple[re.Pattern[str], Callable[[Parts], Text]], ...] = (
    (re.compile(r"^[ -]*(?P<at>[\u00a0\u202f])|^ *[\w -]+:(?P<behind>[\u00a0\u202f])"), _hard_space),
    (re.compile(r"^ *-(?P<at>\w[\w-]*:.*)"), _no_space_after_dash),
    (re.compile(r"^ *(?P<at>(?P<key>[A-Za-z_æøåÆØÅ]+):(?P<rest>[^\s:].*))"), _no_space_after_colon),
    (re.compile(r"^ *(?:- )?\w+: +(?P<at>\(?(?P<years>[0-9]{4}\+?: .*?)\)? *)$"), _years_without_braces),
    (re.compile(r"^ *(?:- )?\w+: +(?P<at>[*&!%@`>|\]}?-].*|\[.*\] *[^ #].*)$"), _special_letter),
    (re.compile(r"^ *(?:- )?\w+: +(?P<at>(?P<mark>[\"']).*(?P=mark) *[^ #].*)$"), _text_after_a_quotation),
    (re.compile(r"^ *(?P<at>[\w-]+) *$"), _no_colon),
    (re.compile(r"^ *(?P<at>\w[^:#\[\]{}\"]*)$"), _loose_line),
)
"""What a line looks like, most telling first, and what is told of it; `at` is where."""

"""The kinds of values in a case file: how each is read from the document, and how a JSON Schema describes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from bizcase.case.amounts import read_per_cent
from bizcase.case.names import Names
from bizcase.case.nearest import choose_from
from bizcase.case.periods import FIRST_YEAR, LAST_YEAR, read_year, year_within
from bizcase.case.refusal import Refusal
from bizcase.reading.characters import may_show, shortened
from bizcase.reading.document import Plain, is_blank, quoted, reads_as_text
from bizcase.texts.template import Text, Words

Reader = Callable[[Any, ValidationInfo], Any]
"""From a value of the document to a value of the case, or a Refusal."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadBy:
    """Annotates a field with its reader and its JSON Schema, or with what makes that: few runs ask for one."""

    reader: Reader
    json_schema: JsonSchemaValue | Callable[[], JsonSchemaValue]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let the reader do all of the reading."""
        return core_schema.with_info_plain_validator_function(self.reader)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the value as an editor should know it."""
        return dict(self.json_schema() if callable(self.json_schema) else self.json_schema)


@dataclass(frozen=True, slots=True)
class TextOr:
    """Annotates a field that is one line of text, or else a mapping of its own."""

    model: type[BaseModel]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read text as text, and leave everything else to the mapping's own fields."""

        def read(node: object, otherwise: Callable[[object], Any], info: ValidationInfo) -> Any:
            return _one_line(node, info) if isinstance(node, str) and not is_blank(node) else otherwise(node)

        return core_schema.with_info_wrap_validator_function(read, handler.generate_schema(self.model))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Either of the two."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def one_of(allowed: Names) -> ReadBy:
    """A word from a closed list, by any of its names."""

    def read(node: object, info: ValidationInfo) -> str:
        if not isinstance(node, str) or is_blank(node):
            names = ", ".join(allowed.shown)
            message = Text("her står {found}; skriv en af disse: {allowed}", found=quoted(node), allowed=names)
            raise Refusal("wrong-type", message)
        if (meant := allowed.meant_by(node)) is None:
            advice = choose_from(node, allowed)
            raise Refusal("bad-value", Text("{found} kan ikke stå her; {advice}", found=quoted(node), advice=advice))
        return str(meant)

    return ReadBy(read, allowed.json_schema)


def _text(node: object) -> str:
    """The text of a scalar, without the spaces around it."""
    if not isinstance(node, str):
        raise Refusal("wrong-type", Text("her står {found}; skriv tekst", found=quoted(node)))
    if is_blank(node):
        raise Refusal("bad-value", Text("er tom; skriv teksten"))
    if not reads_as_text(node):
        raise Refusal("wrong-type", Text('{found} er kun tekst i anførselstegn; skriv "{found}"', found=quoted(node)))
    return node.strip()


LONGEST_LINE = 1_000
"""Letters of a text on one line: a table is as wide as the longest name in it."""


def _one_line(node: object, info: ValidationInfo) -> str:
    text = _text(node)
    if "\n" in text:
        raise Refusal("bad-value", Text("går over flere linjer; skriv teksten på én"))
    if len(text) > LONGEST_LINE:
        message = Text("er på {length} tegn; skriv højst {most}", length=len(text), most=LONGEST_LINE)
        raise Refusal("bad-value", message)
    return _showable(text)


def _paragraphs(node: object, info: ValidationInfo) -> str:
    if isinstance(node, dict | list):
        message = Text("her står {found}; skriv | efter kolonet, og teksten på linjerne under", found=quoted(node))
        raise Refusal("wrong-type", message)
    return "\n".join(_showable(line) for line in _text(node).replace("\t", " ").split("\n"))


def _showable(line: str) -> str:
    """A line that any terminal and paper shows; spaces that must not break, as word processors set them, are spaces."""
    if line.isprintable():
        return line
    line = line.replace("\u00a0", " ").replace("\u202f", " ")
    for position, letter in enumerate(line):
        if not may_show(letter):
            code = f"U+{ord(letter):04X}"
            raise Refusal(
                "bad-value",
                Text(
                    "rummer tegnet {code} (nr. {position}), som ikke kan vises; fjern det",
                    code=code,
                    position=position + 1,
                ),
            )
    return line


def _verbatim(node: object, info: ValidationInfo) -> str:
    """Text that may look like a number and keeps its nils and points: `0850`, `6.45`."""
    return _one_line(str(node) if isinstance(node, Plain) and not is_blank(node) else node, info)


_LETTER_OF_AN_ID = "[A-Za-zÆØÅæøå0-9._-]"
IDENTIFIER = f"{_LETTER_OF_AN_ID}{{1,32}}"
"""What an `id` is made of, as a regular expression."""


def _identifier(node: object, info: ValidationInfo) -> str:
    text = _verbatim(node, info)
    if not re.fullmatch(IDENTIFIER, text):
        raise Refusal(
            "bad-value",
            Text("{found} er ikke et id; skriv højst 32 tegn: bogstaver, cifre, punktum, _ og -", found=quoted(node)),
        )
    return text


def _whole_number(node: object, what: Words) -> int:
    if not isinstance(node, str):
        raise Refusal("wrong-type", Text("her står {found}; skriv {what}", found=quoted(node), what=what))
    if not isinstance(node, Plain) and re.fullmatch("[0-9]+", node):
        raise Refusal(
            "wrong-type",
            Text(
                "{found} er ikke et tal, men tekst i anførselstegn; skriv {instead}",
                found=quoted(node),
                instead=shortened(node),
            ),
        )
    if not isinstance(node, Plain) or not re.fullmatch("0|[1-9][0-9]{0,9}", node):
        raise Refusal("wrong-type", Text("her står {found}; skriv {what}", found=quoted(node), what=what))
    return int(node)


def _year(node: object, info: ValidationInfo) -> int:
    if isinstance(node, Plain) and (year := read_year(node)) is not None:
        return year
    meant = year_within(node) if isinstance(node, str) else None
    number = _whole_number(node, meant or Text("et år, fx 2026"))
    message = Text(
        "{found} kan ikke stå her; skriv et år fra {first} til {last}", found=number, first=FIRST_YEAR, last=LAST_YEAR
    )
    raise Refusal("bad-value", message)


def _last_year(node: object, info: ValidationInfo) -> int:
    year = _year(node, info)
    first: int | None = info.data.get("first_year")
    if first is not None and year < first:
        raise Refusal(
            "bad-value",
            Text(
                "{found} kommer før first_year, som er {first}; ret first_year eller last_year", found=year, first=first
            ),
        )
    return year


def _count(node: object, info: ValidationInfo) -> int:
    return _whole_number(node, Text("et helt tal, fx 6"))


def _version(node: object, info: ValidationInfo) -> int:
    number = _whole_number(node, "1")
    if number != 1:
        raise Refusal(
            "unsupported-version",
            Text(
                "programmet læser kun version 1, og her står {found}; skriv 1, eller brug en nyere "
                "udgave af programmet",
                found=number,
            ),
        )
    return number


def _per_cent(node: object, info: ValidationInfo) -> Decimal:
    return read_per_cent(node)


_DEAREST = 30
"""Per cent a year that no internal loan costs: more of them are a figure that lost its sign or its point."""


def _interest(node: object, info: ValidationInfo) -> Decimal:
    if (per_cent := read_per_cent(node)) > _DEAREST:
        message = Text("{found} om året er mere, end et lån koster; skriv renten i procent, fx 2%", found=quoted(node))
        raise Refusal("bad-value", message)
    return per_cent


def _low(node: object, info: ValidationInfo) -> Decimal:
    if (per_cent := read_per_cent(node)) > 100:
        raise Refusal(
            "bad-value", Text("{found} er over beløbet; skriv et lavt skøn på højst 100%", found=quoted(node))
        )
    return per_cent


def _high(node: object, info: ValidationInfo) -> Decimal:
    if (per_cent := read_per_cent(node)) < 100:
        raise Refusal(
            "bad-value", Text("{found} er under beløbet; skriv et højt skøn på mindst 100%", found=quoted(node))
        )
    return per_cent


PER_CENT_SCHEMA: JsonSchemaValue = {  # a keyword speaks of one type only, so text and number need no anyOf
    "type": ["string", "number"],
    "pattern": r"^(0|[1-9][0-9]{0,3})(\.[0-9]{1,4})? ?%$",
    "minimum": 0,
    "exclusiveMaximum": 10000,
    "errorMessage": "skriv en procent, fx 50% eller 33.5%",
}
_YEAR_SCHEMA: JsonSchemaValue = {
    "type": "integer",
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
    "errorMessage": "skriv et år, fx 2026",
}
_TEXT_SCHEMA: JsonSchemaValue = {
    "type": "string",
    "pattern": r"\S",
    "errorMessage": "skriv tekst, og et tal i anførselstegn",
    "patternErrorMessage": "er tom; skriv teksten",
}
_VERBATIM_SCHEMA: JsonSchemaValue = {
    "type": ["string", "number", "boolean"],  # an editor takes 0850 for a number, and true for a truth
    "errorMessage": "skriv tekst",
}
_IDENTIFIER_SCHEMA: JsonSchemaValue = _VERBATIM_SCHEMA | {
    "pattern": rf"^\s*({_LETTER_OF_AN_ID}[\u030a\u0338]?){{1,32}}\s*$",  # with marks that nobody has composed yet
    "errorMessage": "skriv højst 32 tegn: bogstaver, cifre, punktum, _ og -",
}
_COUNT_SCHEMA: JsonSchemaValue = {"type": "integer", "minimum": 0, "errorMessage": "skriv et helt tal, fx 6"}
_VERSION_SCHEMA: JsonSchemaValue = {"const": 1, "errorMessage": "programmet læser kun version 1; skriv 1"}

OneLine = Annotated[str, ReadBy(_one_line, _TEXT_SCHEMA)]
Paragraphs = Annotated[str, ReadBy(_paragraphs, _TEXT_SCHEMA)]
Verbatim = Annotated[str, ReadBy(_verbatim, _VERBATIM_SCHEMA)]
Identifier = Annotated[str, ReadBy(_identifier, _IDENTIFIER_SCHEMA)]
Year = Annotated[int, ReadBy(_year, _YEAR_SCHEMA)]
LastYear = Annotated[int, ReadBy(_last_year, _YEAR_SCHEMA)]
Count = Annotated[int, ReadBy(_count, _COUNT_SCHEMA)]
Version = Annotated[int, ReadBy(_version, _VERSION_SCHEMA)]
PerCent = Annotated[Decimal, ReadBy(_per_cent, PER_CENT_SCHEMA)]
Interest = Annotated[Decimal, ReadBy(_interest, PER_CENT_SCHEMA)]
Low = Annotated[Decimal, ReadBy(_low, PER_CENT_SCHEMA)]
High = Annotated[Decimal, ReadBy(_high, PER_CENT_SCHEMA)]

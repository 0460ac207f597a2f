"""The XML of one part, parsed in blocks: no entities, no tag and no text longer than workbooks have."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Mapping
from typing import TypeVar
from xml.parsers import expat

from bizcase.reading.workbook.bounds import TEXT, Unreadable, damaged, too_long
from bizcase.reading.workbook.package import Package
from bizcase.texts.template import Text

_Handler = TypeVar("_Handler")

Attributes = dict[str, str]
Starts = Mapping[str, Callable[[Attributes], None]]
"""What to do where an element begins, by its name."""
Ends = Mapping[str, Callable[[str], None]]
"""What to do where one ends, with the text behind the last tag that opened."""

_BEHIND_NAMESPACE = "}"

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespaces of a workbook, as Excel usually saves it and as Strict Open XML."""

_TAGS = (b"<", b"/>", b"/\0>")
"""How tags begin, and how those end that close themselves, which are two in one; the last in UTF-16."""

NAMES = 10_000
TAG = 256 * 1024
"""Names in one part, and bytes of one tag: expat keeps them all in memory, and reads an unfinished tag again."""


NAMESPACE = 200
"""Characters of a namespace, which expat puts before every name that belongs to it."""


def walk(package: Package, part: str, starts: Starts, ends: Ends, namespaces: tuple[str, ...] = MAIN) -> None:
    """Parse a part, and do what the elements of a name in the namespaces ask for."""
    names: dict[str, str] = {}
    text: list[str] = []
    parser = None
    fed = 0
    try:
        for block in package.blocks(part):
            if parser is None:
                parser = _parser(part, block, names)
                _attach(parser, text, _in_namespaces(starts, namespaces), _in_namespaces(ends, namespaces))
            package.budget.parse(sum(map(block.count, _TAGS)))
            parser.Parse(block, False)  # noqa: FBT003 - expat takes no names
            fed += len(block)
            if len(names) > NAMES or fed - parser.CurrentByteIndex > TAG:
                raise damaged(part)
            if sum(map(len, text)) > TEXT:
                raise too_long()
        if parser is None:
            raise damaged(part)
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise damaged(part) from error


def _parser(part: str, first: bytes, names: dict[str, str]) -> expat.XMLParserType:
    """A parser for a part that begins with these bytes; nothing in the part chooses another encoding."""

    def declare(prefix: str | None, namespace: str | None) -> None:
        names[f"xmlns:{prefix}"] = ""
        if namespace and len(namespace) > NAMESPACE:
            raise damaged(part)

    encoding = "UTF-16" if first.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "UTF-8"
    parser = expat.ParserCreate(encoding, _BEHIND_NAMESPACE, names)
    parser.buffer_text = True
    parser.StartNamespaceDeclHandler = declare
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _attach(parser: expat.XMLParserType, text: list[str], starts: Starts, ends: Ends) -> None:
    """Let a parser do what elements ask for; `text` fills with what follows the last tag that opened."""
    start_of, end_of, forget = starts.get, ends.get, text.clear  # as local names: this runs for each tag

    def start(name: str, attributes: Attributes) -> None:
        forget()
        if do := start_of(name):
            do(attributes)

    def end(name: str) -> None:
        if do := end_of(name):
            do("".join(text))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append


def _in_namespaces(handlers: Mapping[str, _Handler], namespaces: tuple[str, ...]) -> dict[str, _Handler]:
    return {
        f"{namespace}{_BEHIND_NAMESPACE}{name}": handler
        for name, handler in handlers.items()
        for namespace in namespaces
    }


def _refuse_doctype(*_: object) -> None:
    raise Unreadable(
        Text(
            "filen rummer en DOCTYPE, som Excel aldrig gemmer, og som kan være et angreb; åbn den ikke, og få en anden "
            "sendt"
        )
    )

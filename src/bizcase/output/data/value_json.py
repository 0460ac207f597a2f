"""What cases and their pool are worth, as JSON: exact numbers in 1.000 kr., the same shape always."""

from collections.abc import Iterator
from typing import Any

from bizcase.output.data.json_text import to_json, to_json_line
from bizcase.output.data.result_shape import SCHEMA_VERSION
from bizcase.output.data.shape import writer
from bizcase.output.data.value_shape import DOCUMENT, Document

_as_document = writer(DOCUMENT)


def render(document: Document) -> Iterator[str]:
    """One object for all of it."""
    yield to_json(_as_document(document))
    yield "\n"


def lines(document: Document) -> Iterator[str]:
    """An object a case, then the pool's if there is one, then one a file that was left out."""
    written = _as_document(document)
    objects: list[dict[str, Any]] = list(written["cases"])
    if written["pool"] is not None:
        objects.append({"pool": written["pool"], "in_pool": written["in_pool"]})
    objects += written["left_out"]
    yield from (f"{to_json_line({'schema_version': SCHEMA_VERSION, **each})}\n" for each in objects)

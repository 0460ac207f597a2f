"""What a case accepts (accepteret): findings that have been seen and are meant, each with its reason."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import ValidationInfo

from bizcase.case.context import context_of
from bizcase.case.fields import ReadBy
from bizcase.case.line_fields import VOCABULARY
from bizcase.case.nearest import choose_from
from bizcase.case.refusal import Refusal, refuse_all
from bizcase.reading.document import Where, is_blank, quoted, reads_as_text
from bizcase.texts.template import Text


class Acceptance(NamedTuple):
    """A reason for one finding: the only one of its code, or the one at a place that is named."""

    place: tuple[str, ...]
    reason: str


def _acceptances(node: object, info: ValidationInfo) -> dict[str, tuple[Acceptance, ...]]:
    """Code of a finding to the reasons why it is meant; only warnings and `published-mismatch` can be accepted."""
    if not isinstance(node, dict):
        raise Refusal(
            "wrong-type",
            Text(
                "her står {found}; skriv en kode og en begrundelse, fx not-permanent: forsøget løber i to år",
                found=quoted(node),
            ),
        )
    acceptable = sorted(context_of(info).acceptable)
    refusals: list[tuple[Where, Refusal]] = []
    for code, reason in node.items():
        if code not in acceptable:
            message = Text(
                "er ikke et fund, der kan accepteres; {advice}", advice=choose_from(code, acceptable, "bizcase explain")
            )
            refusals.append(((code,), Refusal("bad-value", message, at_key=True)))
        else:
            refusals += [((code, *where), refusal) for where, refusal in _no_reasons(reason)]
    if refusals:
        refuse_all(refusals)
    return {code: tuple(_reasons(reason)) for code, reason in node.items()}


def _no_reasons(node: object, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Refusal]]:
    """What stands where a reason should."""
    if isinstance(node, dict) and node:
        for key, each in node.items():
            yield from _no_reasons(each, (*place, key))
    elif not isinstance(node, str) or (not reads_as_text(node) and not is_blank(node)):
        yield place, Refusal("wrong-type", Text("her står {found}; skriv begrundelsen med ord", found=quoted(node)))
    elif is_blank(node):
        yield place, Refusal("bad-value", Text("er tom; skriv begrundelsen med ord"))


def _reasons(node: object, place: tuple[str, ...] = ()) -> Iterator[Acceptance]:
    if isinstance(node, dict):
        for key, each in node.items():
            yield from _reasons(each, (*place, key))
    else:
        yield Acceptance(place, " ".join(str(node).split()))


_REASON = {"type": ["string", "object"], "pattern": r"\S", "errorMessage": "skriv begrundelsen med ord"}
_SCHEMA = {"type": "object", "propertyNames": {VOCABULARY: "acceptable"}, "additionalProperties": _REASON}
Acceptances = Annotated[dict[str, tuple[Acceptance, ...]], ReadBy(_acceptances, _SCHEMA)]

"""The configuration of a repository (bizcase.toml): what holds for its cases where the command line says nothing."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import Field, ValidationError, ValidationInfo

from bizcase.case.fields import OneLine, ReadBy, one_of
from bizcase.case.line_fields import VOCABULARY
from bizcase.case.names import Names
from bizcase.case.nearest import choose_from
from bizcase.case.record import Record
from bizcase.case.refusal import Refusal, faults_of, refuse_all
from bizcase.reading.document import Node, Where, is_blank, quoted
from bizcase.reading.fault import Fault
from bizcase.texts.template import Language, Text

LANGUAGES = Names({"da": (), "en": ()})
Weight = Literal["error", "warning", "off"]
"""How much a finding is to weigh; what is off is counted and no more."""

WEIGHTS = Names({"error": ("fejl",), "warning": ("advarsel",), "off": ("slået fra",)})


def _severity(node: object, info: ValidationInfo) -> dict[str, Weight]:
    """Code of a finding to its weight, for the codes that the context allows."""
    if not isinstance(node, dict):
        message = Text(
            'her står {found}; skriv en kode med error, warning eller off, fx {{not-permanent = "off"}}',
            found=quoted(node),
        )
        raise Refusal("wrong-type", message)
    may_be_set: frozenset[str] = info.context or frozenset()
    refusals: list[tuple[Where, Refusal]] = []
    for code, weight in node.items():
        if code not in may_be_set:
            advice = choose_from(code, sorted(may_be_set), "bizcase explain")
            message = Text(
                "er ikke en advarsel, og kun advarsler kan gøres til fejl eller slås fra; {advice}", advice=advice
            )
            refusals.append(((code,), Refusal("bad-value", message, at_key=True)))
        elif not isinstance(weight, str) or WEIGHTS.meant_by(weight) is None or is_blank(weight):
            names = ", ".join(f'"{name}"' for name in WEIGHTS.names)
            message = Text("her står {found}; skriv en af disse: {allowed}", found=quoted(weight), allowed=names)
            refusals.append(((code,), Refusal("bad-value", message)))
    if refusals:
        refuse_all(refusals)
    return {code: cast("Weight", WEIGHTS.meant_by(weight)) for code, weight in node.items()}


_SEVERITY_SCHEMA: dict[str, Any] = {
    "type": "object",
    "propertyNames": {VOCABULARY: "warning"},
    "additionalProperties": WEIGHTS.json_schema(),
}


class Configuration(Record):
    """What a file configures; paths are seen from the file."""

    profile: Annotated[OneLine | None, Field(description="Kommunens profil: en fil, eller et navn")] = None
    prices: Annotated[OneLine | None, Field(description="Prisindekset, som --price-level omregner med")] = None
    paths: Annotated[tuple[OneLine, ...], Field(description="Hvor sagerne ligger")] = ()
    severity: Annotated[
        Mapping[str, Weight], ReadBy(_severity, _SEVERITY_SCHEMA), Field(description="Hvad en advarsel vejer her")
    ] = {}
    language: Annotated[Language | None, one_of(LANGUAGES), Field(description="Sproget i alt, der siges")] = None


def validate_configuration(root: Node, may_be_set: frozenset[str]) -> tuple[Configuration | None, list[Fault]]:
    """The configuration in a document, or what is wrong with it; `may_be_set` are the codes whose weight may change."""
    try:
        return Configuration.model_validate(root, context=may_be_set), []
    except ValidationError as error:
        return None, faults_of(error, root, Configuration)

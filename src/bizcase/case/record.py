"""What every mapping of the format has in common, and mappings whose keys are words of the profile."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic.fields import FieldInfo

from bizcase.case.context import context_of
from bizcase.case.fields import ReadBy
from bizcase.case.lines import VOCABULARY, CommitteeName, SteeringAreaName
from bizcase.case.nearest import choose_from
from bizcase.case.refusal import Refusal, refuse_all, refuse_twice
from bizcase.reading.document import is_blank, quoted
from bizcase.texts.template import Text


class Record(BaseModel):
    """A mapping of the format; a key that it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _no_area_twice(node: object, info: ValidationInfo) -> object:
    """Refuse a steering area that stands there by two of its names."""
    refuse_twice(node, context_of(info).profile.steering_area_names)
    return node


def no_committee_twice(node: object, info: ValidationInfo) -> object:
    """Refuse a committee that stands there by two of its names."""
    refuse_twice(node, context_of(info).profile.committee_names)
    return node


def keys_of(vocabulary: str) -> FieldInfo:
    """Tell an editor that the keys of a mapping are words of the profile."""
    extra: FieldInfo = Field(json_schema_extra={"propertyNames": {VOCABULARY: vocabulary}})
    return extra


T = TypeVar("T")
AreaMapping = Annotated[dict[SteeringAreaName, T], BeforeValidator(_no_area_twice)]
CommitteeMapping = Annotated[dict[CommitteeName, T], BeforeValidator(no_committee_twice)]


def _acceptances(node: object, info: ValidationInfo) -> dict[str, str]:
    """Code of a finding to the reason why it is meant; only warnings and `published-mismatch` can be accepted."""
    if not isinstance(node, dict):
        raise Refusal(
            "wrong-type",
            Text(
                "her står {found}; skriv en kode og en begrundelse, fx not-permanent: forsøget løber i to år",
                found=quoted(node),
            ),
        )
    acceptable = sorted(context_of(info).acceptable)
    refusals = []
    for code, reason in node.items():
        if code not in acceptable:
            message = Text(
                "er ikke et fund, der kan accepteres; {advice}", advice=choose_from(code, acceptable, "bizcase explain")
            )
            refusals.append(((code,), Refusal("bad-value", message, at_key=True)))
        elif not isinstance(reason, str):
            refusals.append(
                (
                    (code,),
                    Refusal("wrong-type", Text("her står {found}; skriv begrundelsen med ord", found=quoted(reason))),
                )
            )
        elif is_blank(reason):
            refusals.append(((code,), Refusal("bad-value", Text("er tom; skriv begrundelsen med ord"))))
    if refusals:
        refuse_all(refusals)
    return {code: " ".join(reason.split()) for code, reason in node.items()}


_ACCEPTANCES_SCHEMA = {
    "type": "object",
    "propertyNames": {VOCABULARY: "acceptable"},
    "additionalProperties": {"type": "string", "pattern": r"\S"},
}
Acceptances = Annotated[dict[str, str], ReadBy(_acceptances, _ACCEPTANCES_SCHEMA)]

"""What every mapping of the format has in common, and mappings whose keys are words of the profile."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic.fields import FieldInfo

from bizcase.case.context import context_of
from bizcase.case.line_fields import VOCABULARY, CommitteeName, SteeringAreaName
from bizcase.case.refusal import refuse_twice


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

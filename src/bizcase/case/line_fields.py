"""The fields of a line that are words of the profile: steering area, committee, administration, split and category."""

from decimal import Decimal
from typing import Annotated, Any, Literal, NoReturn, assert_never

from pydantic import ValidationInfo
from pydantic.json_schema import JsonSchemaValue

from bizcase.case.amounts import read_per_cent
from bizcase.case.context import context_of
from bizcase.case.fields import PER_CENT_SCHEMA, ReadBy, one_of
from bizcase.case.kinds import CAPITAL_CATEGORIES
from bizcase.case.names import Names, folded
from bizcase.case.nearest import choose_from, nearest
from bizcase.case.profile import Profile
from bizcase.case.refusal import Refusal, refuse_all, refuse_twice, refused_key
from bizcase.reading.document import Where, is_blank, quoted
from bizcase.texts.template import Text, Words

VOCABULARY = "x-vocabulary"
"""Marks the places of the JSON Schema that a profile fills in."""


def read_steering_area(node: object, info: ValidationInfo) -> str:
    """A steering area, by any of its names."""
    profile = context_of(info).profile
    names = profile.steering_area_names
    if isinstance(node, str) and (area := names.meant_by(node)):
        return area
    if isinstance(node, str) and len(several := _areas_in(node, profile)) > 1:
        message = Text(
            "{found} kan være flere styringsområder: {areas}; skriv det, du mener",
            found=quoted(node),
            areas=", ".join(several),
        )
        raise Refusal("unknown-steering-area", message)
    return _unknown(node, "steering-area", names, profile.municipality)


_STEM = 7
"""Letters that tell one steering area from the next: `overfør`."""


def _areas_in(written: str, profile: Profile) -> list[str]:
    """The steering areas that somebody may mean who writes Drift, or Overførsler, or Service og anlæg."""
    if nearest(written, profile.steering_area_names.spellings, cutoff=0.9):
        return []
    if folded(written).startswith("drift"):
        return [area for area in profile.steering_areas if area not in profile.areas_of_nature("capital")]
    return [area for area in profile.steering_areas if folded(area)[:_STEM] in folded(written)]


def read_committee(node: object, info: ValidationInfo) -> str:
    """A committee, by any of its names."""
    context = context_of(info)
    profile = context.profile
    if isinstance(node, str) and (committee := profile.committee_names.meant_by(node)):
        return committee
    meant = profile.committee_behind(node, context.price_level) if isinstance(node, str) else None
    return _unknown(node, "committee", profile.committee_names, profile.municipality, meant)


def _administration(node: object, info: ValidationInfo) -> str:
    profile = context_of(info).profile
    if isinstance(node, str) and (administration := profile.administration_names.meant_by(node)):
        return administration
    meant = profile.administration_behind(node, context_of(info).price_level) if isinstance(node, str) else None
    return _unknown(node, "administration", profile.administration_names, profile.municipality, meant)


Vocabulary = Literal["steering-area", "committee", "administration"]
"""What the profile of a municipality knows the names of."""


def _unknown(node: object, what: Vocabulary, known: Names, municipality: str, meant: str | None = None) -> NoReturn:
    """Refuse a name that a profile does not know; `meant` is the known one that it stands for, if that is clear."""
    if not isinstance(node, str) or is_blank(node):
        message = Text(
            "her står {found}; skriv en af disse: {allowed}", found=quoted(node), allowed=", ".join(known.names)
        )
        raise Refusal("wrong-type", message)
    advice = Text("skriv {instead}", instead=meant) if meant else choose_from(node, known)
    raise Refusal(f"unknown-{what}", _is_none(what, quoted(node), municipality, advice))


def _is_none(what: Vocabulary, found: Words, municipality: str, advice: Text) -> Text:
    match what:
        case "steering-area":
            return Text(
                "{found} er ikke et styringsområde i {municipality}; {advice}",
                found=found,
                municipality=municipality,
                advice=advice,
            )
        case "committee":
            return Text(
                "{found} er ikke et udvalg i {municipality}; {advice}",
                found=found,
                municipality=municipality,
                advice=advice,
            )
        case "administration":
            return Text(
                "{found} er ikke en forvaltning i {municipality}; {advice}",
                found=found,
                municipality=municipality,
                advice=advice,
            )
        case _:
            assert_never(what)


def _split(node: object, info: ValidationInfo) -> dict[str, Decimal]:
    """Committee to per cent; together exactly 100."""
    if not isinstance(node, dict):
        raise Refusal("wrong-type", Text("her står {found}; skriv fx {{ØU: 50%, KFU: 50%}}", found=quoted(node)))
    if info.data.get("committee") is not None:
        raise Refusal(
            "bad-value",
            Text("står sammen med committee, og der må kun stå ét af de to felter; fjern det ene"),
            at_key=True,
        )
    refuse_twice(node, context_of(info).profile.committee_names)
    shares: dict[str, Decimal] = {}
    refusals: list[tuple[Where, Refusal]] = []
    for key, value in node.items():
        try:
            committee = read_committee(key, info)
        except Refusal as refusal:
            refusals += refused_key(node, key, refusal)
            continue
        try:
            shares[committee] = read_per_cent(value)
        except Refusal as refusal:
            refusals.append(((key,), refusal))
    if refusals:
        refuse_all(refusals)
    if (total := sum(shares.values())) != 100 and not getattr(node, "doubtful", False):
        if total == 1:
            message = Text("er andele af 1, og her skrives procenter: skriv fx 50% for 0.5")
        elif total < 100:
            message = Text(
                "giver {total} %, og andelene skal give præcis 100 %; læg {difference} % til",
                total=total,
                difference=100 - total,
            )
        else:
            message = Text(
                "giver {total} %, og andelene skal give præcis 100 %; træk {difference} % fra",
                total=total,
                difference=total - 100,
            )
        raise Refusal("split-not-100", message)
    return shares


def _capital_category(node: object, info: ValidationInfo) -> Any:
    word = _capital_categories.reader(node, info)
    area = info.data.get("steering_area")
    capital = context_of(info).profile.areas_of_nature("capital")
    if area is not None and area not in capital:
        names = ", ".join(sorted(capital))
        raise Refusal(
            "bad-value",
            Text(
                "må kun stå på linjer med styringsområdet {names}, og her er det {area}; fjern feltet",
                names=names,
                area=area,
            ),
            at_key=True,
        )
    return word


_capital_categories = one_of(CAPITAL_CATEGORIES)


BESIDE_EACH_OTHER: JsonSchemaValue = {
    "allOf": [{VOCABULARY: "capital_category"}],
    "dependencies": {
        "committee": {
            "properties": {"split": False},
            "errorMessage": "står sammen med committee, og der må kun stå ét af de to felter; fjern det ene",
        }
    },
}
"""What the keys of a line say of each other, for its JSON Schema: `split` or `committee`, a category on capital."""

_SPLIT_SCHEMA = {"type": "object", "propertyNames": {VOCABULARY: "committee"}, "additionalProperties": PER_CENT_SCHEMA}

SteeringAreaName = Annotated[str, ReadBy(read_steering_area, {VOCABULARY: "steering_area"})]
CommitteeName = Annotated[str, ReadBy(read_committee, {VOCABULARY: "committee"})]
AdministrationName = Annotated[str, ReadBy(_administration, {VOCABULARY: "administration"})]
Split = Annotated[dict[str, Decimal], ReadBy(_split, _SPLIT_SCHEMA)]
Category = Annotated[str, ReadBy(_capital_category, _capital_categories.json_schema)]

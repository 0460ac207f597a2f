"""What a printed paper states of a case, to be held against what the file comes to."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo

from bizcase.case.amounts import read_amount
from bizcase.case.context import context_of
from bizcase.case.fields import OneLine, ReadBy
from bizcase.case.periods import YEAR_PATTERN, year_keys
from bizcase.case.record import AreaMapping, CommitteeMapping, Record, keys_of
from bizcase.case.refusal import Refusal, refuse_all
from bizcase.case.repayment import read_years
from bizcase.case.unit import MILLIONS
from bizcase.reading.document import Plain, quoted
from bizcase.texts.template import Text

TOTAL = "total"
"""The key of a printed "I alt" column."""


def _printed_years(node: object, info: ValidationInfo) -> dict[str, Decimal]:
    if not isinstance(node, dict) or not node:
        raise Refusal(
            "wrong-type", Text("her står {found}; skriv fx {{2018: 1725, 2019: 1075, total: 2800}}", found=quoted(node))
        )
    figures, refusals = read_years(node, context_of(info), besides=(TOTAL,))
    if refusals:
        refuse_all(refusals)
    return figures


def _printed_payback(node: object, info: ValidationInfo) -> str:
    """Whole years, `-`, or empty where the paper leaves it blank."""
    if isinstance(node, Plain) and re.fullmatch("[1-9][0-9]{0,3}", node):
        return str(node)
    if isinstance(node, str) and (node == "-" or (node == "" and not isinstance(node, Plain))):
        return str(node)
    raise Refusal(
        "bad-value",
        Text(
            'her står {found}; skriv en tilbagebetalingstid i hele år (4), "-" eller "", hvis papiret ingen har',
            found=quoted(node),
        ),
    )


def _millions(node: object, info: ValidationInfo) -> Decimal:
    return read_amount(node, MILLIONS)


_YEARS_SCHEMA = {
    "type": "object",
    "propertyNames": year_keys(f"({YEAR_PATTERN}|{TOTAL})"),
    "additionalProperties": {"type": "number"},
    "minProperties": 1,
}
_PAYBACK_SCHEMA = {"type": ["string", "integer"], "pattern": "^-?$", "minimum": 1, "maximum": 9999}

PrintedYears = Annotated[dict[str, Decimal], ReadBy(_printed_years, _YEARS_SCHEMA)]
"""Printed figures by year (and `total`) in 1.000 kr., with the digits that they were printed with."""

PrintedPayback = Annotated[str, ReadBy(_printed_payback, _PAYBACK_SCHEMA)]
Millions = Annotated[Decimal, ReadBy(_millions, {"type": "number"})]


class Totals(Record):
    """The rows of Tabel 1 that add up others."""

    total_implementation_costs: Annotated[
        PrintedYears | None, Field(description="Samlede implementeringsomkostninger")
    ] = None
    total_efficiencies: Annotated[PrintedYears | None, Field(description="Samlet varig ændring")] = None
    net_effect: Annotated[PrintedYears | None, Field(description="Samlet økonomisk påvirkning")] = None


class CommitteeFigures(Record):
    """A committee's block of Tabel 3."""

    implementation_costs: Annotated[PrintedYears | None, Field(description="Omkostninger")] = None
    efficiencies: Annotated[PrintedYears | None, Field(description="Besparelse")] = None


class Paybacks(Record):
    """The two printed paybacks (tilbagebetalingstid)."""

    service: Annotated[PrintedPayback | None, Field(description="Baseret på serviceeffektivisering")] = None
    total: Annotated[PrintedPayback | None, Field(description="Baseret på totaløkonomi")] = None


class Published(Totals):
    """The figures of one paper; every key but `source` may be left out."""

    source: Annotated[OneLine, Field(description="Papiret: titel, dato, tabel")]
    by_steering_area: Annotated[
        AreaMapping[Totals], keys_of("steering_area"), Field(description="Rækkerne for hvert styringsområde")
    ] = {}
    by_committee: Annotated[
        CommitteeMapping[CommitteeFigures], keys_of("committee"), Field(description="Tabel 3, udvalg for udvalg")
    ] = {}
    payback: Annotated[Paybacks | None, Field(description="Tilbagebetalingstid")] = None
    overview: Annotated[Millions | None, Field(description="Tallet i puljens oversigt, mio. kr.")] = None

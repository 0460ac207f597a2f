"""What a printed paper states of a case, to be held against what the file comes to."""

from typing import Annotated

from pydantic import Field

from bizcase.case.fields import Count, OneLine
from bizcase.case.printed import Amount, Millions, Payback, PrintedYears
from bizcase.case.record import AreaMapping, CommitteeMapping, Record, keys_of


class Totals(Record):
    """The rows of Tabel 1 that add up others."""

    total_implementation_costs: Annotated[
        PrintedYears | None, Field(description="Samlede implementeringsomkostninger")
    ] = None
    total_income: Annotated[PrintedYears | None, Field(description="Samlede engangsindtægter")] = None
    total_efficiencies: Annotated[PrintedYears | None, Field(description="Samlet varig ændring")] = None
    net_effect: Annotated[PrintedYears | None, Field(description="Samlet økonomisk påvirkning")] = None


class CommitteeFigures(Record):
    """A committee's block of Tabel 3."""

    implementation_costs: Annotated[PrintedYears | None, Field(description="Omkostninger")] = None
    income: Annotated[PrintedYears | None, Field(description="Indtægter")] = None
    efficiencies: Annotated[PrintedYears | None, Field(description="Besparelse")] = None


class Paybacks(Record):
    """The printed paybacks (tilbagebetalingstid): by the profile's first rule on two bases, or by a rule that is named.

    By a rule that is named they are on the basis that the profile prints.
    """

    service: Annotated[Payback | None, Field(description="Baseret på serviceeffektivisering")] = None
    total: Annotated[Payback | None, Field(description="Baseret på totaløkonomi")] = None
    inclusive: Annotated[Payback | None, Field(description="Talt fra og med det første år")] = None
    exclusive: Annotated[Payback | None, Field(description="Talt efter det første år")] = None
    simple: Annotated[Payback | None, Field(description="Investering delt med varig årlig besparelse")] = None


class PrintedLoan(Record):
    """The printed rows of an internal loan, in Tabel 1's sign: drawn negative, instalments and interest positive."""

    drawn: Annotated[PrintedYears | None, Field(description="Internt lån")] = None
    repayment: Annotated[PrintedYears | None, Field(description="Afdrag på internt lån")] = None
    interest: Annotated[PrintedYears | None, Field(description="Renter af internt lån")] = None


class Tolerance(Record):
    """How many of a paper's last digit its figures may differ by, and why."""

    digits: Annotated[Count, Field(description="Hvor mange af det sidste ciffer")]
    reason: Annotated[OneLine, Field(description="Begrundelsen")]


class Published(Totals):
    """The figures of one paper; every key but `source` may be left out."""

    source: Annotated[OneLine, Field(description="Papiret: titel, dato, tabel")]
    by_steering_area: Annotated[
        AreaMapping[Totals], keys_of("steering_area"), Field(description="Rækkerne for hvert styringsområde")
    ] = {}
    by_committee: Annotated[
        CommitteeMapping[CommitteeFigures], keys_of("committee"), Field(description="Tabel 3, udvalg for udvalg")
    ] = {}
    lasting: Annotated[Amount | None, Field(description="Varig ændring ved fuld indfasning")] = None
    loan: Annotated[PrintedLoan | None, Field(description="Lånets rækker")] = None
    payback: Annotated[Paybacks | None, Field(description="Tilbagebetalingstid")] = None
    overview: Annotated[Millions | None, Field(description="Tallet i puljens oversigt, mio. kr.")] = None
    tolerance: Annotated[Tolerance | None, Field(description="Hvor meget papirets tal må afvige, og hvorfor")] = None

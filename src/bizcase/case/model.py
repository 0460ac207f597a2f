"""The case: what an analyst's file says, as frozen values. Costs are positive and savings negative throughout."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from bizcase.case.acceptance import Acceptances
from bizcase.case.assumptions import Assumption, DerivedFigure, Name
from bizcase.case.fields import (
    Identifier,
    Interest,
    LastYear,
    OneLine,
    Paragraphs,
    Version,
    Year,
    one_of,
)
from bizcase.case.kinds import APPROVALS, KINDS, Approval, Kind, Unit
from bizcase.case.line import Efficiency, ImplementationCost, Income, Line, PoolAppropriation
from bizcase.case.line_fields import (
    AdministrationName,
    CommitteeName,
)
from bizcase.case.narrative import Date, Decision, FollowUp, Hearing, Sections
from bizcase.case.own_figures import OwnFigures
from bizcase.case.published import Published
from bizcase.case.record import AreaMapping, Record, keys_of
from bizcase.case.repayment import Repayment
from bizcase.case.unit import UNITS, counted_in


class InternalLoan(Record):
    """How the lines with `funding: internal_loan` are paid back, and what the loan costs a year."""

    repayment: Annotated[Repayment, Field(description="Afdrag: år-år i lige store dele, eller år og beløb")]
    rate: Annotated[Interest, Field(description="Årlig rente af restgælden")] = Decimal(0)
    own_figure: Annotated[OwnFigures, Field(description="Vores eget skøn: true, eller årene i en liste")] = frozenset()


class TitlesOfArea(Record):
    """The titles that a paper gives the tables of one steering area."""

    investments: Annotated[OneLine | None, Field(description="Investeringer")] = None
    efficiencies: Annotated[OneLine | None, Field(description="Varige ændringer")] = None


class TableTitles(Record):
    """Whole titles of a paper's own, printed letter for letter and without a number of ours."""

    tabel_1: Annotated[OneLine | None, Field(description="Tabel 1")] = None
    tabel_2: Annotated[
        AreaMapping[TitlesOfArea], keys_of("steering_area"), Field(description="Tabel 2 for hvert styringsområde")
    ] = {}
    tabel_3: Annotated[OneLine | None, Field(description="Tabel 3")] = None


NO_TITLES = TableTitles()


class Case(Record):
    """A business case. Amounts are in 1.000 kr., whatever the file counts in, and in the fixed `price_level`."""

    schema_version: Annotated[Version, Field(description="Formatets version")] = 1
    id: Annotated[Identifier, Field(description="Sagens nummer, fx BC07; entydigt i sin pulje")]
    title: Annotated[OneLine, Field(description="Forslagets titel, på én linje")]
    kind: Annotated[Kind, one_of(KINDS), Field(description="Forslagets art")] = "investment"
    price_level: Annotated[Year, Field(description="Pris- og lønniveau (p/l), et årstal")]
    unit: Annotated[Unit, one_of(UNITS), Field(description="Enhed for alle beløb i filen")] = "1.000 kr."
    first_year: Annotated[Year | None, Field(description="Tabellernes første år")] = None
    last_year: Annotated[LastYear | None, Field(description="Tabellernes sidste år")] = None
    administration: Annotated[AdministrationName, Field(description="Fremstillende forvaltning")]
    affected_administrations: Annotated[tuple[AdministrationName, ...], Field(description="Berørte forvaltninger")] = ()
    committee: Annotated[CommitteeName | None, Field(description="Udvalg for linjer, der intet nævner")] = None
    approval: Annotated[
        Annotated[Approval, one_of(APPROVALS)] | None, Field(description="Godkendelse; * og **; udeladt: ikke oplyst")
    ] = None
    dated: Annotated[Date | None, Field(description="Papirets dato; udeladt: den sidste beslutnings")] = None
    decisions: Annotated[tuple[Decision, ...], Field(description="Beslutninger; den sidste er sagens godkendelse")] = ()
    summary: Annotated[Paragraphs | None, Field(description="Kort resumé")] = None
    assumptions: Annotated[dict[Name, Assumption], Field(description="Forudsætninger: navn, tal, enhed og kilde")] = {}
    derived: Annotated[dict[Name, DerivedFigure], Field(description="Afledte tal: navn, regnestykke og enhed")] = {}
    implementation_costs: Annotated[
        tuple[ImplementationCost, ...], Field(description="Implementeringsomkostninger")
    ] = ()
    income: Annotated[tuple[Income, ...], Field(description="Engangsindtægter")] = ()
    efficiencies: Annotated[tuple[Efficiency, ...], Field(description="Varige ændringer")] = ()
    internal_loan: Annotated[InternalLoan | None, Field(description="Tilbagebetaling af internt lån")] = None
    pool_appropriations: Annotated[
        AreaMapping[PoolAppropriation],
        keys_of("steering_area"),
        Field(description="Puljens bevilling for hvert styringsområde"),
    ] = {}
    sections: Annotated[Sections | None, Field(description="Kapitlernes tekst i det samlede forslag")] = None
    follow_up: Annotated[tuple[FollowUp, ...], Field(description="1.9 Opfølgning")] = ()
    risks: Annotated[Paragraphs | None, Field(description="1.10 Risikovurdering")] = None
    hearings: Annotated[tuple[Hearing, ...], Field(description="1.11 Hvem er hørt")] = ()
    table_titles: Annotated[TableTitles | None, Field(description="Papirets egne titler på tabellerne")] = None
    published: Annotated[Published | None, Field(description="Tal fra et papir, til afstemning")] = None
    accepted: Annotated[Acceptances, Field(description="Regel og begrundelse: set, og ment sådan")] = {}
    notes: Annotated[Paragraphs | None, Field(description="Bemærkninger")] = None

    def as_written(self, thousands: Decimal) -> Decimal:
        """An amount in 1.000 kr. as the file would write it, in its own unit, for messages."""
        return counted_in(self.unit, thousands)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of money."""
        return (*self.implementation_costs, *self.income, *self.efficiencies)

    @property
    def titles(self) -> TableTitles:
        """A paper's own titles of the tables; none where the case gives none."""
        return self.table_titles or NO_TITLES

    @property
    def has_own_figures(self) -> bool:
        """Whether any of its figures is an estimate of ours that no paper prints."""
        loan = self.internal_loan
        own_lines = any(line.own_figure or line.own_split for line in self.lines)
        return own_lines or (loan is not None and bool(loan.own_figure))

    @property
    def last_decision(self) -> Decision | None:
        """The decision that holds: the latest, and the last one written of a day."""
        return max(reversed(self.decisions), key=lambda decision: decision.date, default=None)

    @property
    def day(self) -> date | None:
        """The date on the paper: its own, or that of the last decision."""
        return self.dated or (self.last_decision.date if self.last_decision else None)

    @property
    def must_pay_back(self) -> bool:
        """Whether savings are asked of the case: innovation cases and pre-analyses need none."""
        return self.kind in ("investment", "efficiency")

"""A line of money in a case: what it is for, how much in which years, and who bears it."""

from typing import Annotated

from pydantic import ConfigDict, Field

from bizcase.case.assumptions import Chain, FactorChain
from bizcase.case.driven import (
    DRIVEN_OR_WRITTEN,
    ClosedAmountsOrDriven,
    ClosedPhaseIn,
    CostChain,
    NotWritten,
    OpenAmountsOrDriven,
    OpenPhaseIn,
    RoundTo,
)
from bizcase.case.fields import High, Low, OneLine, Verbatim, one_of
from bizcase.case.kinds import FUNDINGS, Funding
from bizcase.case.line_fields import BESIDE_EACH_OTHER, Category, CommitteeName, Split, SteeringAreaName
from bizcase.case.own_figures import OwnFigures, Truth
from bizcase.case.period_amounts import Amounts, ClosedAmounts, Fte, OpenAmounts, SpreadAmounts
from bizcase.case.printed import PrintedOfLine
from bizcase.case.record import Record


class Appropriation(Record):
    """A budget appropriation (bevilling) as the technical annex names it."""

    number: Annotated[Verbatim, Field(description="Bevillingens nummer")]
    name: Annotated[OneLine, Field(description="Bevillingens navn")]
    function: Annotated[Verbatim, Field(description="Funktion i kontoplanen, fx 6.45.51.1")]


class PoolAppropriation(Appropriation):
    """The appropriation that the pool's money is taken from, and whose it is."""

    committee: Annotated[CommitteeName, Field(description="Udvalget, der har puljen")]


class OfWhich(Record):
    """A part of a line that a paper names (heraf): shown below it, and in no sum."""

    name: Annotated[OneLine, Field(description="Hvad delen er")]
    amounts: Annotated[OpenAmounts, Field(description="Periode og beløb, inden for linjens")]


class _Named(Record):
    """What every line begins with."""

    name: Annotated[OneLine, Field(description="Linjens navn, som det skal trykkes")]
    steering_area: Annotated[SteeringAreaName, Field(description="Styringsområde")]


class _Calculated(_Named):
    """What may stand in place of amounts; it is read before them."""

    saving: Annotated[FactorChain | None, Field(description="Forudsætninger, hvis produkt spares")] = None
    cost: Annotated[CostChain | None, Field(description="Forudsætninger, hvis produkt er en udgift")] = None
    phase_in: Annotated[OpenPhaseIn | None, Field(description="Indfasning: periode og procent")] = None
    round_to: Annotated[RoundTo | None, Field(description="Afrunding i 1.000 kr.; udeladt: 1")] = None


class Line(_Named):
    """A line of money: what it is for, on which steering area, in which years, and who bears it."""

    model_config = ConfigDict(json_schema_extra=BESIDE_EACH_OTHER)

    amounts: Annotated[OpenAmounts, Field(description="Periode og beløb; besparelser er negative")]
    own_figure: Annotated[OwnFigures, Field(description="Vores eget skøn: true, eller perioderne i en liste")] = (
        frozenset()
    )
    committee: Annotated[CommitteeName | None, Field(description="Udvalget, der bærer hele linjen")] = None
    split: Annotated[Split | None, Field(description="Udvalg og procent, i alt 100 %; ikke sammen med committee")] = (
        None
    )
    own_split: Annotated[Truth, Field(description="Fordelingen på udvalg er vores egen")] = False
    of_which: Annotated[tuple[OfWhich, ...], Field(description="Heraf: dele af linjen, som ikke lægges sammen")] = ()
    fte: Annotated[Fte | None, Field(description="Årsværk, periode og antal, med linjens fortegn")] = None
    appropriation: Annotated[Appropriation | None, Field(description="Bevilling, til det tekniske bilag")] = None
    capital_category: Annotated[Category | None, Field(description="Kategori på anlægslinjer")] = None
    low: Annotated[Low | None, Field(description="Lavt skøn, procent af beløbet")] = None
    high: Annotated[High | None, Field(description="Højt skøn, procent af beløbet")] = None
    published: Annotated[PrintedOfLine | None, Field(description="Linjens tal, som de står i papiret")] = None

    @property
    def calculation(self) -> Chain:
        """The calculation that its amounts are derived from; none where they are written."""
        return ()

    @property
    def written(self) -> Amounts:
        """The amounts by the periods that the file writes, a sum over several years as one."""
        return self.amounts.written if isinstance(self.amounts, SpreadAmounts) else self.amounts

    def is_own_in(self, year: int) -> bool:
        """Whether the amount of a year is an own figure, which no paper prints."""
        return any(period.covers(year) for period in self.own_figure)


class DrivenLine(Line, _Calculated):
    """A line whose amounts are written, or derived from assumptions: then they stand here once the case is derived."""

    model_config = ConfigDict(json_schema_extra=DRIVEN_OR_WRITTEN)

    amounts: Annotated[
        OpenAmountsOrDriven, Field(default_factory=NotWritten, description="Periode og beløb; besparelser er negative")
    ]

    @property
    def calculation(self) -> Chain:
        """The calculation that its amounts are derived from; none where they are written."""
        return self.saving or self.cost or ()


class ImplementationCost(DrivenLine):
    """What it costs to carry the case out (implementeringsomkostning)."""

    phase_in: Annotated[ClosedPhaseIn | None, Field(description="Indfasning: periode og procent")] = None
    amounts: Annotated[
        ClosedAmountsOrDriven,
        Field(default_factory=NotWritten, description="Periode og beløb; omkostninger er positive"),
    ]
    funding: Annotated[Funding, one_of(FUNDINGS), Field(description="Hvis penge det er")] = "pool"


class Efficiency(DrivenLine):
    """A lasting change (varig ændring): a saving, negative, or a new running cost, positive."""


class Income(Line):
    """Money that comes in once (engangsindtægt), negative: the price of a building that is sold."""

    amounts: Annotated[ClosedAmounts, Field(description="Periode og beløb; indtægter er negative")]


SECTIONS = ("implementation_costs", "income", "efficiencies")
"""The lists of a case that hold lines."""

"""What a case comes to: frozen values in 1.000 kr., costs positive and savings negative, in the case's price level."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bizcase.case.model import Case, ImplementationCost, Line

Years = tuple[Decimal, ...]
"""An amount for each year of the table."""

NamedYears = tuple[Decimal | None, ...]
"""The same, with nothing in a year that no period of the line names; a named nil is 0."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A line of the case over the years of the table; `lasting` is what its open period comes to each year for good.

    `by_committee` has what each committee bears of it; the parts of every year add up to the line.
    """

    line: Line
    amounts: NamedYears
    total: Decimal
    lasting: Decimal
    by_committee: dict[str, NamedYears]

    @property
    def name(self) -> str:
        """The line's name, as it is to be printed."""
        return self.line.name

    @property
    def steering_area(self) -> str:
        """The steering area that the money belongs to."""
        return self.line.steering_area

    @property
    def is_a_cost(self) -> bool:
        """Whether it is an implementation cost, not a lasting change."""
        return isinstance(self.line, ImplementationCost)

    @property
    def is_the_pools(self) -> bool:
        """Whether it is a cost that the pool pays for."""
        return isinstance(self.line, ImplementationCost) and self.line.funding == "pool"


@dataclass(frozen=True, slots=True)
class Section:
    """Implementation costs (implementeringsomkostninger) or efficiencies (varige ændringer), added up three ways.

    The `lasting` sums are the yearly effect once fully phased in (ved fuld indfasning), from open periods.
    """

    lines: tuple[ResultLine, ...]
    by_steering_area: dict[str, Years]
    by_committee: dict[str, Years]
    total: Years
    lasting_by_steering_area: dict[str, Decimal]
    lasting_by_committee: dict[str, Decimal]

    @property
    def lasting(self) -> Decimal:
        """The yearly effect once fully phased in, over all areas."""
        return sum(self.lasting_by_steering_area.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class Loan:
    """An internal loan (internt lån) by year, all figures positive: drawn, paid back, and the interest on the rest."""

    drawn: Years
    repayment: Years
    interest: Years


PaybackStatus = Literal["reached", "never", "no_savings", "no_investment"]


@dataclass(frozen=True, slots=True)
class Payback:
    """A payback (tilbagebetalingstid): whole years and the calendar year, where it is reached."""

    status: PaybackStatus
    years: int | None = None
    reached_in: int | None = None

    @property
    def in_figures(self) -> str:
        """The payback as a table prints it, without its unit: whole years, `-`, or blank without any investment."""
        if self.status == "no_investment":
            return ""
        return "-" if self.years is None else str(self.years)


@dataclass(frozen=True, slots=True)
class Result:
    """A calculated case. `net_effect` is costs, efficiencies and loan together; `cumulative` adds it up by year.

    `committees` are those that bear a line, in the order of the profile.
    """

    case: Case
    years: range
    implementation_costs: Section
    efficiencies: Section
    loan: Loan | None
    net_effect: Years
    cumulative: Years
    payback_service: Payback
    payback_total: Payback
    committees: tuple[str, ...]

    @property
    def asked_of_the_pool(self) -> Decimal:
        """What the pool is to pay of the implementation costs, over all years."""
        return sum((line.total for line in self.implementation_costs.lines if line.is_the_pools), Decimal(0))

    @property
    def total(self) -> Decimal:
        """The net effect over all years of the table ("I alt")."""
        return sum(self.net_effect, Decimal(0))

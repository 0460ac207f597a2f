"""What a case comes to: flows in 1.000 kr., costs positive and savings negative, in one price level."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from bizcase.case.amounts import ZERO
from bizcase.case.line import ImplementationCost, Line
from bizcase.case.model import Case
from bizcase.case.profile import Basis, PaybackRule
from bizcase.engine.flow import Flow, merged, total
from bizcase.texts.template import Words


class Part(NamedTuple):
    """What one committee bears of one line: what all sums are made of. The parts of a line add up to it."""

    line: Line
    committee: str
    flow: Flow

    @property
    def is_borrowed(self) -> bool:
        """Whether it is a cost that an internal loan pays for."""
        return isinstance(self.line, ImplementationCost) and self.line.funding == "internal_loan"


class ResultLine(NamedTuple):
    """A line of the case over the years of the table, with the part of it that each committee bears.

    `of_which` are the parts that a paper names, in their order, which are in no sum.
    """

    line: Line
    flow: Flow
    parts: tuple[Part, ...]
    of_which: tuple[Flow, ...] = ()

    def __repr__(self) -> str:
        """What it is called, and its money."""
        return f"<Line {self.name!r} on {self.steering_area}: {self.flow!r}>"

    def over(self, years: range) -> "ResultLine":
        """The same line seen over other years."""
        parts = tuple(part._replace(flow=part.flow.over(years)) for part in self.parts)
        named = tuple(flow.over(years) for flow in self.of_which)
        return ResultLine(self.line, self.flow.over(years), parts, named)

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
        """Whether it is an implementation cost, and neither income nor a lasting change."""
        return isinstance(self.line, ImplementationCost)

    @property
    def persons(self) -> Flow:
        """The line's årsværk, in its sign."""
        return Flow.seen_over(self.line.fte or {}, self.flow.years)

    @property
    def is_the_pools(self) -> bool:
        """Whether it is a cost that the pool pays for."""
        return isinstance(self.line, ImplementationCost) and self.line.funding == "pool"


@dataclass(frozen=True, slots=True, repr=False)
class Section:
    """Implementation costs, income or efficiencies (varige ændringer) of a case, added up three ways.

    What the flows have lasting is the yearly effect once fully phased in (ved fuld indfasning).
    """

    lines: tuple[ResultLine, ...]
    by_steering_area: dict[str, Flow]
    by_committee: dict[str, Flow]
    total: Flow

    def __repr__(self) -> str:
        """How many lines it has, and what they come to."""
        return f"<Section of {len(self.lines)} lines: {self.total!r}>"

    def over(self, years: range) -> "Section":
        """The same lines seen over other years."""
        return Section(
            tuple(line.over(years) for line in self.lines),
            {area: total([flow], years) for area, flow in self.by_steering_area.items()},
            {committee: total([flow], years) for committee, flow in self.by_committee.items()},
            total([self.total], years),
        )

    @property
    def merged(self) -> Flow:
        """The lines as one: a year that none of them names stays blank."""
        return merged((line.flow for line in self.lines), self.total.years)


@dataclass(frozen=True, slots=True)
class Loan:
    """An internal loan (internt lån), all figures positive: drawn, paid back, and the interest on the rest."""

    drawn: Flow
    repayment: Flow
    interest: Flow

    def over(self, years: range) -> "Loan":
        """The same loan seen over other years."""
        return Loan(*(flow.over(years) for flow in (self.drawn, self.repayment, self.interest)))

    @property
    def net(self) -> Flow:
        """What the loan does to the case: money that comes in counts negative, what is paid for it positive."""
        return total((-self.drawn, self.repayment, self.interest), self.drawn.years)


PaybackStatus = Literal["reached", "never", "no_savings", "no_investment"]


@dataclass(frozen=True, slots=True)
class PaybackTime:
    """A payback (tilbagebetalingstid), where it is reached: whole years with the calendar year, or a simple ratio.

    Counted in whole years, `exactly` is how long it takes from the beginning of the first year that is counted.
    """

    status: PaybackStatus
    whole: int | None = None
    reached_in: int | None = None
    exactly: Decimal | None = None
    ratio: Decimal | None = None

    @property
    def years(self) -> int | Decimal | None:
        """How many years it takes, a ratio unrounded; nothing where it is never reached."""
        return self.whole if self.ratio is None else self.ratio

    def is_within(self, limit: int) -> bool:
        """Whether it is reached in so many years; a ratio is asked for unrounded."""
        return self.years is not None and self.years <= limit


Paybacks = dict[Basis, dict[PaybackRule, PaybackTime]]


@dataclass(frozen=True, slots=True)
class Conversion:
    """How amounts came from their file's price level `start` to another one, `end`: times a factor by steering area.

    `before` has the paybacks that are others in the file's own price level, of the rules that are printed: where areas
    go by indexes of their own. Where it rests on estimates, `estimates_from` is the first year of them.
    """

    start: int
    end: int
    index: str
    source: str
    factors: dict[str, Decimal]
    estimates_from: int | None
    before: Paybacks

    @property
    def rests_on_estimates(self) -> bool:
        """Whether any figure of the index that it takes is an estimate."""
        return self.estimates_from is not None


class Accepted(NamedTuple):
    """Why a finding of a case is accepted; of a printed figure also that and the case's own, in the file's unit."""

    reason: str
    printed: Decimal | Words | None = None
    calculated: Decimal | Words | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A calculated case. `net_effect` is costs, income, efficiencies and loan together, over the years of the table.

    Paybacks are by basis and rule; of the rules the case is held against the first. `committee` bears what names
    nobody; `committees` are those that bear a line, in the order of the profile. It `is_cut`
    where money falls in years that are not shown. Amounts are in the file's price level, or `converted` to another.
    Of its findings some are `accepted`.
    """

    case: Case
    committee: str
    implementation_costs: Section
    income: Section
    efficiencies: Section
    loan: Loan | None
    net_effect: Flow
    paybacks: Paybacks
    rules: tuple[PaybackRule, ...]
    committees: tuple[str, ...]
    is_cut: bool = False
    converted: Conversion | None = None
    accepted: tuple[Accepted, ...] = ()

    @property
    def price_level(self) -> int:
        """The price level of the amounts; committees and administrations stay those of the case's own."""
        return self.case.price_level if self.converted is None else self.converted.end

    @property
    def years(self) -> range:
        """The years of the table."""
        return self.net_effect.years

    def over(self, years: range) -> "Result":
        """The same case seen over other years; paybacks stay those of all of it."""
        sections = (section.over(years) for section in self.sections)
        outside = (year for line in self.lines for year in line.flow.years_with_money if year not in years)
        costs, income, efficiencies = sections
        return replace(
            self,
            implementation_costs=costs,
            income=income,
            efficiencies=efficiencies,
            loan=None if self.loan is None else self.loan.over(years),
            net_effect=total([self.net_effect], years),
            is_cut=next(outside, None) is not None,
        )

    @property
    def lines(self) -> tuple[ResultLine, ...]:
        """Every line of money, costs first."""
        return (*self.implementation_costs.lines, *self.income.lines, *self.efficiencies.lines)

    @property
    def sections(self) -> tuple[Section, ...]:
        """Costs, income and efficiencies."""
        return self.implementation_costs, self.income, self.efficiencies

    def payback(self, basis: Basis, rule: PaybackRule | None = None) -> PaybackTime:
        """The payback on a basis, by a rule or by the one that the case is held against."""
        return self.paybacks[basis][rule or self.rules[0]]

    def asks_for(self, line: ResultLine) -> bool:
        """Whether the pool is asked to pay for a line; an idea asks for nothing yet."""
        return line.is_the_pools and self.case.kind != "idea"

    def asked_by_area(self, committee: str | None = None) -> dict[str, Flow]:
        """What the pool is to pay of the costs, or of one committee's part of them."""
        asked: dict[str, list[Flow]] = {}
        for line in self.implementation_costs.lines:
            if self.asks_for(line):
                flows = [part.flow for part in line.parts if committee in (None, part.committee)]
                asked.setdefault(line.steering_area, []).extend(flows)
        return {area: total(flows, self.years) for area, flows in asked.items() if flows}

    @property
    def asked_of_the_pool(self) -> Decimal:
        """What the pool is to pay, over all years."""
        return sum((flow.total for flow in self.asked_by_area().values()), ZERO)

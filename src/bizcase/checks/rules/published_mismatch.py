"""A printed figure that the case does not come to.

Finds a figure under `published` that differs from the calculated one, rounded half up to the decimals that the paper
prints. A difference means that the file or the paper is wrong, and a committee must not be given two answers. The
finding names the row, the year, both figures and the difference. The `overview` counts what the pool is asked for.

Found:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1025, 2019: 500}}
    published:
      source: Bilag 3
      total_implementation_costs: {2018: 1025, 2019: 550, total: 1525}

Left alone:

    implementation_costs:
      - {name: Udvikling, steering_area: Service, amounts: {2018: 1025.4, 2019: 500}}
    published:
      source: Bilag 3
      total_implementation_costs: {2018: 1025, 2019: 500, total: 1525}
      overview: 1.5

To settle it: correct the line that is wrong. Where the paper itself slips (a sum that its own lines do not give),
accept the finding and say what the slip is.
"""

from collections.abc import Iterator
from decimal import Decimal

from bizcase.case.kinds import Unit
from bizcase.case.profile import Profile
from bizcase.case.published import TOTAL, PrintedYears, Totals
from bizcase.case.rounding import half_up
from bizcase.case.unit import MILLIONS, counted_in
from bizcase.engine.flow import Flow, total
from bizcase.engine.result import PaybackTime, Result
from bizcase.reading.document import Where
from bizcase.reading.fault import Fault
from bizcase.reading.finding import Severity
from bizcase.texts.template import Text, Words

CODE = "published-mismatch"
SEVERITY = Severity.ERROR


def check(result: Result, profile: Profile) -> Iterator[Fault]:
    """A fault about each printed figure that differs."""
    published = result.case.published
    if published is None:
        return
    costs, efficiencies = result.implementation_costs, result.efficiencies
    yield from _totals(result, ("published",), published, costs.total, efficiencies.total, result.net_effect)
    nothing = total((), result.years)
    for area, totals in published.by_steering_area.items():
        cost, saving = costs.by_steering_area.get(area, nothing), efficiencies.by_steering_area.get(area, nothing)
        where: Where = ("published", "by_steering_area", area)
        yield from _totals(result, where, totals, cost, saving, cost + saving)  # a loan belongs to no steering area
    for committee, figures in published.by_committee.items():
        where = ("published", "by_committee", committee)
        cost, saving = costs.by_committee.get(committee, nothing), efficiencies.by_committee.get(committee, nothing)
        yield from _row(result, (*where, "implementation_costs"), figures.implementation_costs, cost)
        yield from _row(result, (*where, "efficiencies"), figures.efficiencies, saving)
    if published.payback is not None:
        yield from _payback("service", published.payback.service, result.payback_service)
        yield from _payback("total", published.payback.total, result.payback_total)
    if published.overview is not None:
        yield from _figure(("published", "overview"), published.overview, result.asked_of_the_pool, MILLIONS)


def _totals(
    result: Result, where: Where, printed: Totals, costs: Flow, efficiencies: Flow, net_effect: Flow
) -> Iterator[Fault]:
    """The three rows that a paper prints of a case, or of one steering area."""
    yield from _row(result, (*where, "total_implementation_costs"), printed.total_implementation_costs, costs)
    yield from _row(result, (*where, "total_efficiencies"), printed.total_efficiencies, efficiencies)
    yield from _row(result, (*where, "net_effect"), printed.net_effect, net_effect)


def _row(result: Result, where: Where, printed: PrintedYears | None, calculated: Flow) -> Iterator[Fault]:
    """One printed row against the calculated one, year by year and in all."""
    figures = {str(year): amount for year, amount in calculated.by_year.items()}
    figures[TOTAL] = calculated.total
    for year, figure in (printed or {}).items():
        if year in figures:
            yield from _figure((*where, year), figure, figures[year], result.case.unit)
        else:
            written = result.case.as_written(figure)
            text = Text(
                "i papiret står {printed} for {year}, som tabellerne ikke omfatter; ret året, first_year "
                "eller last_year",
                printed=written,
                year=year,
            )
            yield Fault(CODE, (*where, year), text, at_key=True, severity=SEVERITY)


def _figure(where: Where, printed: Decimal, calculated: Decimal, unit: Unit) -> Iterator[Fault]:
    """A printed figure against a calculated one, at the precision it was printed with; `unit` is that of the paper."""
    figure = half_up(calculated, -int(printed.as_tuple().exponent))
    if figure != printed:
        paper, case, difference = (counted_in(unit, amount) for amount in (printed, figure, figure - printed))
        text = Text(
            "i papiret står {paper}, og sagen giver {case}, en forskel på {difference}; ret det, der "
            "er forkert, eller accepter med en begrundelse under accepted, hvis fejlen er papirets",
            paper=paper,
            case=case,
            difference=f"{difference:+f}",
        )
        yield Fault(CODE, where, text, severity=SEVERITY)


def _payback(basis: str, printed: str | None, calculated: PaybackTime) -> Iterator[Fault]:
    """A printed payback against the calculated one."""
    figure = calculated.in_figures
    if printed is None or printed == figure:
        return
    if figure.isdigit() and printed.isdigit():
        text = Text(
            "i papiret står {paper}, og sagen giver {case}, en forskel på {difference}; ret det, der "
            "er forkert, eller accepter med en begrundelse under accepted, hvis fejlen er papirets",
            paper=_spoken(printed),
            case=_spoken(figure),
            difference=f"{int(figure) - int(printed):+d}",
        )
    else:
        text = Text(
            "i papiret står {paper}, og sagen giver {case}; ret det, der er forkert, eller accepter "
            "med en begrundelse under accepted, hvis fejlen er papirets",
            paper=_spoken(printed),
            case=_spoken(figure),
        )
    yield Fault(CODE, ("published", "payback", basis), text, severity=SEVERITY)


def _spoken(payback: str) -> Words:
    return Text("{count} år", count=int(payback)) if payback.isdigit() else f'"{payback}"'

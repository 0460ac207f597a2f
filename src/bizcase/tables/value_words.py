"""What stands below every present value: rate and date, base year, timing, horizon and price level, in words."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bizcase.engine.discount import Discounting
from bizcase.engine.internal_rate import InternalRateStatus
from bizcase.engine.present_value import Value
from bizcase.tables.figures import Number, Share
from bizcase.tables.head import listed, span_in_words
from bizcase.tables.table import Cell
from bizcase.texts.template import Text, Words

EFFECT = Text("Samlet økonomisk påvirkning i nutidsværdi")
GAIN = Text("Nettogevinst i nutidsværdi")
"""The two rows of every value: with the sign of Tabel 1, and with the sign of economists."""

_TIMINGS = {
    "start": Text("beløb regnes ved årets begyndelse, og basisåret diskonteres ikke"),
    "end": Text("beløb regnes ved årets slutning, og også basisåret diskonteres"),
}

_WITHOUT_RATE: dict[InternalRateStatus, Text] = {
    "no_sign_change": Text(
        "Ingen intern rente (-) i horisonten til {years}: beløbene skifter ikke fortegn, så ingen rente gør dem til 0."
    ),
    "several_sign_changes": Text(
        "Ingen intern rente (-) i horisonten til {years}: beløbene skifter fortegn flere gange, så der kan være flere "
        "renter eller ingen."
    ),
    "gain_first": Text(
        "Ingen intern rente (-) i horisonten til {years}: gevinsten kommer før udgiften, så renten siger intet om, "
        "hvad investeringen giver."
    ),
}


def horizon_heading(years: range, last_year: int) -> Text:
    """How the column of a horizon is headed."""
    if last_year == years[-1]:
        return Text("Tabellen, til {year}", year=last_year)
    return Text("{count} år, til {year}", count=last_year - years.start + 1, year=last_year)


def convention(value: Value, years: range) -> Text:
    """What values are worked out by, in a line: no figure stands without it."""
    discounting = value.discounting
    return Text(
        "Nutidsværdi i {base_year} (basisår), {level} p/l. Rente: {rates} ({name}); {timing}. Horisont: {horizons}.",
        base_year=discounting.base_year,
        level=value.price_level,
        rates=_in_force(discounting, value.horizons[-1].last_year),
        name=discounting.name,
        timing=_TIMINGS[discounting.timing],
        horizons=listed(_horizon(years, worth.last_year) for worth in value.horizons),
    )


def _horizon(years: range, last_year: int) -> Text:
    if last_year == years[-1]:
        return Text("tabellens år ({years})", years=span_in_words(years))
    return Text("{count} år (til {year})", count=last_year - years.start + 1, year=last_year)


def _in_force(discounting: Discounting, last_year: int) -> Words:
    """The rates that count up to the last year of the longest horizon, each with the year that it begins in."""
    first, *later = ((discounting.base_year + rate.from_year, _number(rate.rate)) for rate in discounting.rates)
    stepped = (Text("{rate} % fra {year}", rate=rate, year=year) for year, rate in later if year <= last_year)
    return listed([Text("{rate} % om året", rate=first[1]), *stepped])


def _number(rate: Decimal) -> Number:
    """A rate with the decimals that it has."""
    return Number(rate, max(-int(rate.normalize().as_tuple().exponent), 0))


def beyond_the_table(value: Value, years: range, lasting: Decimal) -> Iterator[Text]:
    """What the longer horizons rest on, if there are any."""
    if len(value.horizons) < 2:
        return
    if lasting:
        yield Text(
            "Efter {year} regnes videre med det, der er varigt: {amount} om året.", year=years[-1], amount=lasting
        )
    else:
        yield Text("Efter {year} er intet varigt, så de længere horisonter ændrer kun annuiteten.", year=years[-1])


def left_out_within(spans: Sequence[int]) -> Iterator[Text]:
    """The horizons that end within the table's years, if there are any."""
    if spans:
        yield Text("Ikke vist: {spans} år, som ender inden for tabellens år.", spans=listed(map(str, spans)))


def depends_on_the_horizon(value: Value) -> Iterator[Text]:
    """That a case is a gain over some horizon and a loss over another, if it is."""
    if value.depends_on_the_horizon:
        yield Text(
            "Fortegnet afhænger af horisonten: tab til {losses}, gevinst til {gains}.",
            losses=_years(worth.last_year for worth in value.horizons if worth.npv > 0),
            gains=_years(worth.last_year for worth in value.horizons if worth.npv < 0),
        )


def without_rate(value: Value) -> Iterator[Text]:
    """Why there is no internal rate, over the horizons that have none."""
    for status, why in _WITHOUT_RATE.items():
        of = [each.last_year for each in value.horizons if each.internal_rate and each.internal_rate.status == status]
        if of:
            yield Text.of(why.template, {"years": _years(of)})


def ratio_note(values: Iterable[Value]) -> Text:
    """What B/C divides, and that it does not where nothing is invested."""
    if any(worth.benefit_cost_ratio is None for value in values for worth in value.horizons):
        return Text(
            "B/C er varige ændringer (besparelser minus nye driftsudgifter) og engangsindtægter, delt med "
            "implementeringsomkostninger, alt i nutidsværdi; - hvor der ingen omkostninger er at dele med."
        )
    return Text(
        "B/C er varige ændringer (besparelser minus nye driftsudgifter) og engangsindtægter, delt med "
        "implementeringsomkostninger, alt i nutidsværdi."
    )


WITHOUT_LOAN = Text("Internt lån er ikke regnet med: finansiering gør ingen sag billigere.")


def ratio(number: Decimal | None) -> Cell:
    """A ratio as it is printed, or `-`."""
    return "-" if number is None else Number(number, 2)


def rate(share: Decimal | None) -> Cell:
    """An internal rate as it is printed, or `-`."""
    return "-" if share is None else Share(share, 1)


def _years(years: Iterable[int]) -> Words:
    return listed(map(str, years))

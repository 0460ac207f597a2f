"""What is asked of present values on a command line: rates, base year and horizons, read or refused."""

from typing import TYPE_CHECKING

from bizcase.cli.misuse import refuse
from bizcase.texts.template import Text

if TYPE_CHECKING:
    from bizcase.case.profile import Discount, Profile
    from bizcase.cli.choices import TimingName
    from bizcase.engine.present_value import Asked, Valuation


def asked_from(
    profile: "Profile", rate: str | None, horizon: str | None, base_year: str | None, timing: "TimingName | None"
) -> "Asked":
    """All that is asked of present values; what nobody asks for is as the municipality has it."""
    from bizcase.engine.present_value import Asked

    discount, spans = _discount_from(rate, profile), _spans_from(horizon)
    shown = discount.horizon_years if spans is None else spans
    return Asked(discount, shown, _base_year_from(base_year), None if timing is None else timing.value)


def _discount_from(rate: str | None, profile: "Profile") -> "Discount":
    """How to discount: as the municipality does, or at one rate for all years."""
    from bizcase.case.profile import Discount, DiscountRate

    known = profile.discounting
    if rate is None:
        if known is None:
            refuse(
                Text("profilen har ingen renter; vælg én, fx --rate 3.5%, eller skriv discount i profilen"), "--rate"
            )
        return known
    from bizcase.case.amounts import read_per_cent
    from bizcase.case.refusal import Refusal
    from bizcase.reading.document import Plain

    try:
        per_cent = read_per_cent(Plain(rate))
    except Refusal as refusal:
        refuse(refusal.text, "--rate")
    one = (DiscountRate.model_construct(from_year=0, rate=per_cent),)
    if known is None:
        return Discount.model_construct(name=f"--rate {rate}", rates=one)
    return known.model_copy(update={"name": f"--rate {rate}", "source": None, "rates": one})


def _base_year_from(text: str | None) -> int | None:
    """The year that money is counted back to."""
    if text is None:
        return None
    from bizcase.case.periods import FIRST_YEAR, LAST_YEAR, read_year

    if (year := read_year(text)) is None:
        message = Text(
            "{found} kan ikke stå her; skriv et år fra {first} til {last}",
            found=text or '""',
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
        refuse(message, "--base-year")
    return year


def _spans_from(text: str | None) -> tuple[int, ...] | None:
    """How many years values are asked over, beside those of the table."""
    if text is None:
        return None
    from bizcase.case.profile_validation import LONGEST_HORIZON

    spans = []
    for part in (part.strip() for part in text.split(",")):
        if not part.isdecimal() or not 1 <= int(part[:9]) <= LONGEST_HORIZON:
            refuse(
                Text(
                    "{found} kan ikke stå her; skriv antal år, 1 til {most}, fx 10,20",
                    found=part or '""',
                    most=LONGEST_HORIZON,
                ),
                "--horizon",
            )
        spans.append(int(part[:9]))
    return tuple(dict.fromkeys(spans))


def refuse_within(found: "Valuation") -> None:
    """End the run where a horizon that is asked for ends within the table's years: it would leave money out."""
    if found.within:
        years = ", ".join(map(str, found.within))
        refuse(
            Text("{years} år ender inden for tabellens år, så beløb ville mangle; skriv et større antal", years=years),
            "--horizon",
        )

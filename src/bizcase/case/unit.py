"""The units that money is counted in: the program counts in 1.000 kr., from a file's first amount to a table's cells.

Units differ by powers of ten, so an amount keeps every digit that it is written with, on its way in and out.
"""

from decimal import Decimal

from bizcase.case.kinds import Unit
from bizcase.case.names import Names

POWERS: dict[Unit, int] = {"kr.": -3, "1.000 kr.": 0, "mio. kr.": 3}
"""The units that a file may count in and a paper may show, each as a power of ten of 1.000 kr."""

THOUSANDS: Unit = "1.000 kr."
MILLIONS: Unit = "mio. kr."

UNITS = Names(
    {
        "1.000 kr.": ("1000 kr", "t.kr", "tkr", "t. kr", "t kr", "kr. 1.000", "tusinde kr", "tusind"),
        "kr.": ("kroner", "dkk", "krone"),
        "mio. kr.": ("mio", "mio.kr", "mio kr", "million", "millioner", "1.000.000 kr", "mkr"),
    },
    guessed=False,
)
"""The units with other ways to write them."""


def counted_in(unit: Unit, thousands: Decimal) -> Decimal:
    """An amount in 1.000 kr., counted in `unit`."""
    return thousands.scaleb(-power) if (power := POWERS[unit]) else thousands
